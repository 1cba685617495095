import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A log that does not fit: up to where it does, and which heads that somebody kept hold that part.
@Suite struct ProvenPartTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func pin() throws -> [UInt8] {
    try desk.act("lead") { vault, session in try vault.pin(into: nil, as: session).file }
  }

  private func remove(_ entry: Int) throws { try desk.resign { $0.remove(at: entry) } }

  private func examine(_ book: [UInt8]?, by handle: String = "auditor") throws -> LogVerdict {
    try Vault.examine(desk.path, keptIn: book, by: handle, pins: desk.pins(handle))
  }

  @Test func anEntryRemovedLeavesThePartBeforeItProven() throws {
    let first = try pin()
    let size = try PinBook(parsing: first).heads[0].checkpoint.size
    // The auditor's own client sees no more than this.
    try desk.verify()
    let own = try desk.entries().count
    for _ in 0..<4 { try desk.read("lead", [TestTable.name], of: desk.shared) }
    let later = try pin()
    let entry = own + 2
    try remove(entry)
    let verdict = try examine(first + later)
    #expect(verdict.findings.first == LogFinding(subject: .entry(entry), code: "chain.seq"))
    #expect(verdict.size == entry)
    #expect(verdict.pinned == own)
    #expect(verdict.pins.first == CheckedPin(size: size, verdict: .held))
    #expect(verdict.pins.last?.verdict == .notReached)
    #expect(verdict.proven == own)
    // Without a memory of one's own, the file has to do; without both nothing is said.
    try FileManager.default.removeItem(atPath: desk.pins("auditor"))
    #expect(try examine(first).proven == size)
    #expect(try examine(later).proven == nil)
    #expect(try examine(nil).proven == nil)
    #expect(try examine(nil, by: "nobody").proven == nil)
    #expect(try examine([0x61]).proven == nil)
  }

  /// A head that contradicts the part that fits is named, and one that the log never signed is not.
  @Test func aHeadOfAnotherHistoryIsNotHeld() throws {
    let vault = try desk.vault("lead")
    let size = try desk.entries().count - 1
    let head = Checkpoint(origin: vault.origin, size: size, root: Tree.emptyRoot)
    let key = try SigningKey.makeRandom()
    let strange = try PinnedHead(head.signed(log: key, member: key))
    let session = try vault.unlock(
      "lead", bundleKey: desk.bundleKey("lead"), sid: "0123456789abcdef")
    let keyring = session.keyring
    let note = try vault.custody.withLogKey { log throws(VaultError) in
      do { return try head.signed(log: log, member: keyring.bundle.signing) } catch {
        throw .sealing
      }
    }
    let other = try PinnedHead(note)
    for _ in 0..<3 { try desk.read("lead", [TestTable.name], of: desk.shared) }
    try remove(size + 1)
    let verdict = try examine(PinBook(heads: [strange, other]).bytes)
    #expect(verdict.pins.map(\.verdict) == [.unsigned, .splitView])
    #expect(verdict.pins.map(\.isContradicted) == [false, true])
  }

  /// A member who can still be unlocked is told the same.
  @Test func whoCanStillWriteIsToldToo() throws {
    let book = try pin()
    let size = try PinBook(parsing: book).heads[0].checkpoint.size
    try FileManager.default.removeItem(atPath: desk.pins("auditor"))
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=3")
    }
    let verdict = try desk.act("auditor") { vault, session in
      try vault.verifyLog(pins: book, as: session)
    }
    #expect(verdict.findings.first?.code == "stored.hash")
    #expect(verdict.proven == size && verdict.size > size)
  }
}
