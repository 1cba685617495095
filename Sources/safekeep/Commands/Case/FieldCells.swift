import Casework
import Vault

/// Values of fields as cells of a report: codes with their names, places with theirs, dates in the
/// form of offices.
struct FieldCells {
  let book: RuleBook
  let words: any Words
  /// Whether fields that a record names are called as people call them, and not by name.
  var isForPerson = false

  func cell(_ field: PageField) -> Cell {
    if case .bytes(let bytes) = field.value {
      return .text(field.handle ?? RecordName.text(bytes))
    }
    return cell(field.value, of: field.definition)
  }

  func cell(_ value: FieldValue, of field: FieldDefinition) -> Cell {
    switch value {
    case .absent(let state): .state(state.code)
    case .text(let text): self.text(text, field)
    case .integer(let number): .integer(Int(number))
    case .decimal(let text): .text(text)
    case .date(let text): .date(text)
    case .dateTime(let text): moment(text, field)
    case .bool(let answer): code(answer.code, in: "bool3")
    case .bytes(let bytes): .text(RecordName.text(bytes))
    case .list(let items): .list(items.map { self.text($0, field) })
    }
  }

  private func text(_ text: String, _ field: FieldDefinition) -> Cell {
    if text == PageField.placeOfShelter { return .code(text, label: words.placeOfShelter) }
    if isForPerson, let named = label(text, namedBy: field) { return .code(text, label: named) }
    return switch field.type {
    case .code, .list: code(text, in: field.codes ?? "")
    case .country: code(text, in: "country")
    case .language: code(text, in: "language")
    case .longtext: .lines(text)
    case .place: place(text)
    default: .text(text)
    }
  }

  /// What people call a field, or a class of fields, that a record names.
  private func label(_ text: String, namedBy field: FieldDefinition) -> String? {
    guard Self.namingFields.contains(field.qualifiedName) else { return nil }
    return book[text].map { words.name($0.label) }
      ?? FieldClass(name: text).map { words.fieldClass($0.name) }
  }

  private static let namingFields: Set<String> = [
    "restriction.field", "consent.fields", "referral.fields", "release.fields",
  ]

  private func code(_ text: String, in list: String) -> Cell {
    .code(text, label: book.codeLists[list]?[text].map { words.name($0.label) } ?? text)
  }

  /// Without a table of communes a code was checked for its form alone, and says so.
  private func place(_ code: String) -> Cell {
    if book.places.standing(of: code) == .notChecked {
      return .code(code, label: "\(code) (\(words.placeNotChecked))")
    }
    let name = book.places.places.last { $0.code == code }.map { words.name($0.label) }
    return .code(code, label: name.map { "\(code) \($0)" } ?? code)
  }

  private func moment(_ text: String, _ field: FieldDefinition) -> Cell {
    guard let moment = try? Moment(text) else { return .text(text) }
    return field.isLimit ? .limit(WallTime(moment)) : .moment(WallTime(moment))
  }
}

extension WallTime {
  /// As it was written down: programs get the offset back that was given.
  init(_ moment: Moment) {
    self.init(milliseconds: Int(moment.seconds) * 1000, offset: moment.offset)
  }
}

extension FieldDefinition {
  /// Whether it says until when something has to be done: `due`, `ack_due`, `reply_due_at`.
  fileprivate var isLimit: Bool { name.split(separator: "_").contains("due") }
}

extension ThreeWay {
  fileprivate var code: String {
    switch self {
    case .no: "no"
    case .yes: "yes"
    case .unknown: "unknown"
    }
  }
}

extension FieldCells {
  /// What the rule book calls the reasons of an emergency.
  var emergencyReasons: [String: String] {
    Dictionary(
      book.emergencyReasons.map { ($0.code, words.name($0.label)) },
      uniquingKeysWith: { first, _ in first })
  }
}
