import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// An entry that was written into the wrong case is out of sight at once, goes for good when a second person agrees, and
/// is there again when they do not.
@Suite struct RetractionTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func name(_ handle: String = "lead") throws -> FieldValue? {
    try desk.read(handle, [Table.name], of: desk.shared)[Table.name]
  }

  private func history(_ field: FieldID) throws -> [FieldValue] {
    try desk.act("lead") { vault, session in
      try vault.history(
        HistoryChoice([field]), of: desk.shared, for: .careManagement, as: session
      ).versions.map(\.value)
    }
  }

  // MARK: Out of sight

  @Test func outOfSightForEverybodyAtOnce() throws {
    #expect(try name() != nil && history(Table.name).count == 1)
    let asked = try desk.retract(Table.identity)
    for handle in ["lead", "social"] { #expect(try name(handle) == nil) }
    #expect(try history(Table.name) == [])
    let entry = try desk.entries()[asked]
    #expect(entry.act == "case.retract" && entry.gen == nil && entry.kind == "wrong_file")
    #expect(entry.item != nil && entry.man != nil && entry.rec != nil && entry.role != nil)
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    try desk.expectSound()
    // What is recorded now is another record.
    try desk.write("social", Table.name, "Trần Thị Mới", to: desk.shared)
    #expect(try name() == .text("Trần Thị Mới"))
    try desk.expectSound()
  }

  @Test func itIsTakenBackOnce() throws {
    try desk.retract(Table.identity)
    #expect(throws: VaultError.self) { try desk.retract(Table.identity) }
    #expect(throws: VaultError.self) { try desk.write("social", Table.name, "x", to: desk.fresh) }
    try desk.expectSound()
  }

  /// Nothing goes out of sight that nobody is asked about.
  @Test func outOfSightIsWhatIsAskedFor() throws {
    let (wrong, other) = (try desk.name(of: Table.identity), try desk.name(of: Table.statement))
    for subject in [nil, ErasureSubject("twice", .record(other, kind: Table.statement)).text] {
      #expect(throws: VaultError.nothingToDo) {
        try desk.act("social") { vault, session in
          var writing = CaseWriting(.retract)
          writing.retracting = wrong
          if let subject { writing.second = .ask(subject: subject, list: Table.pending) }
          writing.operations = [Table.status: .text("received")]
          _ = try vault.write(writing, to: desk.shared, as: session)
        }
      }
    }
    #expect(try name() != nil)
    try desk.expectSound()
  }

  @Test func whatCannotBeTakenBack() throws {
    let set = try desk.restrict(Table.phone, from: .intake)
    #expect(throws: VaultError.self) { try desk.retract(Restriction.entity, set.record) }
    #expect(throws: VaultError.self) { try desk.retract(Table.identity, .makeRandom()) }
    try desk.expectSound()
  }

  /// Copies end with it, and are no longer read by who was given them.
  @Test func copiesEnd() throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [Table.name], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
        for: .careManagement, as: session)
    }
    #expect(try name("police") != nil)
    let asked = try desk.retract(Table.identity)
    #expect((try? name("police")) == nil)
    try desk.expectSound()
    let secrets = try desk.secrets(of: [Table.name, Table.phone])
    try desk.erase(desk.shared, asked: asked)
    #expect(try desk.versions(Table.name, withCopies: true) == [])
    try desk.expectNowhere(secrets)
    try desk.expectSound()
  }

  // MARK: Given

  @Test func itGoesForGood() throws {
    try desk.add(Table.name, "Trần Thị Nhầm")
    let wrong = try desk.name(of: Table.identity)
    let before = try #require(desk.keysHeld("lead", FieldClass.identity.rawValue).last)
    let asked = try desk.retract(Table.identity, wrong)
    let secrets = try desk.secrets(of: [Table.name, Table.phone])
    let done = try desk.erase(desk.shared, asked: asked)
    #expect(done.isRetraction && done.classes == [.identity] && done.tally.records == 1)
    #expect(done.tally.values == 2 && done.tally.keys > 0)
    // Nor is the seal of before there of what stays.
    try desk.expectNowhere(secrets)
    #expect(try name() == TestOffice.values[Table.name])
    for handle in ["lead", "social"] {
      #expect(try desk.keysHeld(handle, FieldClass.identity.rawValue) == [before + 1])
    }
    let erased = try desk.entries()[done.entry]
    #expect(erased.act == "case.retract" && erased.gen == done.generation && erased.class == nil)
    #expect(erased.item == (try desk.entries()[asked].item) && erased.ref == asked)
    #expect(erased.fields?.contains("f201") == true && erased.fields?.contains("f202") == true)
    try desk.expectSound()
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked) }
    try desk.write("social", Table.phone, "+84944444444", to: desk.shared)
    try desk.expectSound()
  }

  @Test func whoGivesIt() throws {
    for handle in ["health", "duty", "intake"] {
      #expect(throws: VaultError.self) { try desk.retract(Table.identity, by: handle) }
    }
    #expect(try name() != nil)
    let asked = try desk.retract(Table.identity, by: "lead")
    try desk.expectRefused(.secondPerson, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked, by: "lead")
    }
    for handle in ["social", "night", "admin"] {
      try desk.expectRefused(.role, Act.approvalGive) {
        try desk.erase(desk.shared, asked: asked, by: handle)
      }
    }
    try desk.erase(desk.shared, asked: asked)
    try desk.expectSound()
  }

  /// Nothing is destroyed, and nobody gives it afterwards.
  @Test func whoAskedTakesItBack() throws {
    let before = try name()
    let asked = try desk.retract(Table.identity, by: "lead")
    #expect(try name() == nil)
    try desk.leave(asked, by: "lead")
    #expect(try name() == before)
    #expect(throws: VaultError.self) { try desk.erase(desk.shared, asked: asked) }
    try desk.expectSound()
  }

  /// What health staff wrote a duty officer has destroyed, also where somebody wrote in the case since.
  @Test func ofHealthADutyOfficerGivesIt() throws {
    let asked = try desk.retract(Table.health)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared) == [:])
    try desk.write("social", Table.phone, "+84933333333", to: desk.shared)
    try desk.expectRefused(.role, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked)
    }
    let secrets = try desk.secrets(of: [Table.injuries, Table.allergies])
    let done = try desk.erase(desk.shared, asked: asked, by: "night")
    #expect(done.classes == [.clinical, .vital])
    try desk.expectNowhere(secrets)
    try desk.write("health", Table.injuries, "Mới", to: desk.shared)
    #expect(try desk.read("health", [Table.injuries], of: desk.shared).count == 1)
    try desk.expectSound()
  }

  // MARK: Refused

  @Test func itIsThereAgain() throws {
    let asked = try desk.retract(Table.identity)
    let entry = try desk.leave(asked)
    let refused = try desk.entries()[entry]
    #expect(refused.act == Act.approvalRefuse && refused.ref == asked && refused.man != nil)
    #expect(refused.item == (try desk.entries()[asked].item))
    for handle in ["lead", "social"] {
      #expect(try name(handle) == TestOffice.values[Table.name])
    }
    #expect(try history(Table.name).count == 1)
    try desk.write("social", Table.name, "Nguyễn Thị Hoa", to: desk.shared)
    #expect(try history(Table.name).count == 2)
    try desk.expectSound()
    #expect(throws: VaultError.self) { try desk.leave(asked) }
    // And can be taken back again.
    try desk.erase(desk.shared, asked: try desk.retract(Table.identity))
    try desk.expectSound()
  }

  /// Who asks may ask no more: nobody gives it, and it can come back.
  @Test func whoAskedHasLostTheRole() throws {
    let asked = try desk.retract(Table.identity)
    #expect(try desk.entries()[asked].role == Role.socialWorker.rawValue)
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.socialWorker, from: "social", as: session)
    }
    try desk.expectRefused(.expired, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked)
    }
    try desk.leave(asked)
    #expect(try name() != nil)
    try desk.expectSound()
  }

  /// Who asks has left: nobody gives it, and it can come back.
  @Test func whoAskedHasLeft() throws {
    let asked = try desk.retract(Table.identity)
    try desk.suspend("social")
    try desk.expectRefused(.suspended, Act.approvalGive) {
      try desk.erase(desk.shared, asked: asked)
    }
    try desk.leave(asked)
    #expect(try name() != nil)
    try desk.expectSound()
  }
}
