import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// No entry, no plaintext: what is shown is already written down, and what was refused is too.
@Suite struct GateTests {
  /// A vault whose patience with other processes is short, unlocked.
  private func impatient<Result>(
    _ desk: Desk, _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try desk.vault(handle)
    let session = try vault.unlock(
      handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
    try vault.store.look { tx throws(VaultError) in
      try tx.run("PRAGMA busy_timeout=50", [])
    }
    return try body(vault, session)
  }

  /// Every way to something confidential, as one closure each.
  private typealias Way = (
    String, @Sendable (Vault, borrowing Session, CaseID) throws -> Void
  )
  private static let ways: [Way] = [
    (
      "read",
      { vault, session, id in
        _ = try vault.read([TestTable.name], of: id, for: .careManagement, as: session)
      }
    ),
    (
      "list",
      { vault, session, _ in
        _ = try vault.list(as: session) { _, _ throws(VaultError) in
          Issue.record("shown before the entry was on disk")
        }
      }
    ),
    (
      "log",
      { vault, session, _ in
        _ = try vault.log(from: 0, limit: 3, as: session) { _ throws(VaultError) in
          Issue.record("shown before the entry was on disk")
        }
      }
    ),
    ("staff", { vault, session, _ in _ = try vault.staff(as: session) }),
    ("verify", { vault, session, _ in _ = try vault.verifyLog(as: session) }),
    ("status", { vault, session, _ in _ = try vault.logStatus(as: session) }),
  ]

  @Test func whatCannotCommitIsNotShown() throws {
    let desk = try Desk()
    let before = try desk.entries().count
    for (name, way) in Self.ways {
      try impatient(desk, "lead") { vault, session in
        // A reader of another process: our COMMIT cannot have the file to itself.
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let queue = try DatabaseQueue(path: desk.records, configuration: configuration)
        try queue.inDatabase { db in
          try db.execute(sql: "BEGIN")
          _ = try Row.fetchAll(db, sql: "SELECT * FROM vault")
        }
        var failure: VaultError?
        do { try way(vault, session, desk.shared) } catch { failure = error as? VaultError }
        #expect(failure == .lockedByAnotherProcess, "\(name)")
        try queue.inDatabase { db in try db.execute(sql: "ROLLBACK") }
        // The same object goes on where it stood.
        #expect(vault.ledger.frontier.size == before)
      }
    }
    #expect(try desk.entries().count == before)
    #expect(try desk.verify().findings == [])
  }

  @Test func theEntryIsInTheFileWhenTheValueComesOut() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      let seen = try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      let entry = try #require(try desk.entries().last)
      #expect(entry.seq == seen.entry)
      #expect(entry.act == Act.fieldRead)
      #expect(entry.out == .ok)
      #expect(entry.fields == ["f201:1"])
      #expect(entry.role == "lead")
      #expect(entry.rec != nil)
      var shown = 0
      let receipt = try vault.list(as: session) { _, row in
        shown += row == nil ? 0 : 1
        #expect((try? desk.entries().last?.act) == Act.list)
      }
      #expect(shown == 2)
      #expect(try desk.entries().last?.seq == receipt.entry)
      for (first, limit) in [(1, Int.max), (Int.max, 1), (Int.min, Int.max), (3, Int.min)] {
        _ = try vault.log(from: first, limit: limit, as: session) { _ in }
      }
      _ = try vault.log(from: 0, limit: 2, as: session) { _ in
        #expect((try? desk.entries().last?.act) == Act.auditSearch)
      }
    }
  }

  @Test func aRefusalIsWrittenDownWithoutValues() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    try desk.act("intake") { vault, session in
      #expect(throws: VaultError.denied(.fieldClass, entry: size)) {
        try vault.read(
          [TestTable.name, TestTable.phone], of: desk.fresh, for: nil, as: session)
      }
      #expect(throws: VaultError.denied(.notAssigned, entry: size + 1)) {
        try vault.read([TestTable.name], of: desk.shared, for: nil, as: session)
      }
    }
    try desk.act("social") { vault, session in
      #expect(throws: VaultError.denied(.purpose, entry: size + 2)) {
        try vault.read([TestTable.story], of: desk.shared, for: nil, as: session)
      }
    }
    try desk.act("health") { vault, session in
      let change = RecordChange(
        .sole, entity: TestTable.protection, fields: [TestTable.shelter: .text("bí mật")])
      #expect(throws: VaultError.denied(.fieldClass, entry: size + 3)) {
        try vault.write([change], to: desk.shared, as: session)
      }
    }
    let refused = try desk.entries()[size...]
    #expect(refused.map(\.out) == [.denied, .denied, .denied, .denied])
    #expect(refused.map(\.why) == [.fieldClass, .notAssigned, .purpose, .fieldClass])
    #expect(refused.map(\.role) == ["intake", "intake", "social_worker", "health_staff"])
    // Codes without versions: the version would tell whether there is a value.
    #expect(refused.map(\.fields) == [["f201", "f202"], ["f201"], ["f301"], ["f501"]])
    #expect(refused.allSatisfy { $0.rec != nil && $0.man == nil })
    #expect(refused.first?.rec != refused.last?.rec)
  }

  @Test func everyOfficeActIsRefusedToOthersWithAnEntry() throws {
    let desk = try Desk()
    for member in Desk.everyone where !OfficeAct.listCases.roles.contains(member.role) {
      let size = try desk.entries().count
      #expect(throws: VaultError.denied(.role, entry: size)) {
        try desk.act(member.handle) { vault, session in
          try vault.list(as: session) { _, _ in Issue.record("shown") }
        }
      }
    }
    for member in Desk.everyone where !OfficeAct.openCase.roles.contains(member.role) {
      #expect(throws: VaultError.self) {
        try desk.act(member.handle) { vault, session in
          try vault.openCase(TestOffice.opening("DBCDEFGHM"), as: session)
        }
      }
      #expect(try desk.entries().last?.out == .denied)
    }
    for member in Desk.everyone where !OfficeAct.readLog.roles.contains(member.role) {
      #expect(throws: VaultError.self) {
        try desk.act(member.handle) { vault, session in
          try vault.verifyLog(as: session)
        }
      }
      #expect(try desk.entries().last?.out == .denied)
      #expect(try desk.entries().last?.act == Act.auditVerify)
    }
  }

  /// The initializer is `fileprivate`: only the gate's own file can make one. This holds the file to one
  /// place.
  @Test func anAdmissionIsMadeInOnePlace() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Vault")
    var calls = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where name.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      calls += text.components(separatedBy: "Admission(").count - 1
      if name == "Admission.swift" { #expect(text.contains("fileprivate init(entry:")) }
    }
    #expect(calls == 1)
  }

  @Test func aFieldOfAnotherClassDoesNotSlipIntoTheOperationsRow() throws {
    let desk = try Desk()
    try desk.act("social") { vault, session in
      #expect(throws: VaultError.fieldOfAnotherRecord(TestTable.story)) {
        try vault.write(
          [], operations: [TestTable.story: .text("x")], to: desk.shared, as: session)
      }
      #expect(throws: VaultError.fieldOfAnotherRecord(TestTable.status)) {
        let change = RecordChange(.sole, entity: 1, fields: [TestTable.status: .text("x")])
        return try vault.write([change], to: desk.shared, as: session)
      }
    }
  }
}
