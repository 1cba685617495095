import AuditLog
import Testing

@testable import Vault

/// An auditor verifies while colleagues write: what is held against the log is of the same moment.
@Suite struct ExaminationTogetherTests {
  @Test func nobodyWhoWritesLooksLikeATamperer() async throws {
    let desk = try Desk()
    let writing = Task.detached {
      for round in 0..<12 {
        try desk.write("social", TestTable.name, "Trần \(round)", to: desk.shared)
        guard round % 4 == 0 else { continue }
        try desk.act("duty") { vault, session in
          _ = try vault.unassign("health", from: desk.shared, as: session)
          _ = try vault.assign("health", to: desk.shared, owner: false, as: session)
        }
        let codes = ["CBCDEFGHL", "DBCDEFGHM", "EBCDEFGHN"]
        try desk.act("intake") { vault, session in
          _ = try vault.openCase(TestOffice.opening(codes[round / 4]), as: session)
        }
      }
    }
    let done = Task.detached { () -> [LogFinding] in
      var found: [LogFinding] = []
      for _ in 0..<8 { found += try desk.verify().findings }
      return found
    }
    try await writing.value
    #expect(try await done.value == [])
    #expect(try desk.verify().findings == [])
  }

  /// The window itself: the log was read to its head, then somebody writes, then the cases are looked
  /// at.
  @Test func whatIsWrittenBetweenTheLogAndTheCasesIsTakenIn() throws {
    let desk = try Desk()
    let vault = try desk.vault("auditor")
    let log = try LogExaminer(origin: vault.origin, operations: ["f01"], restrictors: [])
    let isAtHead = try vault.store.look { tx throws(VaultError) in try log.isAtHead(of: tx) }
    #expect(isAtHead)
    let size = log.size
    try desk.write("social", TestTable.name, "Trần", to: desk.shared)
    var cases = CaseExaminer(
      vault: vault.id, custody: vault.custody, fields: vault.fields, look: KeyLook(nil))
    let key = try desk.key(of: desk.shared)
    try vault.store.look { tx throws(VaultError) in
      let isStillAtHead = try log.isAtHead(of: tx)
      #expect(isStillAtHead && log.size > size)
      guard let file = try tx.file(key: key) else { throw .noSuchCase }
      let finding = try cases.finding(file, log, tx)
      #expect(finding == nil)
    }
  }
}
