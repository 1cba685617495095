import Vault

/// The first pass over a register: some rows at a time, what is wrong with them, and what they count.
struct RegisterReading {
  private let guards: CaseGuards
  private var register: IntakeRegister
  private(set) var report = RegisterReport()
  private(set) var tally = RegisterTally()

  /// Enough that two threads seldom wait for each other, and no more than fits in little memory.
  private static let together = 64

  init(_ book: RuleBook, now: Moment, _ source: @escaping CSVReader.Source) {
    let today = now.dayInVietnam
    guards = CaseGuards(book, on: RuleDay(today, opened: today), kind: nil)
    register = IntakeRegister(book, now: now, source)
  }

  /// - Returns: the next rows, those with faults as well; none at the end, or where the file cannot be told into rows
  ///   any further, which the report says.
  mutating func next(
    _ progress: (Casework.ImportPhase, Int) -> Void
  ) throws(CaseworkError) -> [RegisterRow] {
    var rows: [RegisterRow] = []
    guard report.stop == nil else { return rows }
    do {
      while rows.count < Self.together, let row = try register.next() {
        report.add(row.faults)
        tally.add(row, guards)
        rows.append(row)
        progress(.reading, tally.count)
      }
    } catch .csv(let fault) {
      report.stop = fault
    } catch { throw error }
    return rows
  }
}
