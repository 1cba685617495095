import Casework

/// A folder of rule tables, as a spreadsheet left it: some of them, or all.
enum RuleFolder {
  /// All communes of the country are a third of a megabyte.
  private static let longest = 16 << 20

  /// The tables that are there. Other files are passed over, but not another `.csv`: somebody who
  /// misspelled the name of a table would believe that it was taken.
  ///
  /// - Throws: 66 where there is no such folder, or no table in it; 65 for a `.csv` that is no table.
  static func read(_ path: String) throws(Fault) -> [RuleTable: [UInt8]] {
    let names = Kernel.names(in: path).filter { $0.lowercased().hasSuffix(".csv") }
    guard !names.isEmpty else { throw .noRuleTables }
    var tables: [RuleTable: [UInt8]] = [:]
    for name in names {
      guard let table = RuleTable.allCases.first(where: { $0.fileName == name }) else {
        throw .strayRuleTable
      }
      tables[table] = try InputFile.read("\(path)/\(name)", limit: longest)
    }
    return tables
  }
}

extension Fault {
  private static let ruleFiles = RuleTable.allCases.map(\.fileName).joined(separator: " ")

  static let noRuleTables = Fault(.notFound, reason: "no_tables") { $0.noRuleTables(ruleFiles) }

  static let strayRuleTable = Fault(.badData, reason: "stray_table") {
    $0.strayRuleTable(ruleFiles)
  }
}
