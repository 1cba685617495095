import AuditLog
import Sealing

extension CaseWriter {
  /// States a change with the case's next manifest and stores it: one entry, one transaction.
  ///
  /// - Returns: the entry.
  func commit(
    _ change: CaseChange, _ act: String, _ fill: (inout Entry) -> Void
  ) throws(VaultError) -> Int {
    let list = try VaultError.sealing { () throws(SealingError) in
      try GrantList(change.grants.entries)
    }
    var next = file
    next.version += 1
    next.prev = file.man
    next.man = manifest(next, change)
    if let operations = change.operations {
      next.operations = operations.outer
      next.writer = context.asker.memberKey
      next.revision += 1
    }
    let (rec, man) = (try context.pseudonym(file), next.man)
    next.seq = try context.append(act) { entry in
      entry.rec = rec
      entry.fields = change.codes.isEmpty ? nil : change.codes.sorted()
      entry.man = man
      entry.grant = change.grants.entries.isEmpty ? nil : list.digest
      fill(&entry)
    }
    try tx.update(next)
    try store(change, list, seq: next.seq)
    return next.seq
  }

  private func manifest(_ next: Transaction.File, _ change: CaseChange) -> Digest {
    var hashes: [RecordID: Digest] = [:]
    for row in rows { hashes[row.id] = row.hash }
    for record in change.records { hashes[record.row.id] = record.row.hash }
    return Manifest.hash(
      vault: context.vault.id, caseID: file.id, version: next.version, previous: next.prev,
      operations: change.operations?.inner ?? inner,
      records: hashes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  private func store(_ change: CaseChange, _ list: GrantList, seq: Int) throws(VaultError) {
    for record in change.records {
      var key = record.row.key
      if key == 0 {
        key = try tx.insertRecord(record.row, file: file.key)
      } else {
        try tx.updateRecord(record.row)
      }
      try tx.run(Transaction.insertion(of: [(key, record.fields)]))
      for field in record.resealed { try tx.replace(field, of: key) }
      for field in record.erased {
        try tx.delete(field, of: key)
        // Without its key a content opens for nobody; nothing of it is to be left either.
        if field.id == Evidence.keyField {
          try tx.deleteEvidence(of: file.key, record: record.row.id)
        }
      }
    }
    guard !change.grants.entries.isEmpty else { return }
    try tx.insertGrantList(list.bytes, of: file.key, seq: seq)
    try tx.insertClassKeys(
      change.keys.map {
        Transaction.ClassKeyRow(
          keyClass: $0.keyClass, version: $0.version, seq: seq, isDue: false)
      }, of: file.key)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: outer.number, outer: outer.handle
    ).add(change.grants)
  }
}
