import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// Leads and duty officers are lost both, and recovered one after the other.
@Suite struct RecoveredTwiceTests {
  private typealias Table = TestTable

  private func shares(_ desk: Desk) throws -> [String] {
    try ["trustee", "trustee3"].map { try desk.share(of: $0) }
  }

  private func recover(
    _ handle: String, as role: Role, _ desk: Desk
  ) throws -> Recovered {
    try desk.ask(for: handle, by: "trustee2")
    return try desk.recover(handle, as: role, with: try shares(desk), by: "trustee")
  }

  /// The recovery of the leads puts the health records under the new seed too: whoever could do that later may be lost.
  @Test func dutyOfficersAreRecoveredAfterLeads() throws {
    let desk = try Desk(hasTrustees: true)
    try desk.write("health", Table.injuries, "Vết bầm ở tay", to: desk.shared)
    try desk.bring("chief", as: .lead)
    let old = try shares(desk)
    let first = try recover("chief", as: .lead, desk)
    let made = try #require(first.sharedSeed)
    let entries = try desk.entries()
    #expect(entries[made].by == first.entry && entries[made].grole == "recovery")
    #expect(
      entries[(made + 1)...(made + 3)].allSatisfy { $0.kind == "share" && $0.by == first.entry })
    for id in [desk.shared, desk.fresh] {
      #expect(try desk.opens(old, epoch: 1, of: id).classes == [])
    }
    // The new lead works, and for all anybody knows no duty officer ever will.
    try desk.actNew("chief") { vault, session in
      #expect(session.sharedSeed == nil)
      let status = try vault.status(as: session)
      #expect(status.dueCases == [] && status.dueKeys == [])
      #expect(throws: VaultError.self) {
        try vault.read([Table.injuries], of: desk.shared, for: .careManagement, as: session)
      }
    }
    try dutyIsRecovered(desk, old)
  }

  private func dutyIsRecovered(_ desk: Desk, _ old: [String]) throws {
    try desk.bring("guard", as: .duty)
    try desk.actNew("chief") { vault, session in _ = try vault.admit("guard", by: session) }
    #expect(try desk.drill(try shares(desk)).seed == .recovery(epoch: 2))
    let second = try recover("guard", as: .duty, desk)
    #expect(second.cases == 2 && second.spoilt == 0)
    try desk.actNew("guard") { vault, session in
      _ = try vault.assign("health", to: desk.fresh, owner: false, as: session)
    }
    let seen = try desk.read("health", [Table.injuries], of: desk.shared, for: .treat)
    #expect(seen[Table.injuries] == .text("Vết bầm ở tay"))
    #expect(try desk.read("health", [Table.injuries], of: desk.fresh, for: .treat).count == 1)
    for id in [desk.shared, desk.fresh] {
      #expect(
        try desk.opens(try shares(desk), epoch: 3, of: id).classes
          == Set(FieldClass.keyed).subtracting([.safety]))
    }
    #expect(try desk.verify().findings == [])
  }

  /// With two trustees there is nobody to share another seed with: the one of before counts, and opens what it did.
  @Test func withTwoTrusteesTheSeedStays() throws {
    let desk = try Desk(hasTrustees: true)
    try desk.bring("chief", as: .lead)
    try desk.suspend("trustee4", by: "admin")
    let shares = try ["trustee", "trustee3"].map { try desk.share(of: $0) }
    try desk.suspend("trustee2", by: "admin")
    try desk.ask(for: "chief", by: "trustee3")
    #expect(try desk.recover("chief", with: shares, by: "trustee").sharedSeed == nil)
    try desk.actNew("chief") { vault, session in
      let due = try vault.status(as: session).dueKeys
      #expect(due == [.recovery])
    }
    #expect(
      try desk.opens(shares, epoch: 1, of: desk.shared).classes
        == Set(FieldClass.keyed).subtracting([.safety]))
    #expect(try desk.verify().findings == [])
  }
}
