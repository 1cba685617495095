import Testing

@testable import Sealing

@Suite struct SeedTextTests {
  static let text = """
    0001 0203 0405 0607
    0809 0a0b 0c0d 0e0f
    1011 1213 1415 1617
    1819 1a1b 1c1d 1e1f
    032c 1381

    """

  private func read(_ text: String) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let seed = try SeedText.seed(from: try secret(text), into: &arena)
    return arena.revealed(seed)
  }

  @Test func writesWhatTheFormatSays() throws {
    var arena = try KeyArena(capacity: 1)
    let seed = try arena.counting(from: 0)
    let text = try SeedText.text(of: seed, in: arena)
    #expect(String(decoding: revealed(text), as: UTF8.self) == Self.text)
  }

  @Test func readsItHoweverItWasCopied() throws {
    let expected = [UInt8](0...31)
    #expect(try read(Self.text) == expected)
    #expect(try read(Self.text.uppercased()) == expected)
    #expect(try read(Self.text.filter { !$0.isWhitespace }) == expected)
    #expect(try read("  " + Self.text.replacing("\n", with: "\r\n")) == expected)
    #expect(try read(Self.text.replacing(" ", with: "-")) == expected)
  }

  @Test func seedsOfKeysComeBack() throws {
    let key = try SigningKey.makeRandom()
    let text = try key.withSeed { (seed) throws(SealingError) in try SeedText.text(of: seed) }
    var arena = try KeyArena(capacity: 1)
    let seed = try SeedText.seed(from: text, into: &arena)
    #expect(try SigningKey(seed: seed, in: arena).publicKey == key.publicKey)
    #expect(throws: SealingError.length) {
      let short = [UInt8](repeating: 1, count: 31)
      _ = try SeedText.text(of: short.span)
    }
  }

  @Test func everyDigitCounts() {
    let digits = Array(Self.text.utf8)
    for index in digits.indices where digits[index] > 0x20 {
      var wrong = digits
      wrong[index] = digits[index] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      #expect(throws: SealingError.doesNotOpen) {
        try read(String(decoding: wrong, as: UTF8.self))
      }
    }
  }

  @Test(arguments: [
    "", "0001", String(text.dropLast(2)), text + "00", text + "0", text.replacing("0a", with: "0g"),
    text.replacing("0203", with: "02.03"),
  ])
  func whatIsNoSeedIsRefused(text: String) {
    #expect(throws: SealingError.doesNotOpen) { try read(text) }
  }
}
