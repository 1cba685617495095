import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who is suspended opens nothing from then on: with old files, old keys and today's custody.
@Suite struct SuspensionTests {
  private typealias Table = TestTable

  /// Whether a member's keys open any class key of a case by what the files hold, the policy and the log
  /// left out: what a changed program would try.
  private func opensAnything(_ desk: Desk, _ handle: String, _ id: CaseID) throws -> Bool {
    let vault = try Vault(
      opening: desk.path, pins: desk.folder + "/pins-none-\(UUID().uuidString)",
      now: desk.clock.now)
    let keyring = try keyring(desk, handle, vault)
    return try vault.store.look { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return false }
      keyring.beginCase()
      let principals =
        [keyring.principal]
        + StandingRole.allCases.flatMap { role in (0...2).map { role.principal(epoch: $0) } }
      for principal in principals {
        guard
          let keys = try? CaseKeys(
            file, for: [principal], keyring: keyring, custody: vault.custody, tx)
        else { continue }
        for fieldClass in FieldClass.keyed {
          for version in keys.versions(of: fieldClass.rawValue)
          where (try? keys.key(fieldClass.rawValue, version: version, tx)) != nil { return true }
        }
      }
      return false
    }
  }

  /// The member's own keys, opened past the log.
  private func keyring(_ desk: Desk, _ handle: String, _ vault: Vault) throws -> Keyring {
    try vault.store.look { tx throws(VaultError) in try vault.ledger.catchUp(tx) }
    let member = try vault.member(named: handle)
    let row = try #require(
      try vault.store.look { tx throws(VaultError) in try tx.member(member) })
    var arena = try KeyArena(capacity: 1)
    let key = try desk.bundleKey(handle).withSpan { span throws(SealingError) in
      try arena.load(span)
    }
    let bundle = try MemberBundle.open(
      row.bundle.span, vault: vault.id, member: member.identifier, under: key, in: arena)
    return try Keyring(vault: vault.id, member: member, bundle: bundle)
  }

  @discardableResult
  private func suspend(
    _ desk: Desk, _ handle: String, by lead: String = "lead", compromised: Bool = false
  ) throws -> Left {
    try desk.act(lead) { vault, session in
      try vault.suspend(handle, compromised: compromised, as: session)
    }
  }

  private func kept(_ desk: Desk) throws -> String {
    let folder = desk.folder + "/kept"
    try FileManager.default.copyItem(atPath: desk.path, toPath: folder)
    return folder
  }

  private func put(_ file: String, from folder: String, _ desk: Desk) throws {
    try FileManager.default.removeItem(atPath: desk.path + "/" + file)
    try FileManager.default.copyItem(
      atPath: folder + "/" + file, toPath: desk.path + "/" + file)
  }

  // MARK: Old copies

  /// An old copy of both files is the leaver's for good; with the custody of today it opens nothing.
  @Test(arguments: ["social", "lead", "duty", "intake", "health"])
  func anOldCopyOpensNothingWithTodaysCustody(_ handle: String) throws {
    let desk = try Desk()
    if handle == "duty" { try secondDuty(desk) }
    let id = handle == "intake" ? desk.fresh : desk.shared
    #expect(try opensAnything(desk, handle, id))
    let old = try kept(desk)
    try suspend(desk, handle, by: handle == "lead" ? "deputy" : "lead")
    #expect(try !opensAnything(desk, handle, id))
    try put("records.db", from: old, desk)
    #expect(try !opensAnything(desk, handle, id))
    // Who copied custody too keeps what that opened.
    try put("custody.db", from: old, desk)
    #expect(try opensAnything(desk, handle, id))
  }

  private func secondDuty(_ desk: Desk) throws {
    try desk.act("admin") { vault, session in
      _ = try vault.add(.duty, to: "health", by: session)
    }
    try desk.act("lead") { vault, session in _ = try vault.admit("health", by: session) }
    try desk.act("duty") { vault, session in _ = try vault.admit("health", by: session) }
  }

  // MARK: The log

  @Test func theLogSaysItAndVerifies() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let left = try suspend(desk, "social")
    #expect(left.entry == size && left.cases == 1 && left.ownerless == 1 && left.spoilt == 0)
    #expect(left.roles == [.socialWorker] && !left.isStanding)
    let entries = try desk.entries()
    #expect(entries[size].act == Act.memberSuspend && entries[size].gen != nil)
    #expect(entries[size + 1].act == Act.keyRotate && entries[size + 1].kind == "log")
    // The lead makes what is due at once.
    #expect(
      entries[(size + 2)...].map { "\($0.act) \($0.kind ?? "")" } == [
        "key.rotate vault", "key.rotate operations", "key.rotate index",
      ])
    #expect(try desk.verify().findings == [])
    try desk.act("lead") { vault, session in
      let due = try vault.status(as: session).dueKeys
      #expect(due == [])
    }
    // Everybody goes on, and reads what was sealed before.
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared, for: .treat).count == 1)
    try desk.act("lead") { vault, session in
      let staff = try vault.staff(as: session)
      #expect(staff.first { $0.handle == "social" }?.standing == .suspended)
      #expect(staff.allSatisfy { $0.handle != nil && !$0.isAltered })
      let again = try vault.staff(as: session)
      #expect(again.count == staff.count)
    }
    try desk.write("lead", Table.story, "sau đó", to: desk.shared)
    _ = try desk.act("lead") { vault, session in try vault.list(as: session) { _, _ in } }
    #expect(try desk.verify().findings == [])
  }

  /// A standing role that somebody left gets a new epoch from those who stay, and it every case.
  @Test func aLeadWhoLeavesTakesNoEpochAlong() throws {
    let desk = try Desk()
    let left = try suspend(desk, "lead", by: "admin")
    #expect(left.isStanding && left.cases == 2)
    try desk.act("admin") { vault, session in
      let status = try vault.status(as: session)
      #expect(status.dueKeys == [.standing(.lead), .operations, .index])
    }
    try desk.act("deputy") { vault, session in
      let settled = session.settled
      #expect(settled.map(\.cases) == [2])
      let status = try vault.status(as: session)
      #expect(status.dueKeys == [] && status.dueCases == [])
    }
    #expect(try desk.entries().filter { $0.kind == "epoch" && $0.epoch == 1 }.count == 1)
    #expect(try desk.read("deputy", [Table.story], of: desk.shared).count == 1)
    try desk.write("deputy", Table.story, "sau đó", to: desk.shared)
    #expect(try desk.verify().findings == [])
    // What the leaver wrote and gave stays given.
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
  }

  // MARK: The key of who left

  @Test func aSuspendedKeySignsOnlyRefusals() throws {
    let desk = try Desk()
    try suspend(desk, "social")
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.suspended, entry: size)) {
      try desk.read("social", [Table.name], of: desk.shared)
    }
    #expect(throws: VaultError.denied(.suspended, entry: size + 1)) {
      _ = try desk.vault("social").unlock(
        "social", passphrase: TestOffice.secret("correct horse of social 47"))
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.authOK && last.out == .denied && last.why == .suspended)
    #expect(try desk.verify().findings == [])
  }

  /// A session that was open meanwhile is as dead as any.
  @Test func anOpenSessionDies() throws {
    let desk = try Desk()
    let vault = try desk.vault("social")
    let session = try vault.unlock(
      "social", bundleKey: desk.bundleKey("social"), sid: "0123456789abcdef")
    try suspend(desk, "social")
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.suspended, entry: size)) {
      _ = try vault.read([Table.name], of: desk.shared, for: .careManagement, as: session)
    }
  }

  // MARK: What is refused

  @Test func whoMayNotIsRefused() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.role, entry: size)) {
      try suspend(desk, "health", by: "social")
    }
    #expect(throws: VaultError.denied(.secondPerson, entry: size + 1)) {
      try suspend(desk, "lead", by: "lead")
    }
    #expect(throws: VaultError.lastHolder(.duty, .clinical, entry: size + 2)) {
      try suspend(desk, "duty")
    }
    try suspend(desk, "deputy")
    #expect(throws: VaultError.self) { try suspend(desk, "deputy") }
    let next = try desk.entries().count
    #expect(throws: VaultError.lastHolder(.lead, .support, entry: next)) {
      try suspend(desk, "lead", by: "admin")
    }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.act == Act.memberSuspend && refusal.why == .state)
    #expect(refusal.class == Int(FieldClass.support.rawValue))
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// What a person keeps from the leads is held by the assigned alone: the last of them cannot go.
  @Test func theLastReaderOfARestrictedFieldStays() throws {
    let desk = try Desk()
    try desk.restrict(Table.shelter, from: .lead)
    #expect {
      try suspend(desk, "social")
    } throws: { error in
      if case VaultError.lastReader(.safety, _) = error { true } else { false }
    }
    #expect(try desk.read("social", [Table.shelter], of: desk.shared).count == 1)
  }

  @Test func aPlanChangesNothing() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let plan = try desk.act("lead") { vault, session in
      try vault.planLeaving(of: "social", as: session)
    }
    #expect(plan.cases == 1 && plan.ownerless == 1 && plan.entry == size)
    #expect(try desk.entries().count == size + 1)
    #expect(try desk.entries().last?.kind == Vault.leaverKind)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
  }

  // MARK: Damage and crashes

  /// A spoilt case keeps nobody in the office.
  @Test func aSpoiltCaseIsPassedOver() throws {
    let desk = try Desk()
    try desk.tamper(
      sql: "UPDATE pack SET outer=zeroblob(length(outer)) WHERE file=?",
      [try desk.key(of: desk.fresh)])
    let left = try suspend(desk, "lead", by: "deputy")
    #expect(left.cases == 1 && left.spoilt == 1)
    #expect(try desk.read("deputy", [Table.story], of: desk.shared).count == 1)
  }

  /// What died between the commit of the records and the destruction is finished by the next.
  @Test func whatIsLeftIsDestroyedByTheNext() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      let found = try vault.leaver("social")
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        let departure = try Departure(context, found)
        let generation = context.custody.generation + 1
        let seq = try context.append(Act.memberSuspend) { entry in
          (entry.subj, entry.gen, entry.role) = (found.actor, generation, "lead")
        }
        _ = try departure.end(at: seq, generation: generation, role: .lead)
        try context.rotateLogKey(role: .lead)
        return .allowed(())
      }
    }
    let file = try desk.key(of: desk.shared)
    func numbers(_ file: Int) throws -> [Int] {
      try desk.inspect(desk.custody) { db in
        try Int.fetchAll(
          db, sql: "SELECT number FROM kk WHERE file=? ORDER BY number", arguments: [file])
      }
    }
    let (before, office) = (try numbers(file), try numbers(0))
    #expect(before.count == 2)
    _ = try desk.read("health", [Table.injuries], of: desk.shared, for: .treat)
    #expect(try numbers(file) == [before[1]])
    #expect(try numbers(0).count == office.count / 2)
    #expect(try desk.verify().findings == [])
  }

  /// Custody's new keys stand, the records never committed: nothing has happened.
  @Test func whatNeverCommittedNeverHappened() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try desk.act("lead") { vault, session in
      let found = try vault.leaver("social")
      #expect(throws: VaultError.readOnly) {
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          let departure = try Departure(context, found)
          let generation = context.custody.generation + 1
          let seq = try context.append(Act.memberSuspend) { entry in
            (entry.subj, entry.gen, entry.role) = (found.actor, generation, "lead")
          }
          _ = try departure.end(at: seq, generation: generation, role: .lead)
          try context.rotateLogKey(role: .lead)
          throw VaultError.readOnly
        }
      }
    }
    #expect(try desk.entries().count == size)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
    try suspend(desk, "social")
    #expect(try !opensAnything(desk, "social", desk.shared))
    #expect(try desk.verify().findings == [])
  }

  /// A planted row must not make custody destroy a key in use.
  @Test func aPlantedRowDestroysNoOfficeKey() throws {
    let desk = try Desk()
    try suspend(desk, "social")
    for (file, below) in [(0, 99), (-1, 1)] {
      try desk.tamper(sql: "INSERT INTO pending(gen,file,below) VALUES(1,?,?)", [file, below])
      #expect(throws: VaultError.pendingAltered) {
        try desk.read("lead", [Table.story], of: desk.shared)
      }
      try desk.tamper(sql: "DELETE FROM pending")
    }
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
  }

  // MARK: Widened by hand

  @Test func aRoleWidenedByHandOpensNothingAndIsReported() throws {
    let desk = try Desk()
    try suspend(desk, "social")
    let member = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET ended=NULL WHERE member=?", [member])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.story], of: desk.shared) }
    #expect(try !opensAnything(desk, "social", desk.shared))
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  @Test func aWrapOfAnotherGivenToWhoLeftIsReported() throws {
    let desk = try Desk()
    try suspend(desk, "social")
    let rows = try desk.inspect { db in
      try Int.fetchAll(db, sql: "SELECT key FROM principal WHERE kind=1 ORDER BY key")
    }
    let leaver = try desk.memberKey("social")
    let id = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT id FROM member WHERE key=?", arguments: [leaver])
    }
    let principal = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT key FROM principal WHERE id=?", arguments: [id])
    }
    #expect(rows.contains(principal ?? 0))
    try desk.tamper(
      sql: """
        INSERT INTO office_pack SELECT class,version,?,outer FROM office_pack \
        WHERE class=16641 AND version=1 LIMIT 1
        """, [principal])
    #expect(try desk.verify().findings.map(\.code) == ["office.pack"])
  }
}
