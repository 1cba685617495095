import Vault

@testable import Casework

/// Files as rules look at them, from `entity.field` to a value as somebody would type it.
enum LawOffice {
  static let book = Book.builtIn

  static func file(_ records: [[String: String]]) -> CaseRecords {
    CaseRecords(records.enumerated().flatMap { index, values in record(values, index) }, book: book)
  }

  /// One record for each kind that the names speak of.
  private static func record(_ values: [String: String], _ index: Int) -> [CaseRecords.Record] {
    var kinds: [UInt16: [FieldID: FieldValue]] = [:]
    for (name, text) in values {
      guard let field = book[name] else { preconditionFailure("no field \(name)") }
      kinds[field.entity, default: [:]][field.id] = value(text, field)
    }
    return kinds.map { entity, values in
      let id = RecordID(bytes: Array(repeating: UInt8(index + 1), count: 16))
      return CaseRecords.Record(
        id: book.entity(entity)?.isMany == true ? id : nil, entity: entity, values: values)
    }
  }

  static func value(_ text: String, _ field: FieldDefinition) -> FieldValue {
    if text == "[declined]" { return .absent(.declined) }
    return switch field.type {
    case .date: .date(text)
    case .datetime: .dateTime(text)
    case .list: .list(text.split(separator: ";").map(String.init))
    case .int: .integer(Int64(text) ?? 0)
    case .decimal: .decimal(text)
    case .ref where text.utf8.count == 32:
      .bytes(
        stride(from: 0, to: 32, by: 2).compactMap {
          UInt8(text.dropFirst($0).prefix(2), radix: 16)
        })
    case .bool3: .bool(text == "yes" ? .yes : text == "no" ? .no : .unknown)
    default: field.isMany ? .list([text]) : .text(text)
    }
  }

  static func at(_ text: String) throws -> Moment { try Moment(text) }

  static func day(_ text: String) throws -> CalendarDay {
    guard let day = try PartialDate(text).exactDay else { throw CaseworkError.value(.notADate) }
    return day
  }

  /// The rows of a day, for a file that nobody saw opened.
  static func rules(_ text: String) throws -> RuleDay { RuleDay(try day(text), opened: nil) }

  /// The one clock of an id, or of one that extends it.
  static func clock(_ id: String, _ file: CaseRecords, at now: String) throws -> CaseClock? {
    let clocks = book.clocks.clocks(of: file, at: try Moment(now))
    return clocks.first { $0.rule.id == id || $0.extended.contains { $0.id == id } }
  }
}
