import AuditLog
import FoundationEssentials
import Sealing

/// Seals what one act writes into one case that is there: decides field by field, takes or makes the
/// class keys, and wraps the new ones to their readers.
final class CaseSealer {
  let gate: Gate
  let keyring: Keyring
  let writer: MemberID
  let writerKey: Int
  let standings: [Gate.Standing]
  let assignments: [Transaction.AssignmentRow]
  /// As they are after the act.
  var restrictions: CaseRestrictions
  let keys: CaseKeys
  /// Keys that are due though no row says so: an emergency ran out that nobody closed.
  private let due: [FieldClass: Int]
  private let file: Transaction.File

  private var current: [UInt16: Current] = [:]
  private(set) var made: [GrantMaker.NewKey] = []
  /// The role that the entry names: that of the first field that was allowed.
  private(set) var role: Role?
  /// `code:version` of every field written, for the entry.
  private(set) var written: Set<String> = []

  private struct Current {
    var version: UInt32
    var handle: KeyHandle
  }

  init(
    gate: Gate, keyring: Keyring, asker: Gate.Asker,
    standings: [Gate.Standing], assignments: [Transaction.AssignmentRow],
    restrictions: CaseRestrictions, file: Transaction.File, keys: CaseKeys,
    due: [FieldClass: Int]
  ) {
    self.gate = gate
    self.keyring = keyring
    writer = asker.member
    writerKey = asker.memberKey
    self.standings = standings
    self.assignments = assignments
    self.restrictions = restrictions
    self.file = file
    self.keys = keys
    self.due = due
  }

  // MARK: Deciding

  /// Why the change may not be written, or nil. Asked for every field before any is sealed.
  ///
  /// - Parameters:
  ///   - asked: fields that a second person is asked to write: who asks could write them.
  ///   - agreed: fields that somebody who could write them asked this member to write.
  func refusal(
    of changes: [RecordChange], operations: [FieldID: FieldValue], asked: Set<FieldID> = [],
    agreed: Set<FieldID> = []
  ) throws(VaultError) -> Refusal? {
    switch try forms.review(changes, operations: operations, asked: asked, agreed: agreed) {
    case .allowed(let role):
      self.role = role
      return nil
    case .denied(let reason): return reason
    }
  }

  private var forms: FormRules {
    FormRules(fields: gate.fields, standings: standings, use: .write)
  }

  // MARK: Sealing

  /// The fields of one record, sealed at their next versions.
  ///
  /// - Parameter kept: the versions that stand already; empty for a new record.
  func seal(
    _ change: RecordChange, record: RecordID, kept: [Transaction.FieldRow]
  ) throws(VaultError) -> [Transaction.FieldRow] {
    var rows: [Transaction.FieldRow] = []
    for (rule, value) in try forms.values(of: change, isFirst: kept.isEmpty) {
      let version = (kept.last { $0.id == rule.id }?.version ?? 0) + 1
      let blob = try seal(value, rule, record: record, version: version, writer: writer)
      rows.append(
        Transaction.FieldRow(id: rule.id, version: version, writer: writerKey, blob: Data(blob)))
      // The key of a file is none of what was written: the entry names the file.
      if rule.id != Evidence.keyField {
        written.insert(Entry.fieldCode(rule.id.rawValue, version: version))
      }
    }
    return rows
  }

  /// The fields of one record that came from another vault, at the versions that they had there.
  func seal(
    _ fields: [ParcelRecord.Field], record: RecordID
  ) throws(VaultError) -> [Transaction.FieldRow] {
    var rows: [Transaction.FieldRow] = []
    for field in fields {
      guard let rule = gate.fields[field.id] else { throw .unknownField(field.id) }
      let blob = try seal(
        field.value, rule, record: record, version: field.version, writer: writer)
      rows.append(
        Transaction.FieldRow(
          id: field.id, version: field.version, writer: writerKey, blob: Data(blob)))
    }
    for (id, version) in rows.newestVersions {
      written.insert(Entry.fieldCode(id.rawValue, version: version))
    }
    return rows
  }

  /// One version of a field, under the key that it is to lie under.
  ///
  /// - Parameter writer: who wrote the value, which is not always who seals it.
  func seal(
    _ value: FieldValue, _ rule: FieldRule, record: RecordID, version: UInt64, writer: MemberID
  ) throws(VaultError) -> [UInt8] {
    let keyClass = restrictions.keyClass(of: rule)
    let key = try currentKey(of: keyClass)
    let place = FieldPlace(
      vault: keyring.vault, caseID: file.id.identifier, record: record.identifier,
      writer: writer.identifier, entity: rule.entity, fieldClass: keyClass,
      field: rule.id.rawValue, keyVersion: key.version, fieldVersion: version)
    return try VaultError.sealing { () throws(SealingError) in
      try SealedField.seal(value.encoded, at: place, under: key.handle, in: keyring.atHand)
    }
  }

  /// The key to seal a class under: the version that counts, where the writer holds it; a new one,
  /// wrapped to all present readers, otherwise.
  private func currentKey(of keyClass: UInt16) throws(VaultError) -> Current {
    if let known = current[keyClass] { return known }
    let key: Current
    if let standing = try standingKey(of: keyClass) {
      key = standing
    } else {
      key = try newKey(of: keyClass)
    }
    current[keyClass] = key
    return key
  }

  private func standingKey(of keyClass: UInt16) throws(VaultError) -> Current? {
    guard holds(keyClass) else { return nil }
    let (rows, held) = (try rows(of: keyClass), keys.versions(of: keyClass))
    // A version that this member was given and the table does not name was taken out of the table:
    // to go back to the one before would seal under a key that others may hold.
    guard held.last ?? 0 <= rows.last?.version ?? 0 else { throw .doesNotOpen }
    let excluded = restrictions.excluded(fromKey: keyClass)
    guard let newest = rows.last, !isDue(newest),
      try gate.counts(newest, of: file, assignments: assignments, excluded: excluded)
    else { return nil }
    // Who came to the case by somebody that is excluded was not given the key of a restricted field.
    guard held.last == newest.version || !Restriction.isRestricted(keyClass) else { return nil }
    let handle = try keys.key(keyClass, version: newest.version, gate.tx)
    return Current(version: newest.version, handle: handle)
  }

  private func isDue(_ key: Transaction.ClassKeyRow) -> Bool {
    let before = Restriction.fieldClass(of: key.keyClass).flatMap { due[$0] }
    return before.map { key.seq < $0 } ?? false
  }

  private func holds(_ keyClass: UInt16) -> Bool {
    guard let fieldClass = Restriction.fieldClass(of: keyClass),
      !Restriction.isExcluded(standings, from: restrictions.excluded(fromKey: keyClass))
    else { return false }
    return standings.contains { KeyTable.access($0.role, $0.relation, to: fieldClass) == .key }
  }

  private func newKey(of keyClass: UInt16) throws(VaultError) -> Current {
    let version = (try rows(of: keyClass).last?.version ?? 0) + 1
    let handle = keyring.atHand.makeRandom()
    made.append(GrantMaker.NewKey(keyClass: keyClass, version: version, handle: handle))
    return Current(version: version, handle: handle)
  }

  private func rows(of keyClass: UInt16) throws(VaultError) -> [Transaction.ClassKeyRow] {
    try gate.tx.classKeys(of: file.key).filter { $0.keyClass == keyClass }
  }

  // MARK: Granting

  /// Wraps every key made here to the readers of its class.
  func grant(with maker: GrantMaker) throws(VaultError) -> GrantMaker.Grants {
    var grants = GrantMaker.Grants()
    for key in made {
      guard let fieldClass = Restriction.fieldClass(of: key.keyClass) else { throw .sealing }
      let readers = try gate.readers(
        of: fieldClass, in: assignments, less: restrictions.excluded(fromKey: key.keyClass),
        known: [writerKey: writer])
      for reader in readers {
        try maker.wrap(
          key, in: keyring.atHand, of: file.id, to: reader.principal, box: reader.box,
          into: &grants, gate.tx)
      }
    }
    return grants
  }
}
