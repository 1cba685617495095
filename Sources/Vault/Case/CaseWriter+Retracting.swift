import Sealing

/// Takes a record out of sight, and back (Format.md, "An entry that is taken back").
extension CaseWriter {
  /// The record that an act takes out of sight, or that its answer brings back; nil for any other act.
  ///
  /// - Throws: `noSuchRecord` for one that is not in sight.
  func turned(_ writing: CaseWriting, _ second: SecondPart) throws(VaultError) -> SealedRecord? {
    if let id = writing.retracting {
      guard let row = rows.first(where: { $0.id == id }), !row.isRetracted,
        case let part = ErasedPart.record(id, kind: row.entity),
        context.vault.fields.classes(of: part) != nil
      else { throw .noSuchRecord }
      // What is out of sight is what is asked for: else nobody could bring it back.
      guard writing.act == .retract, case .ask(let subject, _) = writing.second,
        ErasureSubject(text: subject)?.part == part
      else { throw .nothingToDo }
      return turn(row.retracted)
    }
    guard let id = second.returned, let row = rows.first(where: { $0.id == id }), row.isRetracted,
      kept[row.key]?.isEmpty == false
    else {
      // Nothing is asked to be taken back that stays in sight.
      guard writing.act != .retract else { throw .nothingToDo }
      return nil
    }
    return turn(row.returned)
  }

  private func turn(_ row: Transaction.RecordRow) -> SealedRecord {
    .next(row, kept: kept[row.key] ?? [], new: [], writer: context.asker)
  }

  /// People are found by what is written, and by what comes back.
  func index(
    _ changes: [RecordChange], as records: [SealedRecord], _ turned: SealedRecord?,
    _ terms: [SearchField]
  ) throws(VaultError) {
    try index(SearchField.written(changes, as: records), records)
    try index(turned, terms)
  }

  /// Nobody is found by what is out of sight; by what comes back they are found again, where who brings it back says
  /// by what, and else once the index was made good.
  private func index(_ turned: SealedRecord?, _ terms: [SearchField]) throws(VaultError) {
    guard let row = turned?.row else { return }
    let index = SearchIndex(context)
    try index.clear(row.id, isDue: !row.isRetracted, ofFile: file.key, file.id)
    var found: [IndexedField] = []
    for item in terms where item.record == row.id && !row.isRetracted {
      let version = kept[row.key]?.newestVersions[item.field] ?? 0
      let field = index.field(
        sealer.restrictions.hides(item.field) ? [] : item.terms, of: item.field, version: version,
        record: row.id)
      if let field { found.append(field) }
    }
    if !found.isEmpty { try index.put(found, ofFile: file.key, file.id) }
    try index.flush()
  }
}
