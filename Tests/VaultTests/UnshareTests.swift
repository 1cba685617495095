import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What was shared ends before its day, and what opened it is destroyed.
@Suite struct UnshareTests {
  private typealias Table = TestTable

  private func share(_ desk: Desk, _ field: FieldID, with handle: String) throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [field], of: desk.shared, with: handle, until: desk.clock.now() + 86_400_000,
        for: .careManagement, as: session)
    }
  }

  @discardableResult
  private func unshare(_ desk: Desk, _ asker: String, with handle: String) throws -> Int {
    try desk.act(asker) { vault, session in
      try vault.unshare(desk.shared, with: handle, as: session).entry
    }
  }

  private func outerNumbers(_ desk: Desk) throws -> [Int] {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect(desk.custody) { db in
      try Int.fetchAll(
        db, sql: "SELECT number FROM kk WHERE file=? ORDER BY number", arguments: [file])
    }
  }

  @Test func everyExcerptOfTheMemberEndsAndNobodyElses() throws {
    let desk = try Desk()
    try share(desk, Table.name, with: "police")
    try share(desk, Table.story, with: "police")
    try share(desk, Table.name, with: "legal")
    let before = try outerNumbers(desk)
    let size = try desk.entries().count
    let last = try unshare(desk, "social", with: "police")
    let entries = try desk.entries()[size...].filter { $0.act == Act.excerptEnd }
    #expect(entries.map(\.class) == [0x8001, 0x8002])
    #expect(entries.last?.seq == last)
    #expect(entries.allSatisfy { $0.out == .ok && $0.gen == entries[0].gen && $0.gen != nil })
    for field in [Table.name, Table.story] {
      #expect(throws: VaultError.self) { try desk.read("police", [field], of: desk.shared) }
      #expect(try desk.entries().last?.why == .notAssigned)
    }
    #expect(try desk.read("legal", [Table.name], of: desk.shared).count == 1)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    // The old outer key is destroyed: yesterday's records open nothing with today's custody.
    let after = try outerNumbers(desk)
    #expect(after.count == 1 && after[0] > (before.last ?? 0))
    #expect(try desk.verify().findings == [])
  }

  /// A correction is not copied to who was given copies once.
  @Test func afterwardsNothingIsRenewed() throws {
    let desk = try Desk()
    try share(desk, Table.name, with: "police")
    try unshare(desk, "social", with: "police")
    try desk.write("social", Table.name, "Hoà", to: desk.shared)
    let versions = try desk.inspect { db in
      try Int.fetchAll(db, sql: "SELECT version FROM class_key WHERE class=0x8001")
    }
    #expect(versions == [1], "no key was made, for nobody was to be given one")
    #expect(try desk.verify().findings == [])
    // And it can be given again.
    try share(desk, Table.name, with: "police")
    let seen = try desk.read("police", [Table.name], of: desk.shared)
    #expect(seen[Table.name] == .text("Hoà"))
  }

  /// Health staff keep the classes that they hold for their own work.
  @Test func whatElseTheMemberHoldsStays() throws {
    let desk = try Desk()
    try share(desk, Table.name, with: "health")
    #expect(try desk.read("health", [Table.name], of: desk.shared).count == 1)
    try unshare(desk, "lead", with: "health")
    #expect(throws: VaultError.self) {
      try desk.read("health", [Table.name], of: desk.shared)
    }
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
  }

  @Test func onlyWhoMayShareMayEndIt() throws {
    let desk = try Desk()
    try share(desk, Table.name, with: "police")
    for (asker, why) in [
      ("second", Refusal.notAssigned), ("intake", .role), ("police", .role), ("admin", .role),
    ] {
      let size = try desk.entries().count
      #expect(throws: VaultError.denied(why, entry: size)) {
        try unshare(desk, asker, with: "police")
      }
      #expect(try desk.entries()[size].act == Act.excerptEnd)
    }
    desk.expectNoted(.nothingToDo) { _ = try unshare(desk, "social", with: "legal") }
    #expect(try desk.read("police", [Table.name], of: desk.shared).count == 1)
  }

  /// Whose assignment ends loses what was shared with them too.
  @Test func takingTheCaseTakesTheCopies() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      _ = try vault.assign("police", to: desk.shared, owner: false, as: session)
    }
    try share(desk, Table.name, with: "police")
    try desk.act("lead") { vault, session in
      let ended = try vault.unassign("police", from: desk.shared, as: session)
      #expect(!ended.wasOwner)
    }
    let last = try desk.entries().suffix(3)
    #expect(last.contains { $0.act == Act.excerptEnd })
    #expect(throws: VaultError.self) {
      try desk.read("police", [Table.name], of: desk.shared)
    }
    #expect(try desk.entries().last?.why == .notAssigned)
    #expect(try desk.verify().findings == [])
  }

  /// A row taken back by hand opens nothing, and the examiner names the case.
  @Test func anEndTakenBackIsFound() throws {
    let desk = try Desk()
    try share(desk, Table.name, with: "police")
    try unshare(desk, "social", with: "police")
    try desk.tamper(
      sql: "UPDATE excerpt SET ended=NULL WHERE file=?", [try desk.key(of: desk.shared)])
    #expect(throws: VaultError.self) { try desk.read("police", [Table.name], of: desk.shared) }
    #expect(try desk.verify().findings.map(\.code) == ["case.excerpt"])
  }
}
