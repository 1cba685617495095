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
  /// The digest of custody's constants, where an entry states it.
  private(set) var constants: Granted?
  private(set) var grants: [Granted] = []

  mutating func follow(_ entry: Entry) {
    switch entry.act {
    case Act.schemaSet: fields = entry.seq
    case Act.rulesAdopt: rules = entry.seq
    case Act.keyRotate where entry.kind == "log":
      if let sum = entry.sum { constants = Granted(seq: entry.seq, list: sum) }
    default: break
    }
    guard entry.rec == nil, let list = entry.grant else { return }
    grants.append(Granted(seq: entry.seq, list: list))
  }
}
