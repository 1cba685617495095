import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who is counted as a reader is who really has the keys, whatever roles say.
@Suite struct LastHolderTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Takes the keys of a class out of the pack of the leads, as a recovery leaves it: no trustee opens `safety`.
  private func loseSafety(of epochs: [UInt32] = [0, 1]) throws {
    try desk.act("lead") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        try context.makeOfficeKey(.standing(.lead))
        return .allowed(())
      }
    }
    try desk.visit("lead")
    try desk.act("lead") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        for number in epochs {
          let principal = StandingRole.lead.principal(epoch: number)
          guard let file = try context.tx.file(desk.shared),
            let row = try context.tx.knownPrincipalKey(principal)
          else { throw .noSuchCase }
          _ = try context.custody.adding { _ throws(VaultError) in
            try OuterKeyReplacement(context: context, file: file).replace(
              generation: context.custody.generation,
              ended: [row: [FieldClass.safety.rawValue]])
          }
        }
        return .allowed(())
      }
    }
  }

  private func assign(_ handle: String, owner: Bool) throws {
    try desk.act("lead") { vault, session in
      _ = try vault.assign(handle, to: desk.shared, owner: owner, as: session)
    }
  }

  private func expectLast(_ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
    #expect(sourceLocation: place) {
      try body()
    } throws: { error in
      if case VaultError.lastReader(.safety, _) = error { true } else { false }
    }
  }

  /// Who alone opens where somebody is hidden stays until they gave that on, which a look of theirs does.
  @Test func theLastWhoOpensAClassStays() throws {
    try loseSafety()
    #expect(throws: VaultError.self) { try desk.read("lead", [Table.shelter], of: desk.shared) }
    expectLast { try desk.suspend("social") }
    expectLast { try assign("second", owner: true) }
    expectLast {
      try desk.act("lead") { vault, session in
        _ = try vault.unassign("social", from: desk.shared, as: session)
      }
    }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.act == Act.assignRemove && refusal.out == .denied && refusal.why == .state)
    #expect(try desk.read("social", [Table.shelter], of: desk.shared).count == 1)
    let given = try #require(try desk.entries().last { $0.act == Act.keyWrap })
    #expect(given.grole == "lead" && given.rec != nil && given.grant != nil)
    #expect(try desk.read("lead", [Table.shelter], of: desk.shared).count == 1)
    try assign("second", owner: true)
    #expect(try desk.read("second", [Table.shelter], of: desk.shared).count == 1)
    #expect(throws: VaultError.self) { try desk.read("social", [Table.shelter], of: desk.shared) }
    // Nothing is left to give.
    let size = try desk.entries().count
    try desk.read("second", [Table.shelter], of: desk.shared)
    #expect(try desk.entries()[size...].allSatisfy { $0.act != Act.keyWrap })
  }

  /// Somebody who is dead, or whose keys a thief has, cannot give it on: their access ends all the same where that is
  /// said, and the office goes on.
  @Test func whoCannotGiveItOnGoesWhereThatIsAccepted() throws {
    try loseSafety()
    expectLast { try desk.suspend("social") }
    let left = try desk.suspend("social", compromised: true, unread: true)
    #expect(left.unread == 1)
    #expect(try desk.entries()[left.entry].n == 1)
    let since = try desk.act("lead") { vault, _ in
      [try vault.unreadSince(desk.shared), try vault.unreadSince(desk.fresh)]
    }
    #expect(since == [left.entry, nil])
    try assign("second", owner: true)
    try desk.write("second", Table.shelter, "Nhà tạm lánh B", to: desk.shared)
    #expect(
      try desk.read("lead", [Table.shelter], of: desk.shared)
        == [Table.shelter: .text("Nhà tạm lánh B")])
    // Of nobody else is that asked again.
    let next = try desk.suspend("second")
    #expect(next.unread == 0)
    #expect(try desk.entries()[next.entry].n == nil)
  }

  /// Of what a recovery leaves two people the keys, the one by assignment and a lead of before: the first is asked to
  /// pass them on while there is time. With the second, whose passphrase may be lost, they would be gone.
  @Test func aLeadOfBeforeARecoveryIsNotCountedOn() throws {
    try loseSafety(of: [1])
    for (handle, epoch) in [("lead", 0), ("deputy", 1)] {
      try desk.tamper(
        sql: """
          DELETE FROM office_pack WHERE class=16385 AND version=? AND principal=(\
          SELECT p.key FROM principal p JOIN member m ON m.id=p.id WHERE m.key=?)
          """, [epoch, try desk.memberKey(handle)])
    }
    expectLast { try desk.suspend("social") }
    try desk.read("social", [Table.shelter], of: desk.shared)
    try desk.suspend("social")
  }

  /// Who has a role without its seed, which nobody has given them, is told so and by whom they get it.
  @Test func whoWasNeverGivenAKeyIsToldSo() throws {
    try desk.bring("counter", as: .statistician)
    try desk.act("lead") { vault, session in _ = try vault.admit("counter", by: session) }
    let refused = #expect(throws: VaultError.self) {
      try desk.actNew("counter") { vault, session in
        _ = try vault.read([Table.facts], of: desk.shared, for: .operations, as: session)
      }
    }
    guard case .keyNotGiven(.facts, from: .statistician, let entry) = refused else {
      Issue.record("told as \(String(describing: refused))")
      return
    }
    #expect(try desk.entries().last?.seq == entry)
    let seedless = try desk.act("admin") { vault, session in
      try vault.keyStatus(as: session).seedless
    }
    #expect(seedless.map(\.handle) == ["counter"] && seedless.first?.isGivable == true)
    try desk.act("figures") { vault, session in _ = try vault.admit("counter", by: session) }
    try desk.actNew("counter") { vault, session in
      let seen = try vault.read([Table.facts], of: desk.shared, for: .operations, as: session)
      #expect(seen.records.count == 1)
    }
    // A pack that was there is no key that nobody gave.
    try desk.tamper(sql: "DELETE FROM pack", [])
    let altered = #expect(throws: VaultError.self) {
      try desk.read("figures", [Table.facts], of: desk.shared, for: .operations)
    }
    guard case .altered = altered else {
      Issue.record("told as \(String(describing: altered))")
      return
    }
  }

  /// A second duty officer whom no duty officer gave the key is told of, and is nobody who could go on alone.
  @Test func aRoleWithoutItsKeyCountsForNothing() throws {
    let row = try desk.memberKey("night")
    let waits = {
      try desk.act("admin") { vault, session in
        try vault.status(as: session).waiting.filter { $0.kind == .seed }
      }
    }
    #expect(try waits() == [])
    #expect(try desk.act("admin") { vault, _ in try vault.roleWithoutKey("night") } == nil)
    try desk.tamper(
      sql: """
        DELETE FROM office_pack WHERE class=16386 AND principal=(\
        SELECT p.key FROM principal p JOIN member m ON m.id=p.id WHERE m.key=?)
        """, [row])
    #expect(try waits().map(\.handle) == ["night"] && waits().first?.role == .duty)
    try expectUnheld([], ["night": true])
    #expect(try desk.act("admin") { vault, _ in try vault.roleWithoutKey("night") } == .duty)
    #expect {
      try desk.suspend("duty")
    } throws: { error in
      if case VaultError.lastHolder(.duty, .clinical, _) = error { true } else { false }
    }
    try desk.suspend("night")
    // What waits for a role of which nobody has the key is promised by nobody's command.
    try desk.tamper(sql: "DELETE FROM office_pack WHERE class=16386", [])
    try expectUnheld([.duty], ["duty": false])
  }

  private func expectUnheld(_ roles: [Role], _ seedless: [String: Bool]) throws {
    try desk.act("admin") { vault, session in
      #expect(try vault.status(as: session).unheld == roles)
      let found = try vault.keyStatus(as: session).seedless
      #expect(
        Dictionary(uniqueKeysWithValues: found.map { ($0.handle ?? "", $0.isGivable) }) == seedless)
    }
  }

  /// A key under which nothing lies keeps nobody: a restore destroyed again what lay there, and left its wraps.
  @Test func aKeyUnderWhichNothingLies() throws {
    try desk.backUp()
    try desk.erase(desk.shared, asked: desk.retract(Table.protection))
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1)
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    try loseSafety()
    #expect(try desk.suspend("social").unread == 0)
    #expect(try desk.entries().last { $0.act == Act.memberSuspend }?.out == .ok)
  }

  /// What waits for the next command of a role that nobody holds the key of waits in vain.
  @Test func aSeedThatNobodyHolds() throws {
    func unheld() throws -> Set<Role> {
      let vault = try desk.vault("lead")
      return try vault.store.look { tx throws(VaultError) in
        try vault.catchUp(tx)
        return try SeedHolders(directory: vault.ledger.directory, tx: tx).unheld()
      }
    }
    #expect(try unheld() == [])
    try desk.tamper(
      sql: "DELETE FROM office_pack WHERE class=?", [Int(OfficeKey.standing(.lead).keyClass)])
    #expect(try unheld() == [.lead])
  }
}
