import AuditLog
import FoundationEssentials
import Sealing

extension CaseWriter {
  /// Puts a field with its whole history, in every record that has it, where the restrictions in force
  /// want it: each kept version is opened and sealed anew, its value, version and writer as they were.
  ///
  /// - Returns: under which key it lies then; nil, with nothing changed, where the writer does not hold
  ///   every key that it lies under now: then the next who does will do it.
  func reseal(
    _ rule: FieldRule, into change: inout CaseChange
  ) throws(VaultError) -> UInt16? {
    let present = sealer.restrictions.keyClass(of: rule)
    guard try holdsAll(of: rule, under: present) else { return nil }
    let target = try sealer.restrictions.target(for: rule)
    guard target != present else { return present }
    let values = try history(of: rule, under: present)
    sealer.restrictions.place(rule, under: target)
    for (row, fields) in values {
      var resealed: [Transaction.FieldRow] = []
      for (field, value) in fields { resealed.append(try sealed(value, as: field, rule, in: row)) }
      change.records.append(
        .next(row, kept: kept[row.key] ?? [], resealed: resealed, writer: context.asker))
    }
    return target
  }

  /// A value in another seal, at the version that it has and of the writer that it has.
  private func sealed(
    _ value: FieldValue, as field: Transaction.FieldRow, _ rule: FieldRule,
    in row: Transaction.RecordRow
  ) throws(VaultError) -> Transaction.FieldRow {
    let blob = try sealer.seal(
      value, rule, record: row.id, version: field.version, writer: tx.memberID(field.writer))
    return Transaction.FieldRow(
      id: field.id, version: field.version, writer: field.writer, blob: Data(blob))
  }

  /// A kept version of a field, opened where it lies and sealed under the key that counts now.
  func anew(
    _ field: Transaction.FieldRow, _ rule: FieldRule, in row: Transaction.RecordRow
  ) throws(VaultError) -> Transaction.FieldRow {
    let value = try opener(of: row).open(
      field, rule, keyClass: sealer.restrictions.keyClass(of: rule))
    return try sealed(value, as: field, rule, in: row)
  }

  private func opener(of row: Transaction.RecordRow) -> FieldOpener {
    FieldOpener(
      vault: context.vault.id, file: file, record: row.id, keys: sealer.keys, keyring: keyring,
      tx: tx)
  }

  private typealias History =
    [(
      row: Transaction.RecordRow, fields: [(field: Transaction.FieldRow, value: FieldValue)]
    )]

  private func versions(of rule: FieldRule, in row: Transaction.RecordRow) -> [Transaction.FieldRow]
  {
    row.kind == rule.entity ? (kept[row.key] ?? []).filter { $0.id == rule.id } : []
  }

  private func holdsAll(of rule: FieldRule, under keyClass: UInt16) throws(VaultError) -> Bool {
    let held = sealer.keys.versions(of: keyClass)
    for field in rows.flatMap({ versions(of: rule, in: $0) }) {
      guard let version = try? SealedField.keyVersion(of: field.blob.span)
      else { throw .doesNotOpen }
      guard held.contains(version) else { return false }
    }
    return true
  }

  private func history(of rule: FieldRule, under keyClass: UInt16) throws(VaultError) -> History {
    var found: History = []
    for row in rows {
      let opener = opener(of: row)
      var fields: [(Transaction.FieldRow, FieldValue)] = []
      for field in versions(of: rule, in: row) {
        fields.append((field, try opener.open(field, rule, keyClass: keyClass)))
      }
      if !fields.isEmpty { found.append((row, fields)) }
    }
    return found
  }

  /// After the entry that put a field under another key: the rows name it, excerpts of the field that
  /// excluded members hold end, and nobody keeps a wrap of the key it lay under. The outer key is
  /// replaced, so that today's custody opens no pack of yesterday's records.
  ///
  /// - Returns: the excerpts that ended.
  func finish(
    _ rule: FieldRule, from present: UInt16, at seq: Int, role: Role, generation: Int
  ) throws(VaultError) -> EndedCopies {
    try tx.setSealed(rule.id, of: file.key, at: seq)
    guard let file = try tx.file(key: file.key) else { throw .noSuchCase }
    var ended: [Int: Set<UInt16>] = [:]
    if Restriction.isRestricted(present), present != sealer.restrictions.keyClass(of: rule) {
      for (principal, _) in try tx.packs(of: file.key) { ended[principal] = [present] }
    }
    var copies = EndedCopies()
    for (member, shares) in try excerptsOfExcluded(rule.id) {
      let id = try tx.memberID(member)
      try ExcerptEnder(context: context, file: file).state(
        shares, id, role: role, generation: generation)
      let principal = try tx.principalKey(.member(id.identifier))
      ended[principal, default: []].formUnion(shares.map(\.keyClass))
      copies.count += shares.count
      for share in shares { copies.others.formUnion(fields(in: share)) }
    }
    copies.others.subtract([rule.id, Excerpt.endField])
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: ended)
    return copies
  }

  /// Ends what goes to the office from which a field was kept: the referrals, and whatever copies of it lie there.
  func end(
    _ ending: OfficeEnding, of field: FieldID, _ done: Restricted
  ) throws(VaultError) -> Restricted {
    for var writing in ending.writings {
      writing.by = done.entry
      // Whoever may restrict may write the referrals as well, or nothing of it is done.
      guard case .allowed = try CaseChain(context: context, id: file.id).write(writing) else {
        throw .changedMeanwhile
      }
    }
    guard let role = sealer.role else { throw .nothingToDo }
    let shares = try ExcerptEnder(context, file.id).end(
      .of(field, on: ending.consents, within: ending.referrals), by: done.entry, role: role)
    var done = done
    done.endedExcerpts = shares.count
    // What went with a referral is referred anew, and not shared.
    var ofReferrals: [Transaction.ExcerptRow] = []
    for record in ending.referrals {
      ofReferrals += try context.gate.excerpts(shares, holding: record)
    }
    for share in shares where !ofReferrals.contains(share) {
      done.endedWith.formUnion(fields(in: share))
    }
    done.endedWith.subtract([field, Excerpt.endField])
    return done
  }

  private func fields(in share: Transaction.ExcerptRow) -> [FieldID] {
    rows.filter { $0.entity == share.keyClass }.flatMap { (kept[$0.key] ?? []).map(\.id) }
  }

  /// By the row of the member. Those whose day is over count: their wraps are still there.
  private func excerptsOfExcluded(
    _ field: FieldID
  ) throws(VaultError) -> [Int: [Transaction.ExcerptRow]] {
    let excluded = sealer.restrictions.excluded(from: field)
    var found: [Int: [Transaction.ExcerptRow]] = [:]
    for row in try context.gate.liveExcerpts(of: file, at: Int.min) {
      let holdsField = rows.contains { record in
        record.entity == row.keyClass && (kept[record.key] ?? []).contains { $0.id == field }
      }
      guard holdsField, context.gate.isExcluded(try tx.memberID(row.member), from: excluded)
      else { continue }
      found[row.member, default: []].append(row)
    }
    return found
  }
}
