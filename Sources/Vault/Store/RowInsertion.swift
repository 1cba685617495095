import GRDB

/// Inserts many rows into one table: a statement of sixteen rows takes little longer than one of a
/// single row, and an import writes a hundred rows a case.
struct RowInsertion {
  private let columns: Int
  /// Statements by how many rows they take, the largest first. Few, so that SQLite's compiled forms
  /// of all of them stay cached.
  private let statements: [(rows: Int, sql: String)]

  /// One statement with what it binds: can be made on one thread and run on another.
  struct Step {
    var sql: String
    var arguments: StatementArguments
  }

  init(into table: String, _ columns: [String]) {
    self.columns = columns.count
    let row = "(" + columns.map { _ in "?" }.joined(separator: ",") + ")"
    statements = [16, 4, 1].map { count in
      let rows = Array(repeating: row, count: count).joined(separator: ",")
      return (count, "INSERT INTO \(table)(\(columns.joined(separator: ","))) VALUES\(rows)")
    }
  }

  /// - Parameter values: row after row. In this form GRDB takes them without asking each for its
  ///   type again, which costs as much as SQLite's own work.
  func steps(_ values: [(any DatabaseValueConvertible)?]) -> [Step] {
    precondition(values.count % columns == 0, "a row is short")
    var steps: [Step] = []
    var rest = values[...]
    for (rows, sql) in statements {
      let width = rows * columns
      while rest.count >= width {
        steps.append(Step(sql: sql, arguments: StatementArguments(rest.prefix(width))))
        rest = rest.dropFirst(width)
      }
    }
    return steps
  }
}

extension Transaction {
  func run(_ steps: [RowInsertion.Step]) throws(VaultError) {
    for step in steps { try run(step.sql, step.arguments) }
  }
}
