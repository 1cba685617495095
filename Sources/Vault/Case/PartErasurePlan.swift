import AuditLog
import Sealing

/// What goes of a case where a part of it is erased, and what is left beside it. Found by numbers alone:
/// nothing is opened.
struct PartErasurePlan {
  /// A record that does not stay as it is.
  struct Change {
    var row: Transaction.RecordRow
    var erased: [Transaction.FieldRow]
    /// Left, and sealed under a key whose wraps go.
    var resealed: [Transaction.FieldRow]
  }

  private(set) var changes: [Change] = []
  /// What was shared with somebody, is open to them still and holds a copy of what goes.
  private(set) var excerpts: [Transaction.ExcerptRow] = []
  /// The keys that something of it lies under.
  let keyClasses: Set<UInt16>
  /// Those whose versions of before nobody is to hold any more; the others are due for another version.
  let goneKeys: Set<UInt16>

  private let part: ErasedPart
  private let least: UInt64
  private let writer: CaseWriter

  /// - Parameters:
  ///   - role: in which it is done.
  ///   - least: of a history, the version below which nothing is kept, also where there is no newer
  ///     one: of a backup that was made before the newer ones were written.
  /// - Throws: `nothingAsked` for what cannot be erased alone.
  init(
    _ part: ErasedPart, of writer: CaseWriter, as role: Role, keeping least: UInt64 = 0
  ) throws(VaultError) {
    guard let classes = writer.context.vault.fields.classes(of: part)
    else { throw .nothingAsked }
    (self.part, self.least, self.writer) = (part, least, writer)
    keyClasses = try Self.keyClasses(part, classes, writer)
    goneKeys = keyClasses.filter { key in
      !part.isRecord
        || Restriction.fieldClass(of: key).map { Retraction.reseals($0, as: role) } ?? false
    }
    for row in writer.rows { if let change = change(of: row) { changes.append(change) } }
    excerpts = try writer.context.gate.liveExcerpts(of: writer.file, at: Int.min).filter { row in
      changes.contains { $0.row.entity == row.keyClass }
    }
  }

  /// Whether there is nothing to erase.
  var isEmpty: Bool { changes.allSatisfy(\.erased.isEmpty) }

  /// Of a class its own and every one restricted in it; of a field's history, or a field of a record, the one that it
  /// lies under, and that of its class, under which an older copy may have it.
  private static func keyClasses(
    _ part: ErasedPart, _ classes: Set<FieldClass>, _ writer: CaseWriter
  ) throws(VaultError) -> Set<UInt16> {
    let places = writer.sealer.restrictions.places
    switch part {
    case .fieldClass:
      let all = try writer.tx.classKeys(of: writer.file.key).map(\.keyClass)
      return Set(all.filter { Restriction.fieldClass(of: $0).map(classes.contains) ?? false })
    case .history(let field):
      return Set(classes.map(\.rawValue) + [places[field]].compactMap(\.self))
    case .record(let id, _):
      let row = writer.rows.first { $0.id == id }
      let rules = (row.flatMap { writer.kept[$0.key] } ?? []).compactMap {
        writer.context.vault.fields[$0.id]
      }
      return Set(rules.flatMap { [$0.fieldClass.rawValue, places[$0.id]].compactMap(\.self) })
    }
  }

  private func change(of row: Transaction.RecordRow) -> Change? {
    let all = writer.kept[row.key] ?? []
    let erased = all.filter { isErased($0, in: row) }
    // Copies lie under keys of their own.
    let resealed =
      row.entity > Excerpt.firstClass
      ? [] : all.filter { !isErased($0, in: row) && isResealed($0) }
    guard !erased.isEmpty || !resealed.isEmpty else { return nil }
    return Change(row: row, erased: erased, resealed: resealed)
  }

  private func isErased(_ field: Transaction.FieldRow, in row: Transaction.RecordRow) -> Bool {
    guard field.id != Excerpt.endField, row.entity != Restriction.entity,
      let rule = writer.context.vault.fields[field.id]
    else { return false }
    switch part {
    case .fieldClass(let found): return rule.fieldClass == found
    case .history(let id): return field.id == id && field.version < newest(of: id, in: row)
    case .record(let id, _): return row.id == id || source(of: row) == id
    }
  }

  /// Of a copy the record that it is of; nil for what is none.
  private func source(of row: Transaction.RecordRow) -> RecordID? {
    guard row.entity > Excerpt.firstClass else { return nil }
    return Excerpt.source(of: row, among: writer.rows.map(\.id))
  }

  /// Of a copy that of what it copies: a copy of an older version is one of what goes.
  private func newest(of id: FieldID, in row: Transaction.RecordRow) -> UInt64 {
    var key: Int? = row.key
    if row.entity > Excerpt.firstClass {
      let source = source(of: row)
      key = writer.rows.first { $0.id == source }?.key
    }
    let own = key.flatMap { writer.kept[$0] } ?? []
    return max(own.filter { $0.id == id }.map(\.version).max() ?? .max, least)
  }

  /// Of each field of which something goes the newest version that is left in its record; 0 where there is none, also
  /// of a history: a backup may not have what was kept of it.
  var left: [RecordID: [FieldID: UInt64]] {
    var left: [RecordID: [FieldID: UInt64]] = [:]
    for change in changes {
      let all = writer.kept[change.row.key] ?? []
      for id in Set(change.erased.map(\.id)) {
        let gone = Set(change.erased.filter { $0.id == id }.map(\.version))
        left[change.row.id, default: [:]][id] =
          all.filter { $0.id == id && !gone.contains($0.version) }.map(\.version).max() ?? 0
      }
    }
    return left
  }

  private func isResealed(_ field: Transaction.FieldRow) -> Bool {
    guard let rule = writer.context.vault.fields[field.id] else { return false }
    return goneKeys.contains(writer.sealer.restrictions.keyClass(of: rule))
  }

  /// The largest version of the field that is left.
  var kept: UInt64? {
    guard case .history(let id) = part else { return nil }
    return writer.kept.values.flatMap { $0 }.filter { $0.id == id }.map(\.version).max()
  }
}

extension PartErasurePlan {
  /// The fields of a record that goes, without versions, as its entry names them; the key of a file is none of them.
  var erasedFields: Set<FieldID> {
    Set(changes.filter { part.is($0.row.id) }.flatMap(\.erased).map(\.id)).subtracting([
      Evidence.keyField
    ])
  }
}
