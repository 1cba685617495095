import Testing

@testable import Sealing

@Suite struct MemberBundleTests {
  let vault = identifier(0xA0)
  let member = identifier(0xE0)

  /// Seeds 90…af and b0…cf under bundle key 80…9f, nonce 40…57; made with PyNaCl 1.5.
  static let foreign = """
    404142434445464748494a4b4c4d4e4f505152535455565751acd354fb5054fa5bb2d773560e3df5a2d6e0fd91d10a7b
    52236f97dec89357a09db2de8fc839da997a4be2c23ef0f571a018a7188e12c7165d2decc1db2a8281212047a61e7aa2
    0dbbd35228630771b684c235339b2f3897592e8a12087086
    """

  /// The public keys of an opened bundle, or why it does not open.
  private func open(
    _ sealed: [UInt8], key first: UInt8 = 0x80, vault: Identifier? = nil,
    member: Identifier? = nil
  ) throws -> [String] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    let bundle = try MemberBundle.open(
      sealed.span, vault: vault ?? self.vault, member: member ?? self.member, under: key, in: arena)
    #expect(bundle.vault == self.vault)
    return [hex(bundle.box.publicKey.bytes), hex(bundle.signing.publicKey.bytes)]
  }

  @Test func opensWhatAnotherProgramSealed() throws {
    let sealed = bytes(hex: Self.foreign)
    #expect(sealed.count == MemberBundle.count)
    #expect(
      try open(sealed) == [
        "f7b4a75fae0c61698d629f65c0ef21b380434bcc43c139f6b0d5255e3641d863",
        "74fca2a3b389fb1a64d9bf52cc0dd4c2964f3804c0cf7c755e8513c6db8198dc",
      ])
  }

  @Test func opensForNobodyElse() {
    let sealed = bytes(hex: Self.foreign)
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, key: 0x81) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, vault: member) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, member: vault) }
    for byte in sealed.indices {
      #expect(throws: SealingError.doesNotOpen) { try open(sealed.flipping(bit: byte * 8 + 3)) }
    }
    #expect(throws: SealingError.doesNotOpen) { try open([]) }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed + [0]) }
  }

  @Test func comesBackWithItsKeys() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    let bundle = try MemberBundle.makeRandom(vault: vault)
    let sealed = try bundle.seal(under: key, in: arena)
    // Without another id, the member is named after the signing key.
    let id = Digest.of(bundle.signing.publicKey.bytes).identifier
    #expect(bundle.firstMemberID == id)
    let opened = try MemberBundle.open(
      sealed.span, vault: vault, member: id, under: key, in: arena)
    #expect(opened.box.publicKey == bundle.box.publicKey)
    #expect(opened.signing.publicKey == bundle.signing.publicKey)
    #expect(opened.signing.sign([1]) == bundle.signing.sign([1]))
  }

  @Test func newKeysKeepTheMembersID() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    let renewed = MemberBundle(
      vault: vault, box: try BoxKey.makeRandom(), signing: try SigningKey.makeRandom())
    let sealed = try renewed.seal(under: key, in: arena, member: member)
    let opened = try MemberBundle.open(
      sealed.span, vault: vault, member: member, under: key, in: arena)
    #expect(opened.signing.publicKey == renewed.signing.publicKey)
  }
}
