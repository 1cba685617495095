import Testing

@testable import Sealing

/// What a file for another vault holds: it opens as it was sealed, under the smallest doubling and no other.
@Suite struct FileSealTests {
  private static let label: [UInt8] = Array("label".utf8)

  private func open(_ sealed: [UInt8]) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    return try FileSeal.open(sealed.span, associated: Self.label, under: key, in: arena)
  }

  /// Sealed with the padding as it is given.
  private func seal(padded: [UInt8]) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    var bytes: [UInt8] = []
    try unsafe padded.withUnsafeBufferPointer { plaintext in
      let start = try unsafe #require(plaintext.baseAddress)
      unsafe AEAD.appendSealed(
        start, count: padded.count, associated: Self.label, key: arena.pointer(to: key), to: &bytes)
    }
    return bytes
  }

  @Test(arguments: [0, 1, 4_095, 4_096, 10_000]) func itOpensAsItWasSealed(_ count: Int) throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    let content = [UInt8].pattern(count)
    let sealed = FileSeal.seal(content, associated: Self.label, under: key, in: arena)
    #expect(sealed.count == FileSeal.paddedCount(count) + FileSeal.overhead)
    #expect(try open(sealed) == content)
  }

  /// Whoever holds the key makes no second form of a content: its length would tell more than it has to.
  @Test func anotherPaddingIsNone() throws {
    func padded(_ content: [UInt8], _ mark: UInt8, to count: Int) -> [UInt8] {
      content + [mark] + [UInt8](repeating: 0, count: count - content.count - 1)
    }
    #expect(try open(seal(padded: padded([1, 2], 0x80, to: 4_096))) == [1, 2])
    for wrong in [
      padded([1, 2], 0x81, to: 4_096), padded([1, 2], 0x80, to: 8_192),
      [UInt8](repeating: 0, count: 4_096),
    ] {
      #expect(throws: SealingError.doesNotOpen) { try open(seal(padded: wrong)) }
    }
  }
}
