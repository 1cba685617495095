import AuditLog
import Sealing

extension CaseWriter {
  /// Gives a member copies of fields that the giver has just read.
  ///
  /// - Throws: `changedMeanwhile` where one of them was written since.
  func give(
    _ records: [DisclosedRecord], to member: MemberID, until: Int, role: Role,
    _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    guard let row = try tx.member(member), let actor = context.directory.actor(of: member)
    else { throw .noSuchMember }
    // Restricted since the question was asked (`checkSharing`): it is asked again.
    guard
      !context.gate.isExcluded(
        member, from: sealer.restrictions, any: records.flatMap(\.fields.keys))
    else { throw .changedMeanwhile }
    for record in records {
      guard try isNewest(record) else { throw .changedMeanwhile }
    }
    let last = try tx.excerpts(of: file.key).last?.keyClass ?? Excerpt.firstClass
    let maker = ExcerptMaker(context, file, keyClass: last + 1, version: 1)
    var change = CaseChange()
    for record in records { change.records.append(try maker.copy(of: record, until: until)) }
    try maker.grant(
      to: member, with: GrantMaker(vault: context.vault.id), into: &change.grants)
    change.keys = [CaseChange.Key(keyClass: maker.keyClass, version: 1)]
    change.codes = Set(records.flatMap(\.fields.keys).map { Entry.fieldCode($0.rawValue) })
    let seq = try commit(change, Act.excerptGive) { entry in
      entry.subj = actor
      entry.role = role.rawValue
      entry.class = Int(maker.keyClass)
      fill(&entry)
    }
    try tx.insert(
      Transaction.ExcerptRow(
        file: file.key, keyClass: maker.keyClass, member: row.key, since: seq, until: until))
    return seq
  }

  /// Fields of a record as they stand now, for who has just written it.
  func present(
    _ fields: [FieldID: FieldValue], of record: RecordID
  ) throws(VaultError) -> DisclosedRecord {
    guard let row = rows.first(where: { $0.id == record }) else { throw .noSuchRecord }
    let newest = Drawer.Row(row: row, fields: try tx.fields(of: row.key)).versions
    return DisclosedRecord(
      id: record, entity: row.entity, version: row.version, fields: fields,
      versions: newest.filter { fields[$0.key] != nil })
  }

  private func isNewest(_ record: DisclosedRecord) throws(VaultError) -> Bool {
    guard let row = rows.first(where: { $0.id == record.id }) else { return false }
    let newest = Drawer.Row(row: row, fields: try tx.fields(of: row.key)).versions
    return record.versions.allSatisfy { $0.key == Excerpt.endField || newest[$0.key] == $0.value }
  }

  /// A copied field that is written is copied anew, under a new key for its holder.
  func renewExcerpts(
    of changes: [RecordChange], with maker: GrantMaker, into change: inout CaseChange
  ) throws(VaultError) {
    var written: [RecordID: [FieldID: Written]] = [:]
    for (item, sealed) in zip(changes, change.records) {
      for field in sealed.fields {
        guard let value = item.fields[field.id] else { continue }
        written[sealed.row.id, default: [:]][field.id] = (value, field.version)
      }
    }
    let now = context.vault.now()
    for row in try context.gate.liveExcerpts(of: file, at: now) {
      let newest = try tx.classKeys(of: file.key).last { $0.keyClass == row.keyClass }
      let sealer = ExcerptMaker(
        context, file, keyClass: row.keyClass, version: (newest?.version ?? 0) + 1)
      let renewed = try renew(row, written, sealer)
      guard !renewed.isEmpty else { continue }
      change.records += renewed
      change.keys.append(CaseChange.Key(keyClass: row.keyClass, version: sealer.version))
      try sealer.grant(
        to: tx.memberID(row.member), with: maker, into: &change.grants)
    }
  }

  /// A value, and the version it has where it was written.
  private typealias Written = (value: FieldValue, version: UInt64)

  private func renew(
    _ row: Transaction.ExcerptRow, _ written: [RecordID: [FieldID: Written]],
    _ sealer: ExcerptMaker
  ) throws(VaultError) -> [SealedRecord] {
    var renewed: [SealedRecord] = []
    for record in rows where record.entity == row.keyClass {
      guard let source = Excerpt.source(of: record, among: written.keys),
        let values = written[source]
      else { continue }
      let kept = try tx.fields(of: record.key)
      var fresh: [Transaction.FieldRow] = []
      for id in Set(kept.map(\.id)).sorted() {
        guard let (value, version) = values[id] else { continue }
        fresh.append(try sealer.seal(value, id, record: record.id, fieldVersion: version))
      }
      guard !fresh.isEmpty else { continue }
      renewed.append(.next(record, kept: kept, new: fresh, writer: context.asker))
    }
    return renewed
  }
}
