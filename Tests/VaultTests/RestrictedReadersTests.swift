import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who gets the key of a restricted field: those who are there and not excluded, those who come later, by
/// somebody who holds it; never the excluded, and never nobody.
@Suite struct RestrictedReadersTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func assign(_ handle: String, owner: Bool = false, by giver: String = "lead") throws {
    try desk.act(giver) { vault, session in
      _ = try vault.assign(handle, to: desk.shared, owner: owner, as: session)
    }
  }

  private func expectLastReader(
    _ fieldClass: FieldClass, _ act: String, _ place: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
  ) throws {
    let size = try desk.entries().count
    var told: Int?
    do { try body() } catch VaultError.lastReader(let found, let entry) {
      #expect(found == fieldClass, sourceLocation: place)
      told = entry
    }
    let last = try #require(try desk.entries().last, sourceLocation: place)
    #expect(last.seq >= size && last.seq == told, sourceLocation: place)
    #expect(last.act == act && last.out == .denied && last.why == .state, sourceLocation: place)
    try desk.expectSound(place)
  }

  @Test func whoComesLaterIsGivenTheKey() throws {
    try desk.restrict(Table.name, from: .police)
    try assign("second")
    #expect(try desk.read("second", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func whoComesLaterAndIsExcludedIsNot() throws {
    try desk.restrict(Table.name, from: .socialWorker)
    try desk.expectKept("social", Table.name)
    try assign("second")
    try desk.expectKept("second", Table.name)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// A lead who is excluded cannot give what they do not hold: the next command of somebody who does gives
  /// it, and until then nobody is told that anything was altered.
  @Test func theKeyComesFromWhoHoldsIt() throws {
    try desk.restrict(Table.phone, from: .lead)
    try assign("second")
    try desk.expectKept("second", Table.phone)
    #expect(try desk.read("second", [Table.name], of: desk.shared).count == 1)
    // Who writes it, not holding the present version, makes the next one.
    try desk.write("second", Table.phone, "+846", to: desk.shared)
    #expect(try desk.read("second", [Table.phone], of: desk.shared).count == 1)
    let size = try desk.entries().count
    try desk.visit("social")
    let given = try desk.entries()[size...].filter { $0.act == Act.keyWrap }
    #expect(given.count == 1 && given.allSatisfy { $0.grant != nil && $0.rec != nil })
    // Nothing is left to do.
    let after = try desk.entries().count
    try desk.visit("social")
    #expect(try desk.entries().count == after)
    try desk.expectSound()
  }

  // MARK: The last reader

  @Test func nobodyIsLeft() throws {
    try expectLastReader(.clinical, Act.restrictionSet) {
      try desk.act("lead") { vault, session in
        _ = try vault.assign("second", to: desk.fresh, owner: true, as: session)
      }
      _ = try desk.restrict(Table.injuries, from: .duty, of: desk.fresh, by: "second")
    }
    try desk.restrict(Table.phone, from: .lead)
    try expectLastReader(.identity, Act.restrictionSet) {
      try desk.restrict(Table.phone, from: .socialWorker)
    }
  }

  /// The only one who could open it does not go before another has been given it.
  @Test func theLastWhoHoldsItStays() throws {
    try desk.restrict(Table.phone, from: .lead)
    try expectLastReader(.identity, Act.assignRemove) {
      try desk.act("lead") { vault, session in
        _ = try vault.unassign("social", from: desk.shared, as: session)
      }
    }
    try expectLastReader(.identity, Act.assignAdd) { try assign("second", owner: true) }
    try assign("second")
    try expectLastReader(.identity, Act.assignAdd) { try assign("second", owner: true) }
    try desk.visit("social")
    try assign("second", owner: true)
    #expect(try desk.read("second", [Table.phone], of: desk.shared).count == 1)
    #expect(throws: VaultError.self) { try desk.read("social", [Table.phone], of: desk.shared) }
    try desk.write("second", Table.phone, "+847", to: desk.shared)
    try desk.expectSound()
  }

  /// The only one who could open it is dead: nobody opens it any more, and everything else goes on.
  @Test func theLastWhoHoldsItGoesWhereThatIsAccepted() throws {
    try desk.restrict(Table.phone, from: .lead)
    try assign("second")
    try expectLastReader(.identity, Act.memberSuspend) { try desk.suspend("social") }
    let left = try desk.suspend("social", unread: true)
    #expect(left.unread == 1)
    #expect(try desk.entries()[left.entry].n == 1)
    try assign("second", owner: true)
    #expect(throws: VaultError.self) { try desk.read("second", [Table.phone], of: desk.shared) }
    #expect(try desk.read("second", [Table.name], of: desk.shared).count == 1)
    // Asked again, and recorded anew; what was lost keeps nobody else in the office.
    try desk.write("second", Table.phone, "+848", to: desk.shared)
    #expect(try desk.read("second", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
    try expectLastReader(.identity, Act.memberSuspend) { try desk.suspend("second") }
    #expect(try desk.suspend("second", unread: true).unread == 1)
    try desk.expectSound()
  }

  // MARK: By somebody who does not hold the field

  /// A social worker deposits in the classes of health: the restriction stands at once, and the next who
  /// holds the field seals it anew.
  @Test func theNextWhoHoldsTheFieldSealsIt() throws {
    let set = try desk.restrict(Table.injuries, from: .healthStaff)
    #expect(!set.isSealed)
    #expect(try desk.entries()[set.entry].class == nil)
    // Even before: but whoever holds it does it with their first command, the excluded too.
    try desk.expectSound()
    let size = try desk.entries().count
    try desk.expectKept("health", Table.injuries)
    let resealed = try #require(
      try desk.entries()[size...].first { $0.act == Act.fieldReseal })
    #expect(resealed.class == 0x104 && resealed.fields == ["f401"] && resealed.man != nil)
    #expect(resealed.role == "health_staff" && resealed.grant != nil && resealed.gen != nil)
    #expect(try desk.read("health", [Table.allergies], of: desk.shared, for: .treat).count == 1)
    // Whoever deposits seals under the restricted key.
    try desk.write("social", Table.injuries, "Gãy tay", to: desk.shared)
    try desk.write("health", Table.injuries, "Gãy tay trái", to: desk.shared)
    try desk.expectKept("health", Table.injuries)
    try desk.expectSound()
    // Lifted, it waits for a duty officer, who alone holds it now.
    let lifted = try desk.lift(set.record)
    #expect(!lifted.isSealed)
    try desk.expectKept("health", Table.injuries)
    try desk.expectSound()
    try desk.visit("duty")
    #expect(
      try desk.read("health", [Table.injuries], of: desk.shared, for: .treat)
        == [Table.injuries: .text("Gãy tay trái")])
    try desk.expectSound()
  }

  /// Lifted before anybody sealed it anew: it lies where it lay.
  @Test func liftedBeforeItWasSealed() throws {
    let set = try desk.restrict(Table.injuries, from: .healthStaff)
    try desk.lift(set.record)
    try desk.visit("duty")
    #expect(try desk.read("health", [Table.injuries], of: desk.shared, for: .treat).count == 1)
    try desk.expectSound()
  }

  /// A duty officer assigned to a case is health staff there.
  @Test func aDutyOfficerOnTheCaseIsHealthStaff() throws {
    try desk.restrict(Table.injuries, from: .healthStaff)
    try desk.visit("duty")
    try assign("duty", by: "duty")
    try desk.expectKept("duty", Table.injuries)
    try desk.expectSound()
  }

  // MARK: A role that comes later

  @Test func aLateEpochIsNotGivenWhatIsKeptFromIt() throws {
    let office = try TestOffice(crew: TestOffice.crew + [("second", .socialWorker)])
    let (kept, open) = (try office.openCase("ABCDEFGHJ"), try office.openCase("BBCDEFGHK"))
    try office.act("lead") { vault, session in
      _ = try vault.assign("second", to: kept, owner: true, as: session)
    }
    try office.act("second") { vault, session in
      let set = try vault.restrict(
        Table.facts, from: .statistician, [Table.excludedRole: .text("statistician")], of: kept,
        as: session)
      #expect(!set.isSealed)
    }
    try office.act("lead") { _, _ in }
    try office.join("figures", as: .statistician)
    try office.act("lead") { _, _ in }
    try office.act("figures") { vault, session in
      let seen = try vault.read([Table.facts], of: open, for: nil, as: session)
      #expect(seen.records.count == 1)
      #expect(throws: VaultError.self) {
        _ = try vault.read([Table.facts], of: kept, for: nil, as: session)
      }
    }
    try office.act("lead") { vault, session in
      let seen = try vault.read([Table.facts], of: kept, for: nil, as: session)
      #expect(seen.records.count == 1)
    }
    try office.act("auditor") { vault, session in
      let verdict = try vault.verifyLog(as: session)
      #expect(verdict.findings == [])
    }
  }

  /// Whoever is not the last of them goes like anybody else.
  @Test func oneOfTwoWhoHoldItGoes() throws {
    try desk.restrict(Table.phone, from: .lead)
    try assign("second")
    try desk.visit("social")
    #expect(try desk.suspend("second").unread == 0)
    #expect(try desk.read("social", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// Who stays with the case in another role keeps what that role reads, and not the restricted key of the one before.
  @Test func whoStaysInAnotherRoleLosesIt() throws {
    try desk.give(.duty, to: "social")
    try desk.act("duty") { vault, session in
      _ = try vault.assign("social", to: desk.shared, owner: false, as: session)
    }
    try desk.restrict(Table.phone, from: .lead)
    try assign("second")
    try desk.visit("social")
    try assign("second", owner: true)
    #expect(throws: VaultError.self) { try desk.read("social", [Table.phone], of: desk.shared) }
    #expect(try desk.read("social", [Table.injuries], of: desk.shared, for: .treat).count == 1)
    #expect(try desk.read("second", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
  }
}
