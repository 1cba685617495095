/// How a table may change from one book to the next.
extension RuleTable {
  /// What tells when a row is in force.
  enum Force {
    /// `valid_from` and `valid_to`.
    case validity
    /// The days of the row itself.
    case days
    /// From the day on which a book with it is adopted, for good: what is sealed or recorded names it.
    case adoption
  }

  var force: Force {
    switch self {
    case .bases, .clocks, .entitlements, .steps: .validity
    case .holidays: .days
    case .codes, .entities, .fields, .places, .roles: .adoption
    }
  }

  /// The columns that name a row: no two rows of a table agree in them.
  public var key: [String] {
    switch self {
    case .bases: ["basis", "act", "when", "valid_from"]
    case .clocks, .steps, .fields: ["id"]
    case .codes: ["list", "code"]
    case .entities: ["number"]
    case .entitlements: ["legal_regime", "category", "regime", "valid_from"]
    case .holidays: ["kind", "from", "to"]
    case .places: ["code", "valid_from"]
    case .roles: ["role", "relation"]
    }
  }

  /// The columns that people are shown and nothing is decided by.
  var wording: Set<String> {
    switch self {
    case .places: ["name_vi", "name_en"]
    case .roles: ["label_vi", "label_en", "works_at", "reads"]
    case .codes: ["label_vi", "label_en", "source", "status", "sort"]
    default: ["label_vi", "label_en", "citation", "status"]
    }
  }

  /// Whether rows end by `valid_to`.
  var hasEnd: Bool { columns.contains("valid_to") }
}
