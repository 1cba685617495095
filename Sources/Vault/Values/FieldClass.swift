/// What one key opens. Keys hold classes, the field table holds fields: a bug in the table can
/// then open no class to anyone who should have none of it.
public enum FieldClass: UInt16, CaseIterable, Comparable, Hashable, Sendable {
  case operations = 0
  case support = 1
  case identity = 2
  case sensitive = 3
  case clinical = 4
  case safety = 5
  case facts = 6
  case vital = 7

  /// The classes with a key of their own in each case. `operations` is the exception: one
  /// vault-wide key, held to its cases by the policy table alone.
  public static let keyed: [FieldClass] = allCases.filter { $0 != .operations }

  /// Classes shown only on asking, with a purpose.
  public var isRestricted: Bool {
    switch self {
    case .sensitive, .clinical, .safety, .vital: true
    case .operations, .support, .identity, .facts: false
    }
  }

  /// The name used on the command line (`--class clinical`) and in `fields.csv`.
  public var name: String {
    switch self {
    case .operations: "operations"
    case .support: "support"
    case .identity: "identity"
    case .sensitive: "sensitive"
    case .clinical: "clinical"
    case .safety: "safety"
    case .facts: "facts"
    case .vital: "vital"
    }
  }

  public init?(name: String) {
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
