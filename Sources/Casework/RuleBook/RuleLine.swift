/// A row of a rule table as people are shown it: its cells as they stand, with what all tables have in
/// common.
public struct RuleLine: Hashable, Sendable {
  public let table: RuleTable
  /// The line of the file; the header is line 1.
  public let line: Int
  /// The cells of the columns that name the row, divided by spaces.
  public let name: String
  /// Nil where both languages are empty.
  public let label: Label?
  /// What it rests on; nil in tables that cite nothing.
  public let citation: Citation?
  /// By column, in the order of the table.
  public let cells: [String]

  init(_ row: RuleRow) {
    table = row.table
    line = row.line
    cells = row.table.columns.map(row.cell)
    name = row.table.key.map(row.cell).filter { !$0.isEmpty }.joined(separator: " ")
    let names = row.table == .places ? ("name_vi", "name_en") : ("label_vi", "label_en")
    let label = Label(vietnamese: row.cell(names.0), english: row.cell(names.1))
    self.label = label.vietnamese.isEmpty && label.english.isEmpty ? nil : label
    citation = Self.citation(row)
  }

  private static func citation(_ row: RuleRow) -> Citation? {
    guard row.table.columns.contains("status") else { return nil }
    let column = row.table == .codes ? "source" : "citation"
    return Citation(text: row.cell(column), isVerified: row.cell("status") == "verified")
  }

  public func cell(_ column: String) -> String {
    table.columns.firstIndex(of: column).map { cells[$0] } ?? ""
  }

  /// Whether a cell of the name is this.
  public func isNamed(_ text: String) -> Bool { table.key.contains { cell($0) == text } }

  /// The columns in which two rows differ.
  func differences(from other: RuleLine) -> [String] {
    table.columns.filter { cell($0) != other.cell($0) }
  }
}

extension RuleBook {
  /// The rows of a table, in the order of the file.
  public func lines(of table: RuleTable) throws(CaseworkError) -> [RuleLine] {
    try Self.read(table, files) { RuleLine($0) }
  }
}
