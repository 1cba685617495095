import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A field that the person keeps from a role: under a key of its own with its whole history, shown to
/// nobody of that role whatever else lets them in, until it is lifted.
@Suite struct RestrictionTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private var phone: [FieldID: FieldValue] { [Table.phone: .text("+84912345678")] }

  @Test func beatsAStandingRole() throws {
    #expect(try desk.read("lead", [Table.phone], of: desk.shared) == phone)
    let set = try desk.restrict(Table.phone, from: .lead)
    #expect(set.isSealed && set.endedExcerpts == 0)
    for handle in ["lead", "deputy"] { try desk.expectKept(handle, Table.phone) }
    // Nothing else is kept from them, and nothing from others.
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    #expect(try desk.read("social", [Table.phone], of: desk.shared) == phone)
    try desk.expectSound()
  }

  @Test func theEntrySaysWhatWasKeptFromWhom() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    let entry = try desk.entries()[set.entry]
    #expect(entry.act == Act.restrictionSet && entry.out == .ok)
    #expect(entry.class == 0x102 && entry.grole == "lead" && entry.role == "social_worker")
    #expect(entry.fields == ["f202", "f3100:1", "f3101:1", "f3104:1"])
    #expect(entry.man != nil && entry.grant != nil && entry.gen != nil && entry.item != nil)
    #expect(entry.by != nil)
    let told = try desk.act("lead") { vault, session in
      try vault.restrictions(of: desk.shared, as: session)
    }
    #expect(
      told == [
        RestrictedField(
          record: set.record, field: Table.phone, role: .lead, since: set.entry, lifted: nil,
          isSealed: true)
      ])
    // Who has nothing to do with the case is told nothing of it.
    let others = try desk.act("second") { vault, session in
      try vault.restrictions(of: desk.shared, as: session)
    }
    #expect(others == [])
  }

  @Test func theHistoryLiesUnderTheNewKey() throws {
    try desk.write("social", Table.phone, "+841", to: desk.shared)
    try desk.write("lead", Table.phone, "+842", to: desk.shared)
    let record = try desk.record(Table.identity, of: desk.shared)
    func rows() throws -> [(version: Int, writer: Int, blob: Data)] {
      try desk.inspect { db in
        try Row.fetchAll(
          db,
          sql: "SELECT version,writer,blob FROM field WHERE record=? AND id=202 ORDER BY version",
          arguments: [record]
        ).map { ($0[0], $0[1], $0[2]) }
      }
    }
    let before = try rows()
    try desk.restrict(Table.phone, from: .lead)
    let after = try rows()
    #expect(after.map(\.version) == before.map(\.version) && after.count == 3)
    #expect(after.map(\.writer) == before.map(\.writer))
    #expect(Set(after.map(\.blob)).isDisjoint(with: before.map(\.blob)))
    // The one before is not in the file any more.
    let file = try Data(contentsOf: URL(filePath: desk.records))
    for row in before { #expect(file.range(of: row.blob) == nil) }
    try desk.expectSound()
  }

  // MARK: Excerpts

  @Test func anExcerptOfTheFieldEnds() throws {
    func share(_ field: FieldID) throws {
      try desk.act("social") { vault, session in
        _ = try vault.share(
          [field], of: desk.shared, with: "police", until: desk.clock.now() + 86_400_000,
          for: .careManagement, as: session)
      }
    }
    try share(Table.name)
    try share(Table.story)
    let set = try desk.restrict(Table.name, from: .police)
    #expect(set.endedExcerpts == 1)
    let ends = try desk.entries().filter { $0.act == Act.excerptEnd }
    #expect(ends.map(\.class) == [0x8001])
    // The other stands, and does not let them read this one.
    #expect(try desk.read("police", [Table.story], of: desk.shared, for: .legal).count == 1)
    try desk.expectKept("police", Table.name)
    try desk.expectRefused(.restricted, Act.excerptGive) { try share(Table.name) }
    let refusal = try #require(try desk.entries().last)
    #expect(refusal.rec != nil && refusal.fields == ["f201"] && refusal.subj != nil)
    // Written again, it is copied to nobody who is excluded.
    try desk.write("social", Table.name, "Hoà", to: desk.shared)
    try desk.expectKept("police", Table.name)
    #expect(try desk.read("lead", [Table.name], of: desk.shared) == [Table.name: .text("Hoà")])
    try desk.expectSound()
  }

  /// A share has one key and ends whole: what else was in it is told, to be shared anew.
  @Test func whatEndsWithTheFieldIsTold() throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        [Table.name, Table.phone], of: desk.shared, with: "police",
        until: desk.clock.now() + 86_400_000, for: .careManagement, as: session)
    }
    let set = try desk.restrict(Table.name, from: .police)
    #expect(set.endedExcerpts == 1 && set.endedWith == [Table.phone])
    #expect(try desk.restrict(Table.story, from: .police).endedWith.isEmpty)
  }

  // MARK: Writing

  /// They may record what they learn, and do not read it back.
  @Test func whoIsExcludedDeposits() throws {
    try desk.restrict(Table.phone, from: .lead)
    try desk.write("lead", Table.phone, "+843", to: desk.shared)
    try desk.expectKept("lead", Table.phone)
    #expect(
      try desk.read("social", [Table.phone], of: desk.shared) == [Table.phone: .text("+843")])
    // A deposit is sealed under by nobody again.
    try desk.write("social", Table.phone, "+844", to: desk.shared)
    try desk.write("social", Table.phone, "+845", to: desk.shared)
    let file = try desk.key(of: desk.shared)
    let versions = try desk.inspect { db in
      try Int.fetchAll(
        db, sql: "SELECT version FROM class_key WHERE file=? AND class=258", arguments: [file])
    }
    #expect(versions == [1, 2, 3])
    try desk.expectKept("lead", Table.phone)
    try desk.expectSound()
  }

  @Test func aRecordMadeLaterIsKeptToo() throws {
    try desk.restrict(Table.story, from: .lead)
    try desk.act("social") { vault, session in
      let later = RecordChange(
        .new, entity: Table.statement, fields: [Table.story: .text("Lời kể khác")])
      _ = try vault.write([later], to: desk.shared, as: session)
    }
    try desk.expectKept("lead", Table.story)
    try desk.act("social") { vault, session in
      let seen = try vault.read([Table.story], of: desk.shared, for: .treat, as: session)
      #expect(seen.records.count == 2)
    }
    try desk.expectSound()
  }

  // MARK: Lifting

  @Test func liftedItLiesUnderTheClassAgain() throws {
    let set = try desk.restrict(Table.phone, from: .lead)
    let lifted = try desk.lift(set.record)
    #expect(lifted.isSealed)
    let entry = try desk.entries()[lifted.entry]
    #expect(entry.act == Act.restrictionLift && entry.ref == set.entry && entry.class == 2)
    #expect(entry.fields == ["f202", "f3104:2"] && entry.gen != nil)
    #expect(try desk.read("lead", [Table.phone], of: desk.shared) == phone)
    desk.expectNoted(.nothingToDo) { _ = try desk.lift(set.record) }
    try desk.expectSound()
    // The number is used again, at the next version of its key.
    let again = try desk.restrict(Table.phone, from: .lead)
    #expect(try desk.entries()[again.entry].class == 0x102)
    try desk.expectKept("lead", Table.phone)
    #expect(try desk.read("social", [Table.phone], of: desk.shared) == phone)
    try desk.expectSound()
  }

  @Test func whatIsKeptFromTwoIsKeptFromTheOther() throws {
    let lead = try desk.restrict(Table.name, from: .lead)
    let police = try desk.restrict(Table.name, from: .police)
    #expect(try desk.entries()[police.entry].class == 0x202)
    try desk.expectKept("lead", Table.name)
    try desk.lift(lead.record)
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
    try desk.expectRefused(.restricted, Act.excerptGive) {
      try desk.act("lead") { vault, session in
        _ = try vault.share(
          [Table.name], of: desk.shared, with: "police", until: desk.clock.now() + 1_000,
          for: .treat, as: session)
      }
    }
    try desk.expectSound()
    try desk.lift(police.record)
    let file = try desk.key(of: desk.shared)
    let sealed = try desk.inspect { db in
      try Int.fetchAll(
        db, sql: "SELECT DISTINCT sealed FROM restricted WHERE file=?", arguments: [file])
    }
    #expect(sealed.count == 1)
    try desk.expectSound()
  }

  /// What is kept from an office is kept from nobody here: whatever goes out asks for it.
  @Test func anOfficeHasNoKeyHere() throws {
    let set = try desk.restrict(Table.phone, from: nil)
    let entry = try desk.entries()[set.entry]
    #expect(entry.class == nil && entry.grole == nil && entry.gen == nil && set.isSealed)
    #expect(try desk.read("lead", [Table.phone], of: desk.shared) == phone)
    try desk.lift(set.record)
    try desk.expectSound()
  }

  // MARK: Refusals

  @Test func whoMayRestrict() throws {
    try desk.expectRefused(.fieldClass, Act.restrictionSet) {
      try desk.restrict(Table.phone, from: .police, by: "lead")
    }
    try desk.expectRefused(.notAssigned, Act.restrictionSet) {
      try desk.restrict(Table.phone, from: .police, by: "second")
    }
    try desk.expectRefused(.role, Act.restrictionSet) {
      try desk.restrict(Table.phone, from: .police, by: "auditor")
    }
    // Nor with a record in which nothing is said.
    try desk.expectRefused(.fieldClass, Act.restrictionSet) {
      try desk.act("lead") { vault, session in
        _ = try vault.restrict(Table.phone, from: .police, [:], of: desk.shared, as: session)
      }
    }
    let set = try desk.restrict(Table.phone, from: .police)
    try desk.expectRefused(.fieldClass, Act.restrictionLift) {
      try desk.lift(set.record, by: "lead")
    }
    desk.expectNoted(.nothingToDo) { _ = try desk.restrict(Table.phone, from: .police) }
    try desk.expectSound()
  }

  @Test func whatCannotBeRestricted() throws {
    for field in [Table.status, Table.restrictedField] {
      #expect(throws: VaultError.fieldOfAnotherRecord(field)) {
        try desk.restrict(field, from: .lead)
      }
    }
    #expect(throws: VaultError.unknownField(FieldID(999))) {
      try desk.restrict(FieldID(999), from: .lead)
    }
    // A record of a restriction alone would keep nothing from anybody.
    let record = RecordChange(
      .new, entity: Restriction.entity, fields: [Table.restrictedField: .text("x")])
    try desk.act("social") { vault, session in
      #expect(throws: VaultError.fieldOfAnotherRecord(Table.restrictedField)) {
        _ = try vault.write([record], to: desk.shared, as: session)
      }
      var opening = TestOffice.opening("FBCDEFGHN")
      opening.records.append(record)
      #expect(throws: VaultError.fieldOfAnotherRecord(Table.restrictedField)) {
        _ = try vault.openCase(opening, as: session)
      }
    }
    try desk.expectSound()
  }
}
