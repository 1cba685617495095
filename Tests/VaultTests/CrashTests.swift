import AuditLog
import Foundation
import GRDB
import Sealing
import Synchronization
import Testing

@testable import Vault

/// A process that stops at the worst moment, and several at once: the vault opens, the log is whole, and
/// whatever was acknowledged is there.
@Suite struct CrashTests {
  private struct Stop: Error {}

  /// What goes on while the power is cut.
  enum Work: CaseIterable { case daily, leaving, recovering }

  /// Keys are committed in custody, the records never: the orphans are in nobody's way.
  @Test func betweenCustodyAndRecords() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try desk.act("intake") { vault, session in
      #expect(throws: VaultError.readOnly) {
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          guard let role = context.role(for: .openCase) else { throw .locked }
          _ = try vault.custody.adding { additions throws(VaultError) in
            try CaseOpener(context, additions, role: role).open(
              TestOffice.opening("CBCDEFGHL"))
          }
          throw VaultError.readOnly
        }
      }
      // The same object goes on.
      _ = try vault.openCase(TestOffice.opening("DBCDEFGHM"), as: session)
    }
    #expect(try desk.entries().count == size + 1)
    // The orphan's number is the next case's, with keys of its own.
    let again = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    #expect(try desk.read("lead", [TestTable.name], of: again).count == 1)
    #expect(try desk.verify().findings == [])
  }

  /// An old key outlives the act until somebody takes the lock: whoever it is finishes the work.
  @Test func pendingIsFinishedByTheNext() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    let social = try desk.vault("social")
    try social.store.look { tx throws(VaultError) in try social.catchUp(tx) }
    let member = try social.member(named: "social")
    // The act of `unassign` without its sweep: the process died after the commit.
    try desk.act("lead") { vault, session in
      _ = try vault.act(as: session) { context throws(VaultError) -> Ruling<Unassigned> in
        try CaseAssigner(context, desk.shared).unassign(member)
      }
    }
    func numbers() throws -> [Int] {
      try desk.inspect(desk.custody) { db in
        try Int.fetchAll(
          db, sql: "SELECT number FROM kk WHERE file=? ORDER BY number", arguments: [file])
      }
    }
    let before = try numbers()
    #expect(before.count == 2)
    _ = try desk.read("lead", [TestTable.name], of: desk.shared)
    #expect(try numbers() == [before[1]])
    let left = try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM pending")
    }
    #expect(left == 0)
    #expect(try desk.verify().findings == [])
  }

  /// A copy of both files taken while somebody works is what a power cut leaves: SQLite's journals are
  /// copied with them, as they lie. Thirty of them.
  @Test(arguments: Work.allCases) func powerCutsAtAnyMoment(_ work: Work) throws {
    let desk = try Desk(hasTrustees: work == .recovering)
    let acknowledged = Mutex(0)
    let isDone = Mutex(false)
    let worker = Thread {
      for round in 0..<40 where !isDone.withLock({ $0 }) {
        if work != .daily {
          if work == .leaving { Self.leave(desk, round) } else { Self.renew(desk) }
          if let size = try? desk.entries().count { acknowledged.withLock { $0 = size } }
          continue
        }
        _ = try? desk.act("intake") { vault, session in
          let code = "C\(round + 10)DEFGHL"
          _ = try vault.openCase(TestOffice.opening(code), as: session)
        }
        let handle = round % 2 == 0 ? "assign" : "unassign"
        _ = try? desk.act("duty") { vault, session in
          if handle == "assign" {
            _ = try vault.unassign("health", from: desk.shared, as: session)
          } else {
            _ = try vault.assign("health", to: desk.shared, owner: false, as: session)
          }
        }
        if let size = try? desk.entries().count { acknowledged.withLock { $0 = size } }
      }
      isDone.withLock { $0 = true }
    }
    worker.start()
    var cuts: [(folder: String, acknowledged: Int)] = []
    for round in 0..<30 {
      let known = acknowledged.withLock { $0 }
      usleep(UInt32.random(in: 0..<4_000))
      let cut = desk.folder + "/cut-\(round)"
      // Custody first: it commits first, and a cut freezes both at one moment.
      guard let frozen = try? freeze(desk, to: cut), frozen else { continue }
      cuts.append((cut, known))
    }
    isDone.withLock { $0 = true }
    while !worker.isFinished { usleep(1_000) }
    #expect(cuts.count >= 10)
    for cut in cuts {
      try check(cut.folder, desk, acknowledged: cut.acknowledged)
      if work == .recovering { try checkRecoverable(cut.folder, desk) }
    }
  }

  /// The recovery seed is put together, and another one takes its place, again and again.
  private static func renew(_ desk: Desk) {
    guard let shares = try? ["trustee", "trustee2"].map({ try desk.share(of: $0) }) else { return }
    _ = try? desk.ask(for: "deputy", by: "trustee3")
    _ = try? desk.recover("deputy", with: shares, by: "trustee")
    for handle in ["lead", "duty"] { _ = try? desk.act(handle) { _, _ in } }
  }

  /// Whatever was cut short is done by the next commands, and the seed that counts then opens all of it.
  private func checkRecoverable(_ folder: String, _ desk: Desk) throws {
    func act<Result>(
      _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
    ) throws -> Result {
      let vault = try Vault(
        opening: folder, pins: "\(folder)/pins-\(handle)", now: desk.clock.now)
      let session = try vault.unlock(
        handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
      return try body(vault, session)
    }
    for handle in ["lead", "duty"] { try act(handle) { _, _ in } }
    let shares = try ["trustee", "trustee3"].map { handle in
      try act(handle) { vault, session in
        TestOffice.text(try vault.ownShare(as: session).words)
      }
    }
    let epoch = try act("auditor") { vault, session in
      let findings = try vault.verifyLog(as: session).findings
      #expect(findings == [])
      return try #require(vault.ledger.roster.epoch(of: .recovery)?.epoch)
    }
    for id in [desk.shared, desk.fresh] {
      let opened = try desk.opens(shares, epoch: UInt32(epoch), of: id, in: folder)
      #expect(opened.classes == Set(FieldClass.keyed).subtracting([.safety]))
    }
  }

  /// Keys are replaced all the time, and now and then somebody goes.
  private static func leave(_ desk: Desk, _ round: Int) {
    let leavers = [4: "second", 8: "police", 12: "deputy", 16: "figures"]
    if let leaver = leavers[round] {
      _ = try? desk.suspend(leaver)
    } else {
      _ = try? desk.act("admin") { vault, session in
        _ = try vault.rotateCustody(as: session)
      }
    }
  }

  /// All four files at one moment: read twice until nothing moved in between.
  private func freeze(_ desk: Desk, to folder: String) throws -> Bool {
    let names = ["custody.db", "custody.db-journal", "records.db", "records.db-journal"]
    func now() -> [Data?] {
      names.map { FileManager.default.contents(atPath: desk.path + "/" + $0) }
    }
    for _ in 0..<200 {
      let first = now()
      guard first == now() else { continue }
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
      for (name, data) in zip(names, first) {
        try data?.write(to: URL(filePath: folder + "/" + name))
      }
      return true
    }
    return false
  }

  private func check(_ folder: String, _ desk: Desk, acknowledged: Int) throws {
    let vault = try Vault(opening: folder, pins: folder + "/pins", now: desk.clock.now)
    let session = try vault.unlock(
      "auditor", bundleKey: desk.bundleKey("auditor"), sid: "0123456789abcdef")
    let verdict = try vault.verifyLog(as: session)
    #expect(verdict.findings == [])
    #expect(verdict.size > acknowledged)
    let lead = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    _ = try vault.list(as: lead) { _, row in #expect(row != nil) }
    let seen = try vault.read([TestTable.name], of: desk.shared, for: nil, as: lead)
    #expect(seen.records.count == 1)
    let left = try vault.store.look { tx throws(VaultError) in try tx.pending().count }
    #expect(left == 0)
  }

  /// Several at once, each with an opening of its own, as several commands: no gap, nothing lost.
  @Test(arguments: [2, 4]) func severalAtOnce(_ count: Int) throws {
    let desk = try Desk()
    let size = try desk.entries().count
    let handles = ["lead", "deputy", "social", "health"].prefix(count)
    let failures = Mutex<[String]>([])
    let workers = handles.map { handle in
      Thread {
        for _ in 0..<15 {
          do {
            let field = handle == "health" ? TestTable.injuries : TestTable.name
            try desk.read(handle, [field], of: desk.shared)
          } catch { failures.withLock { $0.append("\(handle): \(error)") } }
        }
      }
    }
    workers.forEach { $0.start() }
    while !workers.allSatisfy(\.isFinished) { usleep(1_000) }
    #expect(failures.withLock { $0 } == [])
    let entries = try desk.entries()
    #expect(entries.count == size + 15 * count)
    #expect(entries.map(\.seq) == Array(entries.indices))
    #expect(try desk.verify().findings == [])
  }
}
