import AuditLog
import Sealing

extension Gate {
  /// The excerpts of a case that are in force: given by an entry of this very case, not ended, not run
  /// out.
  ///
  /// - Parameter member: those of one member; nil for all.
  func liveExcerpts(
    of file: Transaction.File, for member: Int? = nil, at time: Int
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    var found: [Transaction.ExcerptRow] = []
    for row in try tx.excerpts(of: file.key)
    where (member == nil || row.member == member) && row.ended == nil && time < row.until {
      guard try isBorneOut(row, of: file) else { throw .assignmentAltered(entry: row.since) }
      found.append(row)
    }
    return found
  }

  /// Those of a member whose day has passed and that nobody ended before.
  func pastExcerpts(
    of file: Transaction.File, for member: Int, at time: Int
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    var found: [Transaction.ExcerptRow] = []
    for row in try tx.excerpts(of: file.key)
    where row.member == member && row.ended == nil && row.until <= time {
      if try isBorneOut(row, of: file) { found.append(row) }
    }
    return found
  }

  private func isBorneOut(
    _ row: Transaction.ExcerptRow, of file: Transaction.File
  ) throws(VaultError) -> Bool {
    guard (0..<ledger.frontier.size).contains(row.since) else { return false }
    let entry = try ledger.provenEntry(row.since, in: tx)
    let holder = entry.subj.flatMap { ledger.directory.member($0) }
    let (rec, named) = (try pseudonym(of: file), try tx.memberID(row.member))
    return entry.act == Act.excerptGive && entry.out == .ok && entry.class == Int(row.keyClass)
      && entry.rec == rec && holder == named
  }

  /// The records of an excerpt and the fields each holds.
  func records(
    of excerpt: Transaction.ExcerptRow
  ) throws(VaultError) -> [Transaction.RecordRow] {
    try tx.records(of: excerpt.file).filter { $0.entity == excerpt.keyClass }
  }

  /// Whether an excerpt has a copy of a record, which its name tells without a key.
  func holds(
    _ excerpt: Transaction.ExcerptRow, copyOf record: RecordID
  ) throws(VaultError) -> Bool {
    let copy = Excerpt.copyID(of: record, keyClass: excerpt.keyClass)
    return try records(of: excerpt).contains { $0.id == copy }
  }

  /// Those of some excerpts that have a copy of a record.
  func excerpts(
    _ excerpts: [Transaction.ExcerptRow], holding record: RecordID
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    var found: [Transaction.ExcerptRow] = []
    for row in excerpts where try holds(row, copyOf: record) { found.append(row) }
    return found
  }

  /// The fields that some excerpts of a case hold copies of.
  ///
  /// - Throws: `doesNotOpen` where a record of the case is not of the kind that its name says: who asks
  ///   for what they were given would be refused as if it had never been.
  func fieldIDs(in excerpts: [Transaction.ExcerptRow]) throws(VaultError) -> Set<FieldID> {
    guard let file = excerpts.first?.file else { return [] }
    var records: [Drawer.Row] = []
    for record in try tx.records(of: file) {
      records.append(Drawer.Row(row: record, fields: try tx.fields(of: record.key)))
    }
    guard fields.fits(records) else { throw .doesNotOpen }
    let given = Set(excerpts.map(\.keyClass))
    let copied = records.filter { given.contains($0.row.entity) }.flatMap(\.fields)
    return Set(copied.map(\.id)).subtracting([Excerpt.endField])
  }
}
