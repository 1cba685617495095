import Testing

@testable import Sealing

@Suite struct IdentifierTests {
  @Test func keepsItsBytes() throws {
    let bytes = [UInt8](0x10...0x1F)
    let identifier = try #require(Identifier(bytes))
    #expect(identifier.bytes == bytes)
    #expect(identifier.hex == "101112131415161718191a1b1c1d1e1f")
    var appended: [UInt8] = [9]
    identifier.append(to: &appended)
    #expect(appended == [9] + bytes)
    #expect(Identifier.zero.bytes == [UInt8](repeating: 0, count: 16))
  }

  @Test(arguments: [0, 15, 17, 32]) func wantsSixteenBytes(count: Int) {
    #expect(Identifier([UInt8](repeating: 1, count: count)) == nil)
  }

  @Test func ordersAsItsBytesDo() throws {
    // Each pair differs in one byte, at every position, across the word boundary too.
    for index in 0..<16 {
      var low = [UInt8](repeating: 0x7F, count: 16)
      var high = low
      low[index] = 0x01
      high[index] = 0xFE
      for later in index + 1..<16 { low[later] = 0xFF }
      let left = try #require(Identifier(low))
      let right = try #require(Identifier(high))
      #expect(left < right)
      #expect(!(right < left))
    }
  }

  @Test func randomOnesDiffer() {
    let many = Set((0..<1000).map { _ in Identifier.makeRandom() })
    #expect(many.count == 1000)
    // Every bit takes both values: nothing of it is fixed.
    let ones = many.reduce(into: (high: UInt64(0), low: UInt64(0))) { bits, identifier in
      bits.high |= identifier.high
      bits.low |= identifier.low
    }
    #expect(ones.high == .max && ones.low == .max)
  }

  @Test func randomBytesHaveTheirLength() {
    #expect(Randomness.bytes(0).isEmpty)
    #expect(Randomness.bytes(33).count == 33)
    #expect(Randomness.bytes(32) != Randomness.bytes(32))
  }
}
