import Testing

@testable import Sealing

@Suite struct SealedNoteTests {
  private let place = Digest.of(Array("here".utf8))

  private func open(_ sealed: [UInt8], at place: Digest, _ box: borrowing BoxKey) -> [UInt8]? {
    try? SealedNote.open(sealed.span, at: place, with: box)
  }

  @Test(arguments: [0, 1, 31, 32, 500, 4_000])
  func itOpensForWhomItIs(_ count: Int) throws {
    let box = try BoxKey.makeRandom()
    let other = try BoxKey.makeRandom()
    let text = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let sealed = try SealedNote.seal(text, at: place, to: box.publicKey)
    #expect(sealed.count == Padding.paddedCount(count) + 80)
    #expect(open(sealed, at: place, box) == text)
    #expect(open(sealed, at: place, other) == nil)
    #expect(open(sealed, at: Digest.of([1]), box) == nil)
  }

  @Test func aByteChangedOpensNothing() throws {
    let box = try BoxKey.makeRandom()
    let sealed = try SealedNote.seal(Array("vì sao".utf8), at: place, to: box.publicKey)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(open(changed, at: place, box) == nil, "byte \(index)")
    }
    for count in [0, 47, 79, 80, sealed.count - 1] {
      #expect(open(Array(sealed.prefix(count)), at: place, box) == nil)
    }
  }

  @Test func whatIsTooLongIsRefused() throws {
    let box = try BoxKey.makeRandom()
    #expect(throws: SealingError.length) {
      try SealedNote.seal([UInt8](repeating: 0x61, count: 4_001), at: place, to: box.publicKey)
    }
  }
}
