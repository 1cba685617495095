import Testing

@testable import Casework
@testable import safekeep

/// The figures as a page: what is wide has to fit a sheet.
@Suite struct FigureHTMLTests {
  /// Nothing on the page stands in more columns than fit on paper in portrait.
  private static let most = 8

  private func page(columns: Int, rows: Int) throws -> String {
    let table = FigureTable(
      name: .arrivals, columns: (0..<columns).map { "2023-\($0)" },
      rows: (0..<rows).map { row in
        FigureTable.Row(key: "0\(row)", values: Array(repeating: row, count: columns))
      })
    let figures = Figures(
      period: try #require(FigurePeriod(year: 2023)), isExact: true, breakdown: .none,
      tables: [table],
      unopened: 0, waiting: nil, entry: 7)
    let page = FigurePage(
      figures: figures, book: try RuleBook.builtIn(), handle: "lan", recipient: nil, citation: nil)
    return FigureHTML(page, in: .vietnamese).text
  }

  private func grids(_ page: String) -> [Substring] {
    page.split(separator: "<table class=\"grid\">").dropFirst().compactMap {
      $0.split(separator: "</table>").first
    }
  }

  @Test(arguments: [(3, 40), (8, 2), (9, 2), (45, 11), (45, 8), (12, 60)])
  func noTableIsWiderThanASheetAndNoNumberIsLost(columns: Int, rows: Int) throws {
    let page = try page(columns: columns, rows: rows)
    let grids = grids(page)
    for grid in grids {
      #expect(grid.split(separator: "scope=\"col\"").count - 1 <= Self.most)
    }
    let numbers = grids.reduce(0) { $0 + $1.split(separator: "class=\"number\"").count - 1 }
    #expect(numbers == columns * rows)
    #expect(page.split(separator: "<svg").count == 2)
  }
}
