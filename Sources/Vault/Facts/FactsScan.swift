import AuditLog
import Sealing

/// Opens the facts of every case of a vault, some hundred at a time, so that a vault of any size needs little
/// memory.
///
/// Like a list, and unlike a look at one case, it does not hold the whole of each case against the log: that
/// would read every field of every case to count one. A list that is not what its writer sealed does not
/// open; a case that was put back whole is found by `log verify` (SECURITY.md, "Figures").
struct FactsScan {
  let vault: Vault
  let keyring: Keyring
  let principals: [Principal]
  let rule: FieldRule
  /// The epochs of the reader's roles, each of which may have come later than some cases.
  let late: [LateEpoch]

  /// What became of the list of one case.
  enum Found {
    case items([String])
    /// Nobody has given the reader's role the key yet: the case was there before the role had a holder.
    case waiting
    case altered
  }

  var together = 256

  /// - Parameters:
  ///   - show: what each case has, those that wait behind the others that stand near them.
  ///   - progress: told how many rows of the file were passed.
  func run(
    _ tx: Transaction, _ show: (CaseID, Found) throws(VaultError) -> Void,
    _ progress: (Int) -> Void
  ) throws(VaultError) {
    let last = try tx.largestFileKey()
    var first = 1
    while first <= last {
      let keys = first..<min(first + together, last + 1)
      try scan(keys, tx, show)
      first = keys.upperBound
      progress(keys.upperBound - 1)
    }
  }

  private func scan(
    _ keys: Range<Int>, _ tx: Transaction,
    _ show: (CaseID, Found) throws(VaultError) -> Void
  ) throws(VaultError) {
    let rows = try tx.newestFacts(rule.id, entity: rule.entity, of: keys)
    guard !rows.isEmpty else { return }
    var packs: [Held] = []
    for principal in principals {
      guard let number = try tx.knownPrincipalKey(principal) else { continue }
      let found = try tx.packs(of: keys, principal: number)
      packs.append(Held(principal: principal, number: number, packs: found))
    }
    // Two numbers of one case stand side by side while the older one waits to be destroyed.
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: 2 * keys.count)
    }
    let outer = try vault.custody.outerKeys(of: keys, most: 2 * keys.count, into: &arena)
    var handles: [Int: [UInt32: KeyHandle]] = [:]
    for key in outer { handles[key.file, default: [:]][key.number] = key.handle }
    var closed: [Transaction.FactsRow] = []
    for row in rows {
      keyring.beginCase()
      let writer = try tx.memberID(row.writer)
      do throws(VaultError) {
        let key = try classKey(of: row, packs, handles[row.file] ?? [:], arena, tx)
        try show(row.id, open(row, writer, under: key).map(Found.items) ?? .altered)
      } catch .keyMissing {
        closed.append(row)
      } catch {
        guard error.isAlteration else { throw error }
        try show(row.id, .altered)
      }
    }
    try tell(closed, in: keys, tx, show)
  }

  /// Of the cases without a wrap: whether the log says that the reader's role was ever given one.
  private func tell(
    _ closed: [Transaction.FactsRow], in keys: Range<Int>, _ tx: Transaction,
    _ show: (CaseID, Found) throws(VaultError) -> Void
  ) throws(VaultError) {
    guard !closed.isEmpty else { return }
    var due: Set<Int> = []
    for epoch in late { due.formUnion(try tx.dueFiles(epoch, in: keys)) }
    for row in closed { try show(row.id, due.contains(row.file) ? .waiting : .altered) }
  }

  /// What one principal holds in a run of cases.
  private struct Held {
    let principal: Principal
    let number: Int
    let packs: [Int: [UInt8]]
  }

  /// The key that the newest version lies under, by whichever wrap there is.
  private func classKey(
    of row: Transaction.FactsRow, _ held: [Held], _ outer: [UInt32: KeyHandle],
    _ arena: borrowing KeyArena, _ tx: Transaction
  ) throws(VaultError) -> KeyHandle {
    let version = try VaultError.sealing { () throws(SealingError) in
      try SealedField.keyVersion(of: row.blob.span)
    }
    for holder in held {
      guard let sealed = holder.packs[row.file],
        let item = try item(version, in: sealed, of: row, holder.principal, outer, arena)
      else { continue }
      let batch = try keyring.batchKey(
        item.batch, of: holder.principal, number: holder.number, tx, vault.custody)
      let context = GrantContext(
        vault: vault.id, caseID: row.id.identifier, keyClass: item.keyClass,
        keyVersion: item.keyVersion, principal: holder.principal, batch: item.batch)
      return try VaultError.sealing { () throws(SealingError) in
        try WrappedKey.unwrap(
          item.inner.span, under: batch, in: keyring.lasting, into: &keyring.atHand,
          context: context)
      }
    }
    throw .keyMissing
  }

  /// The wrap of a version of the class in one pack; nil where the pack has none.
  private func item(
    _ version: UInt32, in sealed: [UInt8], of row: Transaction.FactsRow, _ principal: Principal,
    _ outer: [UInt32: KeyHandle], _ arena: borrowing KeyArena
  ) throws(VaultError) -> GrantPack.Item? {
    do throws(SealingError) {
      guard let key = outer[try GrantPack.number(of: sealed.span)] else { return nil }
      let pack = try GrantPack.open(
        sealed.span, under: key, in: arena, vault: vault.id, caseID: row.id.identifier,
        principal: principal)
      return pack.item(keyClass: rule.fieldClass.rawValue, keyVersion: version)
    } catch { throw .doesNotOpen }
  }

  private func open(
    _ row: Transaction.FactsRow, _ writer: MemberID, under key: KeyHandle
  ) -> [String]? {
    guard let version = try? SealedField.keyVersion(of: row.blob.span) else { return nil }
    let place = FieldPlace(
      vault: vault.id, caseID: row.id.identifier, record: row.record.identifier,
      writer: writer.identifier, entity: rule.entity, fieldClass: rule.fieldClass.rawValue,
      field: rule.id.rawValue, keyVersion: version, fieldVersion: row.version)
    guard
      let plain = try? SealedField.open(
        row.blob.span, at: place, under: key, in: keyring.atHand),
      case .list(let items) = FieldValue(decoding: plain)
    else { return nil }
    return items
  }
}
