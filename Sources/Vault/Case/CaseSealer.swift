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
  private let file: Transaction.File
  private let keys: CaseKeys

  private var current: [FieldClass: Current] = [:]
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
    file: Transaction.File, keys: CaseKeys
  ) {
    self.gate = gate
    self.keyring = keyring
    writer = asker.member
    writerKey = asker.memberKey
    self.standings = standings
    self.assignments = assignments
    self.file = file
    self.keys = keys
  }

  // MARK: Deciding

  /// Why the change may not be written, or nil. Asked for every field before any is sealed.
  func refusal(
    of changes: [RecordChange], operations: [FieldID: FieldValue]
  ) throws(VaultError) -> Refusal? {
    switch try forms.review(changes, operations: operations) {
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
      let blob = try seal(value, rule, record: record, version: version)
      rows.append(
        Transaction.FieldRow(id: rule.id, version: version, writer: writerKey, blob: Data(blob)))
      written.insert(Entry.fieldCode(rule.id.rawValue, version: version))
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
      let blob = try seal(field.value, rule, record: record, version: field.version)
      rows.append(
        Transaction.FieldRow(
          id: field.id, version: field.version, writer: writerKey, blob: Data(blob)))
    }
    for (id, version) in rows.newestVersions {
      written.insert(Entry.fieldCode(id.rawValue, version: version))
    }
    return rows
  }

  private func seal(
    _ value: FieldValue, _ rule: FieldRule, record: RecordID, version: UInt64
  ) throws(VaultError) -> [UInt8] {
    let key = try currentKey(of: rule.fieldClass)
    let place = FieldPlace(
      vault: keyring.vault, caseID: file.id.identifier, record: record.identifier,
      writer: writer.identifier, entity: rule.entity, fieldClass: rule.fieldClass.rawValue,
      field: rule.id.rawValue, keyVersion: key.version, fieldVersion: version)
    return try VaultError.sealing { () throws(SealingError) in
      try SealedField.seal(value.encoded, at: place, under: key.handle, in: keyring.atHand)
    }
  }

  /// The key to seal a class under: the version that counts, where the writer holds it; a new one,
  /// wrapped to all present readers, otherwise.
  private func currentKey(of fieldClass: FieldClass) throws(VaultError) -> Current {
    if let known = current[fieldClass] { return known }
    let key: Current
    if let standing = try standingKey(of: fieldClass) {
      key = standing
    } else {
      key = try newKey(of: fieldClass)
    }
    current[fieldClass] = key
    return key
  }

  private func standingKey(of fieldClass: FieldClass) throws(VaultError) -> Current? {
    guard holds(fieldClass) else { return nil }
    let rows = try gate.tx.classKeys(of: file.key).filter { $0.keyClass == fieldClass.rawValue }
    // A version that this member was given and the table does not name was taken out of the table:
    // to go back to the one before would seal under a key that others may hold.
    guard keys.versions(of: fieldClass.rawValue).last ?? 0 <= rows.last?.version ?? 0
    else { throw .doesNotOpen }
    guard let newest = rows.last, try gate.counts(newest, of: file, assignments: assignments)
    else { return nil }
    let handle = try keys.key(fieldClass.rawValue, version: newest.version, gate.tx)
    return Current(version: newest.version, handle: handle)
  }

  private func holds(_ fieldClass: FieldClass) -> Bool {
    standings.contains { KeyTable.access($0.role, $0.relation, to: fieldClass) == .key }
  }

  private func newKey(of fieldClass: FieldClass) throws(VaultError) -> Current {
    let rows = try gate.tx.classKeys(of: file.key).filter { $0.keyClass == fieldClass.rawValue }
    let version = (rows.last?.version ?? 0) + 1
    let handle = keyring.atHand.makeRandom()
    made.append(
      GrantMaker.NewKey(keyClass: fieldClass.rawValue, version: version, handle: handle))
    return Current(version: version, handle: handle)
  }

  // MARK: Granting

  /// Wraps every key made here to the readers of its class.
  func grant(with maker: GrantMaker) throws(VaultError) -> GrantMaker.Grants {
    var grants = GrantMaker.Grants()
    for key in made {
      guard let fieldClass = FieldClass(rawValue: key.keyClass) else { throw .sealing }
      let readers = try gate.readers(
        of: fieldClass, in: assignments, known: [writerKey: writer])
      for reader in readers {
        try maker.wrap(
          key, in: keyring.atHand, of: file.id, to: reader.principal, box: reader.box,
          into: &grants, gate.tx)
      }
    }
    return grants
  }
}
