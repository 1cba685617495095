import AuditLog
import Sealing

/// Which entry of the log states which version of which field of one case. No version is stored with its time: the
/// log has that, and is proved.
struct StatedVersions {
  /// The entries below which were read.
  let size: Int

  private struct Statement {
    var seq: Int
    var time: Int
    var writer: MemberID
    var item: Identifier?
  }

  private let rec: Identifier
  private let directory: Directory
  private let fields: FieldTable
  private var found: [String: [Statement]] = [:]

  init(of rec: Identifier, in vault: Vault) {
    (self.rec, size) = (rec, vault.ledger.frontier.size)
    (directory, fields) = (vault.ledger.directory, vault.fields)
  }

  mutating func take(_ entry: Entry) {
    guard entry.rec == rec, entry.out == .ok, entry.man != nil else { return }
    // An erasure names the version that it kept and wrote none; a class that is written again behind it begins at 1.
    if let erasure = StatedErasure(entry) {
      if erasure.field == nil { forget(erasure.fieldClass) }
      return
    }
    // What was taken back is nobody's version any more.
    if let retraction = StatedRetraction(entry) {
      for code in found.keys { found[code]?.removeAll { $0.item == retraction.item } }
    }
    guard let writer = directory.member(entry.actor) else { return }
    let statement = Statement(seq: entry.seq, time: entry.t, writer: writer, item: entry.item)
    for code in entry.fields ?? [] { found[code, default: []].append(statement) }
  }

  private mutating func forget(_ fieldClass: FieldClass) {
    for rule in fields.rules where rule.fieldClass == fieldClass {
      let prefix = Entry.fieldCode(rule.id.rawValue) + ":"
      for code in found.keys where code.hasPrefix(prefix) { found[code] = nil }
    }
  }

  /// The entries that could be the one that states a version: several where records of a kind were written together.
  ///
  /// - Parameter item: what the log calls the record.
  func statements(
    of field: FieldID, version: UInt64, by writer: MemberID, in item: Identifier
  ) -> [KeptVersion.Statement] {
    let all = found[Entry.fieldCode(field.rawValue, version: version)] ?? []
    let fitting = all.filter { $0.writer == writer && ($0.item == nil || $0.item == item) }
    let named = fitting.filter { $0.item == item }
    return (named.isEmpty ? fitting : named).map {
      KeptVersion.Statement(entry: $0.seq, time: $0.time)
    }
  }
}
