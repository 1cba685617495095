import GRDB

/// Which cases somebody has, for the end of it.
extension Transaction {
  /// The next cases that a member is assigned to or was given copies of, by number.
  func files(of member: Int, after key: Int, limit: Int) throws(VaultError) -> [Int] {
    try keys(
      """
      SELECT file FROM assignment WHERE member=:member AND ended IS NULL AND file>:after \
      UNION SELECT file FROM excerpt WHERE member=:member AND ended IS NULL AND file>:after \
      ORDER BY file LIMIT :limit
      """, ["member": member, "after": key, "limit": limit])
  }

  /// All of them.
  func countFiles(of member: Int) throws(VaultError) -> Int {
    try row(
      """
      SELECT count(*) FROM (\
      SELECT file FROM assignment WHERE member=:member AND ended IS NULL \
      UNION SELECT file FROM excerpt WHERE member=:member AND ended IS NULL)
      """, ["member": member])?.int(0) ?? 0
  }

  /// The cases that a member answers for, in one role or in any.
  func countOwned(_ member: Int, _ role: Role?) throws(VaultError) -> Int {
    try row(
      """
      SELECT count(*) FROM assignment WHERE member=? AND ended IS NULL AND relation=? \
      AND role=ifnull(?,role)
      """, [member, Int(Relation.owner.rawValue), role.map { Int($0.bit) }])?.int(0) ?? 0
  }

  /// The cases of a member in which a field is kept from somebody.
  func filesRestricted(assignedTo member: Int) throws(VaultError) -> [Int] {
    try keys(
      """
      SELECT DISTINCT a.file FROM assignment a JOIN restricted r ON r.file=a.file \
      WHERE a.member=:member AND a.ended IS NULL AND r.lifted IS NULL ORDER BY a.file
      """, ["member": member])
  }

  private func keys(
    _ sql: String, _ arguments: StatementArguments
  ) throws(VaultError) -> [Int] {
    var found: [Int] = []
    for row in try rows(sql, arguments) { found.append(try row.int(0)) }
    return found
  }
}
