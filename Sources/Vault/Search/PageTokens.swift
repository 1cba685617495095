/// The tokens of a segment, taken out of it on the thread that opened it.
struct PageTokens: Sendable {
  struct Field: Sendable {
    var field: FieldID
    var keyVersion: UInt16
    var tokens: [UInt64]
    var counts: SIMD16<UInt8>
    /// The kind of each token.
    var kinds: [UInt8] = []
  }

  struct Person: Sendable {
    var subject: SearchSubject
    var fields: [Field]
  }

  var people: [Person] = []

  /// Nil where the bytes are no segment.
  init?(_ cursor: SegmentCursor) {
    var cursor = cursor
    guard cursor.begin() else { return nil }
    while let id = cursor.nextPerson() {
      var fields: [Field] = []
      while let field = cursor.nextField() {
        guard !field.tokens.isEmpty else { continue }
        var found = Field(
          field: field.field, keyVersion: field.keyVersion, tokens: [],
          counts: cursor.counts(of: field))
        cursor.eachToken(of: field) { token, kind in
          found.tokens.append(token)
          found.kinds.append(kind)
        }
        fields.append(found)
      }
      people.append(Person(subject: .case(id), fields: fields))
    }
  }
}

extension IndexedField {
  var counts: SIMD16<UInt8> {
    groups.reduce(into: SIMD16<UInt8>.zero) { counts, group in
      let kind = Int(group.kind & (SearchTerm.kinds - 1))
      counts[kind] = UInt8(clamping: Int(counts[kind]) + group.tokens.count)
    }
  }
}
