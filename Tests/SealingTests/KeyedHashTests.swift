import Foundation
import Testing

@testable import Sealing

@Suite struct KeyedHashTests {
  @Test func hmacKnownValue() throws {
    // RFC 4231, test case 2: the key is shorter than ours are, so it goes through the inner form.
    let digest = unsafe KeyedHash.hmacSHA256(
      Array("what do ya want for nothing?".utf8), key: Array("Jefe".utf8), keyLength: 4)
    #expect(digest.hex == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test func hmacOfAnArenaKey() throws {
    var arena = try KeyArena(capacity: 2)
    let key = try arena.counting(from: 0)
    let other = try arena.counting(from: 1)
    let digest = KeyedHash.hmacSHA256([1, 2, 3], key: key, in: arena)
    #expect(
      unsafe digest == KeyedHash.hmacSHA256([1, 2, 3], key: [UInt8](0...31), keyLength: 32))
    #expect(digest != KeyedHash.hmacSHA256([1, 2, 3], key: other, in: arena))
    #expect(digest != KeyedHash.hmacSHA256([1, 2], key: key, in: arena))
  }

  @Test func blake2bKnownValues() throws {
    // Python's hashlib.blake2b(b"abc", key=bytes(range(32)), digest_size=…).
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    let message = Array("abc".utf8)
    let long = try KeyedHash.blake2b(message, key: key, in: arena, outputLength: 64)
    #expect(
      hex(long)
        == "9af0244b7da7fe29d90a89727e06a0c93977ce1ad7edcb76ac0b24142194ea00"
        + "c77be4a1d3fededd31d5a593625a508e742fc90d708f8b48a5c246e4e8e42d94")
    let short = try KeyedHash.blake2b(message, key: key, in: arena, outputLength: 5)
    #expect(hex(short) == "270e4a944b")
    #expect(KeyedHash.token(message.span, key: key, in: arena) == 0x4b_944a_0e27)
  }

  @Test(arguments: [-1, 0, 65]) func blake2bLengthsOutOfRange(length: Int) throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    #expect(throws: SealingError.length) {
      _ = try KeyedHash.blake2b([], key: key, in: arena, outputLength: length)
    }
  }
}
