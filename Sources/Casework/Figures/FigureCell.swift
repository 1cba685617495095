/// Where a number stands: a table, a row, a column.
struct FigureCell: Hashable, Comparable {
  let table: FigureTable.Name
  let row: String
  let column: String

  init(_ table: FigureTable.Name, _ row: String, _ column: String) {
    (self.table, self.row, self.column) = (table, row, column)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.table.rawValue, left.row, left.column) < (right.table.rawValue, right.row, right.column)
  }
}
