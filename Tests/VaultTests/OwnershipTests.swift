import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who answers for a case: one social worker at a time, and whoever did before reads it no more.
@Suite struct OwnershipTests {
  private typealias Table = TestTable

  @discardableResult
  private func assign(
    _ desk: Desk, _ handle: String, owner: Bool, by asker: String = "lead", to id: CaseID? = nil
  ) throws -> Assigned {
    try desk.act(asker) { vault, session in
      try vault.assign(handle, to: id ?? desk.shared, owner: owner, as: session)
    }
  }

  private func live(_ desk: Desk, _ id: CaseID) throws -> [[Int]] {
    let file = try desk.key(of: id)
    return try desk.inspect { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT role,relation FROM assignment WHERE file=? AND ended IS NULL ORDER BY role
          """, arguments: [file]
      ).map { [$0[0], $0[1]] }
    }
  }

  private let owner = [Int(Role.socialWorker.bit), Int(Relation.owner.rawValue)]
  private let health = [Int(Role.healthStaff.bit), Int(Relation.assigned.rawValue)]

  @Test func passingItOnEndsTheFormerOwner() throws {
    let desk = try Desk()
    let kept = desk.folder + "/kept.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: kept)
    let assigned = try assign(desk, "second", owner: true)
    #expect(assigned.endsOwner && !assigned.isHandOver)
    let entry = try desk.entries()[assigned.entry]
    #expect(entry.kind == "owner" && entry.gen != nil)
    #expect(try live(desk, desk.shared) == [owner, health])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.name], of: desk.shared) }
    #expect(try desk.entries().last?.why == .notAssigned)
    #expect(try desk.read("second", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
    // What is written from now on is under keys that the former owner never had.
    try desk.write("second", Table.story, "sau đó", to: desk.shared)
    let due = try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT max(version) FROM class_key WHERE file=? AND class=3",
        arguments: [try desk.key(of: desk.shared)])
    }
    #expect((due ?? 0) > 1)
    // Yesterday's records with today's custody: the outer key is gone.
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: kept, toPath: desk.records)
    try FileManager.default.removeItem(atPath: desk.pins("social"))
    #expect(throws: VaultError.self) { try desk.read("social", [Table.name], of: desk.shared) }
  }

  /// Who is on the case already comes to answer for it, and stays the same reader.
  @Test func anAssignedMemberBecomesTheOwner() throws {
    let desk = try Desk()
    try assign(desk, "second", owner: false)
    desk.expectNoted(.nothingToDo) { _ = try assign(desk, "second", owner: false) }
    #expect(try assign(desk, "second", owner: true).endsOwner)
    desk.expectNoted(.nothingToDo) { _ = try assign(desk, "second", owner: true) }
    desk.expectNoted(.nothingToDo) { _ = try assign(desk, "second", owner: false) }
    #expect(try live(desk, desk.shared) == [owner, health])
    #expect(try desk.read("second", [Table.story], of: desk.shared).count == 1)
    // And the one before can be kept on it, if that is wanted.
    try assign(desk, "social", owner: false)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// Nobody's access ends where nobody answered for it: no key is replaced.
  @Test func theFirstOwnerOfAnAssignedCaseEndsNobody() throws {
    let desk = try Desk()
    try assign(desk, "second", owner: false, to: desk.fresh)
    let assigned = try assign(desk, "second", owner: true, to: desk.fresh)
    #expect(!assigned.endsOwner && !assigned.isHandOver)
    #expect(try desk.entries()[assigned.entry].gen == nil)
    #expect(try live(desk, desk.fresh) == [owner])
    #expect(try desk.verify().findings == [])
  }

  // MARK: Who cannot answer for a case

  @Test(arguments: [("health", "duty"), ("police", "lead"), ("legal", "lead")])
  func onlyASocialWorkerAnswersForIt(_ handle: String, _ asker: String) throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let before = try live(desk, desk.fresh)
    #expect(throws: VaultError.ownerRole(entry: size)) {
      try assign(desk, handle, owner: true, by: asker, to: desk.fresh)
    }
    let entries = try desk.entries()
    #expect(entries.count == size + 1)
    #expect(entries[size].out == .denied && entries[size].why == .role)
    #expect(entries[size].rec != nil && entries[size].subj != nil)
    #expect(try live(desk, desk.fresh) == before)
  }

  /// Who may not assign at all hears that, and not whom they could have named.
  @Test func whoMayNotAssignIsRefusedForThat() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.role, entry: size)) {
      try assign(desk, "health", owner: true, by: "social")
    }
  }

  // MARK: Two roles

  private func give(_ desk: Desk, _ handle: String, _ role: Role) throws {
    var added = 0
    try desk.act("admin") { vault, session in
      let member = try vault.member(named: handle)
      added = try vault.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        .allowed(
          try context.append(Act.roleAdd) { entry in
            entry.subj = context.directory.actor(of: member)
            entry.grole = role.rawValue
          })
      }
    }
    try desk.act("lead") { vault, session in
      let member = try vault.member(named: handle)
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        try context.append(Act.keyWrap) { entry in
          entry.subj = context.directory.actor(of: member)
          entry.grole = role.rawValue
          entry.ref = added
        }
        return .allowed(())
      }
    }
  }

  /// The intake officer who opened it goes on with it as its social worker: the hand-over takes nothing
  /// that the second role has.
  @Test func whoOpenedItMayGoOnInAnotherRole() throws {
    let desk = try Desk()
    try give(desk, "intake", .socialWorker)
    #expect(try assign(desk, "intake", owner: true, to: desk.fresh).isHandOver)
    for field in [Table.name, Table.story] {
      #expect(try desk.read("intake", [field], of: desk.fresh).count == 1)
    }
    #expect(try desk.verify().findings == [])
  }

  /// Whoever stays in one role loses what only the other opened.
  @Test func whatOnlyTheEndedRoleOpenedGoes() throws {
    let desk = try Desk()
    try give(desk, "health", .socialWorker)
    try assign(desk, "health", owner: true)
    #expect(try desk.read("health", [Table.story], of: desk.shared).count == 1)
    try assign(desk, "second", owner: true)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
    #expect(throws: VaultError.self) { try desk.read("health", [Table.story], of: desk.shared) }
    let member = try desk.memberKey("health")
    let vault = try desk.vault("health")
    let session = try vault.unlock(
      "health", bundleKey: desk.bundleKey("health"), sid: "0123456789abcdef")
    let held = try vault.act(as: session) { context throws(VaultError) -> Ruling<Set<UInt16>> in
      guard let file = try context.tx.file(desk.shared) else { throw .noSuchCase }
      let pack = try context.pack(of: context.keyring.principal, in: file)
      return .allowed(Set(pack?.items.map(\.keyClass) ?? []))
    }
    #expect(held == [FieldClass.clinical.rawValue, FieldClass.vital.rawValue], "\(member)")
    #expect(try desk.verify().findings == [])
  }
}
