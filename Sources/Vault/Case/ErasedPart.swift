import AuditLog
import Sealing

/// What of a case is erased, where it is not all of it (design, keys: "Less than a case").
public enum ErasedPart: Hashable, Sendable {
  /// Every version of every field of a class.
  case fieldClass(FieldClass)
  /// Every version of a field but the newest, in each record that has it.
  case history(FieldID)
  /// A record that was taken out of sight, with what kind of record it is.
  case record(RecordID, kind: UInt16)

  /// As an ask names it.
  public var code: String {
    switch self {
    case .fieldClass(let fieldClass): "class.\(fieldClass.name)"
    case .history(let field): "history.\(field.rawValue)"
    case .record(let id, let kind): "record.\(kind).\(id.identifier.hex)"
    }
  }

  public init?(code: String) {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == (parts[0] == "record" ? 3 : 2) else { return nil }
    switch parts[0] {
    case "record":
      guard let kind = UInt16(parts[1]), parts[2].utf8.count == 32,
        let id = Pseudonym.bytes(of: parts[2]).flatMap({ RecordID(bytes: $0) })
      else { return nil }
      self = .record(id, kind: kind)
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

  var isRecord: Bool { if case .record = self { true } else { false } }

  /// What the entry of its erasure is.
  var act: String { isRecord ? Act.caseRetract : Act.caseErase }

  func `is`(_ record: RecordID) -> Bool {
    if case .record(record, _) = self { true } else { false }
  }
}

extension FieldTable {
  /// The classes of which a part is; nil for what cannot be erased alone. The operations row is one sealed
  /// value, which queues need; and what is kept from whom must be known as long as there is the case.
  func classes(of part: ErasedPart) -> Set<FieldClass>? {
    switch part {
    case .fieldClass(let found): return found == .operations ? nil : [found]
    case .history(let field):
      guard let rule = self[field], Restriction.mayBeRestricted(rule) else { return nil }
      return [rule.fieldClass]
    case .record(_, let kind):
      let rules = fields(of: kind)
      return rules.isEmpty || !rules.allSatisfy(Restriction.mayBeRestricted)
        ? nil : Set(rules.map(\.fieldClass))
    }
  }

  /// Who gives the erasure of a part. What is left of a class is sealed anew by who gives it, and of
  /// `clinical` and `vital` no lead holds the keys: there a duty officer does. Of a class that goes whole
  /// nothing is left, and of a case neither.
  func giver(ofErasing part: ErasedPart?) -> Role {
    if case .fieldClass = part { return .lead }
    let ofDuty = Set(KeyTable.standingClasses(of: .duty))
    let classes = part.flatMap { self.classes(of: $0) } ?? []
    return classes.isDisjoint(with: ofDuty) ? .lead : .duty
  }
}
