public import Vault

extension RuleBook {
  /// The book as a vault keeps it.
  ///
  /// - Throws: `.rules(.missingTable)` for a table that this program needs and the vault lacks.
  public convenience init(adopted files: [RuleFile]) throws(CaseworkError) {
    var tables: [RuleTable: [UInt8]] = [:]
    for table in RuleTable.allCases {
      tables[table] = files.first { $0.name == table.fileName }?.bytes
    }
    // All of them or none: half a workflow is a gap, not an older vault.
    if RuleTable.allCases.allSatisfy({ !$0.isWorkflow || tables[$0] == nil }) {
      let builtIn = try RuleBook.builtIn()
      for table in RuleTable.allCases where table.isWorkflow {
        tables[table] = builtIn.files[table]
      }
    }
    // It came later than the rest: a vault that was made before goes by the built-in one until it adopts a
    // book with it, for no provision is one for everybody.
    if tables[.bases] == nil { tables[.bases] = try RuleBook.builtIn().files[.bases] }
    try self.init(tables)
  }

  /// Why an entry is taken back. The list came later than the rest: a vault that was made before goes by the built-in
  /// one until it adopts a book with it.
  public var retractionReasons: CodeList? {
    codeLists[Self.retractionList] ?? (try? Self.builtIn())?.codeLists[Self.retractionList]
  }

  private static let retractionList = "retract_reason"

  /// The tables for a new vault, in the order of their names.
  public var ruleFiles: [RuleFile] {
    files.sorted { $0.key < $1.key }.map { RuleFile(name: $0.key.fileName, bytes: $0.value) }
  }
}
