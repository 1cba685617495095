import AuditLog
import GRDB
import Testing

@testable import Vault

/// The tables of Format.md that a second reader builds on, held against what is there.
@Suite struct FormatPageTests {
  @Test func aTableIsReadAsItStands() {
    let page = "# A\n## B\n| x | y |\n|---|---|\n| `a` | b |\ntext\n| `c` | |\n## C\n| `d` | e |\n"
    #expect(FormatPage.rows(under: "B", in: page) == [["`a`", "b"], ["`c`", ""]])
    #expect(FormatPage.rows(under: "D", in: page) == [])
  }

  /// Neither a column that the page leaves out nor one that is no more.
  @Test func everyColumnStandsThere() throws {
    let desk = try Desk()
    let found = try columns(desk.records, desk) + columns(desk.custody, desk)
    let told = FormatPage.rows(under: "Columns")
    #expect(told.allSatisfy { $0.count == 3 && !$0[2].isEmpty })
    let names = told.map { FormatPage.codes($0[0]).sorted() + FormatPage.codes($0[1]) }
    #expect(Set(found).subtracting(names) == [])
    #expect(Set(names).subtracting(found) == [])
    #expect(names.count == found.count)
  }

  private func columns(_ file: String, _ desk: Desk) throws -> [[String]] {
    try desk.inspect(file) { db in
      let tables = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'")
      return try tables.flatMap { table in
        try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
          .map { [table, $0] }
      }
    }
  }

  private static let relations: [String: Relation] = [
    "opener": .opener, "opener of a minor": .openerOfMinor, "assigned": .assigned,
    "owner": .owner, "standing": .standing, "emergency": .emergency,
  ]

  private static let letters: [String: KeyAccess] = [
    "K": .key, "D": .deposit, "X": .excerpt, "XD": .excerptAndDeposit, "-": .nothing,
  ]

  @Test func whoHoldsWhichClassKeyIsToldAsItIs() throws {
    var told: Set<[String]> = []
    for cells in FormatPage.rows(under: "Who holds which class key") {
      let role = try #require(FormatPage.codes(cells[0]).first.flatMap(Role.init(rawValue:)))
      let relation = try #require(Self.relations[cells[2]])
      #expect(Int(cells[1]) == Int(role.bit))
      #expect(Int(cells[3]) == Int(relation.rawValue))
      for fieldClass in FieldClass.allCases {
        let access = Self.letters[cells[4 + Int(fieldClass.rawValue)]]
        #expect(access == KeyTable.access(role, relation, to: fieldClass), "\(cells)")
      }
      told.insert([role.rawValue, "\(relation)"])
    }
    let all = Role.allCases.flatMap { role in
      KeyTable.relations(of: role).map { [role.rawValue, "\($0)"] }
    }
    #expect(told == Set(all))
  }
}
