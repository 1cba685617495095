import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What ends, ends in the index too: an erased person, a person who was handed over, a member who leaves.
@Suite struct SearchEndTests {
  private func keys(_ desk: Desk, _ segment: Int = 1) throws -> [Data] {
    try desk.inspect(desk.custody) { db in
      try Data.fetchAll(
        db, sql: "SELECT key FROM kk WHERE file=?",
        arguments: [SearchSegment.custodyFile(segment)])
    }
  }

  @Test func anErasedPersonIsInNoCopy() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let other = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa")
    let (before, old) = (try keys(desk), try desk.segments()[0])
    #expect(before.count == 1)
    try desk.erase(desk.shared)
    #expect(try desk.find("Le Thi Moi") == [])
    #expect(try desk.find("Nguyen Thi Hoa") == [other])
    let after = try keys(desk)
    #expect(after.count == 1 && after != before)
    for bytes in try desk.everyByte() {
      #expect(bytes.range(of: before[0]) == nil && bytes.range(of: old.prefix(64)) == nil)
    }
    try desk.expectSound()
    // The segment of before, put back, opens for nobody.
    try desk.tamper { db in
      try db.execute(sql: "UPDATE segment SET sealed=? WHERE number=1", arguments: [old])
    }
    #expect(try desk.find(Desk.terms("nguyen")).search.unread == 1)
    #expect(try Vault.checkup(at: desk.path).ailments.map(\.code) == ["index.segments"])
  }

  /// Less than a case: by a name that was erased nobody is found, nor by what it was before in an older copy.
  @Test(arguments: [ErasedPart.fieldClass(.identity), .history(TestTable.name)])
  func aPartThatIsErasedIsInNoCopy(_ part: ErasedPart) throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Cu")
    try desk.rename(desk.shared, "Le Thi Moi")
    let other = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa")
    let (before, old) = (try keys(desk), try desk.segments()[0])
    try desk.erase(part)
    let isKept = part == .history(TestTable.name)
    #expect(try desk.find("Le Thi Moi") == (isKept ? [desk.shared] : []))
    #expect(try desk.find("Nguyen Thi Hoa") == [other])
    let after = try keys(desk)
    #expect(after.count == 1 && after != before)
    for bytes in try desk.everyByte() {
      #expect(bytes.range(of: before[0]) == nil && bytes.range(of: old.prefix(64)) == nil)
    }
    try desk.expectSound()
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.find("Le Thi Khac") == [desk.shared])
  }

  @Test func itIsFinishedByTheNextAfterACrash() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let before = try keys(desk)
    try desk.eraseAndDie(desk.shared)
    #expect(try keys(desk).count == 2)
    #expect(try desk.find("Le Thi Moi") == [])
    let after = try keys(desk)
    #expect(after.count == 1 && after != before)
    try desk.expectSound()
  }

  @Test func whoeverIsHandedOverIsFoundThereAndNotHere() throws {
    let hands = try Handing()
    try hands.sender.rename(hands.sender.shared, "Le Thi Moi")
    let (file, clinical) = (
      try hands.send(.file, of: hands.sender.shared),
      try hands.send(.clinical, of: hands.sender.shared)
    )
    let card = try hands.card(of: hands.sender)
    let received = try hands.receiver.act("lead") { vault, session in
      let incoming = try vault.openTransfer(file, from: card, as: session)
      let identity = try #require(incoming.newest.first { $0.entity == TestTable.identity })
      let terms = [
        SearchField(
          record: identity.id, field: TestTable.name, terms: Desk.terms("Le Thi Moi"))
      ]
      return try vault.receive(
        incoming, as: "EBCDEFGHN", operations: incoming.operations, lists: Handing.lists,
        terms: terms, as: session)
    }
    #expect(try hands.receiver.find("Le Thi Moi") == [received.id])
    #expect(
      try hands.receiver.faults().first { $0.id == received.id }?.faults == [
        .stale(TestTable.phone)
      ])
    let second = try hands.receive(clinical)
    #expect(try hands.sender.find("Le Thi Moi") == [hands.sender.shared])
    try hands.finish(hands.sender.shared, on: [received.acceptance, second.acceptance])
    #expect(try hands.sender.find("Le Thi Moi") == [])
  }

  /// Nothing is hashed anew: the segments lie under keys that the leaver never had.
  @Test func whoLeavesOpensNoSegment() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.register(60) { _ in "Nguyen Thi Hoa" }
    let before = try desk.segments()
    let old = try keys(desk)
    let copy = try desk.kept()
    try desk.suspend("second")
    let after = try desk.segments()
    #expect(after.count == before.count && zip(before, after).allSatisfy { $0 != $1 })
    #expect(try keys(desk) != old)
    #expect(try keys(desk).count == 1)
    #expect(try desk.find("Le Thi Moi", by: "social") == [desk.shared])
    #expect(try desk.find("Nguyen Thi Hoa", by: "intake").count == 60)
    // A newer version of the index key, and what is written from now on is hashed with that.
    #expect(
      try desk.entries().contains {
        $0.act == Act.keyRotate && $0.kind == "index" && $0.epoch ?? 0 > 0
      })
    try desk.rename(desk.shared, "Le Thi Khac")
    #expect(try desk.find("Le Thi Khac") == [desk.shared])
    #expect(try desk.find("Nguyen Thi Hoa").count == 60)
    // What the leaver's key hashed is known, and goes when it is put in again.
    let faults = try desk.faults()
    #expect(faults.count == 60 && Set(faults.map(\.faults)) == [[.aged(TestTable.name)]])
    // Records of before with the custody of today: nothing opens.
    try desk.put("records.db", from: copy)
    let vault = try Vault(opening: desk.path, pins: desk.folder + "/none", now: desk.clock.now)
    let session = try vault.unlock(
      "second", bundleKey: desk.bundleKey("second"), sid: "0123456789abcdef")
    let found = try? vault.search(Desk.terms("le"), for: .careManagement, as: session) { $0 }
    #expect(found?.found.count ?? 0 == 0)
  }

  @Test func anotherCustodyKeepsIt() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let before = try keys(desk)
    try desk.act("admin") { vault, session in
      _ = try vault.rotateCustody(as: session) { _ in }
    }
    #expect(try keys(desk) != before)
    #expect(try keys(desk).count == 1)
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    try desk.expectSound()
  }

  // MARK: Backups

  @Test func aRestoredVaultFindsThem() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.backUp()
    try desk.forgetPins()
    try desk.restore(desk.plan())
    try desk.moveIn()
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    #expect(try Vault.checkup(at: desk.path).ailments == [])
  }

  /// Whom a backup would bring back is erased again by an admin, who cannot open the index: the segment goes whole. So it
  /// does where custody of today has no key of it any more.
  @Test(arguments: [true, false]) func anErasurePastABackupTakesTheSegment(
    isTodaysCustody: Bool
  ) throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let other = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa")
    try desk.backUp()
    try desk.erase(desk.shared)
    if isTodaysCustody { try desk.forgetPins() }
    let restored =
      try isTodaysCustody
      ? desk.restore(desk.plan { $0.custody = desk.custody })
      : desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.erased == 1)
    try desk.moveIn()
    try desk.forgetPins()
    #expect(try desk.find("Le Thi Moi") == [])
    #expect(try desk.find("Nguyen Thi Hoa") == [])
    #expect(try Vault.checkup(at: desk.path).ailments.map(\.code).contains("index.cases"))
    try desk.reindex([other: "Nguyen Thi Hoa", desk.fresh: "Vo Thi Bon"])
    #expect(try desk.find("Nguyen Thi Hoa") == [other])
    #expect(try Vault.checkup(at: desk.path).ailments.filter { $0.code.hasPrefix("index") } == [])
  }

  /// A part that was erased after a backup is out of the index of what is restored too, whoever holds what key.
  @Test(arguments: [ErasedPart.fieldClass(.identity), .history(TestTable.name)])
  func aPartErasedPastABackupIsFoundByNobody(_ part: ErasedPart) throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Cu")
    let other = try desk.open("DBCDEFGHM", "Nguyen Thi Hoa")
    try desk.backUp()
    try desk.rename(desk.shared, "Le Thi Moi")
    try desk.erase(part)
    let restored = try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
    #expect(restored.parts == 1 && restored.unindexed == 3)
    try desk.moveIn()
    try desk.forgetPins()
    #expect(try desk.find("Le Thi Cu") == [] && desk.find(Desk.terms("le")).found.isEmpty)
    try desk.reindex([other: "Nguyen Thi Hoa"])
    #expect(try desk.find("Nguyen Thi Hoa") == [other])
  }

  /// What an index has of a field that is gone is named, and goes when the case is put in again.
  @Test func whatIsThereNoMoreIsStale() throws {
    let desk = try Desk()
    try desk.rename(desk.shared, "Le Thi Moi")
    let old = try desk.segments()[0]
    let keys = try keys(desk)
    try desk.erase(.fieldClass(.identity))
    // As a restore by an older program left it: the segment of before, and its key.
    try desk.tamper { db in
      try db.execute(sql: "UPDATE segment SET sealed=? WHERE number=1", arguments: [old])
    }
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk(file,number,key) VALUES(?,1,?)",
        arguments: [SearchSegment.custodyFile(1), keys[0]])
    }
    #expect(try desk.find("Le Thi Moi") == [desk.shared])
    let found = try desk.faults().first { $0.id == desk.shared }
    #expect(found?.faults.contains(.stale(TestTable.name)) == true)
  }
}
