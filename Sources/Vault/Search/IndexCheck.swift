import AuditLog
import Sealing

/// Holds the index against the cases: each field of which it has tokens says of which version, and the records say
/// which one is the newest. So a segment that was put back from an old copy is found by every field that was written
/// since, although no entry names it.
final class IndexCheck {
  private let context: ActContext
  private let searchable: Set<FieldID>
  private let index: SearchIndex

  init(_ context: ActContext, _ searchable: Set<FieldID>) {
    (self.context, self.searchable) = (context, searchable)
    index = SearchIndex(context)
  }

  /// A field of a record.
  private struct Place: Hashable {
    var record: RecordID
    var field: FieldID
  }

  func look(at key: Int, into found: inout [SearchState]) throws(VaultError) {
    guard let file = try context.tx.file(key: key) else { return }
    guard try CustodyFit(custody: context.custody, tx: context.tx).opens(file)
    else { throw .caseKeyMissing }
    guard let indexed = try index.fields(ofFile: key, file.id) else {
      found.append(SearchState(id: file.id, faults: [.absent]))
      return
    }
    var known: [Place: UInt32] = [:]
    for field in indexed { known[Place(record: field.record, field: field.field)] = field.version }
    // Who restricted a field without the index key left what it is found by.
    let restrictions = try context.gate.restrictions(of: file)
    var stale = Set(
      indexed.filter { !$0.groups.isEmpty && restrictions.hides($0.field) }.map(\.field))
    let newest = try newest(of: file)
    for (place, version) in newest where searchable.contains(place.field) {
      if known[place] != UInt32(clamping: version) { stale.insert(place.field) }
    }
    // By what was erased nobody is found: an index that was put back by hand, or of a vault that was restored by a
    // program that left it there, may still have it.
    for field in indexed where !field.groups.isEmpty {
      if newest[Place(record: field.record, field: field.field)] == nil {
        stale.insert(field.field)
      }
    }
    let aged = aged(indexed).subtracting(stale)
    guard !stale.isEmpty || !aged.isEmpty else { return }
    found.append(
      SearchState(
        id: file.id,
        faults: stale.sorted().map(SearchState.Fault.stale)
          + aged.sorted().map(SearchState.Fault.aged)))
  }

  /// Whoever left may know that key: what was hashed under it tells them something as long as it is kept.
  private func aged(_ indexed: [IndexedField]) -> Set<FieldID> {
    guard let newest = index.key()?.version else { return [] }
    return Set(
      indexed.filter { !$0.groups.isEmpty && $0.keyVersion != UInt16(clamping: newest) }
        .map(\.field))
  }

  /// What excerpts copy is not the field itself.
  private func newest(of file: Transaction.File) throws(VaultError) -> [Place: UInt64] {
    var found: [Place: UInt64] = [:]
    for row in try context.tx.records(of: file.key) {
      for (field, version) in try context.tx.fields(of: row.key).newestVersions
      where context.vault.fields[field]?.entity == row.entity {
        found[Place(record: row.id, field: field)] = version
      }
    }
    return found
  }

  func put(
    _ fields: [SearchField], of file: Transaction.File, _ index: SearchIndex
  ) throws(VaultError) {
    let newest = try newest(of: file)
    let restrictions = try context.gate.restrictions(of: file)
    try index.renew(SearchSegment.number(ofFile: file.key))
    var indexed: [IndexedField] = []
    for item in fields {
      let version = newest[Place(record: item.record, field: item.field)] ?? 0
      let field = index.field(
        restrictions.hides(item.field) ? [] : item.terms, of: item.field, version: version,
        record: item.record)
      guard let field else { throw .keyMissing }
      indexed.append(field)
    }
    try index.empty(ofFile: file.key, file.id)
    try index.put(indexed, ofFile: file.key, file.id)
  }
}
