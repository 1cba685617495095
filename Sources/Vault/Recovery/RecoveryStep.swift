/// How far a recovery is, once a trustee has come for it.
public enum RecoveryStep: Hashable, Sendable {
  /// The first trustee's word is written down; another one is next.
  case asked(entry: Int)
  /// Another trustee has asked: the shares are next.
  case ready
}
