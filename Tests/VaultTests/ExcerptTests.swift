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
}
