import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// What is told of somebody whose access to one case ends, and of somebody who leaves: from the log, and no key that
/// they never had.
@Suite struct EndedReachTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func lastEntry(_ act: String) throws -> Entry {
    try #require(try desk.entries().last { $0.act == act && $0.out == .ok })
  }

  /// Social workers read no health field; each look has its entry, and theirs alone are counted.
  @Test func whoIsTakenOffACase() throws {
    let given = try lastEntry(Act.assignAdd).seq
    let assigned = try #require(
      try desk.entries().first { $0.act == Act.assignAdd && $0.kind == "owner" })
    #expect(assigned.seq < given)
    try desk.read("social", [Table.story], of: desk.shared)
    let first = try lastEntry(Act.fieldRead).seq
    try desk.read("lead", [Table.story], of: desk.shared)
    try desk.read("social", [Table.name], of: desk.shared)
    let last = try lastEntry(Act.fieldRead).seq
    let (told, size) = try desk.act("lead") { vault, session in
      let ended = try vault.unassign("social", from: desk.shared, as: session).ended
      let size = try desk.entries().count
      return (try vault.reach(of: ended, as: session), size)
    }
    #expect(try desk.entries().count == size, "the act's entry is the look's")
    let one = try #require(told.first)
    #expect(told.count == 1 && one.handle == "social" && one.isToldLooks)
    #expect(one.stated.given.map(\.way) == [.owner])
    #expect(one.stated.given.map(\.entry) == [assigned.seq])
    #expect(one.stated.given.map(\.time) == [assigned.t])
    #expect(one.stated.classes == [.operations, .support, .identity, .sensitive, .safety])
    #expect(one.stated.looks == 2)
    #expect(one.stated.firstLook == first && one.stated.lastLook == last)
  }

  /// A duty officer ends what a duty officer gave, and is no reader of the account of who looked.
  @Test func aDutyOfficerIsToldOfNoLook() throws {
    try desk.read("health", [Table.injuries], of: desk.shared, for: .treat)
    let told = try desk.act("duty") { vault, session in
      try vault.reach(
        of: vault.unassign("health", from: desk.shared, as: session).ended, as: session)
    }
    #expect(told.map(\.isToldLooks) == [false])
    #expect(told.map(\.stated.classes) == [[.operations, .clinical, .vital]])
    #expect(told.map(\.stated.looks) == [0] && told.map(\.stated.firstLook) == [nil])
  }

  /// With the first owner goes who opened the case, with the next one the owner before.
  @Test func whomAnotherOwnerFollows() throws {
    func own(_ handle: String) throws -> [EndedReach] {
      try desk.act("lead") { vault, session in
        let given = try vault.assign(handle, to: desk.fresh, owner: true, as: session)
        return try given.ended.map { try vault.reach(of: $0, as: session) } ?? []
      }
    }
    let opened = try desk.inspectOpening(of: desk.fresh)
    let openers = try own("social")
    #expect(openers.map(\.handle) == ["intake"])
    #expect(openers.first?.stated.given.map(\.way) == [.opener])
    // Of the identity of a child the opener was given no key.
    #expect(
      openers.first.map { Set($0.stated.classes) }
        == opened.union([.operations]).intersection([.operations, .support, .identity]))
    let owners = try own("second")
    #expect(owners.map(\.handle) == ["social"])
    #expect(owners.first?.stated.given.map(\.way) == [.owner])
  }

  @Test func whatWasShared() throws {
    for fields in [Set([Table.name]), [Table.name, Table.story]] {
      try desk.act("social") { vault, session in
        _ = try vault.share(
          fields, of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
          for: .careManagement, as: session)
      }
    }
    let told = try desk.act("social") { vault, session in
      try vault.reach(
        of: vault.unshare(desk.shared, with: "police", as: session), as: session)
    }
    let one = try #require(told.first)
    #expect(told.count == 1 && one.handle == "police" && one.isToldLooks)
    #expect(one.stated.given.map(\.way) == [.share, .share])
    #expect(one.stated.given.map(\.copies) == [1, 2])
    #expect(one.stated.classes == [.identity, .sensitive] && one.stated.looks == 0)
  }

  // MARK: Who leaves

  private func leaving(
    _ handle: String, _ role: Role? = nil
  ) throws -> (LeaverReach, [LeaverReach.Case]) {
    try desk.act("lead") { vault, session in
      let left = try vault.planLeaving(of: handle, role: role, as: session)
      var cases: [LeaverReach.Case] = []
      let reach = try vault.reach(of: handle, left, as: session) { cases.append($0) }
      return (reach, cases)
    }
  }

  /// A class that their role does not read was open all the same.
  @Test func whatAnEmergencyOpened() throws {
    let asked = try desk.breakGlass(.identity, of: desk.fresh).entry
    #expect(try leaving("duty").1.isEmpty)
    let given = try desk.giveGlass(asked, by: "lead").entry
    let (reach, cases) = try leaving("duty")
    #expect(cases.map(\.classes) == [[.identity]])
    #expect(cases.first?.given.map(\.way) == [.emergency])
    #expect(cases.first?.given.map(\.entry) == [given])
    #expect(reach.standing.map(\.role) == [.duty])
    #expect(reach.standing.first?.classes == [.clinical, .vital])
  }

  @Test func aRoleWithoutItsKeyOpenedNothing() throws {
    try desk.act("admin") { vault, session in _ = try vault.add(.duty, to: "health", by: session) }
    try desk.act("lead") { vault, session in _ = try vault.admit("health", by: session) }
    let before = try leaving("health").0
    #expect(before.standing == [])
    try desk.act("duty") { vault, session in _ = try vault.admit("health", by: session) }
    let after = try leaving("health").0
    #expect(after.standing == [.init(role: .duty, cases: 2)])
  }

  /// The key of a role is theirs who made it, too.
  @Test func whoMadeTheKeyOfARoleHadIt() throws {
    let reach = try desk.act("admin") { vault, session in
      let left = try vault.planLeaving(of: "lead", as: session)
      return try vault.reach(of: "lead", left, as: session) { _ in }
    }
    #expect(reach.standing == [.init(role: .lead, cases: 2)])
  }
}

extension Desk {
  /// The classes whose keys the opener of a case was given, by the grant list of its opening.
  fileprivate func inspectOpening(of id: CaseID) throws -> Set<FieldClass> {
    try act("lead") { vault, _ in
      let member = try vault.member(named: "intake")
      return try vault.store.look { tx throws(VaultError) in
        guard let file = try tx.file(id), let first = try tx.grantLists(of: file.key).first,
          let list = try? GrantList(reading: first.list.span)
        else { throw .noSuchCase }
        return Set(
          list.entries.filter { $0.context.principal == .member(member.identifier) }
            .compactMap { FieldClass(rawValue: $0.context.keyClass) })
      }
    }
  }
}
