import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What somebody asked for does not outlast their right to ask, and goes without a trace that looks like damage.
@Suite struct LapsedAskTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Takes a role away, or the member; by an administrator.
  private func end(_ role: Role?, of handle: String) throws {
    try desk.act("admin") { vault, session in
      if let role {
        _ = try vault.remove(role, from: handle, as: session)
      } else {
        _ = try vault.suspend(handle, as: session)
      }
    }
  }

  @Test(arguments: [Role.lead, nil]) func aRuleBookThatWaited(_ role: Role?) throws {
    let book = [RuleFile(name: "codes.csv", bytes: [0x62])]
    let asked = try desk.act("lead") { vault, session in
      try vault.proposeRules(book, fields: TestTable.table(), as: session).entry
    }
    try end(role, of: "lead")
    let rows = try desk.inspect { try Int.fetchOne($0, sql: "SELECT count(*) FROM rule_proposal") }
    #expect(rows == 0)
    #expect(try desk.verify().findings == [])
    desk.expectNoted(.nothingAsked) {
      try desk.act("deputy") { vault, session in
        _ = try vault.giveRules(of: asked, fields: TestTable.table(), as: session)
      }
    }
  }

  /// Whoever is wrapped a key has it, whatever the program would let them do.
  @Test(arguments: [FieldClass.clinical, .identity], [Role.duty, nil])
  func anEmergency(_ fieldClass: FieldClass, _ role: Role?) throws {
    let asked = try desk.breakGlass(fieldClass).entry
    try end(role, of: "duty")
    let (giver, lapse) = (fieldClass == .clinical ? "night" : "lead", role == nil)
    try desk.expectRefused(lapse ? .suspended : .expired, Act.approvalGive) {
      try desk.giveGlass(asked, by: giver)
    }
    #expect(try wraps(of: "duty") == 0)
    try desk.act(giver) { vault, session in
      let may = try vault.mayGiveEmergency(asked, as: session)
      #expect(!may)
      let waiting = try vault.waitingApprovals(as: session).waiting
      #expect(waiting.isEmpty)
    }
    try desk.closeGlass(asked, by: giver)
    #expect(try desk.verify().findings == [])
  }

  /// The second person gives force to what an administrator asks, and to nothing that nobody asks.
  @Test(arguments: [Role.admin, nil]) func aRole(_ role: Role?) throws {
    func admit() throws {
      try desk.act("lead") { vault, session in _ = try vault.admit("social", by: session) }
    }
    try desk.give(.admin, to: "auditor")
    try desk.act("auditor") { vault, session in
      _ = try vault.add(.lead, to: "social", by: session)
    }
    try end(role, of: "auditor")
    try desk.expectRefused(role == nil ? .suspended : .expired, Act.keyWrap) { try admit() }
    try desk.act("lead") { vault, session in
      let waiting = try vault.waitingApprovals(as: session).waiting
      #expect(waiting.map(\.lapse) == [role == nil ? .askerSuspended : .roleLost])
    }
    // Nor do trustees give it.
    try desk.expectRefused(role == nil ? .suspended : .expired, Act.keyRecover) {
      try desk.act("trustee") { vault, session in
        _ = try vault.beginRecovery(of: "social", as: .lead, by: session)
      }
    }
    try end(.lead, of: "social")
    try desk.act("admin") { vault, session in _ = try vault.add(.lead, to: "social", by: session) }
    try admit()
    let findings = try desk.act("lead") { vault, session in
      try vault.verifyLog(as: session).findings
    }
    #expect(findings == [])
  }

  /// The owner asks, and the next owner is not asked; a lead asks for every file.
  @Test(arguments: [false, true]) func whatTheOwnerOfBeforeAsked(_ isRetraction: Bool) throws {
    let asked =
      isRetraction
      ? try desk.retract(TestTable.statement) : try desk.askErasure(of: desk.shared, by: "social")
    func lapse() throws -> AskLapse? {
      try desk.act("lead") { vault, _ in try vault.lapse(ofAsk: asked, in: desk.shared) }
    }
    #expect(try lapse() == nil)
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: true, as: session)
    }
    #expect(try lapse() == .fileLost)
    try desk.expectRefused(.expired, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "lead")
    }
    let hidden = try desk.act("second") { vault, session in
      try vault.outOfSight(of: desk.shared, for: .careManagement, as: session)
    }
    #expect(hidden.map(\.isAsked) == (isRetraction ? [false] : []))
    try desk.leave(asked, by: "lead")
    #expect(try desk.verify().findings == [])
  }

  @Test func whatAnOwnerAskedWhoIsALeadByNow() throws {
    let asked = try desk.askErasure(of: desk.shared, by: "social")
    try desk.give(.lead, to: "social")
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: true, as: session)
    }
    try desk.erase(desk.shared, asked: asked, by: "lead")
    #expect(try desk.verify().findings == [])
  }

  /// A key that was given for an hour goes with the role in which it was asked for, and the outer key with it.
  @Test func aKeyThatAnEmergencyGave() throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    try desk.read("duty", [TestTable.name], of: desk.shared, for: .emergencyTreatment)
    let kept = try desk.kept()
    try end(.duty, of: "duty")
    #expect(try wraps(of: "duty") == 0)
    try desk.act("lead") { vault, session in
      let told = try vault.emergencies(of: desk.shared, as: session)
      #expect(told.map(\.state) == [.ranOut])
    }
    #expect(try desk.verify().findings == [])
    // The records of before, with the custody of today.
    try desk.put("records.db", from: kept)
    #expect(throws: (any Error).self) {
      try desk.read("duty", [TestTable.name], of: desk.shared, for: .emergencyTreatment)
    }
  }

  /// A case that is altered keeps nobody in their role, and leaves them no key.
  @Test(arguments: ["UPDATE grant_list SET list=x'00'", "DELETE FROM grant_list"])
  func aKeyOfACaseThatIsAltered(_ sql: String) throws {
    let given = try desk.giveGlass(desk.breakGlass(.identity).entry, by: "lead")
    try desk.tamper(sql: "\(sql) WHERE seq=\(given.entry)")
    let left = try desk.act("admin") { vault, session in
      try vault.remove(.duty, from: "duty", as: session)
    }
    #expect(left.spoilt == 1)
    #expect(try wraps(of: "duty") == 0)
    #expect(try desk.verify().findings.map(\.code) == ["case.grants"])
  }

  /// When the hour is over, every command of a lead would take the key away: one case does not stop them all.
  @Test(arguments: [
    "UPDATE grant_list SET list=x'00' WHERE seq=?",
    "UPDATE assignment SET since=since+100000 WHERE relation=6 AND since=?",
    "UPDATE file SET operations=x'00' WHERE key=(SELECT file FROM grant_list WHERE seq=?)",
  ])
  func anAlteredCaseStopsNobody(_ sql: String) throws {
    let given = try desk.giveGlass(desk.breakGlass(.identity).entry, by: "lead")
    try desk.tamper { db in
      try db.execute(sql: sql, arguments: [given.entry])
      #expect(db.changesCount == 1)
    }
    desk.clock.move(by: Emergency.duration + 1)
    for handle in ["lead", "night", "duty"] { try desk.visit(handle) }
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }

  /// What the log says that somebody could read has what an emergency gave.
  @Test func whatALeaverWasGiven() throws {
    func given() throws -> Int {
      try desk.act("admin") { vault, session in
        let left = try vault.planLeaving(of: "duty", role: .duty, as: session)
        return try vault.reach(of: "duty", left, as: session) { _ in }.given
      }
    }
    let before = try given()
    let asked = try desk.breakGlass(.identity, of: desk.fresh).entry
    #expect(try given() == before)
    try desk.giveGlass(asked, by: "lead")
    #expect(try given() == before + 1)
  }

  /// How many cases somebody holds keys of alone.
  private func wraps(of handle: String) throws -> Int? {
    let member = try desk.act("lead") { vault, _ in try vault.member(named: handle) }
    return try desk.inspect { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM pack JOIN principal ON principal.key=principal WHERE id=?",
        arguments: [Data(member.identifier.bytes)])
    }
  }

  /// A class that opens at once was open to them from the moment in which they asked.
  @Test func whatALeaverOpenedAlone() throws {
    let asked = try desk.breakGlass(.vital, of: desk.fresh).entry
    let given = try desk.act("admin") { vault, session in
      let left = try vault.planLeaving(of: "duty", role: .duty, as: session)
      var given: [GivenReach] = []
      _ = try vault.reach(of: "duty", left, as: session) { given += $0.given }
      return given
    }
    #expect(given.contains { $0.entry == asked && $0.classes == [.vital] })
  }
}
