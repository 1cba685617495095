import GRDB
import FoundationEssentials

/// The field table and the rule book as this vault adopted them, and the book that waits; the log binds each
/// by hash.
extension Transaction {
  func insert(_ table: FieldTable) throws(VaultError) {
    for rule in table.rules {
      try run(
        "INSERT INTO field_rule(id,entity,class,readers,writers) VALUES(?,?,?,?,?)",
        [
          Int(rule.id.rawValue), Int(rule.entity), Int(rule.fieldClass.rawValue),
          Int(rule.read.rawValue), Int(rule.write.rawValue),
        ])
    }
  }

  func fieldTable() throws(VaultError) -> FieldTable {
    var rules: [FieldRule] = []
    for row in try rows("SELECT id,entity,class,readers,writers FROM field_rule ORDER BY id") {
      guard let fieldClass = FieldClass(rawValue: try row.integer(2)) else { throw .damagedRow }
      rules.append(
        FieldRule(
          id: FieldID(try row.integer(0)), entity: try row.integer(1), fieldClass: fieldClass,
          read: RoleSet(rawValue: try row.integer(3)),
          write: RoleSet(rawValue: try row.integer(4))))
    }
    return try FieldTable(rules)
  }

  /// A table in the place of the one that was there.
  func replace(_ table: FieldTable) throws(VaultError) {
    try run("DELETE FROM field_rule", [])
    try insert(table)
  }

  func insertRuleFile(_ name: String, _ bytes: [UInt8]) throws(VaultError) {
    try run("INSERT INTO rule_file(name,bytes) VALUES(?,?)", [name, Data(bytes)])
  }

  func ruleFiles() throws(VaultError) -> [RuleFile] {
    var found: [RuleFile] = []
    for row in try rows("SELECT name,bytes FROM rule_file ORDER BY name") {
      found.append(RuleFile(name: try row.text(0), bytes: try row.bytes(1)))
    }
    return found
  }

  func replaceRuleFiles(_ files: [RuleFile]) throws(VaultError) {
    try run("DELETE FROM rule_file", [])
    for file in files { try insertRuleFile(file.name, file.bytes) }
  }

  // MARK: The book that waits

  /// Keeps a proposed book, in the place of one that waited before.
  func setProposal(_ files: [RuleFile], seq: Int) throws(VaultError) {
    try deleteProposals()
    for file in files {
      try run(
        "INSERT INTO rule_proposal(seq,name,bytes) VALUES(?,?,?)",
        [seq, file.name, Data(file.bytes)])
    }
  }

  func proposal(seq: Int) throws(VaultError) -> [RuleFile] {
    var found: [RuleFile] = []
    let rows = try rows("SELECT name,bytes FROM rule_proposal WHERE seq=? ORDER BY name", [seq])
    for row in rows { found.append(RuleFile(name: try row.text(0), bytes: try row.bytes(1))) }
    return found
  }

  func deleteProposals() throws(VaultError) { try run("DELETE FROM rule_proposal", []) }

  func countProposalRows() throws(VaultError) -> Int {
    try row("SELECT count(*) FROM rule_proposal")?.int(0) ?? 0
  }

  // MARK: Formats

  /// What format 3 has and format 2 had not.
  func addProposals() throws(VaultError) {
    for statement in Schema.proposals { try run(statement, []) }
  }

  func setFormat() throws(VaultError) { try run("PRAGMA user_version=\(Schema.format)", []) }
}
