import Casework
import Vault

extension Desk {
  /// Runs the body with a member who has just given their passphrase, whatever is unlocked: an act that
  /// nobody is to do with somebody else's open session.
  func withAskedCasework<Result>(
    _ body: (Casework, borrowing Session) throws -> Result
  ) throws(Fault) -> Result {
    let (vault, handle) = (try vault(), try handle())
    let session = try withPassphrase(vault, handle) { passphrase in
      try vault.unlock(handle, passphrase: passphrase)
    }
    return try Fault.translating { try body(Casework(vault, now: Self.now), session) }
  }
}
