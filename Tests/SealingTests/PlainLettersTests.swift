import Testing

@testable import Sealing

@Suite struct PlainLettersTests {
  private func plain(_ text: String) throws -> String {
    let letters = try PlainLetters.of(try secret(text))
    return String(decoding: revealed(letters), as: UTF8.self)
  }

  @Test func takesAccentsCaseSpacesAndSignsOff() throws {
    #expect(try plain("Mật Khẩu") == "matkhau")
    #expect(try plain("Đường Điện Biên Phủ") == "duongdienbienphu")
    #expect(try plain("ƯƠNG ươn Ợ ỗ Ẵ ỷ Ỵ") == "uonguonooayy")
    #expect(try plain("a-b_c.d!e 9") == "abcde9")
    #expect(try plain("漢字 😀 ß") == "")
    #expect(try plain("") == "")
  }

  private func covered(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return CommonPassphrases.cover(bytes.span)
  }

  @Test(arguments: [
    "", "1987", "password", "password1", "1password1", "12password34dragon56", "matkhauvietnam",
    "anhyeuem", "yeuem2024yeuanh", "0912345678", "hanoisaigon",
  ])
  func oneOrTwoCommonPhrasesAndDigits(text: String) {
    #expect(covered(text))
  }

  @Test(arguments: [
    "x", "passwordx", "xpassword", "passwor", "passwordpasswordpassword", "matkhauxvietnam",
    "hanoisaigondanang", "muaxuannhonho",
  ])
  func anythingMoreIsNotCommon(text: String) {
    #expect(!covered(text))
  }

  private func characters(_ text: String) throws -> (
    count: Int, isRepeated: Bool, isSequence: Bool
  ) {
    let list = try CharacterList(try secret(text))
    return (list.count, list.isRepeated, list.isSequence)
  }

  @Test func charactersAreCountedNotBytes() throws {
    #expect(try characters("").count == 0)
    #expect(try characters("hòa😀").count == 4)
  }

  @Test func repetitionAndSequenceAreSeenAtTheirEdges() throws {
    #expect(try characters("abcdabcdabcd").isRepeated)
    #expect(try characters("abcdabcdabc").isRepeated)
    #expect(try !characters("abcdeabcdeabcde").isRepeated)  // five characters over
    #expect(try !characters("abcdabcdabcx").isRepeated)
    #expect(try characters("aaabbbcccabc").isRepeated)  // three different ones
    #expect(try !characters("aaabbbcccabd").isRepeated)
    #expect(try characters("abcdefghijk").isSequence)
    #expect(try !characters("abcdx56789y").isSequence)
    #expect(try characters("456789abcd").isSequence)
    #expect(try !characters("acegikmoqs").isSequence)
  }
}
