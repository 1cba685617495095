import Sealing

extension VaultError {
  /// Runs a step of Sealing and says its failures in this room's words.
  static func sealing<Result: ~Copyable>(
    _ body: () throws(SealingError) -> Result
  ) throws(VaultError) -> Result {
    do {
      return try body()
    } catch {
      switch error {
      case .doesNotOpen, .length: throw .doesNotOpen
      case .passphraseForm: throw .passphraseForm
      case .memory, .cost, .publicKey: throw .sealing
      }
    }
  }
}
