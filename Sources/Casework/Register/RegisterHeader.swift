/// Which cell of a row is which column.
struct RegisterHeader {
  private let indices: [RegisterColumn: Int]

  /// - Returns: nil and the faults where the header is not one of a register.
  static func read(_ record: CSVRecord) -> (header: RegisterHeader?, faults: [RegisterFault]) {
    var indices: [RegisterColumn: Int] = [:]
    var faults: [RegisterFault] = []
    func note(_ column: RegisterColumn?, _ reason: RegisterFault.Reason) {
      faults.append(RegisterFault(line: record.line, column: column, reason: reason))
    }
    for (index, name) in record.cells.enumerated()
    where !RegisterColumn.ignored.contains(name) {
      if let column = RegisterColumn(rawValue: name) {
        if indices.updateValue(index, forKey: column) != nil { note(column, .repeatedColumn) }
      } else {
        note(nil, .unknownColumn(index + 1))
      }
    }
    if indices[.receivedAt] == nil { note(.receivedAt, .missingColumn) }
    return (faults.isEmpty ? RegisterHeader(indices: indices) : nil, faults)
  }

  /// The cell of a column; nil where the register does not have the column.
  func cell(_ column: RegisterColumn, of record: CSVRecord) -> String? {
    indices[column].map { record.cells[$0] }
  }
}
