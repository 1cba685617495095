import AuditLog
import Sealing

/// Holds what is stored of a whole case against the entry that states it, before any of it is shown or
/// written beside: a row dropped, put back or sealed under a key of somebody's own making does not fit.
/// A whole older state does fit its own older entry; only `log verify` finds that.
struct CaseCheck {
  let vault: Vault
  let keyring: Keyring
  let tx: Transaction

  func check(_ file: Transaction.File, _ records: [Drawer.Row]) throws(VaultError) {
    var hashes: [(RecordID, Digest)] = []
    for record in records {
      try check(record.row, record.fields)
      hashes.append((record.row.id, record.row.hash))
    }
    let stored = Manifest.hash(
      vault: vault.id, caseID: file.id, version: file.version, previous: file.prev,
      operations: try inner(file), records: hashes)
    guard (0..<vault.ledger.frontier.size).contains(file.seq) else { throw .doesNotOpen }
    let stated = try vault.ledger.provenEntry(file.seq, in: tx)
    guard stated.out == .ok, stored == stated.man, stated.rec == (try pseudonym(file))
    else { throw .doesNotOpen }
  }

  /// Every kept version of every field, against the record's hash.
  func check(
    _ row: Transaction.RecordRow, _ fields: [Transaction.FieldRow]
  ) throws(VaultError) {
    let hash = Manifest.recordHash(
      row.id, version: row.version, writer: try tx.memberID(row.writer), fields: fields)
    guard hash == row.hash else { throw .doesNotOpen }
  }

  private func inner(_ file: Transaction.File) throws(VaultError) -> [UInt8] {
    let outer = try vault.custody.outerKey(
      of: file.key, number: CaseOperations.number(file), into: &keyring.atHand)
    return try CaseOperations.inner(file, under: outer, in: keyring.atHand, vault: vault.id)
  }

  private func pseudonym(_ file: Transaction.File) throws(VaultError) -> Identifier {
    let key = try vault.custody.recordKey(of: file.key, id: file.id, into: &keyring.atHand)
    return Pseudonym.ofCase(key, in: keyring.atHand)
  }
}
