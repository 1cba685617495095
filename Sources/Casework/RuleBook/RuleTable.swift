/// The tables of a rule book: one CSV file each, which an official can open in a spreadsheet.
public enum RuleTable: String, CaseIterable, Comparable, Hashable, Sendable {
  case bases
  case clocks
  case codes
  case entities
  case entitlements
  case fields
  case holidays
  case places
  case roles
  case steps

  public var fileName: String { rawValue + ".csv" }

  /// The header, exactly and in this order (Format.md, "Rule tables").
  public var columns: [String] {
    switch self {
    case .bases:
      [
        "basis", "act", "to", "when", "purposes", "label_vi", "label_en", "citation",
        "status", "valid_from", "valid_to",
      ]
    case .clocks:
      [
        "id", "label_vi", "label_en", "kind", "from", "until", "amount", "unit", "given",
        "warn_days", "extends", "extended_by", "who", "when", "citation", "status", "valid_from",
        "valid_to",
      ]
    case .codes: ["list", "code", "label_vi", "label_en", "source", "status", "sort"]
    case .entities: ["number", "name", "form", "many", "label_vi", "label_en"]
    case .entitlements:
      [
        "legal_regime", "category", "regime", "condition", "label_vi", "label_en", "citation",
        "status", "valid_from", "valid_to",
      ]
    case .fields:
      [
        "id", "entity", "name", "form", "label_vi", "label_en", "type", "codes", "class", "many",
        "read", "write", "citation", "status", "valid_from", "valid_to",
      ]
    case .holidays: ["kind", "from", "to", "label_vi", "label_en", "citation", "status"]
    case .places: ["code", "name_vi", "name_en", "kind", "parent", "valid_from", "valid_to"]
    case .roles:
      [
        "role", "relation", "label_vi", "label_en", "works_at", "reads", "operations", "support",
        "identity", "sensitive", "clinical", "vital", "safety", "facts",
      ]
    case .steps:
      [
        "id", "from", "to", "who", "second", "guards", "label_vi", "label_en", "citation",
        "status", "valid_from", "valid_to",
      ]
    }
  }

  /// Whether it came with the workflow of the law. A vault that was made before has no such table of its
  /// own and goes by the built-in one until it adopts a book.
  var isWorkflow: Bool { [.clocks, .entitlements, .holidays, .steps].contains(self) }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
