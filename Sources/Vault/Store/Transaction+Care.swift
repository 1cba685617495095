import GRDB

/// Who cares for whom. The rows are a cache of `record.create`, `assign.add` and `assign.remove`
/// entries; the gate holds each row that it relies on against its entry.
extension Transaction {
  struct AssignmentRow: Equatable {
    var file: Int
    var member: Int
    var role: Role
    var relation: Relation
    /// The entry that gave it.
    var since: Int
    var ended: Int?
  }

  func assignments(of file: Int) throws(VaultError) -> [AssignmentRow] {
    try assignmentRows(
      "SELECT file,member,role,relation,since,ended FROM assignment WHERE file=?", file)
  }

  /// The live assignments of one member, for their list.
  func assignments(member: Int) throws(VaultError) -> [AssignmentRow] {
    try assignmentRows(
      """
      SELECT file,member,role,relation,since,ended FROM assignment \
      WHERE member=? AND ended IS NULL
      """, member)
  }

  /// The cases in which a member has emergencies that nobody reviewed.
  func emergencyFiles(of member: Int) throws(VaultError) -> Set<Int> {
    var found: Set<Int> = []
    for row in try rows(
      "SELECT file FROM assignment WHERE member=? AND ended IS NULL AND relation=?",
      [member, Int(Relation.emergency.rawValue)])
    {
      found.insert(try row.int(0))
    }
    return found
  }

  private func assignmentRows(_ sql: String, _ key: Int) throws(VaultError) -> [AssignmentRow] {
    var found: [AssignmentRow] = []
    for row in try rows(sql, [key]) {
      guard let role = Role(bit: try row.integer(2)),
        let relation = Relation(rawValue: try row.integer(3))
      else { throw .damagedRow }
      found.append(
        AssignmentRow(
          file: try row.int(0), member: try row.int(1), role: role, relation: relation,
          since: try row.int(4), ended: try row.optionalInt(5)))
    }
    return found
  }

  func insert(_ row: AssignmentRow) throws(VaultError) {
    try run(
      "INSERT INTO assignment(file,member,role,relation,since,ended) VALUES(?,?,?,?,?,?)",
      [
        row.file, row.member, Int(row.role.bit), Int(row.relation.rawValue), row.since, row.ended,
      ])
  }

  func endAssignment(_ row: AssignmentRow, at seq: Int) throws(VaultError) {
    try run(
      "UPDATE assignment SET ended=? WHERE file=? AND member=? AND since=?",
      [seq, row.file, row.member, row.since])
  }

  /// A copy of named fields, given to one member.
  struct ExcerptRow: Equatable {
    var file: Int
    var keyClass: UInt16
    var member: Int
    var since: Int
    /// UTC milliseconds.
    var until: Int
    var ended: Int?
  }

  func excerpts(of file: Int) throws(VaultError) -> [ExcerptRow] {
    var found: [ExcerptRow] = []
    for row in try rows(
      """
      SELECT file,class,member,since,until,ended FROM excerpt WHERE file=? ORDER BY class
      """, [file])
    { found.append(try excerpt(row)) }
    return found
  }

  /// What a member was given that would not have run out before a moment.
  func excerpts(given member: Int, until time: Int) throws(VaultError) -> [ExcerptRow] {
    var found: [ExcerptRow] = []
    for row in try rows(
      """
      SELECT file,class,member,since,until,ended FROM excerpt WHERE member=? AND until>? \
      ORDER BY file,class
      """, [member, time])
    { found.append(try excerpt(row)) }
    return found
  }

  private func excerpt(_ row: Row) throws(VaultError) -> ExcerptRow {
    ExcerptRow(
      file: try row.int(0), keyClass: try row.integer(1), member: try row.int(2),
      since: try row.int(3), until: try row.int(4), ended: try row.optionalInt(5))
  }

  /// The cases of which a member holds copies that neither were ended nor have run out.
  func filesOfExcerpts(member: Int, at time: Int) throws(VaultError) -> [Int] {
    var found: [Int] = []
    for row in try rows(
      """
      SELECT DISTINCT file FROM excerpt WHERE member=? AND ended IS NULL AND until>? ORDER BY file
      """, [member, time])
    {
      found.append(try row.int(0))
    }
    return found
  }

  func insert(_ row: ExcerptRow) throws(VaultError) {
    try run(
      "INSERT INTO excerpt(file,class,member,since,until,ended) VALUES(?,?,?,?,?,?)",
      [
        row.file, Int(row.keyClass), row.member, row.since, row.until, row.ended,
      ])
  }

  func endExcerpt(_ row: ExcerptRow, at seq: Int) throws(VaultError) {
    try run(
      "UPDATE excerpt SET ended=? WHERE file=? AND class=?", [seq, row.file, Int(row.keyClass)])
  }

  // MARK: What custody must still destroy

  struct PendingRow: Equatable {
    var id: Int
    var generation: Int
    var file: Int
    /// Custody keys of the case with a smaller number than this go.
    var below: UInt32
  }

  func insertPending(generation: Int, file: Int, below: UInt32) throws(VaultError) {
    try run(
      "INSERT INTO pending(gen,file,below) VALUES(?,?,?)", [generation, file, Int(below)])
  }

  /// The first of them; all, where no number is given.
  func pending(limit: Int = -1) throws(VaultError) -> [PendingRow] {
    var found: [PendingRow] = []
    for row in try rows("SELECT id,gen,file,below FROM pending ORDER BY gen,id LIMIT ?", [limit]) {
      found.append(
        PendingRow(
          id: try row.int(0), generation: try row.int(1), file: try row.int(2),
          below: try row.integer(3)))
    }
    return found
  }

  func deletePending(_ id: Int) throws(VaultError) {
    try run("DELETE FROM pending WHERE id=?", [id])
  }
}
