import Testing

@testable import Vault

/// One day from end to end, at the Vault's door.
@Suite struct DayTests {
  @Test func aDay() throws {
    let office = try TestOffice()
    let id = try office.openCase()
    // The intake officer reads what they hold, and not what they deposited.
    try office.act("intake") { vault, session in
      let seen = try vault.read([TestTable.name], of: id, for: nil, as: session)
      #expect(seen.records.first?.fields[TestTable.name] == .text("Nguyễn Thị Hoà"))
      #expect(throws: VaultError.self) {
        try vault.read([TestTable.story], of: id, for: .careManagement, as: session)
      }
    }
    try office.act("lead") { vault, session in
      _ = try vault.assign("social", to: id, owner: true, as: session)
    }
    try office.act("duty") { vault, session in
      _ = try vault.assign("health", to: id, owner: false, as: session)
    }
    try office.act("social") { vault, session in
      let seen = try vault.read(
        [TestTable.story, TestTable.shelter], of: id, for: .careManagement, as: session)
      #expect(seen.records.count == 2)
      _ = try vault.write(
        [RecordChange(.sole, entity: TestTable.identity, fields: [TestTable.phone: .text("0")])],
        operations: [TestTable.status: .text("in_process")], to: id, as: session)
    }
    try office.act("health") { vault, session in
      let seen = try vault.read(
        [TestTable.injuries, TestTable.allergies], of: id, for: .treat, as: session)
      #expect(seen.records.first?.fields[TestTable.injuries] == .text("Bầm tím cổ tay"))
      _ = try vault.write(
        [
          RecordChange(
            .sole, entity: TestTable.health, fields: [TestTable.injuries: .text("lành")])
        ], to: id, as: session)
    }
    try office.act("auditor") { vault, session in
      let verdict = try vault.verifyLog(as: session)
      #expect(verdict.findings.isEmpty)
      #expect(verdict.cases == 1)
    }
    #expect(throws: VaultError.self) {
      try office.act("intake") { vault, session in
        try vault.read([TestTable.name], of: id, for: nil, as: session)
      }
    }
  }
}
