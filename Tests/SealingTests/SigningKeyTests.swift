import Testing

@testable import Sealing

@Suite struct SigningKeyTests {
  /// RFC 8032, 7.1: seed, public key, message, signature.
  static let known = [
    (
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
      "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
        + "6bd25bf5f0595bbe24655141438e7a100b"
    ),
    (
      "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
      "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d"
        + "8c387b2eaeb4302aeeb00d291612bb0c00"
    ),
  ]

  @Test(arguments: known)
  func knownValues(seed: String, publicKey: String, message: String, signature: String) throws {
    let key = try SigningKey(seed: try secret(bytes(hex: seed)))
    #expect(hex(key.publicKey.bytes) == publicKey)
    #expect(hex(key.sign(bytes(hex: message))) == signature)
    #expect(key.publicKey.isValid(bytes(hex: signature), for: bytes(hex: message)))
  }

  @Test func aSignatureIsForOneMessageAndOneKey() throws {
    let key = try SigningKey.makeRandom()
    let other = try SigningKey.makeRandom()
    let message = [UInt8].pattern(100)
    let signature = key.sign(message)
    #expect(key.publicKey.isValid(signature, for: message))
    #expect(!other.publicKey.isValid(signature, for: message))
    #expect(!key.publicKey.isValid(signature, for: message.flipping(bit: 1)))
    #expect(!key.publicKey.isValid(Array(signature.dropLast()), for: message))
    #expect(!key.publicKey.isValid([], for: message))
    for bit in 0..<512 {
      #expect(!key.publicKey.isValid(signature.flipping(bit: bit), for: message))
    }
  }

  @Test func seedsFromEverywhereGiveOneKey() throws {
    var arena = try KeyArena(capacity: 1)
    let handle = try arena.counting(from: 0xB0)
    let key = try SigningKey(seed: handle, in: arena)
    let expected = "74fca2a3b389fb1a64d9bf52cc0dd4c2964f3804c0cf7c755e8513c6db8198dc"
    #expect(hex(key.publicKey.bytes) == expected)
    #expect(key.withSeed { $0.copied } == arena.revealed(handle))
    #expect(throws: SealingError.length) { _ = try SigningKey(seed: try secret([1, 2])) }
  }

  @Test func publicKeysHaveOneLength() {
    #expect(VerifyingKey([UInt8](repeating: 1, count: 31)) == nil)
    #expect(VerifyingKey([UInt8](repeating: 1, count: 33)) == nil)
  }

  @Test func aKeyOfSmallOrderSignsNothing() throws {
    // The neutral point would let one signature stand for any message.
    let neutral = try #require(VerifyingKey([1] + [UInt8](repeating: 0, count: 31)))
    let signature = [1] + [UInt8](repeating: 0, count: 63)
    #expect(!neutral.isValid(signature, for: [1, 2, 3]))
  }
}
