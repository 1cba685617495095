import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who is suspended opens nothing from then on: with old files, old keys and today's custody.
@Suite struct SuspensionTests {
  private typealias Table = TestTable

  // MARK: Old copies

  /// An old copy of both files is the leaver's for good; with the custody of today it opens nothing.
  @Test(arguments: ["social", "lead", "duty", "intake", "health"])
  func anOldCopyOpensNothingWithTodaysCustody(_ handle: String) throws {
    let desk = try Desk()
    if handle == "duty" { try secondDuty(desk) }
    let id = handle == "intake" ? desk.fresh : desk.shared
    #expect(try desk.opensAnything(handle, id))
    let old = try desk.kept()
    try desk.suspend(handle, by: handle == "lead" ? "deputy" : "lead")
    #expect(try !desk.opensAnything(handle, id))
    try desk.put("records.db", from: old)
    #expect(try !desk.opensAnything(handle, id))
    // Who copied custody too keeps what that opened.
    try desk.put("custody.db", from: old)
    #expect(try desk.opensAnything(handle, id))
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
    let left = try desk.suspend("social")
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
    let left = try desk.suspend("lead", by: "admin")
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

  /// Where others may have the keys, the next commands of leads and duty officers make new ones, each of the classes
  /// that they hold, and nobody has to write.
  @Test func keysOfTheCompromisedAreRenewedAtOnce() throws {
    let desk = try Desk()
    func due() throws -> [Int] {
      let file = try desk.key(of: desk.shared)
      return try desk.inspect { db in
        try Int.fetchAll(
          db,
          sql: """
            SELECT class FROM class_key k WHERE file=? AND due=1 AND NOT EXISTS(SELECT 1 FROM \
            class_key n WHERE n.file=k.file AND n.class=k.class AND n.version>k.version) ORDER BY 1
            """, arguments: [file])
      }
    }
    let before = try version(desk)
    let left = try desk.suspend("social", by: "admin", compromised: true)
    #expect(left.waiting.map(\.giver) == ["lead", "duty"] && left.waiting.map(\.count) == [1, 1])
    #expect(try due() == FieldClass.keyed.map { Int($0.rawValue) }.sorted())
    try desk.act("admin") { vault, session in
      let waiting = try vault.status(as: session).compromised
      #expect(waiting == left.waiting)
      let told = try vault.keyStatus(as: session).compromised
      #expect(told == left.waiting)
    }
    try desk.act("lead") { vault, session in
      let waiting = try vault.status(as: session).compromised
      #expect(waiting.map(\.giver) == ["duty"])
    }
    #expect(try due() == [FieldClass.clinical, .vital].map { Int($0.rawValue) })
    try desk.act("duty") { vault, session in
      let waiting = try vault.status(as: session).compromised
      #expect(waiting == [])
    }
    #expect(try due() == [])
    let made = try desk.entries().filter { $0.act == Act.keyRotate && $0.kind == "case" }
    #expect(made.map(\.role) == ["lead", "duty"] && made.allSatisfy { $0.by == left.entry })
    let size = try desk.entries().count
    for handle in ["deputy", "night"] { try desk.act(handle) { _, _ in } }
    #expect(try desk.entries().count == size, "once is enough")
    #expect(try desk.verify().findings == [])
    // What was sealed before opens still, and the next writer seals under the new version.
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
    try desk.write("lead", Table.story, "sau đó", to: desk.shared)
    let newest = try version(desk)
    #expect(newest == before + 1)
    // What a duty officer made counts as well: health staff go on with it, and make no other.
    let clinical = try version(desk, .clinical)
    try desk.write("health", Table.injuries, "sau đó", to: desk.shared)
    #expect(try version(desk, .clinical) == clinical)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared, for: .treat).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// A lead who suspends makes at once what leads hold; only the rest waits, and is told.
  @Test func whoSuspendsMakesTheirsAtOnce() throws {
    let desk = try Desk()
    let left = try desk.suspend("social", by: "lead", compromised: true)
    #expect(left.waiting.map(\.giver) == ["duty"] && left.waiting.map(\.count) == [1])
    #expect(
      try desk.entries().filter { $0.act == Act.keyRotate && $0.kind == "case" }.map(\.role)
        == ["lead"])
    let plain = try desk.suspend("intake", by: "lead")
    #expect(plain.waiting == [])
    #expect(try desk.verify().findings == [])
  }

  /// The newest version of the key of a class; of the story's, where none is named.
  private func version(_ desk: Desk, _ fieldClass: FieldClass = .sensitive) throws -> Int {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT max(version) FROM class_key WHERE file=? AND class=?",
        arguments: [file, Int(fieldClass.rawValue)]) ?? 0
    }
  }

  // MARK: The key of who left

  @Test func aSuspendedKeySignsOnlyRefusals() throws {
    let desk = try Desk()
    try desk.suspend("social")
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
    try desk.suspend("social")
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.suspended, entry: size)) {
      _ = try vault.read([Table.name], of: desk.shared, for: .careManagement, as: session)
    }
  }

  /// Whoever joins anew under the handle has keys of their own: a session of before is none of theirs, and no sign that
  /// anybody altered anything.
  @Test func aSessionOfWhoHadTheHandleBeforeIsLocked() throws {
    let desk = try Desk()
    let key = try desk.bundleKey("social")
    try desk.suspend("social", compromised: true)
    try desk.bring("social", as: .socialWorker)
    try desk.act("lead") { vault, session in _ = try vault.admit("social", by: session) }
    let vault = try desk.vault("social")
    #expect(throws: VaultError.locked) {
      _ = try vault.unlock("social", bundleKey: key, sid: "0123456789abcdef")
    }
    try desk.actNew("social") { _, _ in }
    #expect(try desk.verify().findings == [])
  }

  /// What somebody could read in a role that was taken from them before they go is told when they go.
  @Test func whatARoleOfBeforeOpenedIsTold() throws {
    let desk = try Desk()
    // What is gone by now was theirs, and what came after never was.
    try desk.erase(desk.shared)
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.lead, from: "deputy", as: session)
    }
    _ = try desk.open("CBCDEFGHL", "Lò Thị Ví Dụ")
    let left = try desk.suspend("deputy")
    #expect(!left.isStanding)
    let reach = try desk.act("lead") { vault, session in
      try vault.reach(of: "deputy", left, as: session) { _ in }
    }
    #expect(reach.standing == [.init(role: .lead, cases: 2)])
  }
}
