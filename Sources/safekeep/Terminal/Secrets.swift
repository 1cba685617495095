import Sealing

/// Where the secrets of this run come from: the file that was named, else the person.
struct Secrets: ~Copyable {
  private let path: String?
  private let noInput: Bool
  private var file: SecretFile?

  /// - Parameters:
  ///   - path: of `--passphrase-file`; `-` is standard input.
  ///   - noInput: `--no-input`.
  init(path: String?, noInput: Bool) {
    self.path = path
    self.noInput = noInput
    file = nil
  }

  /// A secret that exists already. The file is opened at the first question, not before.
  mutating func ask(_ question: String) throws(Fault) -> SecretBytes {
    guard let path else {
      return try SecretPrompt.ask(question, on: ControllingTerminal(noInput: noInput))
    }
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

  /// A new secret: asked twice of a person, who does not see what is typed; read once from a file.
  mutating func askNew(_ question: String, again: String) throws(Fault) -> SecretBytes {
    let secret = try ask(question)
    if path != nil { return secret }
    let second = try ask(again)
    guard secret == second else { throw .secretsDiffer }
    return secret
  }
}

extension Fault {
  static let secretsDiffer = Fault(.usage, reason: "secrets_differ") { $0.secretsDiffer }
}
