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
}
