/// How far a long piece of work has come, on standard error of a terminal, after half a second.
///
/// What is over at once needs no bar, and a log file of a scheduled job wants none.
struct Progress: ~Copyable {
  private static let patience = Duration.milliseconds(500)
  private static let pause = Duration.milliseconds(100)

  private let terminal: Terminal
  private let label: String
  private let total: Int
  private let now: () -> ContinuousClock.Instant
  private let begin: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?

  /// `label`: what is being done, in the language of the person.
  /// `total`: how many steps there are; 0 where nobody knows.
  /// `now`: the clock; another only in tests.
  init(
    _ label: String, of total: Int, on terminal: Terminal,
    now: @escaping () -> ContinuousClock.Instant = { ContinuousClock.now }
  ) {
    self.terminal = terminal
    self.label = label
    self.total = total
    self.now = now
    begin = now()
  }

  /// So many steps are done. Cheap to call: it draws at most ten times a second.
  mutating func reached(_ done: Int) {
    guard terminal.showsProgress else { return }
    let moment = now()
    guard moment - begin >= Self.patience else { return }
    if let drawn, moment - drawn < Self.pause { return }
    terminal.draw(line(done))
    drawn = moment
  }

  /// `reading the register: 1200/2000 (60 %)`
  private func line(_ done: Int) -> String {
    total > 0 ? "\(label): \(done)/\(total) (\(done * 100 / total) %)" : "\(label): \(done)"
  }

  /// Takes the line away again, also when the work ends in an error.
  deinit {
    if drawn != nil { terminal.draw("") }
  }
}
