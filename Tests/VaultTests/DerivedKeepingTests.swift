import AuditLog
import Foundation
import Testing

@testable import Vault

/// What was derived from a field is kept with it, in one act, and free with it.
@Suite struct DerivedKeepingTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func seals() throws -> [Data] { try desk.blobs(of: Table.figures, Table.facts) }

  private func isLeft(_ seal: Data) throws -> Bool {
    try desk.everyByte().contains { $0.range(of: seal) != nil }
  }

  private func restate(_ items: [String]) throws {
    try desk.act("social") { vault, session in
      let change = RecordChange(
        .sole, entity: Table.figures, fields: [Table.facts: .list(items)])
      _ = try vault.write([change], to: desk.shared, as: session)
    }
  }

  // MARK: Facts

  /// One list is one value: whoever restricts holds no key of it, and the versions before go.
  @Test func theFactsAreMadeAnewAndTheOldOnesGo() throws {
    try restate(["2026-09", "female", "again"])
    let before = try seals()
    #expect(before.count == 2)
    try desk.forget(try #require(before.first))
    let set = try desk.keep(Table.name, from: .statistician, restating: ["2026-09", "withheld"])
    #expect(set.isSealed && set.restatesFacts && set.leftover == nil)
    let after = try seals()
    #expect(after.count == 1 && Set(after).isDisjoint(with: before))
    for seal in before { #expect(try !isLeft(seal)) }
    for handle in ["figures", "lead", "deputy"] {
      #expect(try desk.facts(handle) == ["2026-09", "withheld"], "\(handle)")
    }
    let entry = try desk.entries()[set.entry]
    #expect(entry.fields?.contains("f601:3") == true && entry.restrictedField == 201)
    #expect(entry.gen != nil && entry.grant != nil && entry.note != nil && entry.ref == nil)
    try desk.expectSound()
    // Later ones stand beside it as ever.
    try restate(["2026-09", "later"])
    #expect(try desk.facts("figures") == ["2026-09", "later"])
    try desk.expectSound()
  }

  /// Also where who restricts does not hold the field: the outer key is replaced all the same.
  @Test func whoDoesNotHoldTheFieldMakesThemAnewToo() throws {
    let before = try seals()
    let number = try outerNumber()
    let set = try desk.keep(Table.injuries, from: .healthStaff, restating: ["withheld"])
    #expect(!set.isSealed && set.restatesFacts)
    #expect(try outerNumber() == number + 1)
    let entry = try desk.entries()[set.entry]
    #expect(entry.class == nil && entry.gen != nil && entry.note != nil)
    for seal in before { #expect(try !isLeft(seal)) }
    #expect(try desk.facts("figures") == ["withheld"])
    try desk.expectSound()
    let lifted = try desk.act("social") { vault, session in
      try vault.liftRestriction(
        set.record, [Table.liftedAt: .dateTime("2026-09-01T08:00+07:00")],
        deriving: desk.derived(["told"], with: []), of: desk.shared, as: session)
    }
    #expect(lifted.restatesFacts && lifted.followed.isEmpty)
    #expect(try desk.facts("lead") == ["told"])
    #expect(try seals().count == 1)
    try desk.expectSound()
  }

  private func outerNumber() throws -> UInt32 {
    let vault = try desk.vault("lead")
    return try vault.store.look { tx throws(VaultError) in
      guard let file = try tx.file(desk.shared) else { throw .noSuchCase }
      return try CaseOperations.number(file)
    }
  }

  @Test func nothingMayComeBetween() throws {
    #expect(throws: VaultError.changedMeanwhile) {
      try desk.keep(Table.name, from: .statistician, restating: ["withheld"], since: 99)
    }
    #expect(try desk.facts("figures") == ["2026-09", "female"])
  }

  /// Whoever may not restrict makes no facts anew by it either.
  @Test func whoMayNotRestrictChangesNothing() throws {
    let before = try seals()
    try desk.expectRefused(.fieldClass, Act.restrictionSet) {
      try desk.act("lead") { vault, session in
        _ = try vault.restrict(
          Table.name, from: .statistician, [:], deriving: desk.derived(["x"], with: []),
          of: desk.shared, as: session)
      }
    }
    #expect(try seals() == before)
  }

  // MARK: Fields

  @Test func aDerivedFieldIsKeptAndLiftedWithIt() throws {
    let set = try desk.keep(
      Table.name, from: .healthStaff, restating: nil, with: [Table.injuries, Table.allergies])
    #expect(set.followed == [Table.injuries, Table.allergies] && !set.isSealed)
    let own = try desk.entries().filter { $0.act == Act.restrictionSet }
    #expect(own.map(\.restrictedField) == [201, 401, 402])
    #expect(own.map(\.ref) == [nil, set.entry, set.entry])
    #expect(own.allSatisfy { $0.grole == "health_staff" && $0.man != nil })
    for field in [Table.injuries, Table.allergies] { try desk.expectKept("health", field) }
    try desk.visit("duty")
    let rows = try desk.act("social") { vault, session in
      try vault.restrictions(of: desk.shared, as: session)
    }
    #expect(rows.map(\.isSealed) == [true, true, true])
    for field in [Table.injuries, Table.allergies] { try desk.expectKept("health", field) }
    try desk.expectSound()
    let lifted = try desk.lift(set.record)
    #expect(lifted.followed == [Table.injuries, Table.allergies])
    try desk.visit("duty")
    #expect(try desk.read("health", [Table.injuries, Table.allergies], of: desk.shared).count == 2)
    try desk.expectSound()
  }

  /// What was kept for itself before stays so, whatever it was derived from.
  @Test func whatWasKeptBeforeStaysKept() throws {
    try desk.restrict(Table.injuries, from: .healthStaff)
    let set = try desk.keep(
      Table.name, from: .healthStaff, restating: nil, with: [Table.injuries])
    #expect(set.followed.isEmpty)
    #expect(try desk.lift(set.record).followed.isEmpty)
    try desk.expectKept("health", Table.injuries)
    try desk.expectSound()
  }

  // MARK: A look at one person's

  @Test func factsOfOneAreShownToNobody() throws {
    for handle in ["lead", "figures", "social"] {
      let entry = try desk.act(handle) { vault, session in
        try vault.refuseFacts(of: desk.shared, for: .operations, as: session)
      }
      let stated = try #require(try desk.entries().last)
      #expect(stated.seq == entry && stated.act == Act.fieldRead && stated.out == .denied)
      #expect(stated.why == .fieldClass && stated.fields == ["f601"] && stated.rec != nil)
    }
    try desk.expectRefused(.notAssigned, Act.fieldRead) {
      try desk.act("second") { vault, session in
        _ = try vault.refuseFacts(of: desk.shared, for: nil, as: session)
      }
    }
  }
}
