import AuditLog

/// What a search saw: whatever was written since its first entry it may have missed.
public struct SearchMark: Sendable {
  let entry: Int
  let fields: Set<FieldID>

  /// - Parameters:
  ///   - entry: the one that says that it was begun.
  ///   - fields: those that people are found by.
  public init(entry: Int, fields: Set<FieldID>) { (self.entry, self.fields) = (entry, fields) }

  /// Whether somebody may be found after an entry who could not be before: a file was opened, what a person is found
  /// by was recorded, is kept from nobody any more, or was put into the index again.
  func mayFindMore(after entry: Entry) -> Bool {
    guard entry.out == .ok else { return false }
    switch entry.act {
    case Act.recordCreate, Act.restrictionLift: return true
    case Act.recoveryRun: return entry.kind == Vault.indexKind
    default:
      // A change of a case states its manifest; a look at fields names them too.
      guard entry.man != nil else { return false }
      let written = Set((entry.fields ?? []).map { $0.prefix { $0 != ":" } })
      return fields.contains { written.contains(Entry.fieldCode($0.rawValue)[...]) }
    }
  }
}

extension ActContext {
  /// Under the lock: nobody writes anything more before this act is done.
  ///
  /// - Throws: `nothingToDo` where it is to be looked once more.
  func refuse(unlessSeenBy mark: SearchMark?) throws(VaultError) {
    guard let mark else { return }
    for seq in mark.entry + 1..<max(mark.entry + 1, vault.ledger.frontier.size) {
      let entry = try vault.ledger.provenEntry(seq, in: tx)
      guard mark.mayFindMore(after: entry) == false else { throw .nothingToDo }
    }
  }
}
