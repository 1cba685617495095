import AuditLog
import Sealing

extension Vault {
  /// The operations row of every case that the member stands in a relation to, one entry for all: for
  /// queues. Each is handed over in turn, so that a list of any length needs little memory.
  ///
  /// - Returns: the entry. A row that does not open is handed over as nil and is an entry of its own.
  public func list(
    as session: borrowing Session,
    _ show: (CaseID, [FieldID: FieldValue]?) throws(VaultError) -> Void
  ) throws(VaultError) -> Receipt {
    let (entry, files) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, [Int])> in
      guard let role = context.role(for: .listCases) else {
        return try context.refuse(Act.list, .role) { $0.kind = "case" }
      }
      let files = try context.visibleFiles()
      let seq = try context.append(Act.list) { entry in
        entry.kind = "case"
        entry.n = Entry.bucket(files.count)
        entry.role = role.rawValue
      }
      return .allowed((seq, files))
    }
    var altered: [CaseID] = []
    let keyring = session.keyring
    try store.look { tx throws(VaultError) in
      for key in files {
        guard let file = try tx.file(key: key) else { continue }
        keyring.beginCase()
        let row = try? operations(of: file, keyring, tx)
        if row == nil { altered.append(file.id) }
        try show(file.id, row?.values)
      }
    }
    for id in altered { _ = try noteAltered(Act.list, id, entry, session) }
    return Receipt(entry: entry)
  }
}

extension ActContext {
  /// The cases that this member's list shows: all for a lead or a duty officer, else the assigned.
  func visibleFiles() throws(VaultError) -> [Int] {
    if asker.roles.contains(.lead) || asker.roles.contains(.duty) {
      var all: [Int] = []
      try tx.eachFileKey { key throws(VaultError) in all.append(key) }
      return all
    }
    let rows = try tx.assignments(member: asker.memberKey)
    return Set(rows.filter { asker.roles.contains($0.role) }.map(\.file)).sorted()
  }
}
