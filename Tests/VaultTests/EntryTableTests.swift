import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A day on which everything is done once, and refused once; every entry of it is held against the table of
/// acts in Format.md.
@Suite struct EntryTableTests {
  static let purpose = Purpose.careManagement

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
    try leave(desk)
    try spoil(desk)
    // As many rows as this day can reach: fewer, and it has stopped looking.
    #expect(try rows(desk).count >= 66)
  }

  /// A case that goes to another vault, and everything that is refused on the way.
  @Test func everyEntryOfATransferIsAsThePageSays() throws {
    let hands = try Handing()
    let shared = hands.sender.shared
    try refused(hands.sender, "social") {
      let order = TransferOrder(
        .file, of: "BBCDEFGHK", to: try hands.card(of: hands.receiver), lists: Handing.lists)
      _ = try $0.transfer(order, of: shared, as: $1)
    }
    let (_, acceptances) = try hands.handOver(shared)
    let file = try hands.send(.file, of: hands.sender.fresh)
    let card = try hands.card(of: hands.sender)
    try refused(hands.receiver, "social") { _ = try $0.openTransfer(file, from: card, as: $1) }
    try hands.receive(file, as: "FBCDEFGHP")
    #expect(throws: VaultError.self) { try hands.receive(file) }
    try hands.finish(shared, on: acceptances)
    #expect(throws: VaultError.self) {
      try hands.sender.read("lead", [TestTable.name], of: shared)
    }
    let seen = try rows(hands.sender).union(try rows(hands.receiver))
    let acts = seen.map { "\($0.act) \($0.kinds.sorted().joined()) \($0.out)" }
    for act in [
      "case.transfer  ok", "case.transfer  denied", "record.create transfer ok",
      "case.receive  ok", "case.receive  denied", "key.destroy  ok", "export card ok",
    ] { #expect(acts.contains(act)) }
  }

  /// An erasure, asked for and given, refused, and one of which something is left.
  @Test func everyEntryOfAnErasureIsAsThePageSays() throws {
    let desk = try Desk()
    #expect(throws: VaultError.self) { try desk.askErasure(of: desk.shared, by: "health") }
    let asked = try desk.askErasure(of: desk.shared, by: "social")
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked, by: "social") }
    try desk.write("social", TestTable.phone, "+84", to: desk.shared)
    try desk.erase(.history(TestTable.phone))
    try desk.erase(.fieldClass(.clinical))
    try desk.erase(desk.shared)
    let file = try desk.key(of: desk.fresh)
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk SELECT 9999,1,key FROM kk WHERE file=?", arguments: [file])
    }
    #expect(throws: VaultError.self) { try desk.erase(desk.fresh) }
    let acts = try rows(desk).map { "\($0.act) \($0.out)" }
    for act in [
      "case.erase ok", "case.erase denied", "case.erase failed", "approval.give ok",
      "approval.give denied",
    ] { #expect(acts.contains(act), "\(act)") }
  }

  /// The rows of the page that the entries of a vault are of, each held against its own.
  func rows(_ desk: Desk) throws -> Set<EntryRow> {
    var seen: Set<EntryRow> = []
    for (entry, keys) in try entries(desk) {
      guard let row = EntryRow.of(entry) else {
        Issue.record("no row: \(entry.act) \(entry.kind ?? "") \(entry.out.rawValue)")
        continue
      }
      seen.insert(row)
      #expect(row.faults(in: keys) == [], "entry \(entry.seq)")
    }
    return seen
  }

  func entries(_ desk: Desk) throws -> [(Entry, Set<String>)] {
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

  func work(_ desk: Desk) throws {
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
  func restrict(_ desk: Desk) throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [TestTable.story], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: Self.purpose, as: session)
    }
    let story = try desk.restrict(TestTable.story, from: .police)
    try desk.restrict(TestTable.injuries, from: .healthStaff)
    let channel = try desk.keep(
      TestTable.channel, from: .healthStaff, restating: ["sex=withheld"],
      with: [TestTable.allergies])
    try desk.act("social") { vault, session in
      _ = try vault.liftRestriction(
        channel.record, [TestTable.liftedAt: .dateTime("2026-09-01T08:00+07:00")],
        deriving: desk.derived(["sex=female"], with: []), of: desk.shared, as: session)
    }
    _ = try desk.act("figures") { try $0.refuseFacts(of: desk.shared, for: nil, as: $1) }
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

  func unlocking(_ desk: Desk) throws {
    #expect(throws: VaultError.wrongPassphrase) {
      _ = try desk.vault("lead").unlock("lead", passphrase: TestOffice.secret("not this one 9"))
    }
    let words = try TestOffice.secret("correct horse of lead 47")
    let vault = try desk.vault("lead")
    _ = try vault.openSession("lead", passphrase: words) { _, _ in }
    try desk.act("lead") { vault, session in _ = try vault.closeSession(as: session) }
  }

  func register(_ vault: Vault, _ session: borrowing Session) throws {
    var pieces: [[UInt8]?] = [Array("row".utf8), nil]
    let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.removeFirst() }
    var rows = [TestOffice.opening("DBCDEFGHM")]
    _ = try vault.importCases(register: digest, as: session) {
      () throws(VaultError) -> CaseOpening? in rows.popLast()
    }
  }

  /// Whatever is made of the log and given out.
  func giveOut(_ desk: Desk) throws {
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

  func refuseGivingOut(_ desk: Desk) throws {
    try refused(desk, "social") { _ = try $0.report(as: $1) }
    try refused(desk, "second") { _ = try $0.accesses(of: desk.shared, as: $1) { _ in } }
    try refused(desk, "social") { _ = try $0.askPseudonym(as: $1) }
    try refused(desk, "social") { _ = try $0.reveal(1, as: $1) }
  }

  // MARK: Refusals

  func refused(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Void,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try stopped(desk, handle, body, place) { if case .denied = $0 { true } else { false } }
  }

  func stopped(
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

  // MARK: What does not open

  func failed(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Void,
    _ place: SourceLocation = #_sourceLocation
  ) throws {
    try stopped(desk, handle, body, place) { if case .altered = $0 { true } else { false } }
  }

  func spoil(_ desk: Desk) throws {
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
