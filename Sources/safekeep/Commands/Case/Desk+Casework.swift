import Casework
import Vault

extension Desk {
  /// Runs the body with an unlocked member and the casework of their vault.
  ///
  /// - Parameter fresh: true where the passphrase must have been given in the last five minutes.
  func withCasework<Result>(
    fresh: Bool = false, _ body: (Casework, borrowing Session) throws -> Result
  ) throws(Fault) -> Result {
    try withSession(fresh: fresh) { vault, session in
      try body(Casework(vault, now: Self.now), session)
    }
  }

  /// The purpose of `--for`; asked for at the terminal where a restricted class is named without one.
  ///
  /// - Throws: 64 for a code that is none.
  func purpose(asking isNeeded: Bool) throws(Fault) -> Purpose? {
    var code = purpose
    if code == nil { code = try askedPurpose(isNeeded) }
    guard let code else { return nil }
    guard let purpose = Purpose(rawValue: code.uppercased()) else { throw .unknownPurpose }
    return purpose
  }

  private func askedPurpose(_ isNeeded: Bool) throws(Fault) -> String? {
    guard isNeeded, terminal.isInteractive, !noInput else { return nil }
    let (codes, words) = (Purpose.allCases.map(\.rawValue), words)
    let listed = codes.enumerated().map { "\($0 + 1) \($1) = \(words.purpose($1))" }
    let finder = CodeFinder(
      Purpose.allCases.map(\.choice), inVietnamese: words.language == .vietnamese)
    while true {
      let answer = try ask(
        "\(words.purposeQuestion) (\(words.choose(from: listed.joined(separator: "; ")))):")
      // Nothing is no purpose, and whoever gives none is not asked for ever.
      if answer.isEmpty { return answer }
      if let number = Int(answer), codes.indices.contains(number - 1) { return codes[number - 1] }
      if let code = finder.code(for: answer) { return code }
    }
  }
}

extension Purpose {
  fileprivate var choice: CodeFinder.Choice {
    CodeFinder.Choice(
      rawValue,
      RuleLabel(vietnamese: Vietnamese().purpose(rawValue), english: English().purpose(rawValue)))
  }
}

extension Fault {
  static let unknownPurpose = Fault(.usage, reason: "unknown_purpose") {
    words in
    words.notAChoice(
      Purpose.allCases.map { "\($0.rawValue) (\(words.purpose($0.rawValue)))" }
        .joined(separator: ", "))
  }
}
