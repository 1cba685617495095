import GRDB
import FoundationEssentials

/// The field table and the rule book as this vault adopted them; the log binds both by hash.
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
}
