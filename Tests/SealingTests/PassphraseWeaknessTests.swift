import Testing

@testable import Sealing

@Suite struct PassphraseWeaknessTests {
  private func weakness(_ text: String) throws -> PassphraseWeakness? {
    try PassphraseStretching.weakness(of: try secret(text))
  }

  @Test(arguments: [
    ("", PassphraseWeakness.short), ("hòa bình", .short), ("aB3$xY9!z", .short),
    // Ten bytes and more, but nine characters.
    ("ộộộỡỡỡằằằ", .short), ("o\u{323}\u{302}xyzuvwqk", .short),
    ("aaaaaaaaaa", .repeated), ("abababababab", .repeated), ("hòahòahòahòa", .repeated),
    ("ab1ab1ab1ab", .repeated), ("aabbabbaabab", .repeated),
    ("abcdefghij", .sequence), ("0123456789", .sequence), ("9876543210", .sequence),
    ("1234567890", .sequence), ("zyxwvutsrq", .sequence), ("abcdefghijklm1", .sequence),
    ("password123", .common), ("Password 2024!", .common), ("qwertyuiop", .common),
    ("mật khẩu", .short), ("mật khẩu 123", .common), ("MậtKhẩuMới1", .common),
    ("anh yêu em 99", .common), ("yêu em yêu anh", .common), ("Việt Nam vô địch", .common),
    ("Hà Nội Sài Gòn", .common), ("Nguyễn Văn A 1990", .common), ("0912 345 678", .common),
    ("!!!! ???? ----", .common), ("correct horse", .common),
  ])
  func theWeak(text: String, expected: PassphraseWeakness) throws {
    #expect(try weakness(text) == expected)
  }

  @Test(arguments: [
    "bảy con mèo tím uống trà đêm", "kéo cày dưới mưa xám", "Tr0ng-vườn-có-hai-cây-khế",
    "nine purple goats sing", "gk3!vPq8#zLm",
  ])
  func theStrong(text: String) throws {
    #expect(try weakness(text) == nil)
  }

  @Test func oneWordIsWeakInEveryForm() throws {
    let composed = "m\u{1EAD}t kh\u{1EA9}u 123"
    let apart = "ma\u{323}\u{302}t kha\u{302}\u{309}u 123"
    #expect(try weakness(composed) == .common)
    #expect(try weakness(apart) == .common)
  }

  @Test func whatCannotBeNormalisedIsNotJudged() {
    #expect(throws: SealingError.passphraseForm) { try weakness("e\u{308}e\u{308}e\u{308}") }
  }
}
