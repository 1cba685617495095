import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// All leads have lost their passphrases: two trustees give a new one what recovery holds.
@Suite struct RecoveryTests {
  private typealias Table = TestTable

  private func shares(_ desk: Desk) throws -> [String] {
    try ["trustee", "trustee3"].map { try desk.share(of: $0) }
  }

  /// A new lead whom an administrator gave the role, and whom nobody else can confirm.
  private func stranded() throws -> Desk {
    let desk = try Desk(hasTrustees: true)
    try desk.bring("chief", as: .lead)
    return desk
  }

  @Test func aNewLeadReadsWhatTheLostOnesRead() throws {
    let desk = try stranded()
    let shares = try shares(desk)
    let old = try desk.kept()
    #expect(throws: VaultError.self) {
      try desk.actNew("chief") { vault, session in
        _ = try vault.read([Table.name], of: desk.shared, for: .treat, as: session)
      }
    }
    guard case .asked = try desk.ask(for: "chief", by: "trustee2") else {
      Issue.record("nobody had asked")
      return
    }
    try desk.act("auditor") { vault, session in
      let waiting = try vault.status(as: session).waiting
      #expect(waiting.map(\.kind) == [.role, .recovery])
    }
    #expect(try desk.ask(for: "chief", by: "trustee") == .ready)
    let done = try desk.recover("chief", with: shares, by: "trustee")
    #expect(done.cases == 2 && done.epoch == 1 && done.spoilt == 0)
    try reads(desk)
    #expect(try desk.verify().findings == [])
    try renewed(desk, shares, old)
  }

  /// What was asked a week ago is asked anew, also by who asked then, and the old ask carries nothing.
  @Test func anAskCountsForAWeek() throws {
    let desk = try stranded()
    let shares = try shares(desk)
    guard case .asked(let first) = try desk.ask(for: "chief", by: "trustee2") else { return }
    desk.clock.move(by: Vault.recoveryPeriod)
    try desk.expectRefused(.expired, Act.recoveryRun) {
      try desk.recover("chief", with: shares, by: "trustee")
    }
    guard case .asked(let second) = try desk.ask(for: "chief", by: "trustee2") else {
      Issue.record("it still waited")
      return
    }
    #expect(second > first)
    try desk.expectRefused(.secondPerson, Act.recoveryRun) {
      try desk.recover("chief", with: shares, by: "trustee2")
    }
    desk.clock.move(by: Vault.recoveryPeriod - 60_000)
    #expect(try desk.recover("chief", with: shares, by: "trustee").cases == 2)
    #expect(try desk.verify().findings == [])
  }

  /// A clock that is set back behind what the log has seen makes no ask of before younger.
  @Test func aClockThatIsSetBackBringsNoAskBack() throws {
    let desk = try stranded()
    let shares = try shares(desk)
    try desk.ask(for: "chief", by: "trustee2")
    desk.clock.move(by: Vault.recoveryPeriod)
    try desk.look("admin")
    desk.clock.move(by: 60_000 - Vault.recoveryPeriod)
    try desk.look("admin")
    try desk.expectRefused(.expired, Act.recoveryRun) {
      try desk.recover("chief", with: shares, by: "trustee")
    }
    #expect(try desk.verify().findings == [])
  }

  /// Every class that recovery holds and a lead reads, of what was there before; and what is written now.
  private func reads(_ desk: Desk) throws {
    try desk.actNew("chief") { vault, session in
      for id in [desk.shared, desk.fresh] {
        for (field, value) in [
          Table.name: "Nguyễn Thị Hoà", Table.story: "Bị lừa qua biên giới.",
        ] {
          let seen = try vault.read([field], of: id, for: .careManagement, as: session)
          #expect(seen.records.first?.fields[field] == .text(value))
        }
        // Where somebody is hidden is not for trustees to find, nor what health staff know for a lead.
        #expect(throws: VaultError.self) {
          try vault.read([Table.injuries], of: id, for: .careManagement, as: session)
        }
        let refused = #expect(throws: VaultError.self) {
          try vault.read([Table.shelter], of: id, for: .careManagement, as: session)
        }
        guard case .keyNotGiven(.safety, from: nil, let entry) = refused else {
          Issue.record("told as \(String(describing: refused))")
          return
        }
        let said = try #require(try desk.entries().last)
        #expect(said.seq == entry && said.out == .denied && said.why == .fieldClass)
        #expect(
          try vault.mayRead(
            [Table.shelter, Table.name], of: id, for: .careManagement, as: session) == [Table.name])
      }
      _ = try vault.list(as: session) { _, row in #expect(row != nil) }
      _ = try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session)
    }
    try desk.write("social", Table.shelter, "Nhà số 9", to: desk.shared)
    try desk.actNew("chief") { vault, session in
      let seen = try vault.read([Table.shelter], of: desk.shared, for: .careManagement, as: session)
      #expect(seen.records.first?.fields[Table.shelter] == .text("Nhà số 9"))
    }
  }

  /// The seed that was put together opens nothing any more: the recovery has made another, which holds it all.
  private func renewed(_ desk: Desk, _ shares: [String], _ old: String) throws {
    try desk.act("duty") { _, session in
      let settled = session.settled
      #expect(settled == [])
    }
    for id in [desk.shared, desk.fresh] {
      let opened = try desk.opens(shares, epoch: 1, of: id)
      #expect(opened.classes == [] && opened.office == [])
    }
    let again = try ["trustee", "trustee2"].map { try desk.share(of: $0) }
    try lostAreSuspended(desk)
    let held = try desk.opens(again, epoch: 2, of: desk.shared)
    #expect(held.classes == Set(FieldClass.keyed).subtracting([.safety]))
    #expect(held.office == ["vault", "operations", "index"])
    #expect(try desk.verify().findings == [])
    // An old copy of the records, beside the custody of today.
    try desk.put("records.db", from: old)
    let copied = try desk.opens(shares, epoch: 1, of: desk.shared)
    #expect(copied.classes == [] && copied.office == [])
  }

  /// Who lost their passphrase goes: the new lead's next command makes what is due, and leaves nothing.
  private func lostAreSuspended(_ desk: Desk) throws {
    for handle in ["lead", "deputy"] { try desk.suspend(handle, by: "admin") }
    for _ in 0..<2 { try desk.actNew("chief") { _, _ in } }
    try desk.actNew("chief") { vault, session in
      let status = try vault.status(as: session)
      #expect(status.dueCases == [] && status.dueKeys == [] && status.holders[.lead] == 1)
      let seen = try vault.read([Table.name], of: desk.fresh, for: .careManagement, as: session)
      #expect(seen.records.count == 1)
    }
  }

  /// A standing role other than lead; it is in force, and nobody who holds it is left.
  @Test func theClinicalFilesComeBackToANewDutyOfficer() throws {
    let desk = try Desk(hasTrustees: true)
    try desk.bring("guard", as: .duty)
    try desk.act("lead") { vault, session in _ = try vault.admit("guard", by: session) }
    let shares = try shares(desk)
    try desk.ask(for: "guard", by: "trustee2")
    let done = try desk.recover("guard", as: .duty, with: shares, by: "trustee")
    #expect(done.cases == 2 && done.epoch == 1)
    try desk.actNew("guard") { vault, session in
      let seen = try vault.assign("health", to: desk.fresh, owner: false, as: session)
      #expect(seen.entry > 0)
    }
    #expect(try desk.read("health", [Table.injuries], of: desk.fresh, for: .treat).count == 1)
    #expect(try desk.verify().findings == [])
  }

  // MARK: Who may not

  @Test func nobodyIsTheirOwnSecond() throws {
    let desk = try stranded()
    let shares = try shares(desk)
    try desk.ask(for: "chief", by: "trustee")
    for attempt in 0..<2 {
      let thrown = #expect(throws: VaultError.self) {
        if attempt == 0 {
          try desk.ask(for: "chief", by: "trustee")
        } else {
          try desk.recover("chief", with: shares, by: "trustee")
        }
      }
      guard case .denied(.secondPerson, let entry) = thrown else {
        Issue.record("\(String(describing: thrown))")
        continue
      }
      let last = try #require(try desk.entries().last)
      #expect(last.seq == entry && last.out == .denied)
      #expect(last.act == (attempt == 0 ? Act.keyRecover : Act.recoveryRun))
    }
    try desk.act("auditor") { vault, session in
      let holders = try vault.status(as: session).holders
      #expect(holders[.lead] == 2)
    }
    // Who has not asked needs somebody who has.
    #expect(throws: VaultError.nothingAsked) {
      try desk.recover("duty", as: .duty, with: shares, by: "trustee2")
    }
  }

  @Test func whoIsNoTrusteeIsRefused() throws {
    let desk = try stranded()
    let shares = try shares(desk)
    for handle in ["lead", "admin", "social", "auditor"] {
      for body in [
        { _ = try desk.ask(for: "chief", by: handle) },
        { _ = try desk.recover("chief", with: shares, by: handle) },
        { _ = try desk.drill(shares, by: handle) },
        { _ = try desk.share(of: handle) },
        {
          try desk.act(handle) { vault, session in
            try vault.checkShares(for: .drill, as: session)
          }
        },
      ] as [() throws -> Void] {
        let thrown = #expect(throws: VaultError.self) { try body() }
        guard case .denied(.role, let entry) = thrown else {
          Issue.record("\(handle): \(String(describing: thrown))")
          continue
        }
        #expect(try desk.entries().last?.seq == entry)
      }
    }
  }

  @Test func whatIsAskedForMustBeThere() throws {
    let desk = try Desk(hasTrustees: true)
    desk.expectNoted(.noSuchMember) { try desk.ask(for: "nobody", by: "trustee") }
    desk.expectNoted(.roleNotGiven) { try desk.ask(for: "social", by: "trustee") }
    try desk.bring("chief", as: .lead)
    try desk.ask(for: "chief", by: "trustee")
    // The administrator thinks better of it: what waited for a trustee waits no more.
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.lead, from: "chief", as: session)
      let waiting = try vault.status(as: session).waiting
      #expect(waiting.map(\.kind) == [.enrolled])
    }
  }

  /// Two trustees make nobody a lead whom no administrator asks for any more.
  @Test func whoIsAskedForByNobodyAnyMore() throws {
    let desk = try Desk(hasTrustees: true)
    let shares = try shares(desk)
    try desk.give(.admin, to: "auditor")
    try desk.act("auditor") { vault, session in
      _ = try vault.add(.lead, to: "social", by: session)
    }
    try desk.ask(for: "social", by: "trustee2")
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.admin, from: "auditor", as: session)
    }
    try desk.expectRefused(.expired, Act.recoveryRun) {
      try desk.recover("social", with: shares, by: "trustee")
    }
  }
}
