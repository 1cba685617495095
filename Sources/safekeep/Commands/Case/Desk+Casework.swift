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
    return try ask(words.purposeQuestion)
  }
}

extension Fault {
  static let unknownPurpose = Fault(.usage, reason: "unknown_purpose") {
    $0.notAChoice(Purpose.allCases.map(\.rawValue).joined(separator: " "))
  }
}
