import AuditLog
import FoundationEssentials
import Sealing

/// The kept versions that one look at a history opens: found by numbers and the log alone, before anything is opened.
struct HistoryPlan {
  struct Line {
    var row: Transaction.RecordRow
    var field: Transaction.FieldRow
    var writer: MemberID
    var stated: KeptVersion.Statement?
    /// The entry by which it stands in the order: its own, or that of the version that took its place.
    var order: Int
  }

  /// Newest first.
  private(set) var lines: [Line] = []
  private(set) var count = 0
  private(set) var ungiven = 0
  /// Whether some of it was shared as a copy: of that only the copy is kept, which `read` shows.
  let hasCopies: Bool

  private let context: ActContext
  private let stated: StatedVersions

  /// - Parameter drawer: the newest version of each field, as they would be read.
  /// - Throws: `changedMeanwhile` where the case was written into since the log was read; `noSuchRecord`.
  init(
    _ choice: HistoryChoice, in drawer: Drawer, _ stated: StatedVersions, _ context: ActContext
  ) throws(VaultError) {
    (self.context, self.stated) = (context, stated)
    guard drawer.file.seq < stated.size else { throw .changedMeanwhile }
    hasCopies = drawer.rows.contains { $0.until != nil }
    let rows = drawer.rows.filter { row in
      row.until == nil && (choice.record.map { $0 == row.row.id } ?? true)
    }
    guard choice.record == nil || !rows.isEmpty else { throw .noSuchRecord }
    let items = try context.recordKey(drawer.file)
    for row in rows {
      let item = Pseudonym.ofRecord(row.row.id, items, in: context.keyring.atHand)
      let kept = drawer.whole.first { $0.row.key == row.row.key }?.fields ?? []
      for id in row.fields.map(\.id) where id != Evidence.keyField {
        lines += try versions(kept.filter { $0.id == id }, in: row.row, item)
      }
    }
    try dropUngiven(drawer)
    count = lines.count
    lines.sort(by: Self.isNewer)
    lines = Array(lines.dropFirst(choice.skip).prefix(choice.limit))
  }

  private func versions(
    _ kept: [Transaction.FieldRow], in row: Transaction.RecordRow, _ item: Identifier
  ) throws(VaultError) -> [Line] {
    var (found, above): ([Line], Line?) = ([], nil)
    for field in kept.sorted(by: { $0.version > $1.version }) {
      let writer = try context.tx.memberID(field.writer)
      let all = stated.statements(of: field.id, version: field.version, by: writer, in: item)
      // What came from another vault is stated with the version that followed it.
      let own = all.isEmpty ? above?.stated : all.count == 1 ? all[0] : nil
      let line = Line(
        row: row, field: field, writer: writer, stated: own,
        order: own?.entry ?? above?.order ?? .max)
      found.append(line)
      above = line
    }
    return found
  }

  private mutating func dropUngiven(_ drawer: Drawer) throws(VaultError) {
    func key(_ line: Line) -> StatedGrants.KeyVersion? {
      guard let rule = context.vault.fields[line.field.id],
        let version = try? SealedField.keyVersion(of: line.field.blob.span)
      else { return nil }
      return .init(keyClass: drawer.restrictions.keyClass(of: rule), version: version)
    }
    let never = try context.gate.neverGiven(
      Set(lines.compactMap(key)), of: drawer.file, to: context.asker.member, drawer.principals)
    guard !never.isEmpty else { return }
    let before = lines.count
    lines.removeAll { line in key(line).map(never.contains) ?? false }
    ungiven = before - lines.count
  }

  private static func isNewer(_ left: Line, _ right: Line) -> Bool {
    if left.order != right.order { return left.order > right.order }
    if left.row.key != right.row.key { return left.row.key < right.row.key }
    if left.field.id != right.field.id { return left.field.id < right.field.id }
    return left.field.version > right.field.version
  }

  /// The drawer with these versions and no others, so that the entry names each of them.
  func taken(from drawer: Drawer) -> Drawer {
    var (taken, fields) = (drawer, [Int: [Transaction.FieldRow]]())
    for line in lines { fields[line.row.key, default: []].append(line.field) }
    taken.rows = drawer.rows.compactMap { row in
      guard row.until == nil, let kept = fields[row.row.key] else { return nil }
      return Drawer.Row(row: row.row, fields: kept)
    }
    return taken
  }
}
