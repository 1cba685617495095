import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Less than a case is erased: a class, or what a field was before. What is left opens as it did; what went is
/// nowhere, and no key that anybody holds opens an old copy of it.
@Suite struct PartErasureTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func expectNowhere(
    _ secrets: [Data], _ place: SourceLocation = #_sourceLocation
  ) throws {
    let left = try desk.everyByte()
    for secret in secrets {
      #expect(!left.contains { $0.range(of: secret) != nil }, sourceLocation: place)
    }
  }

  private func fill() throws {
    for phone in ["+84911111111", "+84922222222"] {
      try desk.write("social", Table.phone, phone, to: desk.shared)
    }
  }

  // MARK: A class

  @Test func aClassIsGone() throws {
    try fill()
    let secrets = try desk.secrets(of: [Table.name, Table.phone])
    let before = try desk.keysHeld("lead", FieldClass.identity.rawValue)
    #expect(secrets.count > 6 && !before.isEmpty)
    let done = try desk.erase(.fieldClass(.identity))
    #expect(done.part == .fieldClass(.identity) && done.classes == [.identity])
    #expect(done.tally.records == 1 && done.tally.values == 4 && done.tally.keys == before.count)
    for field in [Table.name, Table.phone] {
      #expect(try desk.versions(field, withCopies: true) == [])
    }
    try expectNowhere(secrets)
    for handle in ["lead", "social"] {
      #expect(try desk.keysHeld(handle, FieldClass.identity.rawValue) == [])
      #expect(try desk.read(handle, [Table.name, Table.phone], of: desk.shared) == [:])
      #expect(try desk.read(handle, [Table.story], of: desk.shared).count == 1)
    }
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func theLogSaysWhatAndWho() throws {
    let asked = try desk.askErasure(of: .fieldClass(.identity), by: "social")
    let done = try desk.erase(desk.shared, asked: asked, by: "lead")
    let entries = try desk.entries()
    let (ask, given, erased) = (entries[asked], entries[done.approval], entries[done.entry])
    #expect(ask.gen == nil && ask.class == nil && ask.kind == "retention_ended")
    #expect(given.act == Act.approvalGive && given.ref == asked && given.rec == ask.rec)
    #expect(erased.act == Act.caseErase && erased.class == 2 && erased.man != nil)
    #expect(erased.ref == asked && erased.by == done.approval && erased.rec == ask.rec)
    #expect(erased.gen == done.generation && erased.kind == "retention_ended")
    #expect(try desk.read("lead", [Table.status], of: desk.shared).count == 1)
    // The ask is answered.
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked) }
  }

  /// Asking is not doing: an answer to the person rests on what destroyed keys.
  @Test func whatWasOnlyAskedForIsNotDone() throws {
    func isDone(since seconds: Int64 = 0) throws -> Bool {
      try desk.act("social") { vault, session in
        try vault.wasDone([.erase], in: desk.shared, since: seconds, as: session)
      }
    }
    let asked = try desk.askErasure(of: .fieldClass(.identity), by: "social")
    #expect(try isDone() == false)
    let done = try desk.erase(desk.shared, asked: asked, by: "lead")
    #expect(try isDone())
    // Nor is what was done before they asked.
    let second = Int64(try desk.entries()[done.entry].t / 1_000)
    #expect(try isDone(since: second))
    #expect(try isDone(since: second + 1) == false)
  }

  /// What is recorded of the class afterwards is sealed under a key of then.
  @Test func itIsFilledAnew() throws {
    let before = try desk.keysHeld("lead", FieldClass.identity.rawValue).last ?? 0
    try desk.erase(.fieldClass(.identity))
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    #expect(try desk.keysHeld("lead", FieldClass.identity.rawValue) == [before + 1])
    for handle in ["lead", "social"] {
      #expect(
        try desk.read(handle, [Table.name], of: desk.shared) == [Table.name: .text("Trần Thị Mới")])
    }
    try desk.expectSound()
    try desk.erase(.fieldClass(.identity))
    #expect(try desk.versions(Table.name) == [])
    try desk.expectSound()
  }

  /// Of a class that goes whole nobody has to hold the key: a lead gives that of the health staff.
  @Test func aClassThatNoLeadHolds() throws {
    let secrets = try desk.secrets(of: [Table.injuries])
    try desk.erase(.fieldClass(.clinical))
    try expectNowhere(secrets)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared) == [:])
    #expect(try desk.read("health", [Table.allergies], of: desk.shared).count == 1)
    try desk.write("health", Table.injuries, "Đã lành", to: desk.shared)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// What is kept from whom is no value of the class that it is recorded in.
  @Test func restrictionsOutliveTheirClass() throws {
    let set = try desk.restrict(Table.phone, from: .intake)
    try desk.erase(.fieldClass(.support))
    #expect(try desk.versions(Table.channel) == [])
    try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    #expect(try desk.read("lead", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
    try desk.lift(set.record)
    #expect(try desk.read("lead", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func aRestrictedFieldGoesWithItsClass() throws {
    try desk.restrict(Table.phone, from: .intake)
    let secrets = try desk.secrets(of: [Table.phone])
    try desk.erase(.fieldClass(.identity))
    try expectNowhere(secrets)
    try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    #expect(try desk.read("social", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  // MARK: A history

  @Test func whatAFieldWasIsGone() throws {
    try fill()
    #expect(try desk.versions(Table.phone) == [1, 2, 3])
    let secrets = try desk.secrets(of: [Table.phone, Table.name])
    let before = try desk.keysHeld("social", FieldClass.identity.rawValue).last ?? 0
    let done = try desk.erase(.history(Table.phone))
    #expect(done.tally.values == 2 && done.tally.records == 1)
    #expect(try desk.versions(Table.phone) == [3] && desk.versions(Table.name) == [1])
    // Not even of what stays is there the old seal.
    try expectNowhere(secrets)
    for handle in ["lead", "social"] {
      let seen = try desk.read(handle, [Table.phone, Table.name], of: desk.shared)
      #expect(seen[Table.phone] == .text("+84922222222"))
      #expect(seen[Table.name] == TestOffice.values[Table.name])
      #expect(try desk.keysHeld(handle, FieldClass.identity.rawValue) == [before + 1])
    }
    let erased = try desk.entries()[done.entry]
    #expect(erased.fields?.contains("f202") == true && erased.fields?.contains("f202:3") == true)
    try desk.expectSound()
    try desk.write("social", Table.phone, "+84944444444", to: desk.shared)
    #expect(try desk.versions(Table.phone) == [3, 4])
    try desk.expectSound()
  }

  /// Of a health field a duty officer gives it: only they can seal what is left, and only what was looked at.
  @Test func ofAHealthFieldADutyOfficerGivesIt() throws {
    try desk.write("health", Table.injuries, "Đã lành", to: desk.shared)
    let part = ErasedPart.history(Table.injuries)
    var asked = try desk.askErasure(of: part)
    try desk.expectRefused(.role, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "deputy")
    }
    try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    try desk.expectRefused(.state, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "night")
    }
    asked = try desk.askErasure(of: part)
    let secrets = try desk.secrets(of: [Table.injuries])
    try desk.erase(desk.shared, asked: asked, by: "night")
    try expectNowhere(secrets)
    #expect(
      try desk.read("health", [Table.injuries], of: desk.shared) == [
        Table.injuries: .text("Đã lành")
      ])
    try desk.expectSound()
  }

  @Test func ofARestrictedField() throws {
    try fill()
    try desk.restrict(Table.phone, from: .intake)
    let secrets = try desk.secrets(of: [Table.phone, Table.name])
    try desk.erase(.history(Table.phone))
    try expectNowhere(secrets)
    #expect(try desk.read("social", [Table.phone], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  /// Nobody erases what they could not seal anew.
  @Test func ofAFieldThatIsKeptFromLeads() throws {
    try fill()
    try desk.restrict(Table.phone, from: .lead)
    let asked = try desk.askErasure(of: .history(Table.phone), by: "social")
    try desk.expectRefused(.restricted, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked)
    }
    #expect(try desk.versions(Table.phone) == [1, 2, 3])
    try desk.expectSound()
  }

  // MARK: Copies

  private func share(_ field: FieldID) throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [field], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: .careManagement, as: session)
    }
  }

  private func seesCopy(_ field: FieldID) -> Bool {
    (try? desk.read("police", [field], of: desk.shared))?[field] != nil
  }

  @Test func copiesGoWithWhatTheyCopy() throws {
    try share(Table.name)
    #expect(seesCopy(Table.name))
    let secrets = try desk.secrets(of: [Table.name])
    let done = try desk.erase(.fieldClass(.identity))
    #expect(done.tally.copies == 1)
    #expect(!seesCopy(Table.name))
    #expect(try desk.versions(Table.name, withCopies: true) == [])
    try expectNowhere(secrets)
    try desk.expectSound()
  }

  /// A copy of what stays is left alone; with one of what goes the sharing ends.
  @Test func copiesOfAHistory() throws {
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    try share(Table.name)
    try desk.erase(.history(Table.name))
    #expect(seesCopy(Table.name))
    try desk.write("social", Table.name, "Trần Thị Nữa", to: desk.shared)
    #expect(seesCopy(Table.name))
    #expect(try desk.versions(Table.name, withCopies: true) == [2, 2, 3, 3])
    let done = try desk.erase(.history(Table.name))
    #expect(done.tally.copies == 1 && !seesCopy(Table.name))
    #expect(try desk.versions(Table.name, withCopies: true) == [3, 3])
    try desk.expectSound()
  }

  // MARK: Who, and what

  @Test func twoPeopleAndTheRightOnes() throws {
    for handle in ["health", "duty", "intake"] {
      #expect(throws: VaultError.self) {
        try desk.askErasure(of: .fieldClass(.identity), by: handle)
      }
    }
    let asked = try desk.askErasure(of: .fieldClass(.identity))
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "lead")
    }
    for handle in ["social", "night", "admin"] {
      try desk.expectRefused(.role, Act.approvalGive) {
        try desk.erase(desk.shared, asked: asked, by: handle)
      }
    }
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  @Test func whatCannotBeErasedAlone() throws {
    for part in [
      ErasedPart.fieldClass(.operations), .history(Table.status), .history(Table.liftedAt),
    ] {
      #expect(throws: VaultError.nothingAsked) { try desk.erase(part) }
    }
    #expect(throws: VaultError.nothingToDo) { try desk.erase(.history(Table.name)) }
    try desk.expectSound()
  }

  @Test func howItIsWritten() {
    for part in [ErasedPart.fieldClass(.safety), .history(Table.phone)] {
      let subject = ErasureSubject("person_request", part)
      #expect(ErasureSubject(text: subject.text) == subject)
    }
    #expect(ErasureSubject(text: "purpose_done") == ErasureSubject("purpose_done"))
    for text in [
      "", ":", "a:", "a:b", "a:class.all", "a:history.x", "a:history.07", "a:class.vital:b",
    ] {
      #expect(ErasureSubject(text: text) == nil, "\(text)")
    }
  }
}
