import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// New keys: a member's own, signed for by the old and admitted by an admin; and all of custody's.
@Suite struct OwnKeyTests {
  private typealias Table = TestTable

  private func offer(_ desk: Desk, _ handle: String) throws -> String {
    try desk.act(handle) { vault, session in
      try vault.renewOwnKeys(as: session).fingerprint
    }
  }

  private func admit(_ desk: Desk, _ handle: String) throws {
    try desk.act("admin") { vault, session in _ = try vault.admit(handle, by: session) }
  }

  private func batches(_ desk: Desk, _ handle: String) throws -> Set<Data> {
    let member = try desk.memberKey(handle)
    return try desk.inspect { db in
      try Set(
        Data.fetchAll(
          db,
          sql: """
            SELECT sealed FROM batch b JOIN principal p ON p.key=b.principal \
            JOIN member m ON m.id=p.id WHERE m.key=?
            """, arguments: [member]))
    }
  }

  /// Nobody could ever admit those of the only administrator.
  @Test func notTheOnlyAdministrators() throws {
    let desk = try Desk()
    let thrown = #expect(throws: VaultError.self) { _ = try offer(desk, "admin") }
    guard case .lastAdministrator(let entry)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    let refused = try desk.entries()[entry]
    #expect(refused.act == Act.keyRotate && refused.why == .secondPerson)
    _ = try offer(desk, "social")
  }

  @Test func newKeysTakeThePlaceOfTheOld() throws {
    let desk = try Desk()
    let (before, old) = (try batches(desk, "social"), try actor(desk, "social"))
    let fingerprint = try offer(desk, "social")
    // The old ones stay in use until an admin comes by, and what is shown to them is the new one.
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    try desk.act("admin") { vault, session in
      let shown = try vault.fingerprint(of: "social", as: session)
      #expect(shown == fingerprint)
      let status = try vault.status(as: session)
      #expect(status.waiting.map(\.kind) == [.key])
      let keys = try vault.keyStatus(as: session).keys
      #expect(keys.filter { $0.kind == .member && $0.isDue }.map(\.handle) == ["social"])
    }
    try admit(desk, "social")
    // Given to the new keys before their owner came by.
    try desk.act("lead") { vault, session in
      _ = try vault.assign("social", to: desk.fresh, owner: true, as: session)
    }
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.read("social", [Table.story], of: desk.fresh).count == 1)
    #expect(try actor(desk, "social") != old)
    #expect(try batches(desk, "social").isDisjoint(with: before))
    try desk.write("social", Table.story, "khóa mới", to: desk.shared)
    let entries = try desk.entries()
    #expect(entries.contains { $0.act == Act.keyWrap && $0.kind == Vault.selfKind })
    #expect(entries.last?.actor != old && (entries.last?.aseq ?? 0) > 0)
    #expect(try desk.verify().findings == [])
    let (sealed, keys) = (try bundle(desk, "social"), MemberBundle.count)
    #expect(sealed == keys)
  }

  private func actor(_ desk: Desk, _ handle: String) throws -> ActorID? {
    try desk.act("auditor") { vault, _ in
      let member = try vault.member(named: handle)
      return vault.ledger.directory.actor(of: member)
    }
  }

  private func bundle(_ desk: Desk, _ handle: String) throws -> Int {
    let member = try desk.memberKey(handle)
    let found = try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT length(bundle) FROM member WHERE key=?", arguments: [member])
    }
    return found ?? 0
  }

  /// A holder of a role's seed keeps it: the seed was wrapped to them by a batch like any other.
  @Test func aLeadKeepsEveryCase() throws {
    let desk = try Desk()
    _ = try offer(desk, "lead")
    try admit(desk, "lead")
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.read("lead", [Table.story], of: desk.fresh).count == 1)
    #expect(try desk.verify().findings == [])
  }

  @Test func nobodyAdmitsTheirOwn() throws {
    let desk = try Desk()
    try desk.give(.admin, to: "auditor")
    _ = try offer(desk, "admin")
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.secondPerson, entry: size)) { try admit(desk, "admin") }
    #expect(throws: VaultError.denied(.role, entry: size + 1)) {
      try desk.act("lead") { vault, session in _ = try vault.admit("admin", by: session) }
    }
  }

  /// Who offers twice has the second; the keys that were not taken never sign.
  @Test func theNextOfferTakesThePlaceOfTheFirst() throws {
    let desk = try Desk()
    let first = try offer(desk, "social")
    let second = try offer(desk, "social")
    #expect(first != second)
    try admit(desk, "social")
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  // MARK: Custody

  @Test func custodyIsReplacedWhole() throws {
    let desk = try Desk()
    let old = desk.folder + "/kept.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: old)
    func keys() throws -> Set<Data> {
      try desk.inspect(desk.custody) { db in
        try Set(Data.fetchAll(db, sql: "SELECT key FROM kk WHERE file>=0"))
      }
    }
    let before = try keys()
    let due = try desk.act("admin") { vault, session in
      try vault.keyStatus(as: session).caseKeysDue
    }
    let rotated = try desk.act("admin") { vault, session in
      try vault.rotateCustody(as: session)
    }
    #expect(rotated.cases == 2 && rotated.spoilt == 0)
    #expect(try keys().isDisjoint(with: before) && keys().count == before.count)
    for handle in ["social", "lead"] {
      #expect(try desk.read(handle, [Table.story], of: desk.shared).count == 1)
    }
    #expect(try desk.read("health", [Table.injuries], of: desk.shared, for: .treat).count == 1)
    #expect(try desk.verify().findings == [])
    // Nothing is due: nobody left.
    try desk.act("admin") { vault, session in
      let status = try vault.keyStatus(as: session)
      #expect(status.caseKeysDue == due && !status.keys.contains(where: \.isDue))
      #expect(status.keys.first { $0.kind == .log }?.version == 1)
      // All of custody is as old as that; after the end of one access it still is.
      #expect(status.keys.first { $0.kind == .custody }?.entry == rotated.entry)
    }
    // Of an old copy of the records nothing opens any more.
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: old, toPath: desk.records)
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.story], of: desk.shared) }
  }

  /// The head that both of the log's keys signed is kept for who trusts only the old one.
  @Test func theChangeOfTheLogKeyCanBeFollowed() throws {
    let desk = try Desk()
    let old = try logKey(desk)
    try desk.act("admin") { vault, session in _ = try vault.rotateCustody(as: session) }
    let new = try logKey(desk)
    #expect(old != new)
    let kept = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT note FROM audit_asked WHERE kind='key-change'")
    }
    let note = try SignedNote(parsing: [UInt8](try #require(kept)))
    #expect(note.verdict(of: old) == .valid && note.verdict(of: new) == .valid)
    // The next head is the new key's alone.
    _ = try desk.read("lead", [Table.story], of: desk.shared)
    let head = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT note FROM audit_head")
    }
    let next = try SignedNote(parsing: [UInt8](try #require(head)))
    #expect(next.verdict(of: new) == .valid && next.verdict(of: old) != .valid)
  }

  private func logKey(_ desk: Desk) throws -> NoteKey {
    try desk.act("auditor") { vault, _ in
      let stated = vault.ledger.roster.logKey(size: vault.ledger.frontier.size)
      return try #require(stated).key
    }
  }

  /// More keys than one command ever needs: what was kept is forgotten, and opened anew.
  @Test func aFullKeyringForgets() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      while session.keyring.lasting.room >= 6 { _ = session.keyring.lasting.makeRandom() }
      for id in [desk.shared, desk.fresh] {
        let seen = try vault.read([Table.name], of: id, for: .careManagement, as: session)
        #expect(seen.records.contains { $0.fields[Table.name] != nil })
      }
      #expect(session.keyring.lasting.room > 6)
    }
  }
}
