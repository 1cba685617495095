import AuditLog
import Foundation
import GRDB
import Sealing
import Synchronization
import Testing

@testable import Vault

/// Who cannot be suspended, and what happens to a suspension on damaged files, in a crash, and after a hand in
/// the tables.
@Suite struct SuspensionFaultTests {
  private typealias Table = TestTable

  // MARK: What is refused

  @Test func whoMayNotIsRefused() throws {
    let desk = try Desk()
    try desk.suspend("night")
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.role, entry: size)) {
      try desk.suspend("health", by: "social")
    }
    #expect(throws: VaultError.denied(.secondPerson, entry: size + 1)) {
      try desk.suspend("lead", by: "lead")
    }
    #expect(throws: VaultError.lastHolder(.duty, .clinical, entry: size + 2)) {
      try desk.suspend("duty")
    }
    try desk.suspend("deputy")
    #expect(throws: VaultError.self) { try desk.suspend("deputy") }
    let next = try desk.entries().count
    #expect(throws: VaultError.lastHolder(.lead, .support, entry: next)) {
      try desk.suspend("lead", by: "admin")
    }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.act == Act.memberSuspend && refusal.why == .state)
    #expect(refusal.class == Int(FieldClass.support.rawValue))
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// No command makes an administrator where there is none, so the only one stays, whoever would suspend them.
  @Test func theOnlyAdministratorStays() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    #expect(throws: VaultError.lastAdministrator(entry: size)) {
      try desk.suspend("admin", by: "lead")
    }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.act == Act.memberSuspend && refusal.out == .denied && refusal.why == .state)
    #expect(refusal.class == nil)
    #expect(try desk.verify().findings == [])
  }

  /// Of what leads ask of each other it takes two, and of others one.
  @Test func whoIsMissedIsKnownBefore() throws {
    let vault = try Desk().vault("lead")
    #expect(try vault.vacancies(after: "admin") == [Vacancy(role: .admin, left: 0)])
    #expect(try vault.vacancies(after: "auditor") == [Vacancy(role: .auditor, left: 0)])
    #expect(try vault.vacancies(after: "deputy") == [Vacancy(role: .lead, left: 1)])
    #expect(try vault.vacancies(after: "deputy", ending: .auditor) == [])
    #expect(try vault.vacancies(after: "intake") == [])
  }

  /// What a person keeps from the leads is held by the assigned alone: the last of them cannot go.
  @Test func theLastReaderOfARestrictedFieldStays() throws {
    let desk = try Desk()
    try desk.restrict(Table.shelter, from: .lead)
    #expect {
      try desk.suspend("social")
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
    let left = try desk.suspend("lead", by: "deputy")
    #expect(left.cases == 1 && left.spoilt == 1)
    #expect(try desk.read("deputy", [Table.story], of: desk.shared).count == 1)
  }

  /// The act of a suspension without its sweep.
  private func end(_ found: RosterMember, _ context: ActContext) throws(VaultError) {
    let departure = try Departure(context, found)
    let generation = context.custody.generation + 1
    let seq = try context.append(Act.memberSuspend) { entry in
      (entry.subj, entry.gen, entry.role) = (found.actor, generation, "lead")
    }
    _ = try departure.end(at: seq, generation: generation, role: .lead)
    try context.rotateLogKey(role: .lead)
  }

  /// What died between the commit of the records and the destruction is finished by the next.
  @Test func whatIsLeftIsDestroyedByTheNext() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      let found = try vault.leaver("social")
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        try end(found, context)
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
          try end(found, context)
          throw VaultError.readOnly
        }
      }
    }
    #expect(try desk.entries().count == size)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    #expect(try desk.verify().findings == [])
    try desk.suspend("social")
    #expect(try !desk.opensAnything("social", desk.shared))
    #expect(try desk.verify().findings == [])
  }

  /// A planted row must not make custody destroy a key in use.
  @Test func aPlantedRowDestroysNoOfficeKey() throws {
    let desk = try Desk()
    try desk.suspend("social")
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
    try desk.suspend("social")
    let member = try desk.memberKey("social")
    try desk.tamper(sql: "UPDATE assignment SET ended=NULL WHERE member=?", [member])
    #expect(throws: VaultError.self) { try desk.read("social", [Table.story], of: desk.shared) }
    #expect(try !desk.opensAnything("social", desk.shared))
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  @Test func aWrapOfAnotherGivenToWhoLeftIsReported() throws {
    let desk = try Desk()
    try desk.suspend("social")
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

  // MARK: Two at once

  @Test func ofTwoAtOnceOneDoesIt() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let done = Mutex<[Bool]>([])
    let workers = ["lead", "admin"].map { handle in
      Thread {
        let isDone = (try? desk.suspend("social", by: handle)) != nil
        done.withLock { $0.append(isDone) }
      }
    }
    workers.forEach { $0.start() }
    while !workers.allSatisfy(\.isFinished) { usleep(1_000) }
    #expect(done.withLock { $0 }.sorted { !$0 && $1 } == [false, true])
    let entries = try desk.entries()
    // The one who came second found nothing left to do, and that too is an entry.
    let outcomes = entries[size...].filter { $0.act == Act.memberSuspend }.map(\.out)
    #expect(outcomes == [.ok, .denied])
    #expect(try desk.verify().findings == [])
  }
}
