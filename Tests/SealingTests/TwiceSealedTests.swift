import Testing

@testable import Sealing

/// Opening many with one piece of memory must give what opening each by itself gives, and nothing of another.
@Suite struct TwiceSealedTests {
  private static let lengths = [300, 5, 0, 31, 900, 64, 20, 2000, 300, 1]

  /// Keys: the class's, custody's, one that opens nothing.
  private struct Keys: ~Copyable {
    var arena: KeyArena
    let field, outer, wrong, bench, second: KeyHandle

    init() throws {
      var arena = try KeyArena(capacity: 7)
      (field, outer) = (arena.makeRandom(), arena.makeRandom())
      wrong = arena.makeRandom()
      (bench, second) = (arena.reserveBench(), arena.reserveBench())
      self.arena = arena
    }

    func seal(_ value: [UInt8], at place: FieldPlace, number: UInt32 = 3) throws -> [UInt8] {
      try OuterSeal.seal(
        try SealedField.seal(value, at: place, under: field, in: arena),
        label: OuterSeal.operationsLabel, vault: place.vault, caseID: place.caseID,
        number: number, under: outer, in: arena)
    }

    func opener(_ bench: KeyHandle? = nil) -> TwiceSealed {
      TwiceSealed(
        label: OuterSeal.operationsLabel, vault: SealedFieldTests.place.vault,
        bench: bench ?? self.bench)
    }

    func open(
      _ sealed: [UInt8], at place: FieldPlace, by opener: inout TwiceSealed
    ) throws -> [UInt8] {
      let version = try opener.takeOff(sealed.span, of: place.caseID, under: outer, in: arena)
      #expect(version == place.keyVersion)
      try opener.openField(at: place, under: field, in: arena)
      return Array(opener.plaintext.prefix(opener.count))
    }
  }

  private static func place(_ index: Int) -> FieldPlace {
    var place = SealedFieldTests.place
    place.caseID = identifier(UInt8(index))
    place.fieldVersion = UInt64(index + 1)
    return place
  }

  @Test func oneAfterTheOther() throws {
    let keys = try Keys()
    var opener = keys.opener()
    for (index, length) in Self.lengths.enumerated() {
      let (value, place) = ([UInt8].pattern(length), Self.place(index))
      let sealed = try keys.seal(value, at: place, number: UInt32(index))
      #expect(try keys.open(sealed, at: place, by: &opener) == value)
    }
  }

  @Test func whatWasHandedOutStays() throws {
    let keys = try Keys()
    var opener = keys.opener()
    let place = Self.place(0)
    _ = try keys.open(keys.seal([1, 2, 3], at: place), at: place, by: &opener)
    let kept = opener.plaintext
    _ = try keys.open(keys.seal([9, 9, 9], at: place), at: place, by: &opener)
    #expect(kept.prefix(3) == [1, 2, 3])
  }

  @Test func nothingOpensElsewhere() throws {
    let keys = try Keys()
    var opener = keys.opener()
    let (place, value) = (SealedFieldTests.place, [UInt8].pattern(40))
    let sealed = try keys.seal(value, at: place)
    for other in SealedFieldTests.otherPlaces {
      #expect(throws: SealingError.doesNotOpen) {
        _ = try opener.takeOff(sealed.span, of: place.caseID, under: keys.outer, in: keys.arena)
        try opener.openField(at: other, under: keys.field, in: keys.arena)
      }
      #expect(opener.count == 0)
      // And what comes next is none the worse for it.
      #expect(try keys.open(sealed, at: place, by: &opener) == value)
    }
    #expect(throws: SealingError.doesNotOpen) {
      try opener.takeOff(sealed.span, of: identifier(9), under: keys.outer, in: keys.arena)
    }
    #expect(throws: SealingError.doesNotOpen) {
      try opener.takeOff(sealed.span, of: place.caseID, under: keys.wrong, in: keys.arena)
    }
  }

  /// The field before must not stand in for one whose outer seal did not come off.
  @Test func nothingIsLeftOver() throws {
    let keys = try Keys()
    let place = SealedFieldTests.place
    let sealed = try keys.seal([1, 2, 3], at: place)
    for spoilt in [[], Array(sealed.prefix(40)), sealed.flipping(bit: 100), sealed + [0]] {
      var opener = keys.opener()
      #expect(throws: SealingError.doesNotOpen) {
        try opener.openField(at: place, under: keys.field, in: keys.arena)
      }
      _ = try opener.takeOff(sealed.span, of: place.caseID, under: keys.outer, in: keys.arena)
      #expect(throws: SealingError.doesNotOpen) {
        try opener.takeOff(spoilt.span, of: place.caseID, under: keys.outer, in: keys.arena)
      }
      #expect(throws: SealingError.doesNotOpen) {
        try opener.openField(at: place, under: keys.field, in: keys.arena)
      }
    }
  }

  @Test func everyBitCounts() throws {
    let keys = try Keys()
    var opener = keys.opener()
    let place = SealedFieldTests.place
    let sealed = try keys.seal([1, 2, 3], at: place)
    for bit in 0..<sealed.count * 8 {
      let altered = sealed.flipping(bit: bit)
      #expect(throws: SealingError.doesNotOpen) {
        try opener.takeOff(altered.span, of: place.caseID, under: keys.outer, in: keys.arena)
      }
    }
    for count in 0..<sealed.count {
      let cut = Array(sealed.prefix(count))
      #expect(throws: SealingError.doesNotOpen) {
        try opener.takeOff(cut.span, of: place.caseID, under: keys.outer, in: keys.arena)
      }
    }
  }

  @Test func twoThreadsEachAtTheirBench() throws {
    let keys = try Keys()
    let places = (0..<40).map { Self.place($0) }
    var sealed: [[UInt8]] = []
    for (index, place) in places.enumerated() {
      sealed.append(try keys.seal(.pattern(index * 7), at: place))
    }
    let both = Both(keys: keys, sealed: sealed, places: places)
    for _ in 0..<20 {
      let (aside, here) = Aside.run({ both.openAll(isAside: true) }) {
        both.openAll(isAside: false)
      }
      #expect(aside == 40 && here == 40)
    }
  }

  private final class Both: Sendable {
    private let keys: Keys
    private let sealed: [[UInt8]]
    private let places: [FieldPlace]

    init(keys: consuming Keys, sealed: [[UInt8]], places: [FieldPlace]) {
      (self.sealed, self.places) = (sealed, places)
      self.keys = keys
    }

    /// How many came back as they were.
    func openAll(isAside: Bool) -> Int {
      var opener = keys.opener(isAside ? keys.second : keys.bench)
      return places.indices.count { index in
        let opened = try? keys.open(sealed[index], at: places[index], by: &opener)
        return opened == .pattern(index * 7)
      }
    }
  }
}
