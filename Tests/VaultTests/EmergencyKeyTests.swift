import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Breaking the glass for a class of which a duty officer holds no key: a lead gives it, with the wrap, to who
/// asked alone, and it is gone when it ends.
@Suite struct EmergencyKeyTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func expectUnread(_ why: Refusal, _ field: FieldID = Table.name) throws {
    try desk.expectRefused(why, Act.fieldRead) {
      try desk.read("duty", [field], of: desk.shared)
    }
  }

  @Test(arguments: [FieldClass.support, .identity, .sensitive, .safety])
  func aLeadGivesTheClass(_ fieldClass: FieldClass) throws {
    let fields: [FieldClass: FieldID] = [
      .support: Table.channel, .identity: Table.name, .sensitive: Table.story,
      .safety: Table.shelter, .facts: Table.facts,
    ]
    let field = try #require(fields[fieldClass])
    let asked = try desk.breakGlass(fieldClass)
    #expect(asked.state == .waiting)
    try expectUnread(.notAssigned, field)
    try desk.expectRefused(.role, Act.approvalGive) { try desk.giveGlass(asked.entry) }
    let given = try desk.giveGlass(asked.entry, by: "lead")
    #expect(given.emergency.state == .inForce)
    let entry = try #require(try desk.entries().last)
    #expect(entry.grant != nil && entry.role == "lead" && entry.kind == "emergency")
    let seen = try desk.read("duty", [field], of: desk.shared)
    #expect(seen[field] == TestOffice.values[field])
    let look = try #require(try desk.entries().last)
    #expect(look.by == asked.entry && look.role == "duty")
    for (other, id) in fields where other != fieldClass { try expectUnread(.fieldClass, id) }
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("night", [field], of: desk.shared)
    }
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.read("duty", [field], of: desk.fresh)
    }
    try desk.expectSound()
  }

  /// Figures of one person are shown to nobody.
  @Test func figuresAreNoEmergency() throws {
    try desk.expectRefused(.fieldClass, Act.emergencyOpen) { _ = try desk.breakGlass(.facts) }
  }

  /// What may be read of it is what the lead may read; a restricted class wants a purpose; nothing is written.
  @Test func onlyReadAndForAPurpose() throws {
    let asked = try desk.breakGlass(.sensitive).entry
    try desk.giveGlass(asked, by: "lead")
    try desk.expectRefused(.purpose, Act.fieldRead) {
      try desk.read("duty", [Table.story], of: desk.shared, for: nil)
    }
    try desk.expectRefused(.notAssigned, Act.fieldWrite) {
      try desk.write("duty", Table.story, "x", to: desk.shared)
    }
  }

  // MARK: The end

  @Test func itsKeyGoesWhenItIsClosed() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    #expect(try desk.wraps("duty") > 0)
    let copy = desk.folder + "/records-in-the-hour"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    let closed = try desk.closeGlass(asked).entry
    #expect(try desk.entries()[closed].gen != nil)
    #expect(try desk.wraps("duty") == 0)
    try expectUnread(.notAssigned)
    let file = try desk.key(of: desk.shared)
    let due = try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT min(due) FROM class_key WHERE file=? AND class=2", arguments: [file])
    }
    #expect(due == 1)
    try desk.expectSound()
    // The records of the hour, with the wrap in them, and the custody of now.
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: copy, toPath: desk.records)
    try desk.forgetPins()
    #expect(throws: VaultError.self) { try desk.read("duty", [Table.name], of: desk.shared) }
    #expect(throws: VaultError.self) { try desk.wraps("duty") }
  }

  /// Nobody closed it: the next command of a lead or a duty officer takes the key back.
  @Test func itsKeyGoesAfterTheHour() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    desk.clock.move(by: Emergency.duration - 10_000)
    try desk.read("duty", [Table.name], of: desk.shared)
    desk.clock.move(by: 10_000)
    let size = try desk.entries().count
    try desk.visit("social")
    #expect(try desk.entries()[size...].contains { $0.act == Act.emergencyClose } == false)
    try desk.visit("deputy")
    let closed = try #require(try desk.entries()[size...].first { $0.act == Act.emergencyClose })
    #expect(closed.ref == asked && closed.gen != nil)
    #expect(try desk.wraps("duty") == 0)
    // It ran out, whoever has taken the key back since: that is what is told of it everywhere.
    try expectUnread(.expired)
    #expect(try state() == [.ranOut])
    try desk.reviewGlass(asked, by: "deputy")
    try expectUnread(.expired)
    try desk.expectSound()
  }

  /// As the page of the case tells it.
  private func state() throws -> [Emergency.State] {
    try desk.act("lead") { vault, session in
      try vault.emergencies(of: desk.shared, as: session).map(\.state)
    }
  }

  /// Whoever has the case in another way keeps what that gives them.
  @Test func whatTheyHadStays() throws {
    try desk.act("duty") { vault, session in
      _ = try vault.assign("duty", to: desk.shared, owner: false, as: session)
    }
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    let before = try desk.wraps("duty", of: .clinical)
    #expect(before > 0)
    try desk.closeGlass(asked)
    #expect(try desk.wraps("duty", of: .clinical) == before)
    #expect(try desk.wraps("duty") == 0)
    #expect(try desk.read("duty", [Table.injuries], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func whatWasRenewedIsRefusedAndNoAlteration() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
      _ = try vault.unassign("second", from: desk.shared, as: session)
    }
    try desk.read("duty", [Table.name], of: desk.shared)
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    try expectUnread(.expired)
    try desk.act("duty") { vault, session in
      let may = try vault.mayRead([Table.name], of: desk.shared, for: .breakGlass, as: session)
      #expect(may == [])
    }
    try desk.expectSound()
  }

  /// Who gave it and is no lead any more gave nothing.
  @Test func whoGaveItMustBeALeadStill() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "deputy")
    try desk.suspend("deputy", by: "admin")
    try expectUnread(.expired)
    try desk.expectSound()
  }

  @Test func whoLeavesInTheHourHoldsNothing() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    try desk.suspend("duty", by: "admin")
    #expect(throws: VaultError.self) { try desk.read("duty", [Table.name], of: desk.shared) }
    try desk.expectSound()
    try desk.closeGlass(asked, by: "lead")
    try desk.expectSound()
  }

  // MARK: Who

  @Test func aLeadAsksAndAnotherGives() throws {
    let asked = try desk.breakGlass(.identity, by: "lead").entry
    #expect(try desk.entries().last?.role == "lead")
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.giveGlass(asked, by: "lead")
    }
    try desk.expectRefused(.role, Act.approvalGive) { try desk.giveGlass(asked) }
    try desk.giveGlass(asked, by: "deputy")
    try desk.expectRefused(.state, Act.approvalGive) { try desk.giveGlass(asked, by: "deputy") }
    try desk.closeGlass(asked, by: "lead")
    for handle in ["lead", "deputy"] {
      try desk.expectRefused(.secondPerson, Act.emergencyReview) {
        try desk.reviewGlass(asked, by: handle)
      }
    }
    for fieldClass in [FieldClass.clinical, .vital] {
      try desk.expectRefused(.role, Act.emergencyOpen) {
        try desk.breakGlass(fieldClass, by: "lead")
      }
    }
    try desk.expectSound()
  }

  @Test func tooLateItIsNotGiven() throws {
    let asked = try desk.breakGlass(.identity).entry
    desk.clock.move(by: Emergency.duration)
    try desk.expectRefused(.expired, Act.approvalGive) {
      try desk.giveGlass(asked, by: "lead")
    }
    #expect(try desk.wraps("duty") == 0)
    try desk.expectSound()
  }

  // MARK: Restrictions

  @Test func itBeatsARestrictionOfWhichTheGiverHoldsTheKey() throws {
    try desk.restrict(Table.phone, from: .healthStaff)
    try desk.act("duty") { vault, session in
      _ = try vault.assign("duty", to: desk.shared, owner: false, as: session)
    }
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    #expect(try desk.read("duty", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
    try desk.closeGlass(asked)
    try desk.expectSound()
  }

  /// Of a class that leads give it is opened to the very role that it is kept from, for the hour, and no longer.
  @Test func whatIsKeptFromDutyOfficersALeadGives() throws {
    try desk.restrict(Table.phone, from: .duty)
    try expectUnread(.notAssigned, Table.phone)
    let asked = try desk.breakGlass(.identity).entry
    try expectUnread(.notAssigned, Table.phone)
    try desk.giveGlass(asked, by: "lead")
    #expect(try desk.read("duty", [Table.phone], of: desk.shared).count == 1)
    #expect(try desk.entries().last?.by == asked)
    try desk.closeGlass(asked)
    try expectUnread(.notAssigned, Table.phone)
    #expect(try desk.wraps("duty") == 0)
    try desk.expectSound()
  }

  @Test func whatIsKeptFromLeadsNoLeadGives() throws {
    try desk.restrict(Table.phone, from: .lead)
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    try desk.read("duty", [Table.name], of: desk.shared)
    try expectUnread(.restricted, Table.phone)
    let own = try desk.breakGlass(.identity, by: "lead").entry
    try desk.giveGlass(own, by: "deputy")
    try desk.expectRefused(.restricted, Act.fieldRead) {
      try desk.read("lead", [Table.phone], of: desk.shared)
    }
    try desk.expectSound()
  }

  // MARK: By hand

  /// A row that says that it was given, where it was only asked for.
  @Test func anAskGivesNoKey() throws {
    let asked = try desk.breakGlass(.identity).entry
    #expect(try desk.wraps("duty") == 0)
    try desk.tamper(
      sql: "UPDATE assignment SET since=? WHERE since=? AND relation=6", [asked - 1, asked])
    #expect(throws: VaultError.self) { try desk.read("duty", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }
}
