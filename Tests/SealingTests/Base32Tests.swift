import Testing

@testable import Sealing

@Suite struct Base32Tests {
  private func characters(_ bytes: [UInt8], count: Int) -> String {
    String(
      decoding: (0..<count).map { Base32.character(Base32.value(in: bytes.span, at: $0)) },
      as: UTF8.self)
  }

  private func read(_ text: String, count: Int) throws -> [UInt8] {
    let bytes = Array(text.utf8)
    let secret = try Base32.bytes(of: bytes.span, characterCount: count)
    return revealed(secret)
  }

  @Test func writesFiveBitsACharacter() {
    #expect(characters([0x00], count: 2) == "00")
    #expect(characters([0xFF], count: 2) == "ZW")
    #expect(characters([0x08, 0x42, 0x10, 0x84, 0x21], count: 8) == "11111111")
    // Every character of the alphabet: 0, 1, 2 … 31, five bits each.
    let all = bytes(hex: "00443214c74254b635cf84653a56d7c675be77df")
    #expect(characters(all, count: 32) == "0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  }

  @Test func readsWhatItWrites() throws {
    for count in 1...40 {
      let bytes = [UInt8].pattern(count)
      let characterCount = (count * 8 + 4) / 5
      let text = characters(bytes, count: characterCount)
      // The bits left over stand in one byte more, as zeros.
      let again = try read(text, count: characterCount)
      #expect(Array(again.prefix(count)) == bytes)
      #expect(again.dropFirst(count).allSatisfy { $0 == 0 })
    }
  }

  @Test func knowsEachCharacterByItsNames() {
    for (value, character) in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8.enumerated() {
      #expect(Base32.value(of: character) == UInt8(value))
    }
    for (value, character) in "0123456789abcdefghjkmnpqrstvwxyz".utf8.enumerated() {
      #expect(Base32.value(of: character) == UInt8(value))
    }
    for character in "iIlL".utf8 { #expect(Base32.value(of: character) == 1) }
    for character in "oO".utf8 { #expect(Base32.value(of: character) == 0) }
    let known = (UInt8.min...UInt8.max).count { Base32.value(of: $0) != nil }
    #expect(known == 10 + 2 * 25)  // digits, and all letters but U in both cases
  }

  @Test(arguments: ["0000", "000000", "0000U", "0000.", "", "0000\u{0}"])
  func anythingElseIsRefused(text: String) {
    #expect(throws: SealingError.doesNotOpen) { try read(text, count: 5) }
  }
}
