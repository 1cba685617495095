/// Which cell of a row is which column, and which field each fills: looked up once a register, not
/// once a cell.
struct RegisterHeader {
  struct Step {
    let column: RegisterColumn
    let field: FieldDefinition
    /// Its place in the row; nil where the register does not have the column.
    let cell: Int?
  }

  let steps: [Step]

  private init(_ indices: [RegisterColumn: Int], _ book: RuleBook) {
    // The rule book was refused unless it holds every target.
    steps = RegisterColumn.allCases.compactMap { column in
      book[column.target].map { Step(column: column, field: $0, cell: indices[column]) }
    }
  }

  /// Gives nil and the faults where the header is not one of a register.
  static func read(
    _ record: CSVRecord, _ book: RuleBook
  ) -> (header: RegisterHeader?, faults: [RegisterFault]) {
    var indices: [RegisterColumn: Int] = [:]
    var faults: [RegisterFault] = []
    func note(_ column: RegisterColumn?, _ reason: RegisterFault.Reason) {
      faults.append(RegisterFault(line: record.line, column: column, reason: reason))
    }
    for (index, name) in record.cells.enumerated()
    where !RegisterColumn.ignored.contains(name) {
      if let column = RegisterColumn(name: name) {
        if indices.updateValue(index, forKey: column) != nil { note(column, .repeatedColumn) }
      } else {
        note(nil, .unknownColumn(index + 1))
      }
    }
    if indices[.receivedAt] == nil { note(.receivedAt, .missingColumn) }
    return (faults.isEmpty ? RegisterHeader(indices, book) : nil, faults)
  }
}
