import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A day on which everything is done once, and refused once; every entry of it is held against the table of
/// acts in Format.md.
@Suite struct EntryTableTests {
  private static let purpose = Purpose.careManagement

  @Test func aRowCanBeBroken() throws {
    let row = try #require(
      EntryRow(["`list`", "`case`", "ok", "`n` `role`", "`purp` where given"]))
    #expect(row.faults(in: ["act", "kind", "n", "role", "purp"]) == [])
    #expect(row.faults(in: ["kind", "role", "rec"]) == ["list ok: lacks n", "list ok: has rec"])
    #expect(EntryRow.keys.count == 31)
    #expect(EntryRow.table.allSatisfy { $0.always.isSubset(of: EntryRow.keys) })
  }

  @Test func everyEntryOfADayIsAsThePageSays() throws {
    let desk = try Desk()
    try work(desk)
    try restrict(desk)
    try giveOut(desk)
    try refuse(desk)
    try refuseGivingOut(desk)
    try bring(desk)
    try spoil(desk)
    var seen: Set<EntryRow> = []
    for (entry, keys) in try entries(desk) {
      guard let row = EntryRow.of(entry) else {
        Issue.record("no row: \(entry.act) \(entry.kind ?? "") \(entry.out.rawValue)")
        continue
      }
      seen.insert(row)
      #expect(row.faults(in: keys) == [], "entry \(entry.seq)")
    }
    // As many rows as this day can reach: fewer, and it has stopped looking.
    #expect(seen.count >= 66)
  }

  private func entries(_ desk: Desk) throws -> [(Entry, Set<String>)] {
    let leaves = try desk.inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx")
    }
    return try leaves.map { leaf in
      let line = leaf.split(separator: 0x0a)[1]
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      return (try Leaf(parsing: [UInt8](leaf)).entry, Set(object.keys))
    }
  }

  // MARK: The day

  private func work(_ desk: Desk) throws {
    try unlocking(desk)
    // A clock that was set back.
    desk.clock.move(by: -10_000)
    let second = try desk.act("lead") { vault, session in
      _ = try vault.status(as: session)
      _ = try vault.staff(as: session)
      _ = try vault.logStatus(as: session)
      _ = try vault.verifyLog(as: session)
      _ = try vault.verifyFromPin(as: session)
      _ = try vault.prove(3, as: session)
      _ = try vault.pin(into: nil, as: session)
      _ = try vault.beginFollowing(as: session)
      _ = try vault.list(as: session) { _, _ in }
      _ = try vault.log(from: 0, limit: 1, as: session) { _ in }
      return try vault.member(named: "second")
    }
    try desk.act("intake") { vault, session in
      _ = try vault.openCase(
        TestOffice.opening("CBCDEFGHL", owner: second, isMinor: true), as: session)
      try register(vault, session)
    }
    try desk.read("social", [TestTable.story], of: desk.shared)
    try desk.write("social", TestTable.phone, "+84", to: desk.shared)
    try desk.act("social") { vault, session in
      let changes = [
        RecordChange(.new, entity: TestTable.identity, fields: [TestTable.name: .text("B")]),
        RecordChange(.sole, entity: TestTable.protection, fields: [TestTable.shelter: .text("8")]),
      ]
      _ = try vault.write(changes, to: desk.shared, as: session)
      _ = try vault.share(
        [TestTable.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: Self.purpose, as: session)
    }
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
      _ = try vault.unassign("second", from: desk.shared, as: session)
    }
  }

  /// Restricted by who holds the field, by who does not, against a lead, and lifted.
  private func restrict(_ desk: Desk) throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [TestTable.story], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: Self.purpose, as: session)
    }
    let story = try desk.restrict(TestTable.story, from: .police)
    try desk.restrict(TestTable.injuries, from: .healthStaff)
    try desk.restrict(TestTable.phone, from: nil)
    try desk.restrict(TestTable.shelter, from: .lead)
    try desk.visit("duty")
    try desk.act("lead") { vault, session in
      #expect(throws: VaultError.self) {
        _ = try vault.unassign("social", from: desk.shared, as: session)
      }
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
    }
    try desk.visit("social")
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("second", from: desk.shared, as: session)
    }
    try desk.lift(story.record)
    try refused(desk, "lead") {
      _ = try $0.restrict(TestTable.name, from: .police, [:], of: desk.shared, as: $1)
    }
    try refused(desk, "lead") {
      _ = try $0.liftRestriction(story.record, [:], of: desk.shared, as: $1)
    }
  }

  private func unlocking(_ desk: Desk) throws {
    #expect(throws: VaultError.wrongPassphrase) {
      _ = try desk.vault("lead").unlock("lead", passphrase: TestOffice.secret("not this one 9"))
    }
    let words = try TestOffice.secret("correct horse of lead 47")
    let vault = try desk.vault("lead")
    _ = try vault.openSession("lead", passphrase: words) { _, _ in }
    try desk.act("lead") { vault, session in _ = try vault.closeSession(as: session) }
  }

  private func register(_ vault: Vault, _ session: borrowing Session) throws {
    var pieces: [[UInt8]?] = [Array("row".utf8), nil]
    let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.removeFirst() }
    var rows = [TestOffice.opening("DBCDEFGHM")]
    _ = try vault.importCases(register: digest, as: session) {
      () throws(VaultError) -> CaseOpening? in rows.popLast()
    }
  }

  /// Whatever is made of the log and given out.
  private func giveOut(_ desk: Desk) throws {
    try desk.act("auditor") { vault, session in
      _ = try vault.report(as: session)
      _ = try vault.report(ReportScope(.breach, member: "social"), as: session)
      for form in Vault.eventForms {
        _ = try vault.exportEvents(form, from: 0, withHandles: true, as: session) { _ in }
      }
    }
    let file = try desk.act("social") { vault, session in
      var file: String?
      _ = try vault.accesses(of: desk.shared, as: session) { file = $0.line.file }
      return file
    }
    let asked = try desk.act("auditor") { vault, session in
      _ = try vault.askPseudonym(as: session)
      return try vault.askCase(of: file ?? "", as: session)
    }
    try desk.act("lead") { vault, session in
      _ = try vault.reveal(try #require(asked?.entry), as: session)
    }
  }

  private func refuseGivingOut(_ desk: Desk) throws {
    try refused(desk, "social") { _ = try $0.report(as: $1) }
    try refused(desk, "second") { _ = try $0.accesses(of: desk.shared, as: $1) { _ in } }
    try refused(desk, "social") { _ = try $0.askPseudonym(as: $1) }
    try refused(desk, "social") { _ = try $0.reveal(1, as: $1) }
  }

  // MARK: Refusals

  private func refused(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Void,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try stopped(desk, handle, body, place) { if case .denied = $0 { true } else { false } }
  }

  private func stopped(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Void,
    _ place: SourceLocation, _ isMeant: (VaultError) -> Bool
  ) throws {
    try desk.act(handle) { vault, session in
      let found = #expect(throws: VaultError.self, sourceLocation: place) {
        try body(vault, session)
      }
      #expect(found.map(isMeant) == true, sourceLocation: place)
    }
  }

  private func refuse(_ desk: Desk) throws {
    try refused(desk, "social") { _ = try $0.invite("new", as: .intake, by: $1) }
    try refused(desk, "social") { _ = try $0.admit("police", by: $1) }
    try refused(desk, "social") { _ = try $0.makeRecoverySeed(as: $1) }
    try refused(desk, "social") { _ = try $0.logStatus(as: $1) }
    try refused(desk, "social") { _ = try $0.verifyLog(as: $1) }
    try refused(desk, "social") { _ = try $0.prove(3, as: $1) }
    try refused(desk, "social") { _ = try $0.beginFollowing(as: $1) }
    try refused(desk, "social") { _ = try $0.askAcceptance(as: $1) }
    try refused(desk, "social") { _ = try $0.giveAcceptance(of: 9, as: $1) }
    try accept(desk)
    try refuseRules(desk)
    try adoptRules(desk)
    try refused(desk, "auditor") { _ = try $0.list(as: $1) { _, _ in } }
    try refused(desk, "auditor") { try register($0, $1) }
    try refused(desk, "auditor") {
      _ = try $0.openCase(TestOffice.opening("EBCDEFGHN"), as: $1)
    }
    try refused(desk, "auditor") {
      _ = try $0.read([TestTable.name], of: desk.shared, for: Self.purpose, as: $1)
    }
    try refused(desk, "auditor") {
      let change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.name: .text("C")])
      _ = try $0.write([change], to: desk.shared, as: $1)
    }
    try refused(desk, "social") {
      _ = try $0.assign("second", to: desk.shared, owner: false, as: $1)
    }
    try refused(desk, "social") { _ = try $0.unassign("health", from: desk.shared, as: $1) }
    try refused(desk, "health") {
      _ = try $0.share(
        [TestTable.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: Self.purpose, as: $1)
    }
  }

  /// A vault that was put back, accepted by two people; nothing need have been put back for it.
  private func accept(_ desk: Desk) throws {
    let asked = try desk.act("admin") { vault, session in
      try vault.askAcceptance(as: session).entry
    }
    try desk.act("auditor") { vault, session in
      _ = try vault.giveAcceptance(of: asked, as: session)
      _ = try vault.exportLog(
        to: desk.folder + "/export", from: 0, withHandles: true, as: session
      ) { _ in }
    }
  }

  /// Whatever somebody may bring, and is not what it must be.
  private func bring(_ desk: Desk) throws {
    func brought(_ body: (Vault, borrowing Session) throws -> Void) throws {
      try stopped(desk, "auditor", body, #_sourceLocation) {
        if case .denied = $0 { false } else { true }
      }
    }
    try brought { _ = try $0.verifyLog(pins: [], as: $1) }
    try brought { _ = try $0.pin(into: [0x61], as: $1) }
    try brought { _ = try $0.addCosignature([0x61], witness: nil, as: $1) }
    try brought { _ = try $0.addTimestamp([0x30], authority: [], query: nil, as: $1) }
    try brought { _ = try $0.giveAcceptance(of: 3, as: $1) }
  }

  private static let book = [RuleFile(name: "codes.csv", bytes: [0x62])]

  private func refuseRules(_ desk: Desk) throws {
    let table = try TestTable.table()
    try refused(desk, "social") { _ = try $0.proposeRules(Self.book, fields: table, as: $1) }
    try refused(desk, "social") { _ = try $0.reviewRules(of: 9, as: $1) }
    try refused(desk, "social") { _ = try $0.refuseRules(of: 9, as: $1) }
  }

  /// Proposed, taken back, proposed again with a field more, and given.
  private func adoptRules(_ desk: Desk) throws {
    let more = try FieldTable(
      TestTable.table().rules + [
        FieldRule(
          id: FieldID(777), entity: TestTable.reception, fieldClass: .support,
          read: TestTable.care, write: TestTable.care)
      ])
    let asked = try desk.act("lead") { vault, session in
      let first = try vault.proposeRules(Self.book, fields: TestTable.table(), as: session)
      _ = try vault.refuseRules(of: first.entry, as: session)
      return try vault.proposeRules(Self.book, fields: more, as: session).entry
    }
    try desk.act("admin") { vault, session in
      _ = try vault.ruleStanding(as: session)
      _ = try vault.exportRules(as: session)
      _ = try vault.waitingApprovals(as: session)
      _ = try vault.reviewRules(of: asked, as: session)
      _ = try vault.giveRules(of: asked, fields: more, as: session)
    }
  }

  // MARK: What does not open

  private func failed(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Void,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try stopped(desk, handle, body, place) { if case .altered = $0 { true } else { false } }
  }

  private func spoil(_ desk: Desk) throws {
    let file = try desk.key(of: desk.shared)
    try desk.tamper(sql: "UPDATE record SET hash=zeroblob(32) WHERE file=?", [file])
    try failed(desk, "social") {
      _ = try $0.read([TestTable.name], of: desk.shared, for: Self.purpose, as: $1)
    }
    try failed(desk, "social") {
      let change = RecordChange(
        .sole, entity: TestTable.identity, fields: [TestTable.name: .text("D")])
      _ = try $0.write([change], to: desk.shared, as: $1)
    }
    try desk.tamper(sql: "UPDATE assignment SET relation=3 WHERE file=? AND relation=4", [file])
    try failed(desk, "lead") {
      _ = try $0.assign("second", to: desk.shared, owner: false, as: $1)
    }
    try failed(desk, "lead") { _ = try $0.unassign("social", from: desk.shared, as: $1) }
    // A list goes on and says which row it was.
    try desk.tamper(sql: "UPDATE file SET operations=zeroblob(200) WHERE key=?", [file])
    try desk.act("lead") { vault, session in _ = try vault.list(as: session) { _, _ in } }
  }
}
