import Foundation

/// All rows of one run: a table for people, one for a page, JSON for comparing runs.
struct Report: Encodable {
  let machine: Machine
  let rows: [Row]

  func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    return try encoder.encode(self)
  }

  var table: String {
    let heads = ["", "work", "ours", "against", "theirs", "ratio", "to reach", "", ""]
    let lines = [heads] + rows.map(Self.cells)
    let widths = heads.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      zip(line, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }
        .joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// The same as a table of Markdown.
  var page: String {
    let heads = ["", "work", "ours", "against", "theirs", "ratio", "to reach", "", ""]
    return ([heads, heads.map { _ in "---" }] + rows.map(Self.cells))
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func cells(_ row: Row) -> [String] {
    [
      row.id, row.work, row.ours.map(duration) ?? "not there yet", row.against,
      duration(row.theirs),
      row.ratio.map { String(format: "%.2f", $0) } ?? "", row.goal,
      row.isReached.map { $0 ? "reached" : "MISSED" } ?? "",
      row.note ?? "",
    ]
  }

  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<1e-3: String(format: "%.2f us", seconds * 1e6)
    case ..<1: String(format: "%.2f ms", seconds * 1e3)
    default: String(format: "%.2f s", seconds)
    }
  }
}
