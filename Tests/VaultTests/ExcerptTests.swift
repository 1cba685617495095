import AuditLog
import Testing

@testable import Vault

/// Copies for one member: what police, legal aid and a treatment grant get instead of a class key.
@Suite struct ExcerptTests {
  @Test func givesOnlyWhatItNames() throws {
    let office = try TestOffice(crew: TestOffice.crew + [("police", .police)])
    let id = try office.openCase()
    try office.act("lead") { vault, session in
      _ = try vault.assign("social", to: id, owner: true, as: session)
    }
    let until = office.clock.now() + 86_400_000
    #expect(throws: VaultError.self) {
      try office.act("police") { vault, session in
        try vault.read([TestTable.name], of: id, for: .legal, as: session)
      }
    }
    try office.act("social") { vault, session in
      _ = try vault.share(
        [TestTable.name], of: id, with: "police", until: until, for: .careManagement, as: session)
      // What the receiver's role takes no copy of is refused.
      #expect(throws: VaultError.self) {
        try vault.share(
          [TestTable.allergies], of: id, with: "police", until: until, for: .careManagement,
          as: session)
      }
    }
    // All that was named, or nothing: the case's own row has no copy.
    _ = try office.act("social") { vault, session in
      #expect(throws: VaultError.noSuchRecord) {
        _ = try vault.share(
          [TestTable.phone, TestTable.status], of: id, with: "police", until: until,
          for: .careManagement, as: session)
      }
    }
    try office.act("police") { vault, session in
      let seen = try vault.read([TestTable.name], of: id, for: .legal, as: session)
      #expect(seen.records.map(\.fields) == [[TestTable.name: .text("Nguyễn Thị Hoà")]])
      #expect(throws: VaultError.self) {
        try vault.read([TestTable.phone], of: id, for: .legal, as: session)
      }
    }
    // A copied field that is corrected is corrected in the copy.
    try office.act("social") { vault, session in
      _ = try vault.write(
        [RecordChange(.sole, entity: TestTable.identity, fields: [TestTable.name: .text("Hoà")])],
        to: id, as: session)
    }
    try office.act("police") { vault, session in
      let seen = try vault.read([TestTable.name], of: id, for: .legal, as: session)
      #expect(seen.records.map(\.fields) == [[TestTable.name: .text("Hoà")]])
    }
    try office.act("auditor") { vault, session in
      let verdict = try vault.verifyLog(as: session)
      #expect(verdict.findings.isEmpty)
    }
    office.clock.move(by: 86_400_000)
    #expect(throws: VaultError.self) {
      try office.act("police") { vault, session in
        try vault.read([TestTable.name], of: id, for: .legal, as: session)
      }
    }
  }

  /// One share after another, of one record and to different days: one record is seen, with everything
  /// that has not run out.
  @Test func sharesOneAfterAnotherAreReadTogether() throws {
    let desk = try Desk()
    let (day, week) = (desk.clock.now() + 86_400_000, desk.clock.now() + 7 * 86_400_000)
    try Self.share([TestTable.name], at: desk, until: week)
    try Self.share([TestTable.phone, TestTable.story], at: desk, until: day)
    let both: Set<FieldID> = [TestTable.name, TestTable.phone, TestTable.story]
    try desk.act("police") { vault, session in
      let seen = try vault.read(both, of: desk.shared, for: .legal, as: session)
      let expected = TestOffice.values.filter { both.contains($0.key) }
      #expect(seen.records.reduce(into: [:]) { $0.merge($1.fields) { $1 } } == expected)
      #expect(Set(seen.records.map(\.entity)).count == seen.records.count, "one record of a kind")
    }
    // Written once, it is the same in both copies.
    try Self.share([TestTable.name], at: desk, until: day)
    try desk.write("social", TestTable.name, "Hoà", to: desk.shared)
    #expect(
      try desk.read("police", [TestTable.name], of: desk.shared) == [TestTable.name: .text("Hoà")])
    desk.clock.move(by: 2 * 86_400_000)
    #expect(
      try desk.read("police", [TestTable.name], of: desk.shared) == [TestTable.name: .text("Hoà")])
    #expect(throws: VaultError.self) {
      try desk.read("police", [TestTable.phone], of: desk.shared)
    }
    #expect(try desk.verify().findings.isEmpty)
  }

  /// A copy follows the record that it is of. Another record of the same kind, made later, was never
  /// named and must not come through it.
  @Test func aNewRecordDoesNotComeThroughTheCopyOfAnother() throws {
    let desk = try Desk()
    try Self.share([TestTable.story], at: desk, until: desk.clock.now() + 86_400_000)
    try desk.act("social") { vault, session in
      let later = RecordChange(
        .new, entity: TestTable.statement, fields: [TestTable.story: .text("Lời kể khác")])
      _ = try vault.write([later], to: desk.shared, as: session)
    }
    try desk.act("police") { vault, session in
      let seen = try vault.read([TestTable.story], of: desk.shared, for: .legal, as: session)
      #expect(seen.records.map(\.fields) == [[TestTable.story: .text("Bị lừa qua biên giới.")]])
    }
  }

  private static func share(_ fields: Set<FieldID>, at desk: Desk, until: Int) throws {
    try desk.act("social") { vault, session in
      _ = try vault.share(
        fields, of: desk.shared, with: "police", until: until, for: .careManagement, as: session)
    }
  }

  /// With who leaves goes what they were given copies of, and the copies are said to have ended.
  @Test func aReceiverWhoLeavesHasNoCopyAnyMore() throws {
    let desk = try Desk()
    try Self.share([TestTable.name], at: desk, until: desk.clock.now() + 86_400_000)
    let left = try desk.suspend("police")
    #expect(left.cases == 1 && left.spoilt == 0)
    let ended = try #require(try desk.entries().last { $0.act == Act.excerptEnd })
    #expect(ended.by == left.entry && ended.seq > left.entry)
    #expect(throws: VaultError.self) {
      try desk.read("police", [TestTable.name], of: desk.shared, for: .legal)
    }
    #expect(try desk.verify().findings == [])
  }
}
