import AuditLog
import Testing

@testable import Vault

/// What happens to a case within the hour of an emergency: it takes nothing of what was given, and what the key does not
/// open any more is told.
@Suite struct EmergencyHourTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func expectUnread(_ why: Refusal, _ field: FieldID) throws {
    try desk.expectRefused(why, Act.fieldRead) {
      try desk.read("duty", [field], of: desk.shared)
    }
  }

  /// The hour is theirs, whatever else of theirs ends: only what the assignment gave goes.
  @Test func itOutlivesAnAssignment() throws {
    try desk.give(.healthStaff, to: "duty")
    try desk.act("night") { vault, session in
      _ = try vault.assign("duty", to: desk.shared, owner: false, as: session)
    }
    let asked = try desk.breakGlass(.safety).entry
    try desk.giveGlass(asked, by: "lead")
    let given = try desk.wraps("duty", of: .safety)
    #expect(try given > 0 && desk.wraps("duty", of: .clinical) > 0)
    try desk.act("night") { vault, session in
      _ = try vault.unassign("duty", from: desk.shared, as: session)
    }
    #expect(try desk.wraps("duty", of: .safety) == given && desk.wraps("duty", of: .clinical) == 0)
    try desk.read("duty", [Table.shelter], of: desk.shared)
    try desk.expectSound()
    _ = try desk.closeGlass(asked)
    #expect(try desk.wraps("duty", of: .safety) == 0)
    try expectUnread(.notAssigned, Table.shelter)
    try desk.expectSound()
  }

  /// Another key came since it was given: what it does not open any more is told, with the emergency to end.
  @Test func whatItDoesNotOpenAnyMoreIsTold() throws {
    func outgrown() throws -> [Int: Set<FieldID>] {
      try desk.act("duty") { vault, session in
        try vault.outgrown(
          [Table.name, Table.phone, Table.story], of: desk.shared, for: .careManagement, as: session
        )
      }
    }
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "lead")
    #expect(try outgrown() == [:])
    try desk.act("duty") { vault, session in
      _ = try vault.unassign("health", from: desk.shared, as: session)
    }
    try desk.write("social", Table.name, "Trần Thị Hoà", to: desk.shared)
    #expect(try outgrown() == [asked: [Table.name]])
    try expectUnread(.expired, Table.name)
    // What the key of before opens is shown beside it, and a look says what it shows.
    let seen = try desk.read("duty", [Table.name, Table.phone], of: desk.shared)
    #expect(seen[Table.name] == nil && seen[Table.phone] == TestOffice.values[Table.phone])
    #expect(try desk.entries().last?.fields?.count == 1)
    // So is what is kept from somebody else since; what is kept from leads no giving opens.
    try desk.restrict(Table.phone, from: .police)
    #expect(try outgrown() == [asked: [Table.name, Table.phone]])
    _ = try desk.closeGlass(asked)
    try desk.giveGlass(desk.breakGlass(.identity).entry, by: "lead")
    #expect(try outgrown() == [:])
    try desk.read("duty", [Table.name, Table.phone], of: desk.shared)
    try desk.restrict(Table.phone, from: .lead)
    #expect(try outgrown() == [:])
    try desk.expectSound()
  }

  /// Who gave it is suspended, or loses the role in which they did: it is over for everybody, and may be asked for anew.
  @Test(arguments: [true, false]) func itEndsWithWhoGaveIt(_ isSuspended: Bool) throws {
    let asked = try desk.breakGlass(.identity).entry
    try desk.giveGlass(asked, by: "deputy")
    try desk.read("duty", [Table.name], of: desk.shared)
    if isSuspended {
      try desk.suspend("deputy")
    } else {
      try desk.act("admin") { vault, session in
        _ = try vault.remove(.lead, from: "deputy", as: session)
      }
    }
    // Their key is taken back by the next command of a lead or a duty officer.
    try expectUnread(.expired, Table.name)
    let states = try desk.act("lead") { vault, session in
      try vault.emergencies(of: desk.shared, as: session).map(\.state)
    }
    #expect(states == [.ranOut])
    let again = try desk.breakGlass(.identity).entry
    try desk.giveGlass(again, by: "lead")
    try desk.read("duty", [Table.name], of: desk.shared)
    #expect(try desk.wraps("duty") > 0)
    try desk.expectSound()
  }
}
