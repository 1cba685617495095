import Testing

@testable import Casework

/// The built-in rule book, read once, and copies of it that are wrong in one way each.
enum Book {
  static let builtIn: RuleBook = {
    do { return try RuleBook.builtIn() } catch { preconditionFailure("\(error)") }
  }()

  static func text(_ table: RuleTable) -> String {
    String(decoding: builtIn.files[table] ?? [], as: UTF8.self)
  }

  /// The line on which a row begins that starts with this text; the header is line 1.
  static func line(_ start: String, in table: RuleTable) throws -> Int {
    let lines = text(table).split(separator: "\n", omittingEmptySubsequences: false)
    return try #require(lines.firstIndex { $0.hasPrefix(start) }) + 1
  }

  /// The book with one piece of text replaced, which must be there exactly once.
  static func edited(
    _ table: RuleTable, _ old: String, _ new: String
  ) throws -> [RuleTable: [UInt8]] {
    let parts = text(table).components(around: old)
    try #require(parts.count == 2, "\(old) stands \(parts.count - 1) times")
    return with(table, parts.joined(separator: new))
  }

  /// The book without the lines that begin so.
  static func without(_ table: RuleTable, _ start: String) throws -> [RuleTable: [UInt8]] {
    let lines = text(table).split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { !$0.hasPrefix(start) }
    try #require(kept.count < lines.count)
    return with(table, kept.joined(separator: "\n"))
  }

  static func appending(_ table: RuleTable, _ row: String) -> [RuleTable: [UInt8]] {
    with(table, text(table) + row + "\n")
  }

  static func with(_ table: RuleTable, _ text: String) -> [RuleTable: [UInt8]] {
    var files = builtIn.files
    files[table] = Array(text.utf8)
    return files
  }

  static func field(_ name: String) throws -> FieldDefinition { try #require(builtIn[name]) }
}

extension String {
  /// The pieces between the places where the other text stands.
  func components(around other: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: other) {
      pieces.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return pieces + [String(rest)]
  }
}
