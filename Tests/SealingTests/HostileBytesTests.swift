import Testing

@testable import Sealing

/// Whatever bytes come from outside: every reader answers with its error and never with a trap.
@Suite struct HostileBytesTests {
  /// Small numbers that are the same in every run (xorshift64), so that a failure can be repeated.
  struct Numbers {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }

    /// Noise of a length that is likely to matter to some reader.
    mutating func noise(around lengths: [Int]) -> [UInt8] {
      let length = max(0, lengths[next(below: lengths.count)] + next(below: 5) - 2)
      return (0..<length).map { _ in UInt8(next(below: 256)) }
    }
  }

  private static let lengths = [0, 12, 21, 44, 72, 84, 94, 105, 112, 116, 120, 123, 138, 246, 1200]

  @Test func sealedThings() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    var numbers = Numbers(state: 1)
    for _ in 0..<2000 {
      var bytes = numbers.noise(around: Self.lengths)
      #expect(throws: SealingError.doesNotOpen) {
        try SealedField.open(bytes.span, at: SealedFieldTests.place, under: key, in: arena)
      }
      #expect(throws: SealingError.doesNotOpen) {
        try OuterSeal.open(
          bytes.span, label: "x", vault: .zero, caseID: .zero, under: key, in: arena)
      }
      #expect(throws: SealingError.doesNotOpen) {
        try GrantPack.open(
          bytes.span, under: key, in: arena, vault: .zero, caseID: .zero, principal: .member(.zero))
      }
      // A right header before noise gets further in.
      let header = Array("SKF".utf8) + [1, 1, 1, 0, 0, 1, 0, 0, 0]
      for index in bytes.indices.prefix(12) { bytes[index] = header[index] }
      #expect(throws: SealingError.doesNotOpen) {
        try SealedField.open(bytes.span, at: SealedFieldTests.place, under: key, in: arena)
      }
    }
  }

  @Test func listsAndSlots() {
    var numbers = Numbers(state: 2)
    for _ in 0..<2000 {
      var bytes = numbers.noise(around: Self.lengths)
      let label = Array("safekeep/grant/1".utf8)
      if !bytes.isEmpty {
        #expect(throws: SealingError.doesNotOpen) { _ = try GrantList(reading: bytes.span) }
      }
      for index in bytes.indices where index % 123 < 16 { bytes[index] = label[index % 123] }
      // Noise can be a list now, if its kinds are right; then it must be the same list again.
      if let list = try? GrantList(reading: bytes.span) { #expect(list.bytes == bytes) }
      if bytes.count > 0 { bytes[0] = 1 }
      if let slot = try? PassphraseSlot(bytes: bytes) { #expect(slot.bytes == bytes) }
    }
  }

  @Test func writtenForms() throws {
    var numbers = Numbers(state: 3)
    let characters = Array("0123456789abcdefABCDEFUuOoIl -\n\r\t.\u{0}ế".utf8)
    for _ in 0..<200 {
      let length = [0, 26, 30, 35, 72, 90][numbers.next(below: 6)] + numbers.next(below: 3)
      let text = (0..<length).map { _ in characters[numbers.next(below: characters.count)] }
      #expect(throws: SealingError.doesNotOpen) {
        _ = try InvitationCode.code(from: try secret(text))
      }
    }
  }

  /// Normalising noise refuses it or gives something that stays as it is.
  @Test func passphrases() throws {
    var numbers = Numbers(state: 4)
    let pieces = [
      "a", "\u{1A1}", "\u{1EAD}", "e", "\u{301}", "\u{323}", "\u{302}", "\u{31B}", "U", " ", "9",
      "\u{111}", "\u{E2}",
    ].map { Array($0.utf8) }
    var accepted = 0
    for _ in 0..<400 {
      var text = (0..<numbers.next(below: 12)).flatMap { _ in
        pieces[numbers.next(below: pieces.count)]
      }
      if numbers.next(below: 8) == 0 { text.append(UInt8(numbers.next(below: 256))) }
      guard let once = try? PassphraseStretching.normalize(try secret(text)) else { continue }
      accepted += 1
      let twice = try PassphraseStretching.normalize(once)
      let isSame = once == twice
      #expect(isSame)
      #expect(once.count <= text.count)
    }
    #expect(accepted > 40)
  }
}
