import Casework

/// One fault of a register as it is told: the line, the column, the reason.
struct RegisterLine {
  let line: Int
  let column: String?
  let reason: IntakeFault

  init(_ fault: RegisterFault) {
    line = fault.line
    switch fault.reason {
    case .value(let value): (column, reason) = (fault.column?.name, value.told)
    case .width(let found, let expected):
      (column, reason) = (nil, found < expected ? .cellsTooFew : .cellsTooMany)
    // By its place: a file without a header would show a person's data there.
    case .unknownColumn(let place): (column, reason) = (String(place), .unknownColumn)
    case .repeatedColumn: (column, reason) = (fault.column?.name, .repeatedColumn)
    case .missingColumn: (column, reason) = (fault.column?.name, .missingColumn)
    }
  }

  init(_ fault: CSVFault) {
    (line, column, reason) = (fault.line, nil, fault.reason.told)
  }

  func told(in words: any Words) -> String {
    words.registerFault(line: line, field: column, reason: words.reason(reason))
  }

  var json: JSONValue {
    .object([
      .init("line", .integer(line)), .init("field", column.map { .string($0) } ?? .null),
      .init("reason", .string(reason.rawValue)),
    ])
  }
}
