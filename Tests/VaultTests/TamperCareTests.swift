import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The tables of who cares, changed by hand: they are caches, and nobody gets a key by them.
@Suite struct TamperCareTests {
  private typealias Table = TestTable
  private static let columns = "file,member,role,relation,since,ended"

  /// Whoever the row was to let in is refused, with an entry; nothing is wrapped to them.
  private func expectRefused(
    _ desk: Desk, _ handle: String, of id: CaseID,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.altered(entry: size), sourceLocation: place) {
      try desk.read(handle, [Table.name], of: id)
    }
    #expect(throws: VaultError.self, sourceLocation: place) {
      try desk.write("lead", Table.name, "Trần", to: id)
    }
    let last = try desk.entries()[size]
    #expect(last.out == .failed && last.why == .tampered, sourceLocation: place)
    #expect(try desk.verify().findings.map(\.code) == ["case.care"], sourceLocation: place)
  }

  @Test func anAssignmentOfAnotherCaseCopied() throws {
    let desk = try Desk()
    let (from, to) = (try desk.key(of: desk.shared), try desk.key(of: desk.fresh))
    try desk.tamper(
      sql: """
        INSERT INTO assignment(\(Self.columns)) SELECT ?,member,role,relation,since,ended \
        FROM assignment WHERE file=? AND member=?
        """, [to, from, try desk.memberKey("social")])
    try expectRefused(desk, "social", of: desk.fresh)
    // Nor does the list show the case's operations row.
    try desk.act("social") { vault, session in
      var rows: [CaseID: [FieldID: FieldValue]?] = [:]
      _ = try vault.list(as: session) { id, row in rows.updateValue(row, forKey: id) }
      #expect(rows[desk.fresh] == .some(nil))
      #expect(rows[desk.shared] != .some(nil))
    }
  }

  @Test(arguments: [
    "member=(SELECT max(key) FROM member)", "role=1", "relation=3", "since=3",
    "since=99999",
  ])
  func anAssignmentWidened(_ change: String) throws {
    let desk = try Desk()
    let social = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET \(change) WHERE member=?", [social])
    try expectRefused(desk, "social", of: desk.shared)
  }

  /// The opener of a minor's case may not become the opener of another kind, nor a social worker.
  @Test(arguments: [
    "UPDATE assignment SET relation=2 WHERE file=?", "UPDATE assignment SET role=2 WHERE file=?",
    "UPDATE assignment SET role=2,relation=4 WHERE file=?",
  ])
  func anOpenerWidened(_ change: String) throws {
    let desk = try Desk()
    let id = try openMinor(desk)
    try desk.tamper(sql: change, [try desk.key(of: id)])
    try expectRefused(desk, "intake", of: id)
  }

  /// What the opener was granted says which kind they are, so it must be what the entry states.
  @Test(arguments: [
    "UPDATE grant_list SET list=substr(list,124) WHERE file=?",
    "DELETE FROM grant_list WHERE file=?",
  ])
  func whatAnOpenerWasGranted(_ change: String) throws {
    let desk = try Desk()
    let id = try openMinor(desk)
    try desk.tamper(sql: change, [try desk.key(of: id)])
    try desk.act("intake") { vault, session in
      #expect(throws: VaultError.self) {
        _ = try vault.read([TestTable.channel], of: id, for: nil, as: session)
      }
    }
  }

  /// More people read the log than the case: a minor's entry and rows look like an adult's.
  @Test func nothingInTheClearSaysWhoIsAMinor() throws {
    let desk = try Desk()
    let adult = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("DBCDEFGHL"), as: session).id
    }
    let minor = try openMinor(desk)
    let relations = try [adult, minor].map { id in
      let file = try desk.key(of: id)
      return try desk.inspect { db in
        try Int.fetchAll(
          db, sql: "SELECT relation FROM assignment WHERE file=?", arguments: [file])
      }
    }
    #expect(relations[0] == relations[1])
    var entries = try desk.entries().filter { $0.act == Act.recordCreate }.suffix(2).map { $0 }
    #expect(entries.count == 2)
    for index in entries.indices {
      // What names the case, or depends on where the entry stands.
      (entries[index].seq, entries[index].t, entries[index].aseq) = (0, 0, 0)
      (entries[index].prev, entries[index].man, entries[index].grant) = (.zero, nil, nil)
      entries[index].rec = nil
    }
    #expect(entries[0] == entries[1])
  }

  private func openMinor(_ desk: Desk) throws -> CaseID {
    try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL", isMinor: true), as: session).id
    }
  }

  /// An entry that somebody wrote with a changed program: a social worker assigns a colleague.
  @Test func anAssignmentByWhoMayNotAssign() throws {
    let desk = try Desk()
    let rec = try #require(try desk.entries().last { $0.act == Act.assignAdd }?.rec)
    let file = try desk.key(of: desk.shared)
    try desk.act("social") { vault, session in
      let second = try vault.member(named: "second")
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        let seq = try context.append(Act.assignAdd) { entry in
          entry.rec = rec
          entry.subj = context.directory.actor(of: second)
          entry.grole = Role.socialWorker.rawValue
          entry.role = Role.lead.rawValue
        }
        guard let row = try context.tx.member(second) else { throw .noSuchMember }
        try context.tx.insert(
          Transaction.AssignmentRow(
            file: file, member: row.key, role: .socialWorker, relation: .assigned, since: seq))
        return .allowed(())
      }
    }
    try expectRefused(desk, "second", of: desk.shared)
  }

  /// The gate cannot see an end without the whole log; verification does, and until then the leaver has
  /// no keys.
  @Test func anEndTakenBack() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("social", from: desk.shared, as: session)
    }
    #expect(try desk.verify().findings == [])
    let social = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET ended=NULL WHERE member=?", [social])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  @Test func aDueMarkTakenOff() throws {
    let desk = try Desk()
    try desk.tamper(sql: "UPDATE class_key SET due=0 WHERE due=1")
    #expect(try desk.verify().findings.map(\.code) == ["case.keys"])
  }

  /// Copies given to one member, made another's by hand.
  @Test(arguments: ["member=(SELECT max(key) FROM member)", "since=since-1"])
  func anExcerptGivenOn(_ change: String) throws {
    let desk = try Desk()
    let until = desk.clock.now() + 86_400_000
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: until, for: .careManagement,
        as: session)
    }
    #expect(try desk.read("police", [Table.name], of: desk.shared, for: .legal).count == 1)
    #expect(try desk.verify().findings == [])
    try desk.tamper(sql: "UPDATE excerpt SET \(change)")
    #expect(throws: VaultError.self) {
      try desk.read("police", [Table.name], of: desk.shared, for: .legal)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.excerpt"])
  }

  /// The day on which copies end is sealed with them.
  @Test func anExcerptMadeToLast() throws {
    let desk = try Desk()
    let until = desk.clock.now() + 1_000
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: until, for: .careManagement,
        as: session)
    }
    desk.clock.move(by: 2_000)
    #expect(throws: VaultError.self) {
      try desk.read("police", [Table.name], of: desk.shared, for: .legal)
    }
    #expect(try desk.entries().last?.out == .denied)
    try desk.tamper(sql: "UPDATE excerpt SET until=until+86400000")
    #expect(throws: VaultError.self) {
      try desk.read("police", [Table.name], of: desk.shared, for: .legal)
    }
    #expect(try desk.entries().last?.out == .failed)
  }
}
