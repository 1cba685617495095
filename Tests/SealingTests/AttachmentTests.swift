import Testing

@testable import Sealing

@Suite struct AttachmentTests {
  static let place = SealedFieldTests.place
  static let full = AttachmentRows.capacity

  struct Sealed {
    var front: [UInt8]
    var rows: [[UInt8]]
  }

  private func seal(_ content: [UInt8], at place: FieldPlace = place, key first: UInt8 = 0) throws
    -> Sealed
  {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    var sealer = try AttachmentSealer(at: place, under: key, in: arena)
    var rows: [[UInt8]] = []
    var rest = content[...]
    while rest.count > Self.full {
      rows.append(try sealer.seal(Array(rest.prefix(Self.full)).span))
      rest = rest.dropFirst(Self.full)
    }
    try sealer.finish(Array(rest).span) { rows.append($0) }
    #expect(sealer.count == content.count)
    #expect(sealer.rows == rows.count)
    return Sealed(front: sealer.front, rows: rows)
  }

  /// What comes out, and whether it was whole.
  private func open(_ sealed: Sealed, at place: FieldPlace = place, key first: UInt8 = 0) throws
    -> (content: [UInt8], isComplete: Bool)
  {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    var opener = try AttachmentOpener(sealed.front.span, at: place, under: key, in: arena)
    var content: [UInt8] = []
    for row in sealed.rows { content += try opener.open(row.span) }
    return (content, opener.isComplete)
  }

  /// Made by hand, row by row, as the sealer never would.
  private func forge(_ pieces: [[UInt8]], tag: UInt8 = AttachmentTag.message) throws -> Sealed {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    var sealer = try AttachmentSealer(at: Self.place, under: key, in: arena)
    var rows: [[UInt8]] = []
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      rows.append(try sealer.push(piece.span, tag: isLast ? AttachmentTag.final : tag))
    }
    return Sealed(front: sealer.front, rows: rows)
  }

  /// Sizes about the edges of rows, and how many rows each is given.
  static let sizes: [(count: Int, rows: Int)] = [
    (0, 1), (1, 1), (full - 1, 1), (full, 1), (full + 1, 2), (2 * full, 2), (8 * full, 8),
    (8 * full + 1, 10), (17 * full, 18),
  ]

  @Test(arguments: sizes)
  func comesBackInRowsOfOneLength(count: Int, rows: Int) throws {
    let content = [UInt8].pattern(count)
    let sealed = try seal(content)
    #expect(sealed.rows.count == rows)
    #expect(sealed.rows.allSatisfy { $0.count == 65_553 })
    #expect(sealed.front.count == 92)
    let opened = try open(sealed)
    #expect(opened.content == content)
    #expect(opened.isComplete)
  }

  @Test func aNumberOfRowsIsRoundedByAnEighthAtMost() {
    for rows in 1...20_000 {
      let rounded = AttachmentRows.rounded(rows)
      #expect(rounded >= rows && (rounded - rows) * 8 < rows)
      #expect(AttachmentRows.rounded(rounded) == rounded)
    }
    #expect(Set((1...16_384).map { AttachmentRows.rounded($0) }).count < 200)
  }

  /// A row that is missing at the end opens nothing wrong; it is the final tag that is missed.
  @Test func aTruncatedFileIsNotWhole() throws {
    var sealed = try seal(.pattern(3 * Self.full))
    while !sealed.rows.isEmpty {
      sealed.rows.removeLast()
      #expect(try open(sealed).isComplete == false)
    }
  }

  @Test func rowsThatAreMovedDoubledLeftOutOrAddedAreRefused() throws {
    let sealed = try seal(.pattern(3 * Self.full))
    let rows = sealed.rows
    for order in [
      [1, 0, 2], [0, 2, 1], [0, 0, 1, 2], [0, 2], [1, 2], [0, 1, 2, 2], [0, 1, 2, 0],
    ] {
      let forged = Sealed(front: sealed.front, rows: order.map { rows[$0] })
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
  }

  /// The same file sealed again at the same place: its rows are not those of the first.
  @Test func rowsOfAnotherSealingAreRefused() throws {
    let one = try seal(.pattern(3 * Self.full))
    let other = try seal(.pattern(3 * Self.full))
    for index in 0..<3 {
      var forged = one
      forged.rows[index] = other.rows[index]
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
    #expect(throws: SealingError.doesNotOpen) {
      try open(Sealed(front: other.front, rows: one.rows))
    }
  }

  @Test func everyItemOfThePlaceCounts() throws {
    let sealed = try seal(.pattern(100))
    for place in SealedFieldTests.otherPlaces {
      #expect(throws: SealingError.doesNotOpen) { try open(sealed, at: place) }
    }
    #expect(throws: SealingError.doesNotOpen) { try open(sealed, key: 1) }
  }

  @Test func everyBitOfTheFrontAndAnyOfARowCounts() throws {
    let sealed = try seal(.pattern(100))
    for bit in 0..<sealed.front.count * 8 {
      let forged = Sealed(front: sealed.front.flipping(bit: bit), rows: sealed.rows)
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
    for bit in stride(from: 0, to: 65_553 * 8, by: 4_099) {
      let forged = Sealed(front: sealed.front, rows: [sealed.rows[0].flipping(bit: bit)])
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
  }

  @Test func anotherLengthIsRefused() throws {
    let sealed = try seal(.pattern(100))
    for count in 0..<sealed.front.count {
      let forged = Sealed(front: Array(sealed.front[..<count]), rows: sealed.rows)
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
    for row in [[], Array(sealed.rows[0].dropLast()), sealed.rows[0] + [0]] {
      #expect(throws: SealingError.doesNotOpen) {
        try open(Sealed(front: sealed.front, rows: [row]))
      }
    }
    let longer = Sealed(front: sealed.front + [0], rows: sealed.rows)
    #expect(throws: SealingError.doesNotOpen) { try open(longer) }
  }

  @Test func nothingOpensBehindARowThatDoesNot() throws {
    let sealed = try seal(.pattern(2 * Self.full))
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    var opener = try AttachmentOpener(sealed.front.span, at: Self.place, under: key, in: arena)
    for row in [sealed.rows[1], sealed.rows[0]] {
      #expect(throws: SealingError.doesNotOpen) { _ = try opener.open(row.span) }
    }
  }

  /// One content has one form: whoever holds the key cannot hide its size worse, or better.
  @Test func rowsThatTheSealerWouldNotMakeAreRefused() throws {
    let piece = [UInt8].pattern(Self.full)
    let nine = [[UInt8]](repeating: piece, count: 9)
    #expect(try open(try forge(nine + [[]])).isComplete)
    for pieces in [nine, nine + [[], []], [[1], piece], [[], [1]], [[1], []]] {
      let forged = try forge(pieces)
      #expect(throws: SealingError.doesNotOpen) { try open(forged) }
    }
  }

  /// Secretstream knows two more tags, which would change the key behind a row.
  @Test(arguments: [1, 2] as [UInt8]) func aRowWithAnotherTagIsRefused(tag: UInt8) throws {
    let forged = try forge([.pattern(Self.full), [1]], tag: tag)
    #expect(throws: SealingError.doesNotOpen) { try open(forged) }
  }

  @Test func piecesOfAWrongLengthAreRefused() throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    var sealer = try AttachmentSealer(at: Self.place, under: key, in: arena)
    let full = [UInt8].pattern(Self.full)
    let long = full + [0]
    for piece in [[], [1], long] {
      #expect(throws: SealingError.length) { _ = try sealer.seal(piece.span) }
    }
    #expect(throws: SealingError.length) { try sealer.finish(long.span) { _ in } }
    _ = try sealer.seal(full.span)
    let nothing: [UInt8] = []
    #expect(throws: SealingError.length) { try sealer.finish(nothing.span) { _ in } }
    try sealer.finish(full.span) { _ in }
    #expect(throws: SealingError.length) { _ = try sealer.seal(full.span) }
  }
}
