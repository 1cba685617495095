import Testing

@testable import safekeep

@Suite struct EscapingTests {
  @Test func plainTextIsLeftAlone() {
    for text in ["", "Nguyễn Thị Hoà", "中文", "a\\b", "👩‍👧"] {
      #expect(Escaping.line(text) == text)
      #expect(Escaping.lines(text) == text)
    }
  }

  @Test func everyC0AndC1ControlIsShown() {
    for value in Array(0x00...0x1F) + Array(0x7F...0x9F) {
      let scalar = Unicode.Scalar(UInt8(value))
      let hex = String(value, radix: 16, uppercase: true)
      let digits = String(repeating: "0", count: 4 - hex.count) + hex
      #expect(Escaping.line("a\(scalar)b") == "a\\u\(digits)b")
    }
  }

  @Test(arguments: [
    "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}", "\u{2028}", "\u{2029}",
  ])
  func bidiControlsAndLineSeparatorsAreShown(control: String) {
    let shown = Escaping.line("a" + control + "b")
    #expect(shown.hasPrefix("a\\u") && shown.hasSuffix("b"))
    #expect(shown.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test func aSequenceThatClearsTheScreenIsText() {
    #expect(Escaping.line("\u{1B}[2J") == "\\u001B[2J")
    #expect(Escaping.lines("\u{9B}2J") == "\\u009B2J")
  }

  @Test func linesKeepLineFeedAndTabOnly() {
    #expect(Escaping.lines("a\n\tb\rc") == "a\n\tb\\u000Dc")
    #expect(Escaping.line("a\nb") == "a\\u000Ab")
  }

  /// A carriage return and line feed are one Character; the return must not hide behind it.
  @Test func aReturnBeforeALineFeedIsSeen() {
    #expect(Escaping.lines("a\r\nb") == "a\\u000D\nb")
  }

  @Test func aFieldOfAPipeHoldsNoTabAndNoLine() {
    #expect(Escaping.field("a\tb\nc\\d\re") == "a\\tb\\nc\\\\d\\re")
    #expect(Escaping.field("\u{1B}x") == "\\u001Bx")
    #expect(Escaping.field("Hòa") == "Hòa")
  }

  /// Marks that join letters are no controls: a Vietnamese name must come through untouched.
  @Test func combiningMarksAndJoinersStay() {
    let decomposed = "Nguye\u{0302}\u{0303}n"
    #expect(Escaping.line(decomposed).unicodeScalars.elementsEqual(decomposed.unicodeScalars))
    #expect(!Escaping.isControl("\u{200D}"))
  }
}
