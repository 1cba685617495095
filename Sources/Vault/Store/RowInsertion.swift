import GRDB

/// Inserts many rows into one table: a statement of sixteen rows takes little longer than one of a
/// single row, and an import writes a hundred rows a case.
struct RowInsertion {
  /// One statement with what it binds: can be made on one thread and run on another.
  struct Step {
    var sql: String
    var arguments: StatementArguments
  }

  /// Few, so that SQLite's compiled forms of all of them stay cached.
  private static let most = 16

  /// By how many rows they take, from one.
  private let statements: [String]

  /// - Parameters:
  ///   - same: two columns of numbers in which rows that follow each other are mostly alike. They are bound once a
  ///     statement, for a value costs more to bind than to store.
  ///   - columns: the others.
  init(into table: String, same: (String, String), _ columns: [String]) {
    let names = ([same.0, same.1] + columns).joined(separator: ",")
    let rows = (0..<Self.most).map { row in
      let own = columns.indices.map { "?\(3 + row * columns.count + $0)" }
      return "(?1,?2," + own.joined(separator: ",") + ")"
    }
    statements = (1...Self.most).map { count in
      "INSERT INTO \(table)(\(names)) VALUES" + rows.prefix(count).joined(separator: ",")
    }
  }

  /// What stores some rows.
  func rows() -> Rows { Rows(self) }

  /// Rows as they come.
  struct Rows {
    private let insertion: RowInsertion
    private var same = (0, 0)
    private var count = 0
    private var values = StatementArguments()
    private var done: [Step] = []

    fileprivate init(_ insertion: RowInsertion) { self.insertion = insertion }

    /// - Parameter values: one a column, written out as a list: GRDB makes arguments of that far sooner than of a
    ///   sequence, which it asks for each value through generic code.
    mutating func add(alike first: Int, _ second: Int, _ values: StatementArguments) {
      if count == RowInsertion.most || (first, second) != same { close() }
      if count == 0 {
        same = (first, second)
        self.values = [first, second]
      }
      self.values += values
      count += 1
    }

    private mutating func close() {
      guard count > 0 else { return }
      done.append(Step(sql: insertion.statements[count - 1], arguments: values))
      count = 0
    }

    consuming func steps() -> [Step] {
      close()
      return done
    }
  }
}

extension Transaction {
  func run(_ steps: [RowInsertion.Step]) throws(VaultError) {
    for step in steps { try run(step.sql, step.arguments) }
  }
}
