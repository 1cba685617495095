import Sealing

/// Goes through an opened segment where it lies, person by person and field by field: a search reads some million
/// tokens, and nothing is made of those that were not asked for.
struct SegmentCursor {
  /// A field, and where its tokens are.
  struct Field {
    var record: RecordID
    var field: FieldID
    var version: UInt32
    var keyVersion: UInt16
    /// Where the kinds and numbers of its groups stand.
    var groups: Range<Int>
    var tokens: Range<Int>
  }

  private let bytes: [UInt8]
  private let count: Int
  private var position = 0
  private var people = 0
  private var records = 0
  private var fields = 0
  private var record = RecordID(.zero)
  private var isBroken = false
  /// The fields of the person at hand, and what of a question each has: memory that serves for all people of a
  /// segment, for nothing is asked of most of them.
  var looked: [(field: Field, matched: SearchTermSet)] = []

  /// - Parameter count: how many of the bytes are the segment.
  init(_ bytes: [UInt8], count: Int) {
    self.bytes = bytes
    self.count = min(count, bytes.count)
  }

  /// Whether it began as a segment does.
  mutating func begin() -> Bool {
    guard byte() == SegmentPage.form else {
      isBroken = true
      return false
    }
    people = integer(2)
    return !isBroken
  }

  /// How many people stand in it, before any was looked at; nil where it is no segment.
  var held: Int? {
    var copy = self
    return copy.begin() ? copy.people : nil
  }

  /// Whether everything was where it must be, and only zeros stand behind it.
  var isSound: Bool {
    !isBroken && people == 0 && records == 0 && fields == 0
      && (position..<count).allSatisfy { bytes[$0] == 0 }
  }

  mutating func nextPerson() -> CaseID? {
    while nextField() != nil {}
    guard !isBroken, people > 0 else { return nil }
    people -= 1
    let id = identifier()
    records = byte()
    return isBroken ? nil : CaseID(id)
  }

  /// The next field of the person at hand.
  mutating func nextField() -> Field? {
    while !isBroken, fields == 0, records > 0 {
      records -= 1
      record = RecordID(identifier())
      fields = byte()
      // None is written without one: a page has one spelling.
      isBroken = isBroken || fields == 0
    }
    guard !isBroken, fields > 0 else { return nil }
    fields -= 1
    let id = FieldID(UInt32(integer(4)))
    let (version, keyVersion) = (UInt32(integer(4)), UInt16(integer(2)))
    let groups = skip(2 * byte())
    var tokens = 0
    for place in stride(from: groups.lowerBound, to: groups.upperBound, by: 2) {
      tokens += Int(bytes[place + 1])
    }
    let range = skip(tokens * IndexedField.tokenLength)
    guard !isBroken else { return nil }
    return Field(
      record: record, field: id, version: version, keyVersion: keyVersion, groups: groups,
      tokens: range)
  }

  /// How many tokens a field has of each kind.
  func counts(of field: Field) -> SIMD16<UInt8> {
    var counts = SIMD16<UInt8>.zero
    for place in stride(from: field.groups.lowerBound, to: field.groups.upperBound, by: 2) {
      let kind = Int(bytes[place] & (SearchTerm.kinds - 1))
      counts[kind] = UInt8(clamping: Int(counts[kind]) + Int(bytes[place + 1]))
    }
    return counts
  }

  /// Hands over the tokens of a field, each with its kind.
  func eachToken(of field: Field, _ body: (UInt64, UInt8) -> Void) {
    var place = field.tokens.lowerBound
    for group in stride(from: field.groups.lowerBound, to: field.groups.upperBound, by: 2) {
      for _ in 0..<bytes[group + 1] {
        body(token(at: place), bytes[group])
        place += IndexedField.tokenLength
      }
    }
  }

  /// What of a question a field has. Nearly every token is done with by its first two bytes.
  func matched(_ asked: HashedQuestion, in field: Field) -> SearchTermSet {
    var matched = SearchTermSet()
    for place in stride(
      from: field.tokens.lowerBound, to: field.tokens.upperBound, by: IndexedField.tokenLength)
    where asked.mayHold(UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8) {
      if let terms = asked.terms(of: token(at: place), version: field.keyVersion) {
        matched.formUnion(terms)
      }
    }
    return matched
  }

  func groups(of field: Field) -> [IndexedField.Group] {
    var found: [IndexedField.Group] = []
    var place = field.tokens.lowerBound
    for group in stride(from: field.groups.lowerBound, to: field.groups.upperBound, by: 2) {
      let count = Int(bytes[group + 1])
      found.append(
        IndexedField.Group(
          kind: bytes[group],
          tokens: (0..<count).map { token(at: place + $0 * IndexedField.tokenLength) }))
      place += count * IndexedField.tokenLength
    }
    return found
  }

  func token(at place: Int) -> UInt64 {
    UInt64(bytes[place]) | UInt64(bytes[place + 1]) << 8 | UInt64(bytes[place + 2]) << 16
      | UInt64(bytes[place + 3]) << 24 | UInt64(bytes[place + 4]) << 32
  }

  // MARK: Steps

  private mutating func skip(_ length: Int) -> Range<Int> {
    guard length <= count - position else {
      isBroken = true
      return position..<position
    }
    defer { position += length }
    return position..<position + length
  }

  private mutating func byte() -> Int { integer(1) }

  private mutating func integer(_ length: Int) -> Int {
    skip(length).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
  }

  private mutating func identifier() -> Identifier {
    let range = skip(16)
    return Identifier(bytes.span.extracting(range)) ?? .zero
  }
}
