import AuditLog
import Foundation
import Testing

@testable import Vault

/// A code that is nobody's: the try is written down, and tells no more than a case of somebody else's.
@Suite struct MissingCaseTests {
  private typealias Table = TestTable
  private typealias Way = @Sendable (Vault, borrowing Session, CaseID) throws -> Void

  private static let ways: [(act: String, handle: String, way: Way)] = [
    (
      Act.fieldRead, "social",
      { vault, session, id in
        _ = try vault.read([Table.story], of: id, for: .treat, as: session)
      }
    ),
    (
      Act.fieldWrite, "social",
      { vault, session, id in
        let change = RecordChange(
          .sole, entity: Table.statement, fields: [Table.story: .text("x")])
        _ = try vault.write([change], to: id, as: session)
      }
    ),
    (
      Act.assignAdd, "lead",
      { vault, session, id in
        _ = try vault.assign("social", to: id, owner: false, as: session)
      }
    ),
    (
      Act.assignRemove, "lead",
      { vault, session, id in _ = try vault.unassign("social", from: id, as: session) }
    ),
    (
      Act.fieldRead, "social",
      { vault, session, id in
        _ = try vault.share(
          [Table.story], of: id, with: "police", until: Int.max, for: .legal, as: session)
      }
    ),
    (
      Act.excerptEnd, "social",
      { vault, session, id in _ = try vault.unshare(id, with: "police", as: session) }
    ),
  ]

  @Test func everyWayToItLeavesAnEntry() throws {
    let desk = try Desk()
    for (act, handle, way) in Self.ways {
      let size = try desk.entries().count
      #expect(throws: VaultError.caseNotFound(entry: size), "\(act)") {
        try desk.act(handle) { vault, session in
          try way(vault, session, vault.caseID(ofCode: "ZZZZZZZZZ"))
        }
      }
      let entries = try desk.entries()
      #expect(entries.count == size + 1)
      #expect(entries[size].act == act && entries[size].out == .denied)
      #expect(entries[size].why == .notAssigned && entries[size].rec == nil)
    }
    #expect(try desk.entries().contains { $0.fields == ["f301"] || $0.purp == "TREAT" })
    #expect(try desk.verify().findings == [])
  }

  /// Whose roles read no case is told nothing of which cases there are.
  @Test(arguments: ["admin", "auditor", "trustee"]) func theBlindLearnNothing(
    _ handle: String
  ) throws {
    let desk = try Desk()
    for isThere in [true, false] {
      let size = try desk.entries().count
      #expect(throws: VaultError.denied(.role, entry: size)) {
        try desk.act(handle) { vault, session in
          let id = isThere ? desk.shared : try vault.caseID(ofCode: "ZZZZZZZZZ")
          return try vault.read([Table.name], of: id, for: .treat, as: session)
        }
      }
    }
  }

  /// What may be read and written is answered without an entry: the answer is the same for a case that
  /// there is not, and leads to nothing.
  @Test func whatMayBeDoneTellsNobodyWhetherThereIsACase() throws {
    let desk = try Desk()
    let fields: Set<FieldID> = [Table.status, Table.name, Table.story, Table.facts, Table.injuries]
    for handle in ["lead", "figures", "second", "intake", "legal", "admin"] {
      let size = try desk.entries().count
      try desk.act(handle) { vault, session in
        let none = try vault.caseID(ofCode: "ZZZZZZZZZ")
        let (may, mayNot) = (
          try vault.mayRead(fields, of: desk.shared, for: .treat, as: session),
          try vault.mayRead(fields, of: none, for: .treat, as: session)
        )
        #expect(may == mayNot, "\(handle)")
        let (write, writeNot) = (
          try vault.mayWrite(fields, to: desk.shared, as: session),
          try vault.mayWrite(fields, to: none, as: session)
        )
        #expect(write == writeNot, "\(handle)")
      }
      #expect(try desk.entries().count == size)
    }
  }

  // MARK: Nothing asked for

  @Test func askingForNothingNeedsARelationToo() throws {
    let desk = try Desk()
    for (handle, why) in [
      ("second", Refusal.notAssigned), ("health", .notAssigned), ("admin", .role),
    ] {
      let size = try desk.entries().count
      #expect(throws: VaultError.denied(why, entry: size)) {
        try desk.read(handle, [], of: desk.fresh)
      }
      #expect(try desk.entries()[size].rec != nil)
    }
    #expect(try desk.read("lead", [], of: desk.fresh).isEmpty)
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.fieldRead && last.out == .ok && last.fields == nil)
    #expect(try desk.verify().findings == [])
  }

  @Test func writingNothingIsRefusedOrNothing() throws {
    let desk = try Desk()
    func write(_ handle: String) throws {
      try desk.act(handle) { vault, session in
        let empty = RecordChange(.sole, entity: Table.identity, fields: [:])
        _ = try vault.write([empty], to: desk.shared, as: session)
      }
    }
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.notAssigned, entry: size)) { try write("second") }
    #expect(throws: VaultError.nothingToDo) { try write("social") }
    #expect(try desk.entries().count == size + 1)
  }
}
