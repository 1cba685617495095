/// The tables of a rule book: one CSV file each, which an official can open in a spreadsheet.
public enum RuleTable: String, CaseIterable, Comparable, Hashable, Sendable {
  case codes
  case entities
  case fields
  case places
  case roles

  public var fileName: String { rawValue + ".csv" }

  /// The header, exactly and in this order (Format.md, "Rule tables").
  public var columns: [String] {
    switch self {
    case .codes: ["list", "code", "label_vi", "label_en", "source", "status", "sort"]
    case .entities: ["number", "name", "form", "many", "label_vi", "label_en"]
    case .fields:
      [
        "id", "entity", "name", "form", "label_vi", "label_en", "type", "codes", "class", "many",
        "read", "write", "citation", "status", "valid_from", "valid_to",
      ]
    case .places: ["code", "name_vi", "name_en", "kind", "parent", "valid_from", "valid_to"]
    case .roles:
      [
        "role", "relation", "label_vi", "label_en", "works_at", "reads", "operations", "support",
        "identity", "sensitive", "clinical", "vital", "safety", "facts",
      ]
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
