import Casework

extension FuzzTarget {
  /// What people type, and the files they bring: registers, forms, questions, dates, codes, rule tables.
  static let work: [FuzzTarget] = [
    .taken("csv") { bytes in
      var reader = CSVReader(bytes)
      while let record = try reader.next() { _ = record }
    },
    .taken("form") { try FormInput(json: $0) },
    .taken("question") { try PersonQuestion(json: $0) },
    FuzzTarget("name") { _ = PersonName(String(decoding: $0, as: UTF8.self)) },
    .taken("case-code") { bytes in
      // A code that is taken is printed, and read again as the same.
      let code = try CaseCode(String(decoding: bytes, as: UTF8.self))
      precondition((try? CaseCode(code.text)) == code)
    },
    .taken("date") { try PartialDate(String(decoding: $0, as: UTF8.self)) },
    .taken("moment") { try Moment(String(decoding: $0, as: UTF8.self)) },
    .taken("personal-id") { try PersonalID(String(decoding: $0, as: UTF8.self)) },
    .taken("rules") { bytes in
      // The first byte chooses the table that is brought; the others are those that ship.
      guard let first = bytes.first else { return }
      let tables = Array(book.files.keys).sorted { $0.rawValue < $1.rawValue }
      var files = book.files
      files[tables[Int(first) % tables.count]] = Array(bytes.dropFirst())
      _ = try RuleBook(files)
    },
  ]

  private static let book: RuleBook = {
    guard let book = try? RuleBook.builtIn() else { preconditionFailure("the book that ships") }
    return book
  }()
}
