import AuditLog
import Sealing

/// Takes a record out of sight, and back (Format.md, "An entry that is taken back").
extension CaseWriter {
  /// The record that an act takes out of sight, or that its answer brings back; nil for any other act.
  ///
  /// - Throws: `noSuchRecord` for one of which nothing is left.
  func turned(_ writing: CaseWriting, _ second: SecondPart) throws(VaultError) -> SealedRecord? {
    if let id = writing.retracting {
      guard let row = rows.first(where: { $0.id == id }), kept[row.key]?.isEmpty == false,
        case let part = ErasedPart.record(id, kind: row.kind),
        context.vault.fields.classes(of: part) != nil
      else { throw .noSuchRecord }
      // What is out of sight is what is asked for: else nobody could bring it back.
      guard writing.act == .retract, case .ask(let subject, _) = writing.second,
        ErasureSubject(text: subject)?.part == part
      else { throw .nothingToDo }
      guard row.isRetracted else { return turn(row.retracted) }
      // One that is out of sight already is asked for anew by who names the ask of before: who asked may have left.
      guard writing.ref != nil else { throw .noSuchRecord }
      return nil
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

  /// Takes out of sight what waits out of sight in a newer vault, in one that is restored: who asked there asks for
  /// nothing here.
  ///
  /// - Returns: whether it was in sight.
  func hide(
    _ id: RecordID, as role: Role, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Bool {
    guard let row = rows.first(where: { $0.id == id }), !row.isRetracted,
      kept[row.key]?.isEmpty == false
    else { return false }
    var change = CaseChange()
    change.records = [turn(row.retracted)]
    let item = try itemName(id)
    let seq = try commit(change, Act.caseRetract) { entry in
      (entry.item, entry.role) = (item, role.rawValue)
      fill(&entry)
    }
    guard let file = try tx.file(key: file.key) else { throw .noSuchCase }
    _ = try ExcerptEnder(context: context, file: file).end(.holding(id), by: seq, role: role)
    try SearchIndex(context).clearRestored(ofFile: file.key)
    return true
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
