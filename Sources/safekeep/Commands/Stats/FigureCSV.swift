import Casework

/// Figures as a register of numbers (RFC 4180): one a line, codes and no words, so that the next program reads
/// them whatever the language was.
struct FigureCSV {
  private let page: FigurePage

  init(_ page: FigurePage) { self.page = page }

  var text: String {
    var text = "table,row,column,number\r\n"
    for table in page.figures.tables {
      for row in table.rows {
        for (column, value) in zip(table.columns, row.values) {
          let number = value.map(String.init) ?? "suppressed"
          text += Self.line([table.name.rawValue, row.key, column, number])
        }
      }
    }
    return text
  }

  static func line(_ cells: [String]) -> String {
    cells.map(cell).joined(separator: ",") + "\r\n"
  }

  /// Codes are an adopted rule book's: quotes where one needs them.
  private static func cell(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    let doubled = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
