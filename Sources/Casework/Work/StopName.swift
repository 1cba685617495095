public import Vault

/// Something that a refusal names: a code for programs, and what people call it.
public enum StopName: Hashable, Sendable {
  /// A field, by its name in the book.
  case field(FieldDefinition)
  /// Fields of which one is enough.
  case oneOf([FieldDefinition])
  /// A code of a list, with its label.
  case code(String, RuleLabel)
  case role(Role)
  /// A class of fields, all of it.
  case fieldClass(FieldClass)
  /// What no field shows (`@no_open_clock`).
  case condition(RuleCondition.Special)
  /// A step that may be taken instead.
  case step(StepRule)
  /// A clock that still runs.
  case clock(ClockRule)
  /// A record of the case, by the name that its commands take.
  case record(RecordID)
}

extension StopName {
  /// Whether fields that are given with an act are what is named.
  func isAnswered(by given: Set<String>) -> Bool {
    switch self {
    case .field(let field): given.contains(field.qualifiedName)
    case .oneOf(let fields): fields.contains { given.contains($0.qualifiedName) }
    default: false
    }
  }
}

extension RuleBook {
  /// Fields of which one is asked for, as a refusal names them.
  func alternatives(_ names: [String]) -> [StopName] {
    let fields = names.compactMap { self[$0] }
    return fields.count > 1 ? [.oneOf(fields)] : fields.map(StopName.field)
  }
}
