import Sealing

/// An unlocked member, for the length of one command. It cannot be copied, stored or sent on.
public struct Session: ~Copyable {
  public let member: MemberID
  public let handle: String
  let keyring: Keyring
  /// The member's row in the records file.
  let memberKey: Int
  /// What the log calls this unlocking, sixteen hexadecimal digits.
  let sid: String
  /// The slot that the passphrase opened; nil where the key came from the kernel's keyring.
  var slot: PassphraseSlot?
  /// Cases whose keys this unlocking gave to a standing role that came after them.
  public internal(set) var settled: [Settled] = []
  /// Erasures whose commands had died, and that this unlocking finished.
  public internal(set) var finished: [FinishedErasure] = []
  /// The entry that says that a seal of before, of a field that was restricted, is still in the file of the records, where
  /// this unlocking looked for it.
  public internal(set) var leftover: Int?
  /// The entry of a recovery seed that this unlocking made and shared among trustees.
  public internal(set) var sharedSeed: Int?
}
