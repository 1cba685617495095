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
    guard vault.fields.fits(records) else { throw .doesNotOpen }
    let inner = try inner(file)
    let stored = Manifest.hash(
      vault: vault.id, caseID: file.id, version: file.version, previous: file.prev,
      operations: inner, records: hashes)
    // The next writer goes on from these numbers, and its entry would be blamed for them.
    guard stored == file.man else { throw .doesNotOpen }
    try checkOperations(inner, file)
    guard (0..<vault.ledger.frontier.size).contains(file.seq) else { throw .doesNotOpen }
    let stated = try vault.ledger.provenEntry(file.seq, in: tx)
    let rec = try vault.custody.pseudonym(of: file.key, id: file.id)
    guard stated.out == .ok, stored == stated.man, stated.rec == rec else { throw .doesNotOpen }
  }

  /// The numbers of a case's row alone, for an act that changes nothing of what they speak for.
  func checkRow(_ file: Transaction.File) throws(VaultError) {
    guard (0..<vault.ledger.frontier.size).contains(file.seq) else { throw .doesNotOpen }
    let stated = try vault.ledger.provenEntry(file.seq, in: tx)
    let rec = try vault.custody.pseudonym(of: file.key, id: file.id)
    guard stated.out == .ok, stated.man == file.man, stated.rec == rec
    else { throw .doesNotOpen }
  }

  /// Every kept version of every field, against the record's hash.
  func check(
    _ row: Transaction.RecordRow, _ fields: [Transaction.FieldRow]
  ) throws(VaultError) {
    let hash = Manifest.recordHash(
      row.id, version: row.version, writer: try tx.memberID(row.writer), fields: fields,
      isRetracted: row.isRetracted)
    guard hash == row.hash else { throw .doesNotOpen }
  }

  /// Writer and revision of the operations row are in no hash, but the row is sealed to both: whoever
  /// holds its key opens it, also where nothing of it was asked for.
  private func checkOperations(
    _ inner: [UInt8], _ file: Transaction.File
  ) throws(VaultError) {
    let version = try CaseOperations.keyVersion(inner)
    let key: KeyHandle
    do {
      key = try keyring.officeKey(.operations, version: version, tx, vault.custody)
    } catch .keyMissing { return }
    _ = try CaseOperations.open(
      inner, file, writer: tx.memberID(file.writer), keyVersion: version, under: key,
      in: keyring.lasting, vault: vault.id)
  }

  private func inner(_ file: Transaction.File) throws(VaultError) -> [UInt8] {
    try vault.custody.withOuterKey(of: file.key, number: CaseOperations.number(file)) {
      key, arena throws(VaultError) in
      try CaseOperations.inner(file, under: key, in: arena, vault: vault.id)
    }
  }
}
