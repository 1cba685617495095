import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A case is erased by two people, whole: its keys, what was sealed under them, and whose the entries were.
@Suite struct ErasureTests {
  private static let tables = [
    "file", "record", "pack", "class_key", "grant_list", "assignment", "excerpt", "restricted",
    "pending", "draft",
  ]

  @Test func nothingIsLeft() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.restrict(TestTable.phone, from: .intake)
    try desk.keep("social", [TestTable.story: .text("bắt đầu")])
    let secrets = try desk.secrets(of: desk.shared)
    #expect(secrets.count > 20)
    for secret in secrets { #expect(try desk.everyByte().contains { $0.range(of: secret) != nil }) }
    let done = try desk.erase(desk.shared)
    #expect(done.tally.records >= 6 && done.tally.restrictions == 1 && done.tally.packs >= 5)
    #expect(done.classes == FieldClass.keyed)
    for table in Self.tables { #expect(try desk.rows(of: file, in: table) == 0, "\(table)") }
    for table in ["kk", "rec"] {
      #expect(try desk.rows(of: file, in: table, of: desk.custody) == 0)
    }
    let left = try desk.everyByte()
    for secret in secrets { #expect(!left.contains { $0.range(of: secret) != nil }) }
    try desk.expectSound()
  }

  /// The receipt names what was looked through, and when.
  @Test func theReceiptNamesWhatWasLookedThrough() throws {
    let desk = try Desk()
    try Data([1]).write(to: URL(filePath: desk.path + "/notes.txt"))
    try FileManager.default.createSymbolicLink(
      atPath: desk.path + "/link", withDestinationPath: "/dev/zero")
    let before = desk.clock.now()
    let done = try desk.erase(desk.shared)
    #expect(done.searched.files == VaultFiles.ownNames + ["notes.txt"])
    #expect(done.searched.unread == ["link"])
    #expect(done.searched.time > before && done.searched.time < desk.clock.now())
  }

  /// A copy that somebody put into the directory, or that a killed restore left beside it, is found and is loud.
  @Test(arguments: ["copy.db", "old/copy.db", "../n.safekeep-part/records.db"])
  func aCopyThatIsLeftIsLoud(_ name: String) throws {
    let desk = try Desk()
    let copy = URL(filePath: desk.path + "/" + name)
    try FileManager.default.createDirectory(
      at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy.path)
    let size = try desk.entries().count
    #expect {
      try desk.erase(desk.shared)
    } throws: { error in
      if case .notAllErased = error as? VaultError { true } else { false }
    }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.caseErase && last.out == .failed && last.why == .state)
    #expect(try desk.entries()[size...].contains { $0.act == Act.caseErase && $0.gen != nil })
    #expect(try Vault.checkup(at: desk.path).ailments.map(\.code) == ["files"])
  }

  /// The entries stay, in their order, and state who asked, who gave it and why.
  @Test func theLogSaysWhoDidIt() throws {
    let desk = try Desk()
    let asked = try desk.askErasure(of: desk.shared, by: "social")
    let done = try desk.erase(desk.shared, asked: asked, by: "lead")
    let entries = try desk.entries()
    let (ask, given, erased) = (entries[asked], entries[done.approval], entries[done.entry])
    #expect(ask.act == Act.caseErase && ask.gen == nil && ask.kind == "retention_ended")
    #expect(given.act == Act.approvalGive && given.ref == asked && given.actor != ask.actor)
    #expect(erased.act == Act.caseErase && erased.gen == done.generation)
    #expect(erased.ref == asked && erased.by == done.approval && erased.rec == ask.rec)
  }

  /// To everybody it is then a code that is nobody's.
  @Test func nobodyKnewIt() throws {
    let desk = try Desk()
    try desk.erase(desk.shared)
    let unknown = try desk.act("lead") { vault, _ in try vault.caseID(ofCode: "ZZZZZZZZ2") }
    for handle in ["lead", "social", "duty", "intake"] {
      for id in [desk.shared, unknown] {
        let size = try desk.entries().count
        #expect(throws: VaultError.caseNotFound(entry: size)) {
          try desk.read(handle, [TestTable.name], of: id)
        }
        #expect(try desk.entries().last?.rec == nil)
      }
    }
    #expect(throws: VaultError.self) {
      try desk.act("lead") { vault, session in
        _ = try vault.accesses(of: desk.shared, as: session) { _ in }
      }
    }
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }

  /// Its row may be the next case's, whose keys are its own.
  @Test func aCaseComesAfterIt() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.erase(desk.shared)
    let next = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    #expect(try desk.key(of: next) == file)
    #expect(try desk.read("lead", [TestTable.name], of: next).count == 1)
    try desk.expectSound()
  }

  /// What serves other cases too stays: of an import every case names the same batches.
  @Test func othersStayAsTheyAre() throws {
    let desk = try Desk()
    var pieces: [[UInt8]?] = [Array("rows".utf8), nil]
    let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.removeFirst() }
    var openings = [TestOffice.opening("CBCDEFGHL"), TestOffice.opening("DBCDEFGHM")]
    let ids = try desk.act("lead") { vault, session in
      _ = try vault.importCases(register: digest, as: session) {
        () throws(VaultError) -> CaseOpening? in openings.popLast()
      }
      return try ["CBCDEFGHL", "DBCDEFGHM"].map { try vault.caseID(ofCode: $0) }
    }
    try desk.erase(ids[0])
    #expect(try desk.read("lead", [TestTable.name], of: ids[1]).count == 1)
    try desk.expectSound()
  }

  // MARK: Who may

  @Test func twoPeopleAndTheRightOnes() throws {
    let desk = try Desk()
    for handle in ["health", "duty", "intake"] {
      #expect(throws: VaultError.self) { try desk.askErasure(of: desk.shared, by: handle) }
      let last = try #require(try desk.entries().last)
      #expect(last.act == Act.caseErase && last.out == .denied)
    }
    let asked = try desk.askErasure(of: desk.shared)
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "lead")
    }
    try desk.expectRefused(.role, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "social")
    }
    #expect(throws: VaultError.nothingAsked) { try desk.erase(desk.shared, asked: asked - 1) }
    // What carries out other asks carries out none of this.
    #expect(throws: VaultError.nothingAsked) {
      try desk.act("deputy") { vault, session in
        var writing = CaseWriting(.approvalGive)
        writing.second = .answer(asked, list: TestTable.pending)
        _ = try vault.write(writing, to: desk.shared, as: session)
      }
    }
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    try desk.erase(desk.shared, asked: asked)
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked) }
    try desk.expectSound()
  }

  /// What was asked and refused is asked no more.
  @Test func refusedItStays() throws {
    let desk = try Desk()
    let asked = try desk.askErasure(of: desk.shared)
    try desk.act("deputy") { vault, session in
      var writing = CaseWriting(.approvalRefuse)
      writing.second = .answer(asked, list: TestTable.pending)
      _ = try vault.write(writing, to: desk.shared, as: session)
    }
    #expect(throws: VaultError.nothingAsked) { try desk.erase(desk.shared, asked: asked) }
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  // MARK: Several

  /// Given together each is whole, and what all of them destroyed is looked for.
  @Test func severalAreLookedForTogether() throws {
    let desk = try Desk()
    let ids = [desk.shared, desk.fresh]
    var secrets: [Data] = []
    for id in ids { secrets += try desk.secrets(of: id) }
    let asked = try ids.map { try desk.askErasure(of: $0) }
    let search = ErasureSearch()
    try desk.act("deputy") { vault, session in
      for (id, entry) in zip(ids, asked) {
        var place = 0
        _ = try vault.erase(
          [AskedErasure(entry, of: id)], waitingIn: TestTable.pending, searching: search,
          at: &place, as: session)
      }
      try vault.finish(search, as: session)
    }
    let left = try desk.everyByte()
    for secret in secrets { #expect(!left.contains { $0.range(of: secret) != nil }) }
    #expect(try desk.rows(of: 1, in: "pending") == 0)
    try desk.expectSound()
  }

  /// A leftover of the first is as loud as one of the last.
  @Test(arguments: [0, 1]) func aLeftoverOfAnyIsLoud(place: Int) throws {
    let desk = try Desk()
    let ids = [desk.shared, desk.fresh]
    let file = try desk.key(of: ids[place])
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk SELECT 9999,1,key FROM kk WHERE file=?", arguments: [file])
    }
    let asked = try ids.map { try desk.askErasure(of: $0) }
    let search = ErasureSearch()
    #expect {
      try desk.act("deputy") { vault, session in
        for (id, entry) in zip(ids, asked) {
          var place = 0
          _ = try vault.erase(
            [AskedErasure(entry, of: id)], waitingIn: TestTable.pending, searching: search,
            at: &place, as: session)
        }
        try vault.finish(search, as: session)
      }
    } throws: { error in
      if case VaultError.notAllErased = error { true } else { false }
    }
  }

  // MARK: What is found

  /// Something of it that no rewriting takes away: here a key that lies in custody twice.
  @Test func aLeftoverIsLoud() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk SELECT 9999,1,key FROM kk WHERE file=?", arguments: [file])
    }
    let asked = try desk.askErasure(of: desk.shared)
    var told: Int?
    do { try desk.erase(desk.shared, asked: asked) } catch VaultError.notAllErased(let entry) {
      told = entry
    }
    let last = try #require(try desk.entries().last)
    #expect(last.seq == told && last.act == Act.caseErase && last.out == .failed)
    #expect(try desk.entries().contains { $0.gen != nil && $0.seq == last.ref })
    // It is erased all the same.
    #expect(throws: VaultError.self) { try desk.read("lead", [TestTable.name], of: desk.shared) }
  }

  /// Bytes that SQLite forgot in a page go with the page: the file is written anew.
  @Test func aForgottenCopyIsTakenAway() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    let key = try desk.inspect(desk.custody) { db in
      try #require(
        try Data.fetchOne(db, sql: "SELECT key FROM kk WHERE file=?", arguments: [file]))
    }
    // A page that is free and was not cleared.
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "PRAGMA secure_delete=OFF")
      try db.execute(
        sql: "CREATE TABLE t(x); INSERT INTO t VALUES(zeroblob(9000) || ?); DROP TABLE t",
        arguments: [key])
    }
    #expect(try desk.everyByte().reduce(0) { $0 + count(key, in: $1) } > 1)
    try desk.erase(desk.shared)
    #expect(try desk.everyByte().reduce(0) { $0 + count(key, in: $1) } == 0)
    try desk.expectSound()
  }

  private func count(_ needle: Data, in data: Data) -> Int {
    var (found, from) = (0, data.startIndex)
    while let range = data.range(of: needle, in: from..<data.endIndex) {
      (found, from) = (found + 1, range.upperBound)
    }
    return found
  }
}
