import AuditLog
import Sealing

/// What the log says of the vault itself: which entry brought in the field table, the rule book and the
/// wraps of office keys, and what custody must hold.
struct StatedOffice {
  /// An act's grant list.
  struct Granted: Hashable {
    var seq: Int
    var list: Digest
  }

  /// The entry of the field table in force, and of the rule book.
  private(set) var fields: Int?
  private(set) var rules: Int?
  /// Those of a book that waits for a second person.
  private var proposed: (rules: Int, fields: Int?)?
  /// The digest of custody's constants, where an entry states it.
  private(set) var constants: Granted?
  private(set) var grants: [Granted] = []

  mutating func follow(_ entry: Entry) {
    switch entry.act {
    case Act.schemaSet where fields == nil: fields = entry.seq
    case Act.schemaSet: proposed?.fields = entry.seq
    case Act.rulesAdopt where rules == nil: rules = entry.seq
    case Act.rulesAdopt: proposed = (entry.seq, nil)
    case Act.approvalGive where entry.rec == nil && entry.ref == proposed?.rules: adopt()
    case Act.keyRotate where entry.kind == "log":
      if let sum = entry.sum { constants = Granted(seq: entry.seq, list: sum) }
    default: break
    }
    guard entry.rec == nil, let list = entry.grant else { return }
    grants.append(Granted(seq: entry.seq, list: list))
  }

  /// Whether it may be given was the directory's question, and was asked before.
  private mutating func adopt() {
    guard let given = proposed else { return }
    (rules, fields, proposed) = (given.rules, given.fields ?? fields, nil)
  }
}
