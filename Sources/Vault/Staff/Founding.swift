public import Sealing

/// What the making of a vault leaves in the hands of the person who made it. Both secrets exist once:
/// the caller writes them where they are told, and they are gone.
public struct Founding: ~Copyable {
  public let vault: Vault
  /// The root seed as three shares on one sheet, to be cut apart and put away.
  public let rootSeed: SecretBytes
  /// The one-time code of the first lead, valid seven days.
  public let invitation: SecretBytes
}
