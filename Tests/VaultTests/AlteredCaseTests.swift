import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// One case that is altered holds up no act on all of them: it is left as it was, and whoever reads it, or verifies the
/// log, is told.
@Suite struct AlteredCaseTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Spoils what somebody was given of the shared case.
  private func spoilPack(of handle: String) throws {
    try desk.tamper(
      sql: """
        UPDATE pack SET outer=zeroblob(length(outer)) WHERE file=? AND principal=(\
        SELECT p.key FROM principal p JOIN member m ON m.id=p.id WHERE m.key=?)
        """, [try desk.key(of: desk.shared), try desk.memberKey(handle)])
  }

  private func assignSecond() throws {
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.shared, owner: false, as: session)
    }
  }

  // MARK: Who leaves

  /// Whether what they open is open to anybody else cannot be told of it.
  @Test func aPackKeepsNobodyInTheOffice() throws {
    try assignSecond()
    try spoilPack(of: "second")
    #expect(try desk.suspend("second").spoilt == 1)
    #expect(try desk.opensAnything("second", desk.shared) == false)
  }

  @Test func aRestrictionKeepsNobodyInTheOffice() throws {
    try desk.restrict(TestTable.shelter, from: .lead)
    try desk.tamper(sql: "UPDATE restricted SET since=since+100000")
    try desk.suspend("social")
    let entry = try desk.entries().last { $0.act == Act.memberSuspend }
    #expect(entry?.out == .ok)
    #expect(try desk.opensAnything("social", desk.shared) == false)
  }

  // MARK: New keys

  @Test func theOthersGetNewOuterKeys() throws {
    try spoilPack(of: "social")
    let rotated = try desk.act("admin") { vault, session in try vault.rotateCustody(as: session) }
    #expect(rotated.cases == 1 && rotated.spoilt == 1)
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }

  /// After somebody left whose keys others may have, the keys of that case alone stay due.
  @Test func theOthersGetNewClassKeys() throws {
    try desk.tamper(
      sql: "UPDATE assignment SET since=since+100000 WHERE file=?",
      [try desk.key(of: desk.shared)])
    try desk.suspend("deputy", compromised: true)
    for _ in 0..<2 { try desk.visit("lead") }
    let due = try desk.act("lead") { vault, _ in try vault.dueAfterCompromise([.lead]) }
    #expect(due.map(\.count) == [1])
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }

  // MARK: Who looks

  /// Whoever looks gives others what they lack, as far as it can be told.
  @Test func whatSomebodyElseWasGivenHoldsUpNoLook() throws {
    try desk.suspend("deputy")
    try assignSecond()
    try spoilPack(of: "second")
    #expect(try desk.read("social", [TestTable.story], of: desk.shared).count == 1)
    #expect(throws: VaultError.self) {
      try desk.read("second", [TestTable.story], of: desk.shared)
    }
  }

  /// What is told of it in a search is that it does not open.
  @Test func itIsFoundAsOneThatDoesNotOpen() throws {
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.tamper(
      sql: "UPDATE file SET operations=zeroblob(length(operations)) WHERE key=?",
      [try desk.key(of: desk.shared)])
    let answer = try desk.act("social") { vault, session in
      let (search, _) = try vault.search(
        Desk.terms("moi"), for: .careManagement, as: session
      ) { $0 }
      return try vault.tell(
        search, cases: [desk.shared, desk.fresh], of: 2, showing: [TestTable.status], as: session)
    }
    #expect(answer.hits.map(\.isAltered) == [true, false])
    #expect(answer.hits[0].operations == nil)
  }

  /// A row that is none is named, and so is the case that is missing with it.
  @Test func aRowThatIsNoneIsNamed() throws {
    try desk.tamper(
      sql: "UPDATE file SET man=x'00' WHERE key=?", [try desk.key(of: desk.shared)])
    let verdict = try Vault.examine(desk.path)
    #expect(verdict.findings.map(\.code) == ["case.row", "case.missing"])
  }
}

// MARK: Planted, and taken away

extension AlteredCaseTests {
  /// A case from a later state, put into the records of before: custody has its key, and no entry states it.
  @Test func aCaseThatNoEntryStates() throws {
    let before = desk.folder + "/before.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: before)
    let later = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    let row = try desk.inspect { db in
      try #require(
        try Row.fetchOne(
          db, sql: "SELECT * FROM file WHERE id=?", arguments: [Data(later.identifier.bytes)]))
    }
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.moveItem(atPath: before, toPath: desk.records)
    try desk.tamper { db in
      try db.execute(
        sql: "INSERT INTO file VALUES(?,?,?,?,?,?,?,?,?)",
        arguments: StatementArguments(row.databaseValues))
    }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["case.unstated"])
  }

  /// A row that claims to be another case, whose own key is gone: the second of both is the one too many.
  @Test func twoRowsOfOneCase() throws {
    let (first, second) = (try desk.key(of: desk.fresh), try desk.key(of: desk.shared))
    #expect(first < second)
    try desk.tamper(
      sql: """
        UPDATE file SET (seq,man)=(SELECT seq,man FROM file WHERE key=?) WHERE key=?
        """, [second, first])
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM rec WHERE file=?", arguments: [first])
    }
    let codes = try Vault.examine(desk.path).findings.map(\.code)
    #expect(codes == ["case.key", "case.unstated", "case.missing"])
  }

  /// What somebody was given a copy of, and does not hold: whoever took it away took it from them alone.
  @Test func aCopyThatSomebodyTookAway() throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [TestTable.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: .careManagement, as: session)
    }
    let given = try #require(try desk.entries().last { $0.act == Act.excerptGive })
    try desk.tamper(
      sql: """
        DELETE FROM pack WHERE file=? AND principal=(\
        SELECT p.key FROM principal p JOIN member m ON m.id=p.id WHERE m.key=?)
        """, [try desk.key(of: desk.shared), try desk.memberKey("police")])
    let found = try #require(try Vault.examine(desk.path).findings.first)
    #expect(found.code == "case.pack" && found.subject.entry == given.seq)
  }

  /// A program that somebody changed keeps wraps of what was erased, and puts them back: the examiner knows when their key
  /// was to be destroyed.
  @Test func aWrapOfWhatWasErased() throws {
    let principal = try desk.act("social") { _, session in session.keyring.principal }
    let kept = try desk.act("social") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<[GrantPack.Item]> in
        guard let file = try context.tx.file(desk.shared),
          let pack = try context.pack(of: principal, in: file)
        else { throw .noSuchCase }
        return .allowed(pack.items.filter { $0.keyClass == FieldClass.safety.rawValue })
      }
    }
    #expect(kept.count == 1)
    let erased = try desk.erase(.fieldClass(.safety))
    try desk.act("social") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        guard let file = try context.tx.file(desk.shared) else { throw .noSuchCase }
        let number = try CaseOperations.number(file)
        let outer = try context.custody.outerKey(
          of: file.key, number: number, into: &context.keyring.atHand)
        var grants = GrantMaker.Grants()
        grants.items[principal] = kept
        try CasePacks(
          context: context, file: file.key, id: file.id, number: number, outer: outer
        ).add(grants)
        return .allowed(())
      }
    }
    let found = try #require(try Vault.examine(desk.path).findings.first)
    #expect(found.code == "case.pack" && found.subject.entry == erased.entry)
  }

  /// A restricted field that does not open is put under no other key, and holds up nobody's command.
  @Test func aRestrictedFieldThatDoesNotOpen() throws {
    try desk.restrict(TestTable.injuries, from: .duty)
    let record = try desk.record(TestTable.health, of: desk.shared)
    try desk.tamper { db in
      let sql = "SELECT blob FROM field WHERE record=? AND id=?"
      let place: StatementArguments = [record, Int(TestTable.injuries.rawValue)]
      var blob = try #require(try Data.fetchOne(db, sql: sql, arguments: place))
      blob[blob.count - 1] ^= 1
      try db.execute(
        sql: "UPDATE field SET blob=? WHERE record=? AND id=?",
        arguments: [blob, record, Int(TestTable.injuries.rawValue)])
    }
    for _ in 0..<2 { try desk.visit("health") }
    #expect(throws: VaultError.self) {
      try desk.read("health", [TestTable.injuries], of: desk.shared, for: .treat)
    }
    #expect(try desk.read("lead", [TestTable.name], of: desk.fresh).count == 1)
  }
}

extension LogFinding.Subject {
  fileprivate var entry: Int? {
    switch self {
    case .entry(let entry): entry
    case .file(_, let entry): entry
    }
  }
}
