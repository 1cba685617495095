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

  /// Class keys whose newest version is due for the next, and in how many cases.
  func countDueClassKeys() throws(VaultError) -> (keys: Int, cases: Int) {
    let row = try row(
      """
      SELECT count(*),count(DISTINCT file) FROM class_key k WHERE due=1 AND NOT EXISTS(\
      SELECT 1 FROM class_key n WHERE n.file=k.file AND n.class=k.class AND n.version>k.version)
      """)
    return (try row?.int(0) ?? 0, try row?.int(1) ?? 0)
  }

  /// The newest versions of a case's class keys that are due and older than an entry.
  func dueClassKeys(of file: Int, before seq: Int) throws(VaultError) -> [ClassKeyRow] {
    try newestClassKeys(of: file).filter { $0.isDue && $0.seq < seq }
  }

  func newestClassKeys(of file: Int) throws(VaultError) -> [ClassKeyRow] {
    let all = try classKeys(of: file)
    return all.filter { row in
      !all.contains { $0.keyClass == row.keyClass && $0.version > row.version }
    }
  }

  private static let isDueBefore = """
    due=1 AND seq<:seq AND (:classes>>class)&1 AND class<256 AND NOT EXISTS(\
    SELECT 1 FROM class_key n WHERE n.file=k.file AND n.class=k.class AND n.version>k.version)
    """

  private func due(before seq: Int, of classes: [FieldClass]) -> StatementArguments {
    ["seq": seq, "classes": classes.reduce(0) { $0 | 1 << Int($1.rawValue) }]
  }

  /// The next cases with such a key of some classes, by number.
  func filesDue(
    before seq: Int, of classes: [FieldClass], after key: Int, limit: Int
  ) throws(VaultError) -> [Int] {
    var arguments = due(before: seq, of: classes)
    _ = arguments.append(contentsOf: ["after": key, "limit": limit])
    return try keys(
      """
      SELECT DISTINCT file FROM class_key k WHERE file>:after AND \(Self.isDueBefore) \
      ORDER BY file LIMIT :limit
      """, arguments)
  }

  func countFilesDue(before seq: Int, of classes: [FieldClass]) throws(VaultError) -> Int {
    try row(
      "SELECT count(DISTINCT file) FROM class_key k WHERE \(Self.isDueBefore)",
      due(before: seq, of: classes))?.int(0) ?? 0
  }

  private func keys(
    _ sql: String, _ arguments: StatementArguments
  ) throws(VaultError) -> [Int] {
    var found: [Int] = []
    for row in try rows(sql, arguments) { found.append(try row.int(0)) }
    return found
  }
}
