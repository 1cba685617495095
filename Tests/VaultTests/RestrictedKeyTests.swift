import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The second wall around a restricted field: with the policy out of the way, no key that an excluded role
/// was ever given opens any version of it, today or in a copy of the records that was taken since.
@Suite struct RestrictedKeyTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// How many kept versions of a field some member opens, trying every version of every key that they
  /// hold a wrap of, each at the place that it would be sealed to.
  private func opened(
    _ handle: String, _ field: FieldID, of id: CaseID? = nil
  ) throws -> Int {
    try desk.act(handle) { vault, session in
      let keyring = session.keyring
      let (member, memberKey, sid) = (session.member, session.memberKey, session.sid)
      return try vault.store.look { tx throws(VaultError) in
        let context = ActContext(
          vault: vault, tx: tx, asker: vault.asker(member, memberKey), keyring: keyring, sid: sid)
        guard let file = try tx.file(id ?? desk.shared), let rule = vault.fields[field]
        else { throw .noSuchCase }
        keyring.beginCase()
        let keys = try CaseKeys(
          file, for: context.principals(), keyring: keyring, custody: vault.custody, tx)
        var count = 0
        for record in try tx.records(of: file.key) where record.entity == rule.entity {
          for row in try tx.fields(of: record.key) where row.id == field {
            let writer = MemberID(try tx.memberID(row.writer).identifier)
            var isOpen = false
            for keyClass in keys.keyClasses {
              for version in keys.versions(of: keyClass) {
                let handle = try keys.key(keyClass, version: version, tx)
                let place = FieldPlace(
                  vault: vault.id, caseID: file.id.identifier, record: record.id.identifier,
                  writer: writer.identifier, entity: rule.entity, fieldClass: keyClass,
                  field: field.rawValue, keyVersion: version, fieldVersion: row.version)
                let plain = try? SealedField.open(
                  row.blob.span, at: place, under: handle, in: keyring.atHand)
                isOpen = isOpen || plain != nil
              }
            }
            count += isOpen ? 1 : 0
          }
        }
        return count
      }
    }
  }

  @Test func theMeasureItself() throws {
    try desk.write("social", Table.phone, "+841", to: desk.shared)
    #expect(try opened("lead", Table.phone) == 2)
    #expect(try opened("social", Table.phone) == 2)
    #expect(try opened("health", Table.phone) == 0)
  }

  @Test func noKeyOfTheExcludedOpensIt() throws {
    try desk.write("social", Table.phone, "+841", to: desk.shared)
    try desk.restrict(Table.phone, from: .lead)
    try desk.write("social", Table.phone, "+842", to: desk.shared)
    try desk.write("lead", Table.phone, "+843", to: desk.shared)
    for member in Desk.everyone {
      let expected = member.handle == "social" ? 4 : 0
      #expect(try opened(member.handle, Table.phone) == expected, "\(member.handle)")
    }
    // The others of its class are as they were.
    #expect(try opened("lead", Table.name) == 1)
  }

  /// A copy of the records that was taken after it was set, with the custody of the day on which it was
  /// lifted: the copy is under an outer key that is no more, and in the copy itself there is no wrap.
  @Test func norInACopyTakenSince() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    let copy = desk.folder + "/since.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    // With the custody of that day.
    #expect(try opened("lead", Table.phone) == 0)
    try desk.lift(set.record)
    #expect(try opened("lead", Table.phone) == 1)
    let now = desk.folder + "/now.db"
    try FileManager.default.moveItem(atPath: desk.records, toPath: now)
    try FileManager.default.moveItem(atPath: copy, toPath: desk.records)
    for name in try FileManager.default.contentsOfDirectory(atPath: desk.folder)
    where name.hasPrefix("pins-") {
      try FileManager.default.removeItem(atPath: desk.folder + "/" + name)
    }
    #expect(throws: VaultError.self) { try opened("lead", Table.phone) }
  }

  /// A copy of before, with the custody of today: what was open then to who had it is open no more.
  @Test func norInACopyOfBefore() throws {
    let file = try desk.key(of: desk.shared)
    let packs = try desk.inspect { db in
      try Row.fetchAll(db, sql: "SELECT principal,outer FROM pack WHERE file=?", arguments: [file])
        .map { (principal: $0[0] as Int, outer: $0[1] as Data) }
    }
    try desk.restrict(Table.phone, from: .lead)
    for pack in packs {
      try desk.tamper(
        sql: "UPDATE pack SET outer=? WHERE file=? AND principal=?",
        [pack.outer, file, pack.principal])
    }
    #expect(throws: VaultError.keyMissing) { try opened("lead", Table.phone) }
  }

  @Test func whoTheRestrictionExcludesNowHasNoWrapOfIt() throws {
    try desk.restrict(Table.injuries, from: .healthStaff)
    #expect(try opened("duty", Table.injuries) == 1)
    #expect(try opened("health", Table.injuries) == 0)
    #expect(try opened("health", Table.allergies) == 1)
  }
}
