import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// A lead by a recovery, to whom nobody has given the key of a class of a case yet: what they cannot see is named, and what
/// they cannot give is not given.
@Suite struct UngivenTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws {
    desk = try Desk(hasTrustees: true)
    try desk.write("social", Table.shelter, "Nhà số 9", to: desk.shared)
    try desk.bring("chief", as: .lead)
    let shares = try ["trustee", "trustee3"].map { try desk.share(of: $0) }
    try desk.ask(for: "chief", by: "trustee2")
    try desk.recover("chief", with: shares, by: "trustee")
  }

  private func ungiven(_ fields: Set<FieldID>, by handle: String) throws -> Set<FieldID> {
    guard handle == "chief" else {
      return try desk.act(handle) { vault, session in
        try vault.ungiven(fields, of: desk.shared, for: .careManagement, as: session)
      }
    }
    return try desk.actNew(handle) { vault, session in
      try vault.ungiven(fields, of: desk.shared, for: .careManagement, as: session)
    }
  }

  @Test func whatNobodyGaveIsTold() throws {
    let fields: Set = [Table.name, Table.shelter, Table.injuries]
    // What the role does not read at all is not told of.
    #expect(try ungiven(fields, by: "chief") == [Table.shelter])
    #expect(try ungiven(fields, by: "lead") == [])
    #expect(try ungiven(fields, by: "social") == [])
    // Who has the case gives it by a look.
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    #expect(try ungiven(fields, by: "chief") == [])
  }

  private func give(_ asked: Int) throws -> Emergency {
    try desk.actNew("chief") { vault, session in
      try vault.giveEmergency(asked, as: session).emergency
    }
  }

  /// Nothing would be opened, the hour would run, and whoever asked would take it that there is no threat.
  @Test func anEmergencyIsNotGivenWithoutTheKey() throws {
    let asked = try desk.breakGlass(.safety).entry
    let refused = #expect(throws: VaultError.self) { try give(asked) }
    guard case .keyNotGiven(.safety, from: nil, let entry) = refused else {
      Issue.record("told as \(String(describing: refused))")
      return
    }
    let said = try desk.entries()[entry]
    #expect(said.act == Act.approvalGive && said.out == .denied && said.why == .fieldClass)
    #expect(said.ref == asked)
    #expect(throws: VaultError.self) { try desk.read("duty", [Table.shelter], of: desk.shared) }
    // It waits still, for this lead once they have the key, or for another.
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    #expect(try give(asked).state == .inForce)
    #expect(try desk.verify().findings == [])
  }

  private func assign() throws -> Assigned {
    try desk.actNew("chief") { vault, session in
      try vault.assign("second", to: desk.shared, owner: false, as: session)
    }
  }

  /// Who assigns is told what they could not give.
  @Test func anAssignmentWithoutTheKeyIsTold() throws {
    #expect(try assign().ungiven == [.safety])
    #expect(try ungiven([Table.shelter], by: "second") == [Table.shelter])
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    try desk.actNew("chief") { vault, session in
      _ = try vault.unassign("second", from: desk.shared, as: session)
    }
    #expect(try assign().ungiven == [])
    #expect(try ungiven([Table.shelter], by: "second") == [])
    #expect(try desk.verify().findings == [])
  }

  /// Who has the key gives it by a look to whoever has the case without it, and nobody else.
  @Test func aLookGivesTheKeyToTheAssigned() throws {
    #expect(try assign().ungiven == [.safety])
    #expect(throws: VaultError.self) {
      try desk.read("second", [Table.shelter], of: desk.shared, for: .careManagement)
    }
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    let given = try desk.entries().suffix(2)
    #expect(given.map(\.act) == [Act.keyWrap, Act.keyWrap])
    #expect(given.last?.kind == "assigned" && given.last?.role == "social_worker")
    #expect(try ungiven([Table.shelter], by: "second") == [])
    let seen = try desk.read("second", [Table.shelter], of: desk.shared, for: .careManagement)
    #expect(seen[Table.shelter] == .text("Nhà số 9"))
    // Health staff have the case and do not read the class.
    #expect(throws: VaultError.self) {
      try desk.read("health", [Table.shelter], of: desk.shared, for: .treat)
    }
    let size = try desk.entries().count
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    #expect(try desk.entries()[size...].contains { $0.act == Act.keyWrap } == false)
    #expect(try desk.verify().findings == [])
  }

  /// A history of what nobody gave says so, and not that anything was altered; whoever has the case gives it by a look.
  @Test func aHistoryOfIt() throws {
    func history() throws -> KeptHistory {
      try desk.actNew("chief") { vault, session in
        try vault.history(
          HistoryChoice([Table.name, Table.shelter]), of: desk.shared, for: .careManagement,
          as: session)
      }
    }
    let refused = #expect(throws: VaultError.self) { try history() }
    guard case .keyNotGiven(.safety, from: nil, _) = refused else {
      Issue.record("told as \(String(describing: refused))")
      return
    }
    _ = try desk.read("social", [Table.name], of: desk.shared, for: .careManagement)
    #expect(try history().ungiven == 0 && history().versions.count == 3)
  }
}
