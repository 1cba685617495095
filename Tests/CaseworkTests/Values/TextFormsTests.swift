import Testing

@testable import Casework

@Suite struct TextFormsTests {
  @Test func controlCharactersStandNowhereButInLongText() {
    for scalar in UInt32(0)...0x9F {
      guard let character = Unicode.Scalar(scalar) else { continue }
      let text = "a\(Character(character))b"
      let isControl = scalar < 0x20 || (0x7F...0x9F).contains(scalar)
      let mayBeLong = scalar == 0x0A || scalar == 0x09
      #expect((TextRules.fault(in: text, isLong: false) != nil) == isControl, "\(scalar)")
      #expect((TextRules.fault(in: text, isLong: true) != nil) == (isControl && !mayBeLong))
    }
  }

  @Test func lettersWhoseBytesLookLikeC1AreLetters() {
    // U+00A0 is C2 A0; à is C3 A0; U+4080 ends in 80.
    #expect(TextRules.fault(in: "\u{A0}à\u{4080}đỗ", isLong: false) == nil)
  }

  @Test func oneMebibyteIsTheEnd() {
    #expect(TextRules.fault(in: String(repeating: "a", count: 1 << 20), isLong: true) == nil)
    let over = String(repeating: "a", count: (1 << 20) + 1)
    #expect(TextRules.fault(in: over, isLong: true) == .tooLong)
    // The length is one of bytes: 500,000 letters of three bytes are too many.
    #expect(TextRules.fault(in: String(repeating: "ễ", count: 500_000), isLong: true) == .tooLong)
  }

  @Test(arguments: [
    "+84342604684", "0342604684", "02438256255", "02838291234", "+8613800138000", "+85512345678",
  ])
  func acceptsPhones(_ text: String) { #expect(PhoneNumber.isOne(text)) }

  @Test(
    arguments: [
      "", "09-abc", "84342604684", "+084342604684", "0034260468", "034260468", "034260468400",
      "+1234567890123456",
      "+123456", "0342 604 684", "(024)38256255", "+84 342604684", "０342604684", "+",
    ])
  func refusesTheRest(_ text: String) { #expect(!PhoneNumber.isOne(text)) }

  @Test func hexadecimalComesBackAndNothingElseDoes() {
    let bytes = (0..<16).map { UInt8($0 * 17) }
    let text = Hexadecimal.text(bytes)
    #expect(text == "00112233445566778899aabbccddeeff")
    #expect(Hexadecimal.bytes(text, count: 16) == bytes)
    #expect(Hexadecimal.bytes(text.uppercased(), count: 16) == nil)
    #expect(Hexadecimal.bytes(text + "0", count: 16) == nil)
    #expect(Hexadecimal.bytes(String(text.dropLast()), count: 16) == nil)
    #expect(Hexadecimal.bytes(String(text.dropLast()) + "g", count: 16) == nil)
  }
}
