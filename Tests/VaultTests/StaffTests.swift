import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// Joining: invitations of one use and seven days, and two people for every role.
@Suite struct StaffTests {
  private func code(_ desk: Desk, _ handle: String, _ role: Role = .socialWorker) throws -> String {
    try desk.act("admin") { vault, session in
      TestOffice.text(try vault.invite(handle, as: role, by: session).code)
    }
  }

  private func enrol(_ desk: Desk, _ handle: String, _ code: String) throws {
    _ = try desk.vault(handle).enrol(
      handle, code: TestOffice.secret(code),
      passphrase: TestOffice.secret("correct horse of \(handle) 47"))
  }

  @Test func anInvitationIsForOneHandleOneUseAndSevenDays() throws {
    let desk = try Desk()
    let text = try code(desk, "late")
    let invite = try #require(try desk.entries().last?.seq)
    #expect(throws: VaultError.invitationUnknown) { try enrol(desk, "other", text) }
    let wrong = try code(desk, "third")
    #expect(throws: VaultError.invitationUnknown) { try enrol(desk, "late", wrong) }
    #expect(throws: VaultError.invitationUnknown) { try enrol(desk, "late", "0000-0000") }
    try enrol(desk, "late", text)
    #expect(throws: VaultError.invitationUsed(invite: invite)) { try enrol(desk, "late", text) }
    desk.expectNoted(.handleTaken) { _ = try code(desk, "late") }
  }

  @Test func anInvitationExpires() throws {
    let desk = try Desk()
    let text = try code(desk, "late")
    let invite = try #require(try desk.entries().last?.seq)
    desk.clock.move(by: 7 * 24 * 3600 * 1000 - 10_000)
    let early = try code(desk, "soon")
    desk.clock.move(by: 20_000)
    #expect(throws: VaultError.invitationExpired(invite: invite)) {
      try enrol(desk, "late", text)
    }
    try enrol(desk, "soon", early)
  }

  /// Nor does a clock that is set back make it longer: what any entry has seen is over.
  @Test func aClockThatIsSetBackBringsNoInvitationBack() throws {
    let desk = try Desk()
    let text = try code(desk, "late")
    let invite = try #require(try desk.entries().last?.seq)
    let week = 7 * 24 * 3600 * 1000
    desk.clock.move(by: week + 10_000)
    try desk.look("social")
    desk.clock.move(by: -week)
    try desk.look("social")
    #expect(throws: VaultError.invitationExpired(invite: invite)) {
      try enrol(desk, "late", text)
    }
    try desk.act("admin") { vault, session in
      let waiting = try vault.status(as: session).waiting
      #expect(waiting == [])
    }
    // One of after that is as good as any.
    try enrol(desk, "soon", code(desk, "soon"))
    #expect(try desk.verify().findings == [])
  }

  /// Enrolled but not admitted: one may unlock, and sees nothing.
  @Test func theNewcomerSeesNothingUntilTwoSaidYes() throws {
    let desk = try Desk()
    try enrol(desk, "new", code(desk, "new"))
    func asNew(_ body: (Vault, borrowing Session) throws -> Void) throws {
      let vault = try desk.vault("new")
      let session = try vault.unlock(
        "new", passphrase: TestOffice.secret("correct horse of new 47"))
      try body(vault, session)
    }
    func expectNothing(_ place: SourceLocation = #_sourceLocation) throws {
      try asNew { vault, session in
        #expect(throws: VaultError.self, sourceLocation: place) {
          try vault.read([TestTable.name], of: desk.shared, for: .treat, as: session)
        }
        #expect(throws: VaultError.self, sourceLocation: place) { try vault.staff(as: session) }
        #expect(throws: VaultError.self, sourceLocation: place) {
          try vault.list(as: session) { _, _ in Issue.record("shown") }
        }
        // Admitting oneself.
        #expect(throws: VaultError.self, sourceLocation: place) {
          try vault.admit("new", by: session)
        }
        #expect(throws: VaultError.self, sourceLocation: place) {
          _ = try vault.makeRecoverySeed(as: session)
        }
      }
      let denied = try desk.entries().suffix(5)
      #expect(denied.map(\.out) == Array(repeating: .denied, count: 5), sourceLocation: place)
      #expect(denied.map(\.why) == Array(repeating: .role, count: 5), sourceLocation: place)
    }
    try expectNothing()
    // The lead cannot be the first, nor the admin the second.
    desk.expectNoted(.roleNotGiven) {
      try desk.act("lead") { vault, session in _ = try vault.admit("new", by: session) }
    }
    try desk.act("admin") { vault, session in _ = try vault.admit("new", by: session) }
    desk.expectNoted(.nothingToDo) {
      try desk.act("admin") { vault, session in _ = try vault.admit("new", by: session) }
    }
    try expectNothing()
    for handle in ["intake", "social", "duty", "auditor", "trustee"] {
      #expect(throws: VaultError.self, "\(handle)") {
        try desk.act(handle) { vault, session in try vault.admit("new", by: session) }
      }
    }
    try expectNothing()
    try desk.act("lead") { vault, session in _ = try vault.admit("new", by: session) }
    try asNew { vault, session in
      let staff = try vault.staff(as: session)
      #expect(staff.contains { $0.handle == "new" && $0.standing == .active })
    }
  }

  /// An administrator is confirmed by a trustee and by nobody else, and can then do the work of one.
  @Test func aSecondAdministrator() throws {
    let desk = try Desk()
    try enrol(desk, "chief", code(desk, "chief", .admin))
    // Nothing waits yet.
    #expect(throws: VaultError.self) {
      try desk.act("trustee") { vault, session in try vault.admit("chief", by: session) }
    }
    try desk.act("admin") { vault, session in _ = try vault.admit("chief", by: session) }
    for handle in ["lead", "deputy", "auditor", "social"] {
      let size = try desk.entries().count
      #expect(throws: VaultError.denied(.role, entry: size), "\(handle)") {
        try desk.act(handle) { vault, session in try vault.admit("chief", by: session) }
      }
    }
    try desk.act("trustee") { vault, session in _ = try vault.admit("chief", by: session) }
    let vault = try desk.vault("chief")
    let session = try vault.unlock(
      "chief", passphrase: TestOffice.secret("correct horse of chief 47"))
    _ = try vault.invite("another", as: .intake, by: session)
    #expect(try vault.staff(as: session).contains { $0.handle == "chief" && $0.roles == [.admin] })
    #expect(try desk.verify().findings == [])
  }

  /// An admin who signs both parts with a changed program is stopped by the directory.
  @Test func nobodyIsTheSecondForWhatTheyBegan() throws {
    let desk = try Desk()
    try enrol(desk, "new", code(desk, "new", .lead))
    try desk.act("admin") { vault, session in _ = try vault.admit("new", by: session) }
    let added = try #require(try desk.entries().last { $0.act == Act.roleAdd })
    #expect(throws: VaultError.self) {
      try desk.act("admin") { vault, session in
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          try context.append(Act.keyWrap) { entry in
            entry.subj = added.subj
            entry.grole = Role.lead.rawValue
            entry.ref = added.seq
          }
          return .allowed(())
        }
      }
    }
    #expect(try desk.entries().last { $0.act == Act.keyWrap }?.ref != added.seq)
    #expect(try desk.verify().findings == [])
  }

  /// Who keeps the people, the log or the shares reads no case, and gets no second role that does.
  @Test(arguments: ["admin", "auditor", "trustee"]) func blindRolesExcludeReaders(
    _ handle: String
  ) throws {
    let desk = try Desk()
    #expect(throws: VaultError.self) { try desk.read(handle, [TestTable.name], of: desk.shared) }
    #expect(try desk.entries().last?.why == .role)
    let size = try desk.entries().count
    #expect(throws: VaultError.self) {
      try desk.act("admin") { vault, session in
        let member = try vault.member(named: handle)
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          try context.append(Act.roleAdd) { entry in
            entry.subj = context.directory.actor(of: member)
            entry.grole = Role.socialWorker.rawValue
          }
          return .allowed(())
        }
      }
    }
    #expect(try desk.entries().count == size)
  }

  @Test func handlesHaveAForm() throws {
    let desk = try Desk()
    for handle in ["", "a", "Ab", "hoà", "-a", String(repeating: "a", count: 33)] {
      #expect(throws: VaultError.handleForm) { try code(desk, handle) }
    }
    desk.expectNoted(.handleTaken) { _ = try code(desk, "social") }
  }

  @Test func wrongPassphrasesAreCountedLoggedAndSlowed() throws {
    let desk = try Desk()
    for handle in ["social", "nobody", "social", "social", "social"] {
      #expect(throws: VaultError.wrongPassphrase) {
        _ = try desk.vault(handle).unlock(
          handle, passphrase: TestOffice.secret("not the passphrase"))
      }
    }
    #expect(try desk.vault("social").delay(before: "social") == 2)
    #expect(try desk.vault("social").delay(before: "nobody") == 0)
    desk.clock.move(by: 16 * 60 * 1000)
    #expect(try desk.vault("social").delay(before: "social") == 0)
    let vault = try desk.vault("social")
    _ = try vault.unlock("social", passphrase: TestOffice.secret("correct horse of social 47"))
    let failures = try desk.entries().filter { $0.act == Act.authFail }
    #expect(failures.count == 5)
    #expect(failures.allSatisfy { $0.out == .unattributed && $0.why == .passphrase })
    #expect(try desk.entries().last?.act == Act.authOK)
  }

  /// An administrator gives the role, a lead gives it force: each once, and in that order.
  @Test func nobodyIsAdmittedTwiceOrBeforeTheirTime() throws {
    let desk = try Desk()
    try enrol(desk, "new", code(desk, "new"))
    func admit(_ by: String) throws {
      try desk.act(by) { vault, session in _ = try vault.admit("new", by: session) }
    }
    desk.expectNoted(.roleNotGiven) { try admit("lead") }
    try admit("admin")
    desk.expectNoted(.nothingToDo) { try admit("admin") }
    try admit("lead")
    let count = try desk.entries().count
    for _ in 0..<2 {
      for handle in ["admin", "lead"] {
        desk.expectNoted(.nothingToDo) { try admit(handle) }
      }
    }
    let added = try desk.entries().dropFirst(count).filter { $0.out == .ok }.map(\.act)
    #expect(!added.contains { $0 == Act.roleAdd || $0 == Act.keyWrap })
  }

  /// Whoever tries the name of somebody who was invited and has not come yet is told by that name.
  @Test func aNameThatWasInvitedAndTried() throws {
    let desk = try Desk()
    _ = try code(desk, "late")
    #expect(throws: VaultError.self) {
      _ = try desk.vault("late").unlock(
        "late", passphrase: TestOffice.secret("some passphrase of nobody 12"))
    }
    // The next who unlocks with a passphrase writes it down.
    try desk.actNew("lead") { _, _ in }
    var tried: [LogLine.Tried] = []
    try desk.act("auditor") { vault, session in
      _ = try vault.log(from: -20, limit: 20, as: session) { line throws(VaultError) in
        if let name = line.tried { tried.append(name) }
      }
    }
    #expect(tried == [.handle("late")])
  }
}
