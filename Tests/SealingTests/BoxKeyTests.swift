import Testing

@testable import Sealing

@Suite struct BoxKeyTests {
  @Test func knownSeed() throws {
    var arena = try KeyArena(capacity: 1)
    let seed = try arena.counting(from: 0x90)
    let key = try BoxKey(seed: seed, in: arena)
    // crypto_box_seed_keypair through PyNaCl 1.5.
    let expected = "f7b4a75fae0c61698d629f65c0ef21b380434bcc43c139f6b0d5255e3641d863"
    #expect(hex(key.publicKey.bytes) == expected)
    #expect(key.withSeed { $0.copied } == arena.revealed(seed))
    let same = try BoxKey(seed: try secret(arena.revealed(seed)))
    #expect(same.publicKey == key.publicKey)
  }

  @Test func seedsHaveOneLength() {
    #expect(throws: SealingError.length) { _ = try BoxKey(seed: try secret([1, 2, 3])) }
  }

  /// The points of small order in every encoding (RFC 7748, section 6.1; libsodium's own list).
  static let smallOrder = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000080",
  ]

  @Test(arguments: smallOrder) func pointsOfSmallOrderAreNoKeys(point: String) {
    #expect(BoxPublicKey(bytes(hex: point)) == nil)
  }

  @Test(arguments: [0, 31, 33]) func publicKeysHaveOneLength(count: Int) {
    #expect(BoxPublicKey([UInt8](repeating: 9, count: count)) == nil)
  }

  @Test func goodPointsAreKeys() throws {
    let base = [9] + [UInt8](repeating: 0, count: 31)
    #expect(try #require(BoxPublicKey(base)).bytes == base)
    #expect(try BoxKey.makeRandom().publicKey != BoxKey.makeRandom().publicKey)
  }
}
