import Casework
import Vault

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
          // Codes are an adopted rule book's: they may need quotes.
          text += CSVText.line([table.name.rawValue, row.key, column, number])
        }
      }
    }
    let waiting = page.figures.waiting?.count ?? 0
    for (column, number) in [("not_given", waiting), ("not_opened", page.figures.unopened)] {
      text += CSVText.line(["cases", FigureTable.total, column, String(number)])
    }
    return text
  }
}
