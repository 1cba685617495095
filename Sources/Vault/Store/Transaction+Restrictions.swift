import FoundationEssentials
import GRDB
import Sealing

/// Which field is kept from whom. The rows are a cache of `restriction.set`, `restriction.lift` and
/// `field.reseal` entries; the gate holds each against them and against the records of the case.
extension Transaction {
  struct RestrictedRow: Equatable {
    var file: Int
    /// The entry that set it.
    var since: Int
    /// The record of the case that it is.
    var record: RecordID
    var field: FieldID
    /// The role that is excluded; nil for an office, whose name is sealed in the record.
    var role: Role?
    /// The entry that put the field, with its history, where it lies; nil before the first.
    var sealed: Int?
    /// The entry that lifted it.
    var lifted: Int?

    /// Whether the field lies otherwise than this restriction, or its end, wants it.
    var isDue: Bool { role != nil && sealed ?? -1 < max(since, lifted ?? -1) }
  }

  func restrictions(of file: Int) throws(VaultError) -> [RestrictedRow] {
    var found: [RestrictedRow] = []
    for row in try rows(
      """
      SELECT file,since,record,field,role,sealed,lifted FROM restricted WHERE file=? ORDER BY since
      """, [file])
    {
      let bit: UInt16 = try row.integer(4)
      let role = Role(bit: bit)
      guard let record = Identifier(try row.bytes(2)), role != nil || bit == 0
      else { throw .damagedRow }
      found.append(
        RestrictedRow(
          file: try row.int(0), since: try row.int(1), record: RecordID(record),
          field: FieldID(try row.integer(3)), role: role, sealed: try row.optionalInt(5),
          lifted: try row.optionalInt(6)))
    }
    return found
  }

  func insert(_ row: RestrictedRow) throws(VaultError) {
    try run(
      "INSERT INTO restricted(file,since,record,field,role,sealed,lifted) VALUES(?,?,?,?,?,?,?)",
      [
        row.file, row.since, Data(row.record.identifier.bytes), Int(row.field.rawValue),
        Int(row.role?.bit ?? 0), row.sealed, row.lifted,
      ])
  }

  func liftRestriction(_ row: RestrictedRow, at seq: Int) throws(VaultError) {
    try run(
      "UPDATE restricted SET lifted=? WHERE file=? AND since=?", [seq, row.file, row.since])
  }

  /// All that is or was asked of one field names the entry that placed it.
  func setSealed(_ field: FieldID, of file: Int, at seq: Int) throws(VaultError) {
    try run(
      "UPDATE restricted SET sealed=? WHERE file=? AND field=? AND role<>0",
      [seq, file, Int(field.rawValue)])
  }

  /// The restrictions of a case as its records tell of them, and which of them were lifted: for that
  /// the day of it was written a second time.
  func restrictionRecords(of file: Int) throws(VaultError) -> [RecordID: Bool] {
    var found: [RecordID: Bool] = [:]
    for row in try rows(
      """
      SELECT r.id,EXISTS(SELECT 1 FROM field f WHERE f.record=r.key AND f.id=? AND f.version>1) \
      FROM record r WHERE r.file=? AND r.entity=?
      """, [Int(Restriction.liftedField.rawValue), file, Int(Restriction.entity)])
    {
      guard let id = Identifier(try row.bytes(0)) else { throw .damagedRow }
      found[RecordID(id)] = try row.int(1) != 0
    }
    return found
  }

  /// Cases in which somebody may have to seal a field anew, or to give its key to who came later: the
  /// first because who restricted it, or lifted that, held no key of it; the second where those are
  /// excluded who give such keys, leads and duty officers, and this member is not.
  func unsettledRestrictions(for roles: [Role]) throws(VaultError) -> [Int] {
    var found: [Int] = []
    let (givers, own) = (Int(RoleSet([.lead, .duty]).rawValue), Int(RoleSet(roles).rawValue))
    for row in try rows(
      """
      SELECT DISTINCT file FROM restricted WHERE role<>0 AND \
      (coalesce(sealed,-1)<max(since,coalesce(lifted,-1)) OR lifted IS NULL AND (role&?)<>0 \
      AND (role&?)=0) ORDER BY file
      """, [givers, own])
    {
      found.append(try row.int(0))
    }
    return found
  }

  /// A field in another seal. `secure_delete` overwrites the one before.
  func replace(_ field: FieldRow, of record: Int) throws(VaultError) {
    try run(
      "UPDATE field SET blob=? WHERE record=? AND id=? AND version=?",
      [field.blob, record, Int(field.id.rawValue), Int(field.version)])
  }

  /// A version of a field that is erased; overwritten too.
  func delete(_ field: FieldRow, of record: Int) throws(VaultError) {
    try run(
      "DELETE FROM field WHERE record=? AND id=? AND version=?",
      [record, Int(field.id.rawValue), Int(field.version)])
  }

  /// Format 2 had no such table.
  func addRestricted() throws(VaultError) {
    for statement in Schema.restrictions { try run(statement, []) }
  }
}
