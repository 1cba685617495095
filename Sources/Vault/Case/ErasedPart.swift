import AuditLog

/// What of a case is erased, where it is not all of it (design, keys: "Less than a case").
public enum ErasedPart: Hashable, Sendable {
  /// Every version of every field of a class.
  case fieldClass(FieldClass)
  /// Every version of a field but the newest, in each record that has it.
  case history(FieldID)

  /// As an ask names it.
  public var code: String {
    switch self {
    case .fieldClass(let fieldClass): "class.\(fieldClass.name)"
    case .history(let field): "history.\(field.rawValue)"
    }
  }

  public init?(code: String) {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "class":
      guard let found = FieldClass(name: parts[1]) else { return nil }
      self = .fieldClass(found)
    case "history":
      guard let number = UInt32(parts[1]) else { return nil }
      self = .history(FieldID(number))
    default: return nil
    }
    guard self.code == code else { return nil }
  }
}

extension FieldTable {
  /// The class of which a part is; nil for what cannot be erased alone. The operations row is one sealed
  /// value, which queues need; and what is kept from whom must be known as long as there is the case.
  func fieldClass(of part: ErasedPart) -> FieldClass? {
    switch part {
    case .fieldClass(let found): return found == .operations ? nil : found
    case .history(let field):
      guard let rule = self[field], Restriction.mayBeRestricted(rule) else { return nil }
      return rule.fieldClass
    }
  }

  /// Who gives the erasure of a part. What is left of a class is sealed anew by who gives it, and of
  /// `clinical` and `vital` no lead holds the keys: there a duty officer does. Of a class that goes whole
  /// nothing is left, and of a case neither.
  func giver(ofErasing part: ErasedPart?) -> Role {
    guard case .history(let field) = part, let rule = self[field] else { return .lead }
    return KeyTable.standingClasses(of: .duty).contains(rule.fieldClass) ? .duty : .lead
  }
}
