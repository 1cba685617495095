import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Heads that somebody keeps elsewhere, and what the log is held to by them.
@Suite struct PinBookTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func pin(_ handle: String, into book: [UInt8]?) throws -> PinnedLog {
    try desk.act(handle) { vault, session in try vault.pin(into: book, as: session) }
  }

  private func verify(_ book: [UInt8]) throws -> LogVerdict {
    try desk.act("auditor") { vault, session in try vault.verifyLog(pins: book, as: session) }
  }

  /// Every member may, each adds to what the others wrote, and each block holds all it takes to go on.
  @Test func anybodyAddsToIt() throws {
    var book: [UInt8]?
    for (place, member) in Desk.everyone.enumerated() {
      let pinned = try pin(member.handle, into: book)
      #expect(pinned.earlier.count == place)
      #expect(pinned.earlier.allSatisfy { $0.verdict == .held })
      book = pinned.file
      let entry = try #require(try desk.entries().last)
      #expect(entry.act == Act.auditExport && entry.kind == "pin" && entry.seq == pinned.entry)
      #expect(pinned.size == pinned.entry + 1)
    }
    let heads = try PinBook(parsing: #require(book)).heads
    #expect(heads.count == Desk.everyone.count)
    #expect(heads.allSatisfy { $0.base?.roster.size == $0.checkpoint.size })
    let verdict = try verify(#require(book))
    #expect(verdict.findings == [] && verdict.pins.count == heads.count)
  }

  @Test func whatIsShorterIsNamed() throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    // By somebody whose own pin lies elsewhere: the auditor remembers nothing newer.
    let book = try pin("lead", into: nil).file
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    let size = try PinBook(parsing: book).heads[0].checkpoint.size
    try FileManager.default.removeItem(atPath: desk.pins("duty"))
    let shorter = try desk.act("duty") { vault, session in
      try vault.pin(into: book, as: session)
    }
    // The pin's own entry made it as long again: then it is another log.
    let verdict = shorter.size >= size ? CheckedPin.Verdict.splitView : .rollback
    #expect(shorter.earlier == [CheckedPin(size: size, verdict: verdict)])
    #expect(shorter.file == book)
    while try desk.entries().count <= size { try desk.verify() }
    let found = try verify(book)
    #expect(found.pins.first?.verdict == .splitView)
    #expect(found.findings.map(\.code) == ["head.pin"])
  }

  @Test func aLongerHeadIsARollback() throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    for _ in 0..<5 { try desk.verify() }
    let book = try pin("lead", into: nil).file
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    try FileManager.default.removeItem(atPath: desk.pins("auditor"))
    let found = try verify(book)
    #expect(found.pins.first?.verdict == .rollback)
    #expect(found.findings.map(\.code) == ["head.rollback"])
  }

  /// Every suspension makes a new key of the log, which a vault that was put back behind it does not know: whoever is
  /// suspended could wish for just that.
  @Test(arguments: [false, true])
  func aHeadOfAKeyThatTheLogLostIsItsOwn(growsPastIt: Bool) throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    try desk.act("admin") { vault, session in _ = try vault.suspend("social", as: session) }
    let book = try pin("lead", into: nil).file
    let size = try PinBook(parsing: book).heads[0].checkpoint.size
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    for handle in ["auditor", "admin", "lead"] {
      try? FileManager.default.removeItem(atPath: desk.pins(handle))
    }
    while try growsPastIt && desk.entries().count <= size { try desk.verify() }
    let found = try verify(book)
    #expect(found.pins.first?.verdict == (growsPastIt ? .splitView : .rollback))
    #expect(found.findings.map(\.code) == [growsPastIt ? "head.pin" : "head.rollback"])
  }

  /// The log's own line is good, and beside it stands one of somebody whom the log does not know any more: whoever got
  /// new keys, or joined, after the copy was made.
  @Test(arguments: [false, true])
  func aLineThatTheLogLostHidesNothing(growsPastIt: Bool) throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    try desk.act("auditor") { vault, session in _ = try vault.renewOwnKeys(as: session) }
    try desk.act("admin") { vault, session in _ = try vault.admit("auditor", by: session) }
    let book = try pin("auditor", into: nil).file
    let size = try PinBook(parsing: book).heads[0].checkpoint.size
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    for handle in ["auditor", "admin"] {
      try FileManager.default.removeItem(atPath: desk.pins(handle))
    }
    while try growsPastIt && desk.entries().count <= size { try desk.verify() }
    let found = try verify(book)
    #expect(found.pins.first?.verdict == (growsPastIt ? .splitView : .rollback))
    #expect(found.findings.map(\.code) == [growsPastIt ? "head.pin" : "head.rollback"])
  }

  /// The directory beside a head is what its file says. Where no member's line is under it, whoever can write the file
  /// could have made up both.
  @Test func aHeadOfAKeyThatTheLogLostNeedsAMember() throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    try desk.act("admin") { vault, session in _ = try vault.suspend("social", as: session) }
    let book = String(decoding: try pin("lead", into: nil).file, as: UTF8.self)
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    for handle in ["auditor", "admin", "lead"] {
      try? FileManager.default.removeItem(atPath: desk.pins(handle))
    }
    let origin = try desk.vault("auditor").origin
    let lines = book.split(separator: "\n", omittingEmptySubsequences: false)
    let alone = lines.filter { !$0.hasPrefix("— \(origin)/a/") }
    #expect(alone.count == lines.count - 1)
    desk.expectNoted(.pinFileForeign(number: 1)) {
      _ = try verify(Array(alone.joined(separator: "\n").utf8))
    }
  }

  /// What this log never signed says nothing about it.
  @Test func aForgedHeadIsNotASplitView() throws {
    let file = try pin("lead", into: nil).file
    var text = String(decoding: file, as: UTF8.self)
    let name = try desk.vault("lead").origin
    // The checkpoint alone, with another size under the same signatures.
    text = String(text[try #require(text.range(of: "\n\n")).upperBound...])
    let size = try PinBook(parsing: file).heads[0].checkpoint.size
    let forged = text.replacingOccurrences(of: "\n\(size)\n", with: "\n3\n")
    desk.expectNoted(.pinFileForeign(number: 1)) { _ = try verify(Array(forged.utf8)) }
    // The refusal is an entry, and names the verification that it ended.
    let entries = try desk.entries().suffix(2)
    #expect(entries.map(\.act) == [Act.auditVerify, Act.auditVerify])
    #expect(entries.map(\.out) == [.ok, .failed])
    #expect(entries.last?.ref == entries.first?.seq && entries.last?.why == .tampered)
    let foreign = text.replacingOccurrences(of: name, with: "other")
    #expect(try verify(file + Array(foreign.utf8)).pins.map(\.verdict) == [.held, .another])
    desk.expectNoted(.pinFileForeign(number: 1)) { _ = try verify(Array(foreign.utf8)) }
    for bad in ["", "\n", "no pin", "safekeep-pin/v2\n", text + "\nx\n"] {
      desk.expectNoted(.pinFileUnreadable) { _ = try verify(Array(bad.utf8)) }
      let entry = try #require(try desk.entries().last)
      #expect(entry.act == Act.auditVerify && entry.out == .failed && entry.role == "auditor")
    }
    // The checkpoint alone is a pin as well.
    #expect(try verify(Array(text.utf8)).findings == [])
  }

  /// What cannot be read is not added to, and said so in the log; an empty file is a new one.
  @Test func nothingIsAddedToWhatIsNoPinFile() throws {
    desk.expectNoted(.pinFileUnreadable) { _ = try pin("social", into: [0x61, 0x0a]) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditExport && entry.kind == "pin" && entry.out == .failed)
    #expect(try pin("social", into: []).earlier == [])
  }

  /// Whoever may not verify is refused for that, whatever they bring.
  @Test func theRoleIsRefusedBeforeTheFile() throws {
    #expect(throws: VaultError.self) {
      try desk.act("social") { vault, session in
        _ = try vault.verifyLog(pins: [], as: session)
      }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditVerify && entry.out == .denied && entry.why == .role)
  }

  // MARK: From the own pin

  @Test func fromThePinOnlyWhatIsNewIsRead() throws {
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let vault = try desk.vault("lead")
    let before = try #require(try vault.resume(handle: "lead"))
    for _ in 0..<3 { try desk.verify() }
    // An entry before the pin is altered: that is beyond its sight, as it says.
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET leaf=x'00' WHERE idx=7")
    }
    let found = try desk.act("lead") { vault, session in try vault.verifyFromPin(as: session) }
    #expect(found.finding == nil)
    #expect(found.pinned == before.size && found.size == before.size + 4)
    let entry = try #require(try desk.inspectLast())
    #expect(entry.act == Act.auditVerify && entry.kind == "pin" && entry.role == "lead")
  }

  /// A signature that a command passes over on its way to the head is looked at here.
  @Test func aSignatureAfterThePinIsChecked() throws {
    try desk.read("lead", [TestTable.name], of: desk.shared)
    for _ in 0..<2 { try desk.verify() }
    let seq = try desk.entries().count - 1
    let vault = try desk.vault("lead")
    let pin = try #require(try vault.resume(handle: "lead"))
    // Another signature of the right form under the last entry, and hashes and head made to fit: only
    // the log key is needed for that.
    #expect(pin.size <= seq)
    try desk.forgeLastSignature()
    let found = try desk.act("lead") { vault, session in try vault.verifyFromPin(as: session) }
    #expect(found.finding == LogFinding(subject: .entry(seq), code: "signer.signature"))
  }

  @Test func withoutAPinThereIsNothingToGoOnFrom() throws {
    try FileManager.default.removeItem(atPath: desk.pins("lead"))
    let size = try desk.entries().count
    #expect(throws: VaultError.noPin(recorded: size)) {
      try desk.act("lead") { vault, session in try vault.verifyFromPin(as: session) }
    }
  }

  @Test func thePinFileOfACopyIsKeptApart() throws {
    let first = try pin("lead", into: nil)
    let second = try pin("lead", into: first.file)
    #expect(second.file.starts(with: first.file))
    #expect(second.earlier == [CheckedPin(size: first.size, verdict: .held)])
  }

  /// A head of this log under which somebody wrote a line of their own.
  @Test func aLineOfAStrangerIsNamed() throws {
    var note = try #require(PinBook(parsing: pin("lead", into: nil).file).heads.first?.note)
    try note.sign(as: "stranger.example/s", with: SigningKey.makeRandom())
    desk.expectNoted(.pinFileAltered(number: 1)) { _ = try verify(note.bytes) }
  }
}

extension Desk {
  /// The last entry, where not every one can be read.
  fileprivate func inspectLast() throws -> Entry? {
    try inspect { db in
      let leaf = try Data.fetchOne(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx DESC LIMIT 1")
      return try leaf.map { try Leaf(parsing: [UInt8]($0)).entry }
    }
  }

  /// Gives the last entry a signature by nobody, with the tree and the head made to fit by whoever has
  /// the log key.
  fileprivate func forgeLastSignature() throws {
    let vault = try vault("auditor")
    try vault.store.look { tx throws(VaultError) in try vault.ledger.catchUp(tx) }
    let seq = vault.ledger.frontier.size - 1
    let stored = try inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx").map { [UInt8]($0) }
    }
    var text = String(decoding: stored[seq], as: UTF8.self)
    let end = text.index(text.endIndex, offsetBy: -10)
    let letter = text[end]
    text.replaceSubrange(end...end, with: letter == "A" ? "B" : "A")
    let forged = Array(text.utf8)
    let frontier = (stored.dropLast() + [forged]).reduce(into: Frontier()) {
      $0.append(Tree.leafHash($1))
    }
    let checkpoint = Checkpoint(origin: vault.origin, frontier)
    let note = try act("auditor", forging: checkpoint)
    try tamperLog { db in
      try db.execute(
        sql: "UPDATE audit_leaf SET leaf=?,hash=? WHERE idx=?",
        arguments: [Data(forged), Data(Tree.leafHash(forged).bytes), seq])
      try db.execute(
        sql: "UPDATE audit_head SET frontier=?,note=?",
        arguments: [Data(frontier.encoded()), Data(note)])
    }
  }

  private func act(_ handle: String, forging checkpoint: Checkpoint) throws -> [UInt8] {
    let vault = try vault(handle)
    let session = try vault.unlock(
      handle, bundleKey: bundleKey(handle), sid: "0123456789abcdef")
    let key = vault.ledger.logKey
    let keyring = session.keyring
    return try vault.custody.withLogKey(inForce: key) { log throws(VaultError) in
      do {
        return try checkpoint.signed(log: log, member: keyring.bundle.signing).bytes
      } catch { throw .sealing }
    }
  }
}
