import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A case goes from one vault to another: whole, in order, under keys of its own there, and gone here.
@Suite struct TransferTests {
  /// Everything arrives: every version of every field of every class, under the ids that it had.
  @Test func everythingArrives() throws {
    let hands = try Handing()
    let (here, there) = (hands.sender, hands.receiver)
    try here.write("social", TestTable.name, "Nguyễn Thị Hoa", to: here.shared)
    try here.write("health", TestTable.injuries, "Đã lành", to: here.shared)
    try here.act("social") { vault, session in
      let more = RecordChange(
        .new, entity: TestTable.identity, fields: [TestTable.name: .text("Tên khác")])
      _ = try vault.write([more], to: here.shared, as: session)
    }
    let (received, _) = try hands.handOver(here.shared)
    let fields: Set = [
      TestTable.name, TestTable.phone, TestTable.story, TestTable.shelter, TestTable.channel,
      TestTable.facts,
    ]
    #expect(
      try rows(here, "lead", fields, here.shared) == rows(there, "lead", fields, received.id))
    let clinical: Set = [TestTable.injuries, TestTable.allergies]
    try assignHealth(received.id, there)
    #expect(
      try there.read("health", clinical, of: received.id)
        == here.read("health", clinical, of: here.shared))
    #expect(try names(here, here.shared) == names(there, received.id))
    #expect(
      try there.read("lead", [TestTable.status], of: received.id)[TestTable.status]
        == .text("received"))
    #expect(try here.verify().findings == [])
    #expect(try there.verify().findings == [])
    // The case goes on being used here until its end.
    try here.write("social", TestTable.phone, "+84900000002", to: here.shared)
  }

  private func rows(
    _ desk: Desk, _ handle: String, _ fields: Set<FieldID>, _ id: CaseID
  ) throws -> [RecordID: [FieldID: FieldValue]] {
    try desk.act(handle) { vault, session in
      let seen = try vault.read(fields, of: id, for: .careManagement, as: session)
      return Dictionary(
        uniqueKeysWithValues: seen.records.filter { !$0.fields.isEmpty }.map { ($0.id, $0.fields) })
    }
  }

  /// Which versions of what stand in which records, those of the lead's classes.
  private func names(_ desk: Desk, _ id: CaseID) throws -> [String] {
    let key = try desk.key(of: id)
    return try desk.inspect { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT hex(r.id)||' '||r.entity||' '||f.id||' '||f.version FROM record r \
          JOIN field f ON f.record=r.key WHERE r.file=? AND r.entity NOT IN (5) ORDER BY 1
          """, arguments: [key])
    }
  }

  private func assignHealth(_ id: CaseID, _ desk: Desk) throws {
    try desk.act("duty") { vault, session in
      _ = try vault.assign("health", to: id, owner: false, as: session)
    }
  }

  /// What is recorded there before the second file comes stays the newest, and nothing is lost.
  @Test func whatIsWrittenMeanwhileStaysNewest() throws {
    let hands = try Handing()
    let there = hands.receiver
    let (file, clinical) = (
      try hands.send(.file, of: hands.sender.shared),
      try hands.send(.clinical, of: hands.sender.shared)
    )
    let id = try hands.receive(file).id
    try assignHealth(id, there)
    #expect(
      try there.read("health", [TestTable.injuries], of: id)[TestTable.injuries]
        == .absent(.notAsked))
    try there.write("health", TestTable.injuries, "Gãy tay", to: id)
    try hands.receive(clinical)
    let seen = try there.read("health", [TestTable.injuries, TestTable.allergies], of: id)
    #expect(seen[TestTable.injuries] == .text("Gãy tay"))
    #expect(seen[TestTable.allergies] == TestOffice.values[TestTable.allergies])
    #expect(try there.verify().findings == [])
  }

  /// Keys of its own: none of the sender's opens anything there, and the other way round.
  @Test func nothingIsSealedUnderTheSendersKeys() throws {
    let hands = try Handing()
    let (received, _) = try hands.handOver(hands.sender.shared)
    func blobs(_ desk: Desk, _ id: CaseID) throws -> Set<Data> {
      let key = try desk.key(of: id)
      return try desk.inspect { db in
        try Set(
          Data.fetchAll(
            db, sql: "SELECT blob FROM field WHERE record IN (SELECT key FROM record WHERE file=?)",
            arguments: [key]))
      }
    }
    let (sent, taken) = (
      try blobs(hands.sender, hands.sender.shared), try blobs(hands.receiver, received.id)
    )
    #expect(sent.isDisjoint(with: taken) && !taken.isEmpty)
  }

  // MARK: The end

  @Test func afterTheEndNothingOpensHere() throws {
    let hands = try Handing()
    let here = hands.sender
    let key = try here.key(of: here.shared)
    let (_, acceptances) = try hands.handOver(here.shared)
    let copy = here.folder + "/records-before"
    try FileManager.default.copyItem(atPath: here.records, toPath: copy)
    try hands.finish(here.shared, on: acceptances)
    #expect(try here.verify().findings == [])
    try gone("lead", here.shared, hands)
    #expect(try gone("social", here.shared, hands) == .leadsKnow)
    #expect(try gone("duty", here.shared, hands) == .leadsKnow)
    // To a stranger there was never such a case.
    #expect(throws: VaultError.self) { try here.read("second", [TestTable.name], of: here.shared) }
    let listed = try here.act("lead") { vault, session in
      var ids: [CaseID] = []
      _ = try vault.list(as: session) { id, _ in ids.append(id) }
      return ids
    }
    #expect(!listed.contains(here.shared))
    let left = try here.inspect(here.custody) { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM kk WHERE file=?", arguments: [key])
    }
    #expect(left == 0)
    // An old copy of the records under today's custody opens nothing of it.
    try FileManager.default.removeItem(atPath: here.records)
    try FileManager.default.copyItem(atPath: copy, toPath: here.records)
    try FileManager.default.removeItem(atPath: here.pins("lead"))
    for handle in ["lead", "social", "duty"] {
      #expect(throws: VaultError.self) {
        try here.read(handle, [TestTable.name], of: here.shared)
      }
    }
  }

  @discardableResult
  private func gone(_ handle: String, _ id: CaseID, _ hands: Handing) throws -> HandedTo? {
    do {
      try hands.sender.read(handle, [TestTable.name], of: id)
      Issue.record("a destroyed case was read")
    } catch VaultError.caseGone(let entry, let place) {
      let refusal = try #require(try hands.sender.entries().first { $0.seq == entry })
      #expect(refusal.out == .denied && refusal.why == .state && refusal.rec != nil)
      return place
    }
    return nil
  }

  /// The person who comes back is sent on: a lead is told where, by a note that stands nowhere in the open, and that is of
  /// this case.
  @Test func aLeadIsToldWhereItWent() throws {
    let hands = try Handing()
    let here = hands.sender
    let office = "Sở Y tế, " + (try hands.card(of: hands.receiver).origin)
    for id in [here.shared, here.fresh] {
      let file = try hands.receive(
        try hands.send(.file, of: id), as: id == here.shared ? "EBCDEFGHN" : "FBCDEFGHP")
      let clinical = try hands.receive(try hands.send(.clinical, of: id))
      try hands.finish(id, on: [file.acceptance, clinical.acceptance])
      #expect(try gone("lead", id, hands) == .office(office))
    }
    let ends = try here.entries().filter { $0.act == Act.keyDestroy }
    #expect(ends.count == 2 && ends.allSatisfy { $0.note != nil && $0.epoch == 0 })
    let bytes = try Data(contentsOf: URL(filePath: here.records))
    #expect(bytes.range(of: Data("Sở Y tế".utf8)) == nil)
    #expect(try here.verify().findings == [])
    // Another than the entry states is none, nor is one that was taken away.
    let notes = try ends.map { try #require($0.note) }.map { Data($0.bytes) }
    try here.tamper(sql: "DELETE FROM audit_note WHERE hash=?", [notes[0]])
    #expect(try gone("lead", here.shared, hands) == .unknown)
    #expect(try gone("lead", here.fresh, hands) == .office(office))
    try here.tamper(sql: "UPDATE audit_note SET hash=? WHERE hash=?", [notes[0], notes[1]])
    #expect(try gone("lead", here.shared, hands) == .unknown)
    #expect(try gone("lead", here.fresh, hands) == .unknown)
  }

  /// The person may still ask who looked: the log stays, and so does the key of the pseudonym.
  @Test func whoLookedIsStillTold() throws {
    let hands = try Handing()
    let (_, acceptances) = try hands.handOver(hands.sender.shared)
    try hands.finish(hands.sender.shared, on: acceptances)
    let count = try hands.sender.act("lead") { vault, session in
      var count = 0
      _ = try vault.accesses(of: hands.sender.shared, as: session) { _ in count += 1 }
      return count
    }
    #expect(count > 3)
  }

  /// A destroyed case is not sent again, its code is not given again, and a case opened next is another.
  @Test func theRowOfADestroyedCaseStays() throws {
    let hands = try Handing()
    let here = hands.sender
    let key = try here.key(of: here.shared)
    let (_, acceptances) = try hands.handOver(here.shared)
    try hands.finish(here.shared, on: acceptances)
    #expect(throws: VaultError.alreadyRecorded) {
      try here.act("intake") { vault, session in
        _ = try vault.openCase(TestOffice.opening("BBCDEFGHK"), as: session)
      }
    }
    let next = try here.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    #expect(try here.key(of: next) > key)
    #expect(try here.verify().findings == [])
  }

  /// What the person keeps from somebody goes nowhere; lifted, it goes, and nothing of it is left behind.
  @Test func aRestrictionKeepsTheFileHere() throws {
    let hands = try Handing()
    let here = hands.sender
    let key = try here.key(of: here.shared)
    let kept = try here.restrict(TestTable.phone, from: .intake)
    try here.expectRefused(.restricted, "case.transfer") {
      _ = try hands.send(.file, of: here.shared)
    }
    try here.lift(kept.record)
    let (received, acceptances) = try hands.handOver(here.shared)
    #expect(
      try hands.receiver.read("lead", [TestTable.phone], of: received.id)[TestTable.phone]
        == TestOffice.values[TestTable.phone])
    try hands.finish(here.shared, on: acceptances)
    let left = try here.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM restricted WHERE file=?", arguments: [key])
    }
    #expect(left == 0)
    #expect(try here.verify().findings == [])
    #expect(try hands.receiver.verify().findings == [])
  }

  /// What serves other cases too stays: of an import every case names the same batches.
  @Test func batchesOfOtherCasesStay() throws {
    let hands = try Handing()
    let here = hands.sender
    var pieces: [[UInt8]?] = [Array("rows".utf8), nil]
    let digest = try RegisterDigest { () throws(VaultError) -> [UInt8]? in pieces.removeFirst() }
    var openings = [TestOffice.opening("CBCDEFGHL"), TestOffice.opening("DBCDEFGHM")]
    try here.act("lead") { vault, session in
      _ = try vault.importCases(register: digest, as: session) {
        () throws(VaultError) -> CaseOpening? in openings.popLast()
      }
    }
    let id = try here.act("lead") { vault, _ in try vault.caseID(ofCode: "CBCDEFGHL") }
    let (_, acceptances) = try hands.handOver(id)
    try hands.finish(id, on: acceptances)
    let other = try here.act("lead") { vault, _ in try vault.caseID(ofCode: "DBCDEFGHM") }
    #expect(try here.read("lead", [TestTable.name], of: other).count == 1)
    #expect(try here.verify().findings == [])
  }

  /// Where nothing of health was ever recorded the one file is the whole case.
  @Test func withoutAnythingClinicalOneFileIsEnough() throws {
    let hands = try Handing()
    let here = hands.sender
    let id = try here.act("intake") { vault, session in
      var opening = TestOffice.opening("CBCDEFGHL")
      opening.records.removeAll { $0.entity == TestTable.health }
      return try vault.openCase(opening, as: session).id
    }
    let taken = try hands.receive(hands.send(.file, of: id))
    try hands.finish(id, on: [taken.acceptance])
    #expect(throws: VaultError.self) { try here.read("lead", [TestTable.name], of: id) }
    try here.expectSound()
  }
}
