import AuditLog
import Sealing

extension Gate {
  /// The excerpts of a case that a member holds now: given by an entry, not ended, not run out.
  func liveExcerpts(
    of file: Transaction.File, for member: Int, at time: Int
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    var found: [Transaction.ExcerptRow] = []
    for row in try tx.excerpts(of: file.key)
    where row.member == member && row.ended == nil && time < row.until {
      let entry = try ledger.provenEntry(row.since, in: tx)
      let actor = ledger.directory.actor(of: try tx.memberID(member))
      guard entry.act == Act.excerptGive, entry.out == .ok, entry.subj == actor,
        entry.class == Int(row.keyClass)
      else { throw .assignmentAltered(entry: row.since) }
      found.append(row)
    }
    return found
  }

  /// The records of an excerpt and the fields each holds.
  func records(
    of excerpt: Transaction.ExcerptRow
  ) throws(VaultError) -> [Transaction.RecordRow] {
    try tx.records(of: excerpt.file).filter { $0.entity == excerpt.keyClass }
  }

  /// The fields that some excerpts hold copies of.
  func fieldIDs(in excerpts: [Transaction.ExcerptRow]) throws(VaultError) -> Set<FieldID> {
    var found: Set<FieldID> = []
    for excerpt in excerpts {
      for record in try records(of: excerpt) {
        found.formUnion(try tx.fields(of: record.key).map(\.id))
      }
    }
    return found.subtracting([Excerpt.endField])
  }
}
