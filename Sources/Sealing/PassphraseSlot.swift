/// A way in: the bundle key, sealed under a key stretched from a passphrase.
///
/// ```
/// 0  1  version 1     1  4  number u32     5  4  passes u32     9  8  memory in bytes u64
/// 17 16  salt         33 72  nonce 24 ‖ AEAD(slot key, bundle key)                  105 bytes
/// ```
///
/// The bundle key is random and does not change with the passphrase; several slots may hold it, as in
/// LUKS. Cost, salt, number, member and vault are the associated data, so a slot can neither be moved
/// to another member nor be made cheaper to guess.
public struct PassphraseSlot: Sendable, Equatable {
  /// Which slot of the member this is.
  public let number: UInt32
  /// What a guess costs.
  public let cost: StretchingCost
  /// Sixteen random bytes.
  public let salt: [UInt8]
  /// The sealed bundle key.
  public let sealed: [UInt8]

  private static let version: UInt8 = 1
  private static let sealedOffset = 33
  /// Bytes of a slot.
  public static let count = sealedOffset + WrappedKey.count

  /// Seals a bundle key under a passphrase. It takes the time of the cost.
  ///
  /// - Throws: ``SealingError/passphraseForm``, ``SealingError/memory``.
  public static func make(
    number: UInt32, bundleKey: KeyHandle, in arena: borrowing KeyArena,
    passphrase: borrowing SecretBytes, cost: StretchingCost, vault: Identifier, member: Identifier
  ) throws(SealingError) -> PassphraseSlot {
    var stretched = try KeyArena(capacity: 1)
    let salt = Randomness.bytes(PassphraseStretching.saltLength)
    let slotKey = try PassphraseStretching.deriveKey(
      from: passphrase, salt: salt, cost: cost, into: &stretched)
    let associated = associated(
      vault: vault, member: member, number: number, cost: cost, salt: salt)
    var sealed: [UInt8] = []
    unsafe AEAD.appendSealed(
      arena.pointer(to: bundleKey), count: KeyArena.keyLength, associated: associated,
      key: stretched.pointer(to: slotKey), to: &sealed)
    return PassphraseSlot(number: number, cost: cost, salt: salt, sealed: sealed)
  }

  /// Opens the slot: the bundle key, in the arena. It takes the time of the cost, right or wrong.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` for a wrong passphrase, member or vault, or a changed slot;
  ///   ``SealingError/passphraseForm``; ``SealingError/memory``.
  public func open(
    _ passphrase: borrowing SecretBytes, vault: Identifier, member: Identifier,
    into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    var stretched = try KeyArena(capacity: 1)
    let slotKey = try PassphraseStretching.deriveKey(
      from: passphrase, salt: salt, cost: cost, into: &stretched)
    let associated = Self.associated(
      vault: vault, member: member, number: number, cost: cost, salt: salt)
    let bundleKey = arena.reserve()
    do throws(SealingError) {
      try unsafe AEAD.open(
        sealed.span, associated: associated, key: stretched.pointer(to: slotKey),
        to: arena.pointer(to: bundleKey))
    } catch {
      arena.giveBack(bundleKey)
      throw error
    }
    return bundleKey
  }

  /// The slot as it is stored.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = [Self.version]
    bytes.reserveCapacity(Self.count)
    bytes.append(littleEndian: number)
    bytes.append(littleEndian: UInt32(cost.passes))
    bytes.append(littleEndian: UInt64(cost.memory))
    return bytes + salt + sealed
  }

  /// Reads a stored slot.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is none of this version; ``SealingError/cost``
  ///   where it asks for a cost that is not accepted.
  public init(bytes: [UInt8]) throws(SealingError) {
    let span = bytes.span
    guard span.count == Self.count, span[0] == Self.version else { throw .doesNotOpen }
    guard let memory = Int(exactly: span.littleEndian(UInt64.self, at: 9)) else { throw .cost }
    number = span.littleEndian(UInt32.self, at: 1)
    cost = try StretchingCost(
      passes: Int(span.littleEndian(UInt32.self, at: 5)), memory: memory)
    salt = Array(bytes[17..<Self.sealedOffset])
    sealed = Array(bytes[Self.sealedOffset...])
  }

  private init(number: UInt32, cost: StretchingCost, salt: [UInt8], sealed: [UInt8]) {
    self.number = number
    self.cost = cost
    self.salt = salt
    self.sealed = sealed
  }

  private static func associated(
    vault: Identifier, member: Identifier, number: UInt32, cost: StretchingCost, salt: [UInt8]
  ) -> [UInt8] {
    var bytes = Array("safekeep/slot/1".utf8)
    vault.append(to: &bytes)
    member.append(to: &bytes)
    bytes.append(littleEndian: number)
    bytes.append(littleEndian: UInt32(cost.passes))
    bytes.append(littleEndian: UInt64(cost.memory))
    return bytes + salt
  }
}
