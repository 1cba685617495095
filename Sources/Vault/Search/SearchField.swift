/// What the present value of one field can be found by. A field that stands so takes the place of what the index
/// had of it; one without terms leaves nothing by which it is found.
public struct SearchField: Sendable {
  public var record: RecordID
  public var field: FieldID
  public var terms: [SearchTerm]

  public init(record: RecordID, field: FieldID, terms: [SearchTerm]) {
    (self.record, self.field, self.terms) = (record, field, terms)
  }

  /// Those of a case that is opened, whose new records have their names by now.
  static func all(of opening: CaseOpening, as records: [SealedRecord]) -> [SearchField] {
    written(opening.records, as: records) + opening.keptTerms
  }

  /// Those that stand with what is written; the records come in the same order.
  static func written(_ changes: [RecordChange], as records: [SealedRecord]) -> [SearchField] {
    zip(changes, records).flatMap { change, sealed in
      change.terms.sorted { $0.key < $1.key }.filter { change.fields[$0.key] != nil }.map {
        SearchField(record: sealed.row.id, field: $0.key, terms: $0.value)
      }
    }
  }
}
