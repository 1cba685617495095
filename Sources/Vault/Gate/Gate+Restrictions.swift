import AuditLog
import FoundationEssentials
import Sealing

extension Gate {
  /// What is restricted in a case.
  ///
  /// A row that was taken out, or ended by hand, would have the next writer seal a value for those whom
  /// the person wants it kept from. So no row counts alone: there is one for each restriction among the
  /// case's records, which the manifest counts, and it is lifted exactly where that record says so,
  /// which is seen without a key; and each is what the entries say that it names.
  func restrictions(of file: Transaction.File) throws(VaultError) -> CaseRestrictions {
    let rows = try tx.restrictions(of: file.key)
    let records = try tx.restrictionRecords(of: file.key)
    let told = Dictionary(
      rows.map { ($0.record, $0.lifted != nil) }, uniquingKeysWith: { first, _ in first })
    guard told == records, rows.count == records.count
    else { throw .assignmentAltered(entry: rows.last?.since ?? file.seq) }
    guard !rows.isEmpty else { return CaseRestrictions() }
    let rec = try pseudonym(of: file)
    for row in rows {
      guard try isBorneOut(row, of: file, rec) else { throw .assignmentAltered(entry: row.since) }
    }
    var found = CaseRestrictions(rows: rows)
    for field in Set(rows.map(\.field)) { try place(field, rec, in: &found) }
    return found
  }

  /// The entry that set it says the same, and so does the one that lifted it.
  private func isBorneOut(
    _ row: Transaction.RestrictedRow, of file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> Bool {
    guard let set = try stated(row.since, rec), set.act == Act.restrictionSet,
      fields[row.field] != nil, set.restrictedField == row.field.rawValue,
      set.grole == row.role?.rawValue, try isByOneWhoMay(set, rec)
    else { return false }
    let item = try custody.itemName(of: file.key, id: file.id, record: row.record)
    guard set.item == item else { return false }
    guard let lifted = row.lifted else { return true }
    guard let lift = try stated(lifted, rec) else { return false }
    guard lift.act == Act.restrictionLift, lift.item == item, lift.ref == row.since,
      lift.restrictedField == row.field.rawValue
    else { return false }
    return try isByOneWhoMay(lift, rec)
  }

  /// An entry of this very case that something came of.
  private func stated(_ seq: Int, _ rec: Identifier) throws(VaultError) -> Entry? {
    guard (0..<ledger.frontier.size).contains(seq) else { return nil }
    let entry = try ledger.provenEntry(seq, in: tx)
    return entry.out == .ok && entry.rec == rec ? entry : nil
  }

  /// Signed in a role that writes restrictions, by somebody who was given the case in it.
  private func isByOneWhoMay(_ entry: Entry, _ rec: Identifier) throws(VaultError) -> Bool {
    guard entry.mayRestrict(ledger.directory, writers: fields.restrictors) else { return false }
    guard entry.role != Role.lead.rawValue else { return true }
    guard let given = try entry.by.flatMap({ seq throws(VaultError) in try stated(seq, rec) })
    else { return false }
    let member = ledger.directory.member(entry.actor)
    return Care.given(by: given, ledger.directory).contains {
      $0.member == member && $0.role.rawValue == entry.role
    }
  }

  /// The last entry that put the field somewhere says under which key. Where nothing is due, a field
  /// lies under a key of its own exactly while it is kept from somebody.
  private func place(
    _ field: FieldID, _ rec: Identifier, in found: inout CaseRestrictions
  ) throws(VaultError) {
    let rows = found.rows.filter { $0.field == field && $0.role != nil }
    guard let first = rows.first, let rule = fields[field] else { return }
    guard rows.allSatisfy({ $0.sealed == first.sealed })
    else { throw .assignmentAltered(entry: first.since) }
    guard try first.sealed ?? -1 >= lastPlaced(rows, rec)
    else { throw .assignmentAltered(entry: first.since) }
    if let seq = first.sealed {
      guard let entry = try stated(seq, rec), let keyClass = entry.keyClassPlaced(field.rawValue),
        Restriction.fieldClass(of: keyClass) == rule.fieldClass
      else { throw .assignmentAltered(entry: first.since) }
      found.place(rule, under: keyClass)
    }
    let isKept = !found.excluded(from: field).isEmpty
    guard rows.contains(where: \.isDue) || isKept == (found.places[field] != nil)
    else { throw .assignmentAltered(entry: first.since) }
  }

  /// The last of the entries that set and lifted these which put the field somewhere; -1 for none.
  private func lastPlaced(
    _ rows: [Transaction.RestrictedRow], _ rec: Identifier
  ) throws(VaultError) -> Int {
    var last = -1
    for row in rows {
      for seq in [row.since, row.lifted].compactMap({ $0 }) {
        guard try stated(seq, rec)?.keyClassPlaced(row.field.rawValue) != nil else { continue }
        last = max(last, seq)
      }
    }
    return last
  }

  /// Whether the person keeps any of some fields from a member.
  func isExcluded(
    _ member: MemberID, from restrictions: CaseRestrictions, any fields: some Sequence<FieldID>
  ) -> Bool {
    fields.contains { isExcluded(member, from: restrictions.excluded(from: $0)) }
  }

  // MARK: Who holds the key of one

  /// Whether a restricted field lies, in its newest versions, under a key that these principals were not
  /// given: of who came to a case by a lead that is excluded, until somebody who holds it gives it to them.
  /// That is no alteration, and they are told what it is. Where a pack is missing whole, it is one.
  func lacksKey(
    _ rule: FieldRule, _ restrictions: CaseRestrictions, of file: Transaction.File,
    _ principals: [Principal]
  ) throws(VaultError) -> Bool {
    guard let keyClass = restrictions.places[rule.id],
      let held = try versionsHeld(keyClass, by: principals, of: file)
    else { return false }
    let needed = try versionsNeeded(rule, of: file) { $0.suffix(1) }
    return !needed.isSubset(of: held)
  }

  /// The key versions that a field lies under in the records of a case.
  ///
  /// - Parameter chosen: which of its kept versions are meant.
  func versionsNeeded(
    _ rule: FieldRule, of file: Transaction.File,
    _ chosen: ([Transaction.FieldRow]) -> some Sequence<Transaction.FieldRow>
  ) throws(VaultError) -> Set<UInt32> {
    var needed: Set<UInt32> = []
    for record in try tx.records(of: file.key) where record.entity == rule.entity {
      for field in chosen(try tx.fields(of: record.key).filter { $0.id == rule.id }) {
        guard let version = try? SealedField.keyVersion(of: field.blob.span)
        else { throw .doesNotOpen }
        needed.insert(version)
      }
    }
    return needed
  }

  /// The versions of a key that some principals hold wraps of, custody's seal taken off; nil where there
  /// is no pack of any of them.
  func versionsHeld(
    _ keyClass: UInt16, by principals: [Principal], of file: Transaction.File
  ) throws(VaultError) -> Set<UInt32>? {
    var held: Set<UInt32>?
    for principal in principals {
      guard let number = try tx.knownPrincipalKey(principal),
        let outer = try tx.pack(of: file.key, principal: number)
      else { continue }
      let pack = try custody.openPack(
        outer, of: file.key, caseID: file.id, principal: principal, vault: custody.vault)
      held = (held ?? []).union(
        pack.items.filter { $0.keyClass == keyClass }.map(\.keyVersion))
    }
    return held
  }
}
