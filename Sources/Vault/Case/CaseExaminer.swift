import AuditLog
import Sealing

/// Holds the sealed data of every case against what the log states of it, without a case key: only
/// ciphertext is hashed. Finds what the reader of a single case cannot see: a whole older state put
/// back, a case dropped, a row exchanged.
struct CaseExaminer {
  let vault: Identifier
  let store: Store
  let custody: Custody

  func examine(
    _ stated: [Identifier: LogExaminer.LastStated]
  ) throws(VaultError) -> (count: Int, findings: [LogFinding]) {
    var open = stated
    var findings: [LogFinding] = []
    var count = 0
    let keys = try store.look { tx throws(VaultError) in
      var keys: [Int] = []
      try tx.eachFileKey { key throws(VaultError) in keys.append(key) }
      return keys
    }
    for key in keys {
      count += 1
      try store.look { tx throws(VaultError) in
        guard let file = try tx.file(key: key) else { return }
        if let finding = try examine(file, &open, tx) { findings.append(finding) }
      }
    }
    // What is left was stated and is not there.
    for (rec, last) in open where !last.isErased {
      findings.append(
        LogFinding(subject: .file(pseudonym: rec.hex, entry: last.seq), code: "case.missing"))
    }
    return (count, findings)
  }

  private func examine(
    _ file: Transaction.File, _ open: inout [Identifier: LogExaminer.LastStated],
    _ tx: Transaction
  ) throws(VaultError) -> LogFinding? {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 2) }
    guard let key = try? custody.recordKey(of: file.key, id: file.id, into: &arena) else {
      return LogFinding(
        subject: .file(pseudonym: "", entry: file.seq), code: "case.key")
    }
    let rec = Pseudonym.ofCase(key, in: arena)
    guard let last = open.removeValue(forKey: rec) else {
      return LogFinding(subject: .file(pseudonym: rec.hex, entry: nil), code: "case.unstated")
    }
    func found(_ code: String) -> LogFinding {
      LogFinding(subject: .file(pseudonym: rec.hex, entry: last.seq), code: code)
    }
    guard let man = try rebuilt(file, &arena, tx) else { return found("case.altered") }
    guard man == last.man else {
      // It fits an entry, but not the last one: an older state.
      return found(man == file.man && file.seq < last.seq ? "case.older" : "case.altered")
    }
    guard file.prev == last.previous else { return found("case.older") }
    return try examineCare(file, last, tx).map(found)
  }

  /// The tables that say who cares and which keys are due are caches: an end that was taken back by
  /// hand would have the next writer wrap new keys to somebody who left.
  private func examineCare(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> String? {
    var live: Set<LogExaminer.Given> = []
    for row in try tx.assignments(of: file.key) where row.ended == nil {
      let care = Care(
        member: try tx.memberID(row.member), role: row.role, relation: row.relation)
      live.insert(LogExaminer.Given(care: care, since: row.since))
    }
    guard live == Set(last.care) else { return "case.care" }
    for row in try tx.excerpts(of: file.key) where row.ended == nil {
      let copies = LogExaminer.Copies(
        member: try tx.memberID(row.member), keyClass: row.keyClass, since: row.since)
      guard last.copies.contains(copies) else { return "case.excerpt" }
    }
    let isDue = try tx.classKeys(of: file.key).allSatisfy { key in
      key.isDue || key.seq > last.ended ?? -1
    }
    return isDue ? nil : "case.keys"
  }

  /// The manifest of what lies in the file now; nil where something does not even open custody's seal.
  private func rebuilt(
    _ file: Transaction.File, _ arena: inout KeyArena, _ tx: Transaction
  ) throws(VaultError) -> Digest? {
    guard let number = try? CaseOperations.number(file),
      let outer = try? custody.outerKey(of: file.key, number: number, into: &arena),
      let inner = try? CaseOperations.inner(file, under: outer, in: arena, vault: vault)
    else { return nil }
    var hashes: [(RecordID, Digest)] = []
    for record in try tx.records(of: file.key) {
      let writer = try tx.memberID(record.writer)
      hashes.append(
        (
          record.id,
          Manifest.recordHash(
            record.id, version: record.version, writer: writer,
            fields: try tx.fields(of: record.key))
        ))
    }
    return Manifest.hash(
      vault: vault, caseID: file.id, version: file.version, previous: file.prev,
      operations: inner, records: hashes)
  }
}
