public import Vault

extension RuleBook {
  /// The book as a vault keeps it.
  ///
  /// - Throws: `.rules(.missingTable)` for a table that this program needs and the vault lacks.
  public init(adopted files: [RuleFile]) throws(CaseworkError) {
    var tables: [RuleTable: [UInt8]] = [:]
    for table in RuleTable.allCases {
      tables[table] = files.first { $0.name == table.fileName }?.bytes
    }
    try self.init(tables)
  }

  /// The built-in book, and the office's table of communes where there is one (`vault create
  /// --places`): a file of the columns of `places.csv`, whose rows come after the provinces.
  ///
  /// - Throws: `.rules` with the line of the joined table, of which the built-in part comes first.
  public static func standard(places: [UInt8]? = nil) throws(CaseworkError) -> RuleBook {
    let book = try builtIn()
    guard let places else { return book }
    var files = book.files
    files[.places, default: []] += try rowsBelowHeader(places)
    return try RuleBook(files)
  }

  /// The tables for a new vault, in the order of their names.
  public var ruleFiles: [RuleFile] {
    files.sorted { $0.key < $1.key }.map { RuleFile(name: $0.key.fileName, bytes: $0.value) }
  }

  private static func rowsBelowHeader(_ bytes: [UInt8]) throws(CaseworkError) -> ArraySlice<UInt8> {
    var reader = CSVReader(bytes)
    let header: CSVRecord?
    do { header = try reader.next() } catch .csv(let fault) {
      throw .rules(RuleFault(.places, line: fault.line, .csv(fault.reason)))
    } catch { throw error }
    guard header?.cells == RuleTable.places.columns,
      let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
    else { throw .rules(RuleFault(.places, line: 1, .columns)) }
    return bytes[(end + 1)...]
  }
}
