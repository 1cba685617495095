import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Whoever writes to the files changes no answer unseen: a segment opens in its own place alone, one that is not there
/// is missed, and an old one is older than the cases that it tells of.
@Suite struct TamperSearchTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.register(60) { "Nguyen Thi \(Desk.code($0))" }
    try desk.rename(desk.shared, "Le Thi Moi")
  }

  /// Nobody is found in it, whoever asks is told, and so is the log.
  private func expectUnread(
    _ unread: Int, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let search = try desk.find(Desk.terms("nguyen")).search
    #expect(search.unread == unread, sourceLocation: place)
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.search && last.out == .failed, sourceLocation: place)
    #expect(last.why == .tampered && last.ref == search.entry, sourceLocation: place)
    #expect(try desk.verify().findings == [], sourceLocation: place)
  }

  @Test func twoThatChangedPlaces() throws {
    let segments = try desk.segments()
    for (number, sealed) in zip([2, 1], segments) {
      try desk.tamper(
        sql: "UPDATE segment SET sealed=? WHERE number=?", [sealed, number])
    }
    try expectUnread(2)
  }

  @Test(arguments: [0, 3, 4, 27, 28, 90, 9_000, 16_511]) func aByteIsChanged(_ place: Int) throws {
    var sealed = try desk.segments()[0]
    sealed[place] ^= 1
    try desk.tamper(sql: "UPDATE segment SET sealed=? WHERE number=1", [sealed])
    try expectUnread(1)
    // The work goes on, and a segment that somebody reads again is good again.
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.find("Le Thi Khac") == [])
    try desk.reindex([desk.shared: "Le Thi Khac"])
    #expect(try desk.find("Le Thi Khac") == [desk.shared])
  }

  @Test(arguments: [Data(), Data([1]), Data(count: 200)]) func itIsNone(_ bytes: Data) throws {
    try desk.tamper(sql: "UPDATE segment SET sealed=? WHERE number=1", [bytes])
    try expectUnread(1)
    #expect(try Vault.checkup(at: desk.path).ailments.map(\.code) == ["index.segments"])
  }

  /// A number that no count of cases leads to, and the row that it came by away again: a search passes over the gap.
  @Test(arguments: [1 << 52, Int.max - 1, Int.max]) func aCaseOfANumberThatNoneHas(
    _ key: Int
  ) throws {
    let columns = "id,version,man,prev,seq,writer,revision,operations"
    let row = columns.replacingOccurrences(of: "id,", with: "randomblob(16),")
    try desk.tamper(
      sql: "INSERT INTO file(key,\(columns)) SELECT ?,\(row) FROM file LIMIT 1", [key])
    let search = try desk.find(Desk.terms("nguyen"))
    #expect(search.found.count == 60 && search.search.unindexed == 1)
    #expect(throws: VaultError.schemaAltered) { _ = try desk.open("EBCDEFGHN", "Tran Thi Ba") }
    try desk.tamper(sql: "DELETE FROM file WHERE key=?", [key])
    _ = try desk.open("EBCDEFGHN", "Tran Thi Ba")
    #expect(try desk.find(Desk.terms("nguyen")).search.unindexed == 0)
  }

  /// The index has them and their row is not there: the answer says that there is one of whom nothing can be told.
  @Test func aCaseWhoseRowIsGone() throws {
    try desk.tamper(sql: "DELETE FROM file WHERE id=?", [Data(desk.shared.identifier.bytes)])
    let answer = try desk.act("lead") { vault, session in
      let (search, found) = try vault.search(
        Desk.terms("Le Thi Moi"), for: .careManagement, as: session, { $0 })
      #expect(found.contains { $0.subject == .case(desk.shared) })
      return try vault.tell(
        search, cases: [desk.fresh, desk.shared], of: 2, showing: [], as: session)
    }
    #expect(answer.gone == 1 && answer.hits.map(\.id) == [desk.fresh])
    #expect(!answer.hits.contains { $0.id == desk.shared })
  }

  @Test func oneThatIsGone() throws {
    try desk.tamper(sql: "DELETE FROM segment WHERE number=1")
    let search = try desk.find(Desk.terms("le")).search
    #expect(search.unread == 0 && search.unindexed == 48)
    let ailing = try Vault.checkup(at: desk.path).ailments
    #expect(ailing == [.unindexed(cases: 48)])
    #expect(!ailing.contains { $0.isMendable(among: ailing) })
    #expect(try desk.faults().count == 48)
    let status = try desk.act("lead") { vault, session in try vault.status(as: session) }
    #expect(status.unindexed == 48)
    // Whoever is put in again makes it anew.
    try desk.reindex([desk.shared: "Le Thi Moi"])
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    #expect(try desk.faults().count == 47)
  }

  /// One write begins it anew with one case: whoever asks is told of the others still, by every kind of search.
  @Test func oneThatIsGoneAndBegunAgain() throws {
    #expect(try desk.find(Desk.terms("le")).search.unindexed == 0)
    try desk.tamper(sql: "DELETE FROM segment WHERE number=1")
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.find("Le Thi Khac") == [desk.shared])
    let search = try desk.find(Desk.terms("le")).search
    #expect(search.unread == 0 && search.unindexed == 47)
    for (use, handle) in [(SearchUse.register, "intake"), (.duplicates, "lead")] {
      try desk.act(handle) { vault, session in
        let book = try vault.openSearchBook(for: .operations, use: use, as: session)
        #expect(book.search.unread == 0 && book.search.unindexed == 47)
      }
    }
    #expect(try desk.faults().count { $0.faults == [.absent] } == 47)
  }

  /// A segment of no case opens for nobody, and nobody is put in to make it good: it is taken out.
  @Test(arguments: [0, 3, 99, 1 << 40]) func aRowOfNoCase(_ number: Int) throws {
    let sealed = try desk.segments()[0]
    try desk.tamper(sql: "INSERT INTO segment(number,sealed) VALUES(?,?)", [number, sealed])
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    try desk.act("lead") { vault, session in
      #expect(try vault.indexFaults(of: [TestTable.name], as: session).hasStrays)
      _ = try vault.reindex([], as: session)
      #expect(try vault.indexFaults(of: [TestTable.name], as: session).hasStrays == false)
    }
    let last = try #require(try desk.entries().last { $0.act == "recovery.run" })
    #expect(last.kind == "index" && last.n == 0)
    #expect(try Vault.checkup(at: desk.path).ailments == [])
    #expect(try desk.segments().count == 2)
  }

  /// Its key is still there, so it opens; what was written since is what shows it.
  @Test func anOldOneThatIsPutBack() throws {
    #expect(try desk.faults() == [])
    let old = try desk.segments()[0]
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.faults() == [])
    try desk.tamper(sql: "UPDATE segment SET sealed=? WHERE number=1", [old])
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    #expect(try desk.faults() == [SearchState(id: desk.shared, faults: [.stale(TestTable.name)])])
  }

  @Test func itsKeyIsGone() throws {
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "DELETE FROM kk WHERE file=?", arguments: [SearchSegment.custodyFile(1)])
    }
    try expectUnread(1)
    #expect(try Vault.checkup(at: desk.path).ailments.map(\.code) == ["index.segments"])
  }

  /// A row that somebody plants has custody destroy no key of a segment that is in use.
  @Test func aPlantedRow() throws {
    try desk.tamper(
      sql: "INSERT INTO pending(gen,file,below) VALUES(0,?,2)", [SearchSegment.custodyFile(1)])
    #expect(throws: VaultError.pendingAltered) { try desk.find("Le Thi Moi") }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["pending.row"])
    try desk.act("admin", passingOverPlanted: true) { vault, session in
      _ = try vault.repair(as: session)
    }
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
  }

  /// The process dies behind custody's commit and before that of the records: the key is nobody's, and nothing is in
  /// its way.
  @Test func aKeyWithoutASegment() throws {
    let number = try desk.segments().count + 1
    try desk.act("lead") { vault, session in
      struct Died: Error {}
      do {
        _ = try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          try SearchIndex(context).replaceOuterKeys(generation: context.custody.generation + 1)
          throw .storageFull
        }
      } catch VaultError.storageFull {}
    }
    #expect(
      try desk.inspect(desk.custody) { db in
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM kk WHERE file<?", arguments: [CustodyFile.logKeys])
      } == 2 * (number - 1))
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    try desk.erase(desk.shared)
    #expect(try desk.find("Le Thi Moi") == [])
    try desk.expectSound()
  }
}
