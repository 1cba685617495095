import AuditLog
import Testing

/// One row of "What each entry carries" in Format.md.
struct EntryRow: Hashable {
  let act: String
  /// None: the kind is a key like any other.
  let kinds: Set<String>
  let out: String
  let always: Set<String>
  let may: Set<String>

  /// Every key that an entry can have, as the page lists them.
  static let keys = FormatPage.rows(under: "Entry and leaf").reduce(into: Set<String>()) {
    $0.formUnion(FormatPage.codes($1[0]))
  }

  static let table = FormatPage.rows(under: "What each entry carries").compactMap(EntryRow.init)

  init?(_ cells: [String]) {
    guard cells.count == 5, let act = FormatPage.codes(cells[0]).first else { return nil }
    self.act = act
    (kinds, out) = (FormatPage.codes(cells[1]), cells[2])
    let named = FormatPage.codes(cells[3])
    always = kinds.isEmpty ? named : named.union(["kind"])
    may = FormatPage.codes(cells[4]).intersection(Self.keys)
  }

  /// The row of an entry: the one that names its kind before the one that names none.
  static func of(_ entry: Entry, in table: [EntryRow] = table) -> EntryRow? {
    let rows = table.filter { $0.act == entry.act && $0.out == entry.out.rawValue }
    return rows.first { $0.kinds.contains(entry.kind ?? "") } ?? rows.first { $0.kinds.isEmpty }
  }

  /// What an entry lacks that the row says is always there, and what it has that the row does not name.
  func faults(in keys: Set<String>) -> [String] {
    let beside: Set = ["v", "seq", "prev", "t", "act", "out", "actor", "aseq", "why"]
    let named = always.union(may)
    return always.subtracting(keys).sorted().map { "\(act) \(out): lacks \($0)" }
      + keys.subtracting(named).subtracting(beside).sorted().map { "\(act) \(out): has \($0)" }
  }
}
