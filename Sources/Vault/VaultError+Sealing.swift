import Sealing

extension VaultError {
  /// Whether it says that what is stored is not what was written, while the log is sound: the gate
  /// then leaves an entry.
  var isAlteration: Bool {
    switch self {
    case .doesNotOpen, .keyMissing, .caseKeyMissing, .assignmentAltered: true
    default: isDamage
    }
  }

  /// Sealing's failures in this room's words.
  init(_ error: SealingError) {
    self =
      switch error {
      case .doesNotOpen, .length: .doesNotOpen
      case .passphraseForm: .passphraseForm
      case .memory, .cost, .publicKey, .timestamp, .slip39: .sealing
      }
  }

  /// Runs a step of Sealing and says its failures in this room's words.
  static func sealing<Result: ~Copyable>(
    _ body: () throws(SealingError) -> Result
  ) throws(VaultError) -> Result {
    do { return try body() } catch { throw VaultError(error) }
  }
}
