import Vault

/// The values of a form, sorted into the records that hold them.
struct CaseChanges {
  var operations: [FieldID: FieldValue] = [:]
  var records: [RecordChange] = []
  /// The draft that they were made from.
  var draft: Int?
  /// The entry of the page that a request is answered by.
  var page: Int?

  /// Every field that changes.
  var fields: Set<FieldID> { Set(records.flatMap(\.fields.keys)).union(operations.keys) }

  init() {}

  /// - Parameters:
  ///   - entered: when somebody typed it; clocks run from the date on the paper, and more than a day
  ///     between the two is shown as entered late.
  ///   - correcting: the one of many records that is meant, where it stands already.
  init(
    _ values: [FieldID: FieldValue], book: RuleBook, entered: Moment, correcting: RecordID? = nil
  ) {
    var byEntity: [UInt16: [FieldID: FieldValue]] = [:]
    for (id, value) in values {
      guard let field = book[id] else { continue }
      byEntity[field.entity, default: [:]][id] = value
    }
    operations = byEntity.removeValue(forKey: EntityDefinition.caseNumber) ?? [:]
    let entered = FieldValue.dateTime(entered.text)
    records = byEntity.sorted { $0.key < $1.key }.map { number, fields in
      var fields = fields
      if let stamp = book.stamp(of: number) { fields[stamp] = entered }
      guard book.entity(number)?.isMany ?? false else {
        return RecordChange(.sole, entity: number, fields: fields)
      }
      // Named here, so that the clocks of the record can say whose they are in the same act.
      return correcting.map { RecordChange(.existing($0), entity: number, fields: fields) }
        ?? RecordChange(.new, entity: number, fields: fields, name: .makeRandom())
    }
  }
}
