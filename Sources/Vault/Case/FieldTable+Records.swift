extension FieldTable {
  /// Whether every record of a case is of the kind that its name and its fields are of. The kind is in
  /// no hash: a record put into another would not be found where it is looked for, so that a copy would
  /// stay as it is while what it copies is written again.
  ///
  /// Of a copy the name says which excerpt it belongs to (`Excerpt.copyID`), and the name is in the
  /// case's manifest.
  func fits(_ records: [Drawer.Row]) -> Bool {
    let sources = records.filter { !$0.isCopy }
    return records.allSatisfy { record in
      var entity = record.row.kind
      guard record.isCopy == (entity > Excerpt.firstClass) else { return false }
      if record.isCopy {
        let id = Excerpt.source(of: record.row, among: sources.lazy.map(\.row.id))
        guard let source = sources.first(where: { $0.row.id == id }) else { return false }
        entity = source.row.kind
      }
      return record.fields.allSatisfy { field in
        field.id == Excerpt.endField || self[field.id].map { $0.entity == entity } ?? true
      }
    }
  }
}

extension Drawer.Row {
  /// Whether it is a record of an excerpt: those and no others seal the day on which it ends.
  var isCopy: Bool { fields.contains { $0.id == Excerpt.endField } }
}
