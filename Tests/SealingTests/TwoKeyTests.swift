import Testing

@testable import Sealing

/// A ciphertext that XChaCha20-Poly1305 opens under two keys, to two meanings, both well padded.
///
/// It was computed for this place and for the class keys 00…1f and 20…3f: two blocks of ciphertext were
/// solved for so that both keys give one tag, and the salt was chosen so that the last byte is the
/// padding's in both. Only the commitment tells the two apart.
@Suite struct TwoKeyTests {
  static let salt = bytes(hex: "404142434445464748494a4b4c4d4e4f00000000000000e7")
  static let text = bytes(
    hex: """
      b1d7c0a19bbabc7eb4796c905bd95e65bf73a5dc7acb9e0a9b834c7cbc061f1000000000000000000000000000000000
      f5286518554240314a69eb52aa13ba3240f475bacd3918f9ee249fa84d48cfc4
      """)
  static let commitments: [UInt8: [UInt8]] = [
    0x00: bytes(hex: "4386027cda2a33177624429508824040341c0e5c1cec0418628742b73ca59ed1"),
    0x20: bytes(hex: "adaf27cedafefd407d1f138b4bbd1de31c92fcfb453f3f4303dffe4419eca7cb"),
  ]

  private func blob(committedTo first: UInt8) -> [UInt8] {
    let header = Array("SKF".utf8) + [1, 1, 1, 0, 0, 1, 0, 0, 0]
    return header + Self.salt + (Self.commitments[first] ?? []) + Self.text
  }

  private func open(_ blob: [UInt8], key first: UInt8) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try SealedField.open(blob.span, at: SealedFieldTests.place, under: key, in: arena)
  }

  /// What the bare cipher makes of it, and the commitment of that key.
  private func bareOpen(key first: UInt8) throws -> (plaintext: [UInt8]?, commitment: [UInt8]) {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try unsafe FieldKeys.with(
      arena.pointer(to: key), salt: Self.salt, place: SealedFieldTests.place,
      header: FieldHeader(keyVersion: 1)
    ) { keys in
      var plaintext = [UInt8](repeating: 0, count: 64)
      let opened = unsafe AEAD.decrypt(
        Self.text, count: Self.text.count, associated: keys.associated, nonce: Self.salt,
        key: keys.message, to: &plaintext)
      let commitment = (0..<32).map { unsafe keys.commitment[$0] }
      return (opened ? plaintext : nil, commitment)
    }
  }

  /// Without this the test below would prove nothing.
  @Test func theBareCipherOpensItUnderBothKeys() throws {
    let one = try bareOpen(key: 0x00)
    let other = try bareOpen(key: 0x20)
    let first = try #require(one.plaintext)
    let second = try #require(other.plaintext)
    #expect(first != second)
    #expect(first.last == 0x80 && second.last == 0x80)
    #expect(one.commitment == Self.commitments[0x00])
    #expect(other.commitment == Self.commitments[0x20])
  }

  @Test func aSealedFieldOpensUnderTheKeyItIsCommittedToAlone() throws {
    #expect(try open(blob(committedTo: 0x00), key: 0x00).count == 63)
    #expect(try open(blob(committedTo: 0x20), key: 0x20).count == 63)
    #expect(throws: SealingError.doesNotOpen) { try open(blob(committedTo: 0x00), key: 0x20) }
    #expect(throws: SealingError.doesNotOpen) { try open(blob(committedTo: 0x20), key: 0x00) }
  }
}
