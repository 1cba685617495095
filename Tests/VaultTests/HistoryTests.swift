import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What a field was before: every kept version with who wrote it and by which entry, written down first, and no more of
/// it than whoever looks may read.
@Suite struct HistoryTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func history(
    _ handle: String, _ choice: HistoryChoice, of id: CaseID? = nil,
    for purpose: Purpose? = .careManagement
  ) throws -> KeptHistory {
    try desk.act(handle) { vault, session in
      try vault.history(choice, of: id ?? desk.shared, for: purpose, as: session)
    }
  }

  private func history(_ handle: String, _ fields: Set<FieldID>) throws -> KeptHistory {
    try history(handle, HistoryChoice(fields))
  }

  private func fill() throws -> [Int] {
    try ["+84911111111", "+84922222222"].map {
      try desk.write("social", Table.phone, $0, to: desk.shared)
    }
  }

  // MARK: What is shown

  @Test func everyVersionNewestFirst() throws {
    let written = try fill()
    let rec = try rec()
    let opened = try #require(
      try desk.entries().first { $0.act == Act.recordCreate && $0.rec == rec })
    let shown = try history("social", [Table.phone])
    #expect(
      shown.versions.map(\.value) == [
        .text("+84922222222"), .text("+84911111111"), try #require(TestOffice.values[Table.phone]),
      ])
    #expect(shown.versions.map(\.version) == [3, 2, 1] && shown.count == 3 && shown.ungiven == 0)
    #expect(shown.versions.map { $0.stated?.entry } == [written[1], written[0], opened.seq])
    let times = try desk.entries().map(\.t)
    #expect(
      shown.versions.allSatisfy { version in
        version.stated.map { times[$0.entry] == $0.time } ?? false
      })
    let writers = try ["social", "social", "intake"].map { handle in
      try desk.act(handle) { _, session in session.member }
    }
    #expect(shown.versions.map(\.writer) == writers)
  }

  /// The entry comes first and names every version that is opened.
  @Test func theEntryNamesEachVersion() throws {
    _ = try fill()
    let shown = try history("lead", [Table.phone, Table.name])
    let entry = try #require(try desk.entries().last)
    #expect(entry.seq == shown.entry && entry.act == Act.fieldRead && entry.out == .ok)
    let rec = try rec()
    #expect(entry.fields == ["f201:1", "f202:1", "f202:2", "f202:3"] && entry.rec == rec)
    #expect(entry.purp == "CAREMGT" && entry.role == "lead")
    try desk.expectSound()
  }

  @Test func aPartAtATime() throws {
    _ = try fill()
    var seen: [UInt64] = []
    for skip in 0..<4 {
      let part = try history(
        "social", HistoryChoice([Table.phone], skipping: skip, atMost: 1))
      #expect(part.count == 3)
      seen += part.versions.map(\.version)
      let named = try #require(try desk.entries().last?.fields)
      #expect(named == (part.versions.first.map { ["f202:\($0.version)"] } ?? ["f202"]))
    }
    #expect(seen == [3, 2, 1])
  }

  @Test func oneRecordOfSeveral() throws {
    let (records, entry) = try add(["Chị kể.", "Chị kể thêm."], together: false)
    let one = try history("social", HistoryChoice([Table.story], record: records[1]))
    #expect(one.versions.map(\.value) == [.text("Chị kể thêm.")])
    #expect(one.versions.first?.stated?.entry == entry)
    #expect(try history("social", [Table.story]).count == 3)
  }

  /// One entry that writes several records of a kind names none of them: where two could be it, none is said to be.
  @Test func severalWrittenTogether() throws {
    let (records, _) = try add(["Một.", "Hai."], together: true)
    let sure = try history("social", HistoryChoice([Table.story], record: records[0]))
    #expect(sure.versions.map { $0.stated == nil } == [false])
    _ = try add(["Ba.", "Bốn."], together: true)
    let shown = try history("social", [Table.story])
    #expect(shown.versions.filter { $0.stated == nil }.count == 4 && shown.versions.count == 5)
  }

  /// Two entries can state a version of the number; by the record's own name it is told which.
  private func add(
    _ texts: [String], together: Bool
  ) throws -> (records: [RecordID], entry: Int) {
    try desk.act("social") { vault, session in
      let changes = texts.map {
        RecordChange(.new, entity: Table.statement, fields: [Table.story: .text($0)])
      }
      var (records, entry) = ([RecordID](), 0)
      for part in together ? [changes] : changes.map({ [$0] }) {
        let receipt = try vault.write(part, to: desk.shared, as: session)
        records += receipt.records
        entry = receipt.entry
      }
      return (records, entry)
    }
  }

  // MARK: What was erased, and what came from elsewhere

  @Test func whatWasErasedIsNotThere() throws {
    let written = try fill()
    try desk.erase(.history(Table.phone))
    let left = try history("social", [Table.phone])
    #expect(left.versions.map(\.value) == [.text("+84922222222")])
    #expect(left.versions.first?.stated?.entry == written[1])
    try desk.erase(.fieldClass(.identity))
    #expect(try history("social", [Table.phone]).versions.isEmpty)
    // It begins at version 1 again, which another entry stated before.
    let again = try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    let anew = try history("social", [Table.phone])
    #expect(anew.versions.map(\.version) == [1] && anew.versions.first?.stated?.entry == again)
  }

  @Test func whatCameFromAnotherVault() throws {
    let hands = try Handing()
    try hands.sender.write("social", Table.phone, "+84911111111", to: hands.sender.shared)
    let (received, _) = try hands.handOver(hands.sender.shared)
    let shown = try hands.receiver.act("lead") { vault, session in
      try vault.history(
        HistoryChoice([TestTable.phone]), of: received.id, for: .careManagement, as: session)
    }
    #expect(shown.versions.map(\.version) == [2, 1])
    let entry = try #require(
      try hands.receiver.entries().last { $0.act == Act.recordCreate && $0.kind == "transfer" })
    #expect(shown.versions.map { $0.stated?.entry } == [entry.seq, entry.seq])
  }

  /// Restricted, it lies with what it was before under a key of its own.
  @Test func whatIsKeptFromSomebodyIsKeptWithItsHistory() throws {
    _ = try fill()
    try desk.restrict(Table.phone, from: .lead)
    #expect(try history("social", [Table.phone]).count == 3)
    try expectRefused(.restricted) { _ = try history("lead", [Table.phone]) }
  }

  /// Whoever was given copies has these and nothing from before.
  @Test func copiesHaveNone() throws {
    _ = try fill()
    try desk.act("social") { vault, session in
      let until = vault.now() + 86_400_000
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: until, for: .careManagement,
        as: session)
    }
    let shown = try history("police", HistoryChoice([Table.name]), for: .legal)
    #expect(shown.versions.isEmpty && shown.count == 0 && shown.hasCopies)
    #expect(try desk.entries().last?.fields == ["f201"])
    try expectRefused(.fieldClass) {
      _ = try history("police", HistoryChoice([Table.phone]), for: .legal)
    }
  }

  /// The order stands in the log as it was read: who writes in between has it read again.
  @Test func writtenInBetween() throws {
    let rec = try #require(try rec())
    let choice = HistoryChoice([Table.phone])
    try desk.act("social") { vault, session in
      let before = StatedVersions(of: rec, in: vault)
      try desk.write("lead", Table.phone, "+84944444444", to: desk.shared)
      #expect(throws: VaultError.changedMeanwhile) {
        _ = try vault.admit(choice.fields, of: desk.shared, for: nil, as: session) {
          drawer, context throws(VaultError) in
          try HistoryPlan(choice, in: drawer, before, context).taken(from: drawer)
        }
      }
    }
    #expect(try history("social", choice).versions.first?.value == .text("+84944444444"))
  }

  // MARK: What is refused

  private func rec() throws -> Identifier? {
    try desk.act("lead") { vault, session in
      try vault.store.look { tx throws(VaultError) in
        try tx.file(desk.shared).map { file throws(VaultError) in
          try vault.custody.pseudonym(of: file.key, id: file.id)
        }
      }
    }
  }

  private func expectRefused(
    _ why: Refusal, _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(why, entry: size), sourceLocation: place, performing: body)
    let entry = try #require(try desk.entries().last, sourceLocation: place)
    #expect(entry.seq == size && entry.act == Act.fieldRead && entry.out == .denied)
  }

  @Test func whoMayNotReadTheNewestReadsNoneOfThem() throws {
    _ = try fill()
    try expectRefused(.fieldClass) {
      _ = try history("intake", HistoryChoice([Table.phone]), of: desk.fresh)
    }
    try expectRefused(.notAssigned) { _ = try history("second", [Table.phone]) }
    try expectRefused(.role) { _ = try history("auditor", [Table.phone]) }
    try expectRefused(.purpose) {
      _ = try history("social", HistoryChoice([Table.story]), for: nil)
    }
  }

  @Test func aRecordThatThereIsNotLeavesAnEntry() throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.noted(.noSuchRecord, entry: size)) {
      try history("social", HistoryChoice([Table.phone], record: RecordID(.makeRandom())))
    }
    let entry = try #require(try desk.entries().last)
    let rec = try rec()
    #expect(entry.out == .denied && entry.rec == rec && entry.fields == ["f202"])
    #expect(throws: VaultError.caseNotFound(entry: size + 1)) {
      try history("social", HistoryChoice([Table.phone]), of: CaseID(.makeRandom()))
    }
  }

  /// An older version that was put in the place of another one, or dropped, is an altered case.
  @Test(arguments: [
    "DELETE FROM field WHERE record=? AND id=202 AND version=1",
    "UPDATE field SET blob=(SELECT blob FROM field WHERE id=201) WHERE record=? AND id=202 AND version=1",
    "UPDATE field SET writer=1-(writer=1)+1 WHERE record=? AND id=202 AND version=1",
  ])
  func anOlderVersionThatWasAltered(_ sql: String) throws {
    _ = try fill()
    let record = try desk.record(Table.identity, of: desk.shared)
    try desk.tamper(sql: sql, [record])
    let size = try desk.entries().count
    #expect(throws: VaultError.self) { try history("social", [Table.phone]) }
    let last = try #require(try desk.entries().last)
    #expect(last.seq >= size && last.out == .failed && last.why == .tampered)
  }

  /// Of what was taken back nobody's version is left, and those of the other record keep their entries.
  @Test func afterAnEntryWasTakenBack() throws {
    let written = try fill()
    try desk.add(Table.phone, "+84933333333")
    let added = try desk.name(of: Table.identity)
    let asked = try desk.retract(Table.identity, added)
    try desk.erase(desk.shared, asked: asked)
    let shown = try history("social", [Table.phone])
    #expect(shown.versions.map(\.version) == [3, 2, 1])
    #expect(shown.versions.prefix(2).map { $0.stated?.entry } == [written[1], written[0]])
    try desk.expectSound()
  }
}
