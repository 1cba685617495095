import AuditLog
import Sealing

/// What a list makes of the operations row of a case, on whichever thread opened it. What it throws counts as a
/// row that does not open.
public typealias ListReading<Line> = @Sendable (CaseID, ListedRow) throws(VaultError) -> Line

extension Vault {
  /// The operations row of every case that the member stands in a relation to, one entry for all: for
  /// queues. Each is handed over in turn, so that a list of any length needs little memory.
  ///
  /// - Parameters:
  ///   - list: what the queue is for, which the entry says.
  ///   - wanted: the fields that are asked for; nil for all.
  /// - Returns: the entry. A row that does not open is handed over as nil and is an entry of its own.
  public func list(
    _ list: CaseListing = .cases, only wanted: Set<FieldID>? = nil, as session: borrowing Session,
    _ show: (CaseID, [FieldID: FieldValue]?) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt {
    try self.list(
      list, as: session,
      reading: { _, row throws(VaultError) in try row.values(only: wanted) }, show)
  }

  /// The same with what is made of each row, which is done where the row is opened: two rows at a time.
  public func list<Line: Sendable>(
    _ list: CaseListing, as session: borrowing Session, reading: @escaping ListReading<Line>,
    _ show: (CaseID, Line?) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt {
    let (entry, files) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, ActContext.Visible)> in
      guard let role = context.role(for: .listCases) else {
        return try context.refuse(list.act, .role) { $0.kind = list.kind }
      }
      let files = try context.visibleFiles()
      let seq = try context.append(list.act) { entry in
        entry.kind = list.kind
        entry.n = Entry.bucket(files.count)
        entry.role = role.rawValue
      }
      return .allowed((seq, files))
    }
    var altered = files.altered
    for id in altered { try show(id, nil) }
    let keyring = session.keyring
    try looking { tx throws(VaultError) in
      func hand(_ id: CaseID, _ line: Line?) throws(VaultError) {
        if line == nil { altered.append(id) }
        try show(id, line)
      }
      if let keys = files.keys {
        for key in keys {
          guard let file = try tx.file(key: key) else { continue }
          keyring.beginCase()
          try hand(file.id, try? reading(file.id, listed(file, keyring, tx)))
        }
      } else {
        try OperationsScan(vault: self, keyring: keyring).run(tx, reading, hand)
      }
    }
    for id in altered { _ = try noteAltered(list.act, id, entry, session) }
    return Receipt(entry: entry)
  }

  private func listed(
    _ file: Transaction.File, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> ListedRow {
    guard var row = ListedRow(try openedOperations(of: file, keyring, tx))
    else { throw .doesNotOpen }
    row.beside = file.beside
    return row
  }
}

extension ActContext {
  /// The cases of a list, and those whose assignment no entry bears out.
  struct Visible {
    /// Nil for every case of the vault.
    var keys: [Int]? = []
    var count = 0
    var altered: [CaseID] = []
  }

  /// The cases that this member's list shows: all for a lead or a duty officer, else the assigned, each
  /// held against its entry like any other look.
  func visibleFiles() throws(VaultError) -> Visible {
    var found = Visible()
    if asker.roles.contains(.lead) || asker.roles.contains(.duty) {
      (found.keys, found.count) = (nil, try tx.fileCount())
      return found
    }
    let rows = try tx.assignments(member: asker.memberKey)
    let own = rows.filter { asker.roles.contains($0.role) && $0.relation != .emergency }
    for key in Set(own.map(\.file)).sorted() {
      guard let file = try tx.file(key: key) else { continue }
      do {
        _ = try gate.liveAssignments(of: file)
        found.keys?.append(key)
        found.count += 1
      } catch {
        guard error.isAlteration else { throw error }
        found.altered.append(file.id)
      }
    }
    return found
  }
}
