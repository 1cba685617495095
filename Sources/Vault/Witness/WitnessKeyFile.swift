import AuditLog
import Sealing

/// A witness's key, sealed as a member's is: a bundle under a bundle key, the bundle key in a slot under the
/// passphrase. Instead of a vault it is bound to the name of the witness.
///
/// ```
/// 0  1  version 1     1  32  Ed25519 key     33  105  passphrase slot     138  120  bundle       258 bytes
/// ```
struct WitnessKeyFile {
  let key: VerifyingKey
  let slot: PassphraseSlot
  let bundle: [UInt8]

  private static let version: UInt8 = 1
  private static let count = 1 + 32 + PassphraseSlot.count + MemberBundle.count

  /// What stands in place of the vault's id.
  private static func place(of name: String) -> Identifier {
    Digest.of(Array("safekeep/witness/1".utf8) + Array(name.utf8)).identifier
  }

  /// A new key.
  static func make(
    named name: String, passphrase: borrowing SecretBytes, cost: StretchingCost
  ) throws(SealingError) -> WitnessKeyFile {
    var arena = try KeyArena(capacity: 1)
    let bundleKey = arena.makeRandom()
    let keys = try MemberBundle.makeRandom(vault: place(of: name))
    let slot = try PassphraseSlot.make(
      number: 1, bundleKey: bundleKey, in: arena, passphrase: passphrase, cost: cost,
      vault: place(of: name), member: keys.firstMemberID)
    return WitnessKeyFile(
      key: keys.signing.publicKey, slot: slot, bundle: try keys.seal(under: bundleKey, in: arena))
  }

  /// Opens it. It takes the time of the slot's cost.
  ///
  /// - Throws: `doesNotOpen` for a wrong passphrase, or a file that was changed or is another witness's.
  func open(
    named name: String, passphrase: borrowing SecretBytes
  ) throws(SealingError) -> MemberBundle {
    let member = Digest.of(key.bytes).identifier
    var arena = try KeyArena(capacity: 1)
    let bundleKey = try slot.open(
      passphrase, vault: Self.place(of: name), member: member, into: &arena)
    let keys = try MemberBundle.open(
      bundle.span, vault: Self.place(of: name), member: member, under: bundleKey, in: arena)
    guard keys.signing.publicKey == key else { throw .doesNotOpen }
    return keys
  }

  var bytes: [UInt8] { [Self.version] + key.bytes + slot.bytes + bundle }

  init?(bytes: [UInt8]) {
    guard bytes.count == Self.count, bytes[0] == Self.version,
      let key = VerifyingKey(Array(bytes[1..<33])),
      let slot = try? PassphraseSlot(bytes: Array(bytes[33..<33 + PassphraseSlot.count]))
    else { return nil }
    self.init(key: key, slot: slot, bundle: Array(bytes[(33 + PassphraseSlot.count)...]))
  }

  private init(key: VerifyingKey, slot: PassphraseSlot, bundle: [UInt8]) {
    (self.key, self.slot, self.bundle) = (key, slot, bundle)
  }
}
