import Sealing

/// Where the secrets of this run come from: the file that was named, else the person.
struct Secrets: ~Copyable {
  /// Where the person sits, opened for each question.
  typealias Seat = () throws(Fault) -> ControllingTerminal

  private let path: String?
  private var file: SecretFile?

  /// - Parameter path: of `--passphrase-file`; `-` is standard input.
  init(path: String?) {
    self.path = path
    file = nil
  }

  /// A secret that exists already. The file is opened at the first question, not before.
  mutating func ask(_ question: String, at seat: Seat) throws(Fault) -> SecretBytes {
    guard let path else { return try SecretPrompt.ask(question, on: seat()) }
    if file == nil {
      let opened = try SecretFile(path: path)
      if opened.isShared { warn() }
      file = consume opened
    }
    guard let secret = try file?.next() else { throw .inputEnded }
    return secret
  }

  private func warn() {
    let terminal = Terminal(environment: .ofProcess)
    terminal.say(Speech.words.secretFileOpen)
    terminal.say(Speech.words.secretFileOpenHint)
  }

  /// A new secret is asked for again of a person, who does not see what is typed; a file is read once.
  mutating func compare(
    _ secret: borrowing SecretBytes, with question: String, at seat: Seat
  ) throws(Fault) {
    if path != nil { return }
    let second = try ask(question, at: seat)
    guard secret == second else { throw .secretsDiffer }
  }
}

extension Fault {
  static let secretsDiffer = Fault(.usage, reason: "secrets_differ") { $0.secretsDiffer }
}
