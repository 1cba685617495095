import Foundation
import Sealing
import Testing

@testable import Vault

/// A segment, byte by byte (Format.md, "Search segments").
@Suite struct SegmentPageTests {
  private static func id(_ byte: UInt8) -> Identifier {
    Identifier([UInt8](repeating: byte, count: 16)) ?? .zero
  }

  private static let field = IndexedField(
    record: RecordID(id(0xD0)), field: FieldID(201), version: 3, keyVersion: 1,
    groups: [
      .init(kind: 1, tokens: [0x05_04_03_02_01]), .init(kind: 2, tokens: [1, 0xFF_FF_FF_FF_FF]),
    ])

  @Test func itIsAsThePageSays() throws {
    var page = SegmentPage()
    page.put([Self.field], of: CaseID(Self.id(0xC0)))
    let bytes = page.encoded
    #expect(bytes.count == SearchSegment.step - 1)
    let expected =
      [1, 1, 0] + [UInt8](repeating: 0xC0, count: 16) + [1] + [UInt8](repeating: 0xD0, count: 16)
      + [1, 201, 0, 0, 0, 3, 0, 0, 0, 1, 0, 2, 1, 1, 2, 2]
      + [1, 2, 3, 4, 5, 1, 0, 0, 0, 0, 255, 255, 255, 255, 255]
    #expect(Array(bytes.prefix(expected.count)) == expected)
    #expect(bytes.dropFirst(expected.count).allSatisfy { $0 == 0 })
    #expect(SegmentPage(decoding: bytes) == page)
  }

  @Test func whoeverHasMuchTakesAnotherStep() throws {
    var page = SegmentPage()
    for person in 0..<40 {
      var field = Self.field
      field.groups = (0..<6).map { kind in
        .init(kind: UInt8(kind), tokens: (0..<20).map { UInt64($0 * 7 + person) })
      }
      page.put([field], of: CaseID(Self.id(UInt8(person))))
    }
    #expect(page.encoded.count == 2 * SearchSegment.step - 1)
    #expect(SegmentPage(decoding: page.encoded) == page)
    #expect(SegmentPage(decoding: SegmentPage().encoded) == SegmentPage())
  }

  /// Whatever is brought is a segment or none, and stops nothing.
  @Test func hostileBytes() throws {
    var page = SegmentPage()
    for person in 0..<3 { page.put([Self.field], of: CaseID(Self.id(UInt8(person)))) }
    let whole = page.encoded
    for length in 0..<300 { _ = SegmentPage(decoding: Array(whole.prefix(length))) }
    for place in 0..<300 {
      for bit in [UInt8(1), 0x80] {
        var bytes = whole
        bytes[place] ^= bit
        if let read = SegmentPage(decoding: bytes) { #expect(read != page) }
      }
    }
    #expect(SegmentPage(decoding: []) == nil)
    #expect(SegmentPage(decoding: [2] + whole.dropFirst()) == nil)
    #expect(SegmentPage(decoding: whole.dropLast() + [1]) == nil)
  }

  @Test func whereSomebodyStandsSaysNothing() {
    var places: Set<Int> = []
    for _ in 0..<200 where places.count < 5 {
      var page = SegmentPage()
      for person in 0..<5 { page.put([], of: CaseID(Self.id(UInt8(person)))) }
      let place = page.people.firstIndex { $0.id == CaseID(Self.id(4)) }
      place.map { _ = places.insert($0) }
    }
    #expect(places.count == 5)
  }

  @Test func termsAreCountedOnceAndInNoOrder() throws {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    let terms = ["a", "b", "a", "c"].map { SearchTerm(version: 1, kind: 2, Array($0.utf8)) }
    let field = IndexedField(
      terms, of: FieldID(1), version: 1, record: RecordID(.zero), keyVersion: 7, under: key,
      in: arena)
    let group = try #require(field.groups.first)
    #expect(field.groups.count == 1 && group.tokens.count == 3)
    #expect(group.tokens == group.tokens.sorted() && field.keyVersion == 7)
    let other = SearchTerm(version: 2, kind: 2, Array("a".utf8))
    #expect(!group.tokens.contains(KeyedHash.token(other.bytes.span, key: key, in: arena)))
  }

  @Test func aTermIsWiped() {
    var term = SearchTerm(version: 1, kind: 2, Array("hoa".utf8))
    term.wipe()
    #expect(term.bytes == [0, 0, 0, 0, 0])
  }
}
