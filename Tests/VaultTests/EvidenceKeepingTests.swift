import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Files that are kept in a case: whole, for those who hold the class, every look written down first, and gone
/// with what they belong to.
@Suite struct EvidenceKeepingTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  @Test(arguments: [0, 1, 65_532, 65_533, 600_000]) func itComesBack(count: Int) throws {
    let content = [UInt8].pattern(count)
    let record = try desk.attach(content)
    #expect(try desk.content(of: record) == content)
    #expect(try desk.content(of: record, by: "lead") == content)
    let listed = try desk.listEvidence()
    #expect(listed.records.map(\.id) == [record])
    #expect(listed.records[0].fields[TestTable.fileSum] == .text(Digest.of(content).hex))
    #expect(try #require(listed.contents[record]) >= count)
    #expect(try desk.verify().findings == [])
  }

  @Test func aFileComesBackAsItWas() throws {
    let content = [UInt8].pattern(200_000)
    let path = desk.folder + "/film"
    try Data(content).write(to: URL(fileURLWithPath: path))
    let record = try #require(try desk.attach(.file(path)).records.first)
    #expect(try desk.content(of: record) == content)
  }

  @Test func theLogSaysWhoDidWhat() throws {
    let start = try desk.entries().count
    let record = try desk.attach(.pattern(10))
    _ = try desk.content(of: record, by: "lead")
    _ = try desk.listEvidence()
    let entries = try desk.entries()[start...].filter { $0.act != Act.fieldRead }
    #expect(entries.map(\.act) == ["evidence.add", "evidence.save", "evidence.list"])
    let (add, save, list) = (entries[0], entries[1], entries[2])
    #expect(add.item != nil && add.sum != nil && add.man != nil && save.item == add.item)
    #expect(save.rec == add.rec && save.purp == "HLEGAL" && save.role == "lead")
    #expect(list.item == nil && list.rec == add.rec)
    let look = try #require(save.ref.map { try desk.entries()[$0] })
    #expect(look.act == Act.fieldRead && look.fields == ["f3400:1", "f3403:1"])
    // The chain of custody is what the log has.
    let events = try desk.listEvidence(by: "lead").events
    #expect(events.map(\.act) == [.add, .save, .list, .list])
    #expect(events.map(\.person.handle) == ["social", "lead", "social", "lead"])
    #expect(events.prefix(2).allSatisfy { $0.record == record && $0.isDone })
  }

  /// The entry stands before the first byte is given out.
  @Test func theEntryComesFirst() throws {
    let record = try desk.attach(.pattern(10))
    let desk = desk
    try desk.act("lead") { vault, session in
      var acts: [String] = []
      _ = try vault.saveEvidence(
        record, Desk.evidenceFields, of: desk.shared, for: .legal, as: session
      ) { _ in
        acts = (try? desk.entries().map(\.act)) ?? []
        return true
      }
      #expect(acts.last == "evidence.save")
    }
  }

  @Test(arguments: ["intake", "health", "police", "figures", "second", "auditor", "admin"])
  func whoMayNotIsRefused(handle: String) throws {
    let record = try desk.attach(.pattern(10))
    #expect(throws: VaultError.self) { try desk.content(of: record, by: handle) }
    let refused = try desk.entries().suffix(2)
    #expect(refused.map(\.act) == [Act.fieldRead, "evidence.save"])
    #expect(refused.allSatisfy { $0.out == .denied })
    #expect(throws: VaultError.self) { try desk.listEvidence(by: handle) }
    #expect(try desk.entries().last?.act == "evidence.list")
    let start = try desk.entries().count
    #expect(throws: VaultError.self) { try desk.attach(.bytes([1]), by: handle) }
    let added = try desk.entries()[start...]
    #expect(added.map(\.act) == ["evidence.add"] && added.first?.out == .denied)
  }

  @Test func withoutAPurposeNothingIsGivenOut() throws {
    let record = try desk.attach(.pattern(10))
    #expect(throws: VaultError.self) { try desk.content(of: record, for: nil) }
    #expect(try desk.entries().last?.why == .purpose)
  }

  /// What the person keeps of a file from somebody, keeps the file from them.
  @Test func aRestrictionOfAFieldKeepsTheFile() throws {
    let record = try desk.attach(.pattern(10))
    try desk.restrict(TestTable.fileName, from: .lead)
    #expect(throws: VaultError.self) { try desk.content(of: record, by: "lead") }
    #expect(try desk.entries().last?.why == .restricted)
    #expect(try desk.content(of: record) == .pattern(10))
    #expect(try desk.verify().findings == [])
  }

  @Test func aRecordThatIsNoFileIsRefusedWithAnEntry() throws {
    _ = try desk.attach(.pattern(10))
    #expect(throws: VaultError.self) { try desk.content(of: .makeRandom()) }
    let last = try #require(try desk.entries().last)
    #expect(last.act == "evidence.save" && last.out == .denied && last.why == .state)
  }

  /// What is brought is refused for what it is, before anything is written.
  @Test func whatIsNoFileIsNotTakenIn() throws {
    let start = try desk.entries().count
    let large = desk.folder + "/large"
    #expect(FileManager.default.createFile(atPath: large, contents: nil))
    try #require(FileHandle(forWritingAtPath: large)).truncate(
      atOffset: UInt64(Evidence.longest) + 1)
    for (path, fault) in [
      (desk.folder + "/none", EvidenceFault.missing), (desk.folder, .strange), (large, .tooLarge),
    ] {
      #expect(throws: VaultError.evidence(fault)) { try EvidenceSource.file(path).checkedCount() }
    }
    #expect(throws: VaultError.evidence(.missing)) {
      try desk.attach(.file(desk.folder + "/none"))
    }
    #expect(try desk.entries().count == start)
    #expect(try desk.sealedParts() == [])
  }

  /// Half of what it was and half of what it is would be sealed as a proof.
  @Test(arguments: ["cut", "grown", "written over"])
  func aFileThatChangesWhileItIsReadIsNotTakenIn(_ how: String) throws {
    let path = desk.folder + "/film"
    try Data(repeating: 7, count: 300_000).write(to: URL(filePath: path))
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    var pieces = 0
    #expect(throws: VaultError.evidence(.changed)) {
      try EvidenceSource.file(path).eachPiece(AttachmentRows.capacity) { _, _ in
        pieces += 1
        guard pieces == 1 else { return }
        do {
          if how == "cut" { try file.truncate(atOffset: 100_000) }
          if how == "grown" { try file.seekToEnd() }
          if how != "cut" { try file.write(contentsOf: Data([1, 2, 3])) }
        } catch { Issue.record(error) }
      }
    }
    #expect(pieces > 0)
  }

  /// What somebody looked at and decided about is what is taken in: a picture without its place, and not another that
  /// came under its name while questions were answered.
  @Test(arguments: ["written over", "replaced"])
  func whatWasLookedAtIsWhatIsTakenIn(_ how: String) throws {
    let path = desk.folder + "/picture"
    try Data(repeating: 7, count: 3_000).write(to: URL(filePath: path))
    let looked = try EvidenceSource.file(path).asItIs()
    #expect(try looked.beginning(2) == [7, 7])
    _ = try desk.attach(looked)
    let start = try desk.sealedParts().count
    if how == "replaced" {
      let other = desk.folder + "/other"
      try Data(repeating: 8, count: 3_000).write(to: URL(filePath: other))
      // With the time of the one before, as copying tools keep it.
      let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
      try FileManager.default.setAttributes(
        [.modificationDate: try #require(date)], ofItemAtPath: other)
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: other, toPath: path)
    } else {
      try #require(FileHandle(forWritingAtPath: path)).write(contentsOf: Data([8, 8, 8, 8]))
    }
    #expect(throws: VaultError.evidence(.changed)) { try looked.checkedCount() }
    #expect(throws: VaultError.evidence(.changed)) { try looked.beginning(2) }
    #expect(throws: VaultError.evidence(.changed)) { try desk.attach(looked) }
    #expect(try desk.sealedParts().count == start)
  }

  @Test func whatTakesNoMoreIsTold() throws {
    let record = try desk.attach(.pattern(300_000))
    let shared = desk.shared
    try desk.act("social") { vault, session in
      var left = 2
      #expect(throws: VaultError.evidence(.unwritable)) {
        try vault.saveEvidence(
          record, Desk.evidenceFields, of: shared, for: .legal, as: session
        ) { _ in
          left -= 1
          return left > 0
        }
      }
      #expect(left == 0)
    }
  }

  /// The key of a file is no field that a form can write.
  @Test func nobodyWritesTheKeyOfAFile() throws {
    let change = RecordChange(
      .new, entity: Evidence.entity, fields: [Evidence.keyField: .bytes([1])])
    let shared = desk.shared
    try desk.act("social") { vault, session in
      #expect(throws: VaultError.self) { try vault.write([change], to: shared, as: session) }
    }
  }

  // MARK: What goes

  private func expectNowhere(
    _ secrets: [Data], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let left = try desk.everyByte()
    for secret in secrets {
      #expect(!left.contains { $0.range(of: secret) != nil }, sourceLocation: place)
    }
  }

  @Test func itGoesWithTheCase() throws {
    _ = try desk.attach(.pattern(300_000))
    let secrets = try desk.sealedParts()
    #expect(secrets.count == 6)
    try desk.erase(desk.shared)
    #expect(try desk.sealedParts() == [])
    try expectNowhere(secrets)
    try desk.expectSound()
  }

  @Test func itGoesWithItsClass() throws {
    let record = try desk.attach(.pattern(300_000))
    let secrets = try desk.sealedParts()
    try desk.erase(.fieldClass(.sensitive))
    #expect(try desk.sealedParts() == [])
    try expectNowhere(secrets)
    #expect(throws: VaultError.self) { try desk.content(of: record) }
    try desk.expectSound()
  }

  /// The history of a field of its class goes: its key is sealed anew, the content stays as it is.
  @Test func itStaysWhereSomethingElseGoes() throws {
    let record = try desk.attach(.pattern(300_000))
    for text in ["một", "hai"] { try desk.write("social", TestTable.story, text, to: desk.shared) }
    let before = try desk.sealedParts()
    try desk.erase(.history(TestTable.story))
    try desk.erase(.fieldClass(.identity))
    #expect(try desk.sealedParts() == before)
    #expect(try desk.content(of: record) == .pattern(300_000))
    try desk.expectSound()
  }

  /// Over there what is said of it arrives, and that the content did not.
  @Test func itDoesNotTravel() throws {
    let hands = try Handing()
    let (here, there) = (hands.sender, hands.receiver)
    let record = try here.attach(.pattern(10))
    let (received, acceptances) = try hands.handOver(here.shared)
    let listed = try there.listEvidence(of: received.id, by: "lead")
    #expect(listed.records.map(\.id) == [record] && listed.contents.isEmpty)
    #expect(throws: VaultError.self) {
      try there.content(of: record, in: received.id, by: "lead")
    }
    #expect(try there.entries().last?.act == "evidence.save")
    #expect(try there.verify().findings == [])
    try hands.finish(here.shared, on: acceptances)
    #expect(try here.sealedParts() == [])
    #expect(try here.verify().findings == [])
  }
}
