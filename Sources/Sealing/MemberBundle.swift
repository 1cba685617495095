/// A member's own two keys, and the vault they are for: nonce 24 ‖ AEAD(bundle key, vault 16 ‖ X25519
/// seed 32 ‖ Ed25519 seed 32, AD = "safekeep/bundle/1" ‖ vault ‖ member 16), 120 bytes.
///
/// The vault's id inside lets a member notice on a new machine that the vault before them is another
/// one that took the place of theirs.
public struct MemberBundle: ~Copyable, Sendable {
  /// The vault the keys are for.
  public let vault: Identifier
  /// What others seal to.
  public let box: BoxKey
  /// What the member signs with.
  public let signing: SigningKey

  private static let plaintextCount = 16 + 2 * KeyArena.keyLength
  /// Bytes of a sealed bundle.
  public static let count = plaintextCount + AEAD.overhead

  /// A bundle of two keys.
  public init(vault: Identifier, box: consuming BoxKey, signing: consuming SigningKey) {
    self.vault = vault
    self.box = box
    self.signing = signing
  }

  /// New keys for a member.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func makeRandom(vault: Identifier) throws(SealingError) -> MemberBundle {
    MemberBundle(
      vault: vault, box: try BoxKey.makeRandom(), signing: try SigningKey.makeRandom())
  }

  /// The id of a member whose first signing key this is. Members keep it when they change keys.
  public var firstMemberID: Identifier { signing.publicKey.digest.identifier }

  /// Seals the bundle under its bundle key.
  ///
  /// - Parameters:
  ///   - bundleKey: the key that the member's slots open.
  ///   - arena: where that key lies.
  ///   - member: the member's id for life; without it, the id of a member whose first keys these are.
  /// - Returns: 120 bytes.
  /// - Throws: ``SealingError/memory``.
  public borrowing func seal(
    under bundleKey: KeyHandle, in arena: borrowing KeyArena, member: Identifier? = nil
  ) throws(SealingError) -> [UInt8] {
    let plaintext = try SecretBytes(capacity: Self.plaintextCount) { output in
      for byte in vault.bytes { output.append(byte) }
      box.withSeed { seed in for index in seed.indices { output.append(seed[index]) } }
      signing.withSeed { seed in for index in seed.indices { output.append(seed[index]) } }
    }
    var sealed: [UInt8] = []
    unsafe AEAD.appendSealed(
      plaintext.pointer, count: plaintext.count,
      associated: Self.associated(vault: vault, member: member ?? firstMemberID),
      key: arena.pointer(to: bundleKey), to: &sealed)
    return sealed
  }

  /// Opens a member's bundle.
  ///
  /// - Throws: ``SealingError/doesNotOpen``, also where it is for another vault or member;
  ///   ``SealingError/memory``.
  public static func open(
    _ sealed: Span<UInt8>, vault: Identifier, member: Identifier, under bundleKey: KeyHandle,
    in arena: borrowing KeyArena
  ) throws(SealingError) -> MemberBundle {
    guard sealed.count == count else { throw .doesNotOpen }
    let associated = associated(vault: vault, member: member)
    let key = unsafe UnsafePointer(arena.pointer(to: bundleKey))
    let plaintext = try unsafe SecretBytes(writing: plaintextCount) {
      (target) throws(SealingError) in
      try unsafe AEAD.open(sealed, associated: associated, key: key, to: target)
    }
    guard plaintext.withSpan({ $0.identifier(at: 0) }) == vault else { throw .doesNotOpen }
    let seeds = unsafe UnsafePointer(plaintext.pointer + 16)
    return MemberBundle(
      vault: vault, box: try unsafe BoxKey(seed: seeds),
      signing: try unsafe SigningKey(seed: seeds + KeyArena.keyLength))
  }

  private static func associated(vault: Identifier, member: Identifier) -> [UInt8] {
    var bytes = Array("safekeep/bundle/1".utf8)
    vault.append(to: &bytes)
    member.append(to: &bytes)
    return bytes
  }
}
