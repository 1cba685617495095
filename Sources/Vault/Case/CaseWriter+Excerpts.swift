import AuditLog
import Sealing

extension CaseWriter {
  /// Gives a member copies of fields that the giver has just read.
  func give(
    _ records: [DisclosedRecord], to member: MemberID, until: Int, role: Role
  ) throws(VaultError) -> Int {
    guard let row = try tx.member(member), let actor = context.directory.actor(of: member)
    else { throw .noSuchMember }
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
    }
    try tx.insert(
      Transaction.ExcerptRow(
        file: file.key, keyClass: maker.keyClass, member: row.key, since: seq, until: until))
    return seq
  }

  /// A copied field that is written is copied anew, under a new key for its holder.
  func renewExcerpts(
    of changes: [RecordChange], with maker: GrantMaker, into change: inout CaseChange
  ) throws(VaultError) {
    var written: [RecordID: [FieldID: FieldValue]] = [:]
    for (item, sealed) in zip(changes, change.records) {
      written[sealed.row.id, default: [:]].merge(item.fields) { $1 }
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

  private func renew(
    _ row: Transaction.ExcerptRow, _ written: [RecordID: [FieldID: FieldValue]],
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
        guard let value = values[id] else { continue }
        let version = (kept.last { $0.id == id }?.version ?? 0) + 1
        fresh.append(try sealer.seal(value, id, record: record.id, fieldVersion: version))
      }
      guard !fresh.isEmpty else { continue }
      renewed.append(.next(record, kept: kept, new: fresh, writer: context.asker))
    }
    return renewed
  }
}
