/// A table whose rows do not fit on a line each: the first columns stand as ever, and what else a row has goes on
/// below it, set in and whole. Nothing is cut: a code that a command wants is of no use in half.
struct FoldedTable {
  private static let indent = 4
  private static let between = " · "

  private let table: TextTable
  private let width: Int
  /// Of the columns that stand beside each other.
  private let widths: [Int]

  init(_ table: TextTable, width: Int) {
    (self.table, self.width) = (table, width)
    widths = Self.widths(table, width)
  }

  var lines: [String] {
    ([table.columns.map(\.heading)] + table.rows).flatMap { cells in
      [table.line(cells, widths)] + folded(Array(cells.dropFirst(widths.count)))
    }
  }

  /// From the left as many columns as fit uncut; what is left over, their headings get.
  private static func widths(_ table: TextTable, _ width: Int) -> [Int] {
    var widths: [Int] = []
    var left = width
    for index in table.columns.indices {
      let next = table.widthOfCells(index)
      guard widths.isEmpty || next <= left else { break }
      widths.append(next)
      left -= next + TextTable.gap
    }
    // The gap after the last one is none.
    left += TextTable.gap
    for index in widths.indices {
      let more = min(left, Columns.width(table.columns[index].heading) - widths[index])
      guard more > 0 else { continue }
      widths[index] += more
      left -= more
    }
    return widths
  }

  /// Several cells a line; one that is wider than a line goes on in the next.
  private func folded(_ cells: [String]) -> [String] {
    let room = width - Self.indent
    var lines: [String] = []
    for cell in cells {
      if let last = lines.last, Columns.width(last + Self.between + cell) <= room {
        lines[lines.count - 1] = last + Self.between + cell
      } else {
        lines += Columns.wrap(cell, to: room)
      }
    }
    return lines.map { String(repeating: " ", count: Self.indent) + $0 }
  }
}
