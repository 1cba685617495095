import Testing

@testable import Sealing

@Suite struct SealedFieldTests {
  static let place = FieldPlace(
    vault: identifier(0xA0), caseID: identifier(0xC0), record: identifier(0xD0),
    writer: identifier(0xE0), entity: 1, fieldClass: 2, field: 7, keyVersion: 1, fieldVersion: 1)

  /// Places that differ from ``place`` in one item each: every item a caller can set.
  static let otherPlaces: [FieldPlace] = {
    var places = [FieldPlace](repeating: place, count: 9)
    places[0].vault = identifier(0xA1)
    places[1].caseID = identifier(0xC1)
    places[2].record = identifier(0xD1)
    places[3].writer = identifier(0xE1)
    places[4].entity = 2
    places[5].fieldClass = 3
    places[6].field = 8
    places[7].keyVersion = 2
    places[8].fieldVersion = 2
    return places
  }()

  /// Text "Hòa" in NFC, state given.
  static let value: [UInt8] = [1, 0] + Array("H\u{F2}a".utf8)

  @Test func vectorOfTheFormat() throws {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: 0)
    let blob = try SealedField.seal(
      Self.value, at: Self.place, under: key, in: arena, salt: (0x40...0x57).map { $0 })
    #expect(blob.count == 116)
    #expect(
      Digest.of(blob).hex == "325c65249bf1549d12f3e2668e3fc740814674604747e418ea53c63eaaf4e205")
    #expect(try SealedField.open(blob.span, at: Self.place, under: key, in: arena) == Self.value)
  }

  /// Opens under a key of counting bytes.
  private func open(_ blob: [UInt8], at place: FieldPlace = place, key first: UInt8 = 0) throws
    -> [UInt8]
  {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try SealedField.open(blob.span, at: place, under: key, in: arena)
  }

  private func seal(
    _ value: [UInt8] = value, at place: FieldPlace = place, key first: UInt8 = 0
  ) throws -> [UInt8] {
    var arena = try KeyArena(capacity: 1)
    let key = try arena.counting(from: first)
    return try SealedField.seal(value, at: place, under: key, in: arena)
  }

  @Test(
    arguments: zip(
      [0, 1, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 511, 512, 1023, 1024, 1 << 20],
      [32, 32, 32, 64, 64, 64, 128, 128, 128, 256, 256, 512, 512, 1024, 1024, 2048, 1025 << 10]))
  func comesBackAtEveryStep(count: Int, padded: Int) throws {
    let value = [UInt8].pattern(count)
    let blob = try seal(value)
    #expect(blob.count == SealedField.overhead + padded)
    #expect(try open(blob) == value)
  }

  @Test func valuesThatLookLikePaddingComeBack() throws {
    for value: [UInt8] in [[0x80], [0x80, 0], [0, 0, 0], [UInt8](repeating: 0x80, count: 32)] {
      #expect(try open(try seal(value)) == value)
    }
  }

  @Test func saltIsFresh() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    var salts = Set<[UInt8]>()
    // More than the pool of nonces holds at once, so that it is filled anew on the way.
    for _ in 0..<500 {
      let blob = try SealedField.seal(Self.value, at: Self.place, under: key, in: arena)
      salts.insert(Array(blob[12..<36]))
    }
    #expect(salts.count == 500)
  }

  @Test func manyThreadsSealAtOnce() async throws {
    let salts = try await withThrowingTaskGroup(of: [[UInt8]].self) { group in
      for thread in 0..<4 {
        group.addTask {
          try (0..<200).map { round in
            let value = [UInt8(thread), UInt8(round)]
            let blob = try seal(value, key: UInt8(thread))
            #expect(try open(blob, key: UInt8(thread)) == value)
            return Array(blob[12..<36])
          }
        }
      }
      return try await group.reduce(into: Set<[UInt8]>()) { $0.formUnion($1) }
    }
    #expect(salts.count == 800)
  }

  @Test func everyBitOfABlobCounts() throws {
    let blob = try seal()
    for bit in 0..<blob.count * 8 {
      #expect(throws: SealingError.doesNotOpen) { try open(blob.flipping(bit: bit)) }
    }
  }

  @Test func everyLengthButItsOwnIsRefused() throws {
    let blob = try seal()
    for count in 0..<blob.count {
      #expect(throws: SealingError.doesNotOpen) { try open(Array(blob[..<count])) }
    }
    for extra in [1, 32, 64] {
      let longer = blob + [UInt8](repeating: 0, count: extra)
      #expect(throws: SealingError.doesNotOpen) { try open(longer) }
    }
  }

  @Test func swappingAnyTwoFieldsIsRefused() throws {
    let places = [Self.place] + Self.otherPlaces
    let blobs = try places.map { try seal(at: $0) }
    for (index, blob) in blobs.enumerated() {
      for (other, place) in places.enumerated() {
        if index == other {
          #expect(try open(blob, at: place) == Self.value)
        } else {
          #expect(throws: SealingError.doesNotOpen) { try open(blob, at: place) }
        }
      }
    }
  }

  /// The header tells the key's version; turning it to match the place must not help.
  @Test func aBlobWithAnotherVersionWrittenOnItIsRefused() throws {
    var blob = try seal()
    blob[8] = 2
    #expect(throws: SealingError.doesNotOpen) { try open(blob, at: Self.otherPlaces[7]) }
  }

  @Test func anotherKeyIsRefused() throws {
    #expect(throws: SealingError.doesNotOpen) { try open(try seal(), key: 1) }
  }

  @Test func headerTellsTheVersionAndNothingElsePasses() throws {
    var place = Self.place
    place.keyVersion = 0x0403_0201
    let blob = try seal(at: place)
    #expect(try SealedField.keyVersion(of: blob.span) == 0x0403_0201)
    for bit in 0..<64 {
      let forged = blob.flipping(bit: bit)
      #expect(throws: SealingError.doesNotOpen) { try SealedField.keyVersion(of: forged.span) }
    }
    let short = Array(blob[..<11])
    #expect(throws: SealingError.doesNotOpen) { try SealedField.keyVersion(of: short.span) }
  }
}
