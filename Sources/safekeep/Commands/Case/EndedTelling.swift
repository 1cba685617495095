import Casework
import Vault

/// What could be read until an access ended, as the log says it: the access has ended whatever becomes of the telling, and
/// that is shown first.
struct EndedTelling {
  /// Who could read what; empty where nobody's access ended, or it cannot be told.
  let reach: [EndedReach]
  /// Why it cannot be told, such as a log that does not verify.
  let failure: Fault?

  init(_ ended: EndedAccess?, _ casework: Casework, _ session: borrowing Session) {
    do {
      reach = try ended.map { try casework.vault.reach(of: $0, as: session) } ?? []
      failure = nil
    } catch { (reach, failure) = ([], Fault.of(error)) }
  }

  /// - Throws: why it cannot be told, behind what was shown.
  func checkTold() throws(Fault) {
    if let failure { throw failure }
  }
}
