import Sealing

/// Takes a record out of sight, and back (Format.md, "An entry that is taken back").
extension CaseWriter {
  /// The record that an act takes out of sight, or that its answer brings back; nil for any other act.
  ///
  /// - Throws: `noSuchRecord` for one that is not in sight.
  func turned(_ writing: CaseWriting, _ second: SecondPart) throws(VaultError) -> SealedRecord? {
    if let id = writing.retracting {
      guard writing.act == .retract, let row = rows.first(where: { $0.id == id }),
        !row.isRetracted,
        context.vault.fields.classes(of: .record(id, kind: row.entity)) != nil
      else { throw .noSuchRecord }
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

  /// Nobody is found by what is out of sight; by what comes back they are found again, where who brings it back says
  /// by what, and else once the index was made good.
  func index(_ turned: SealedRecord?, _ terms: [SearchField]) throws(VaultError) {
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
