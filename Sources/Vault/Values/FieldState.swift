/// What is known of a field, beside its value: nobody has to tell their story, and "did not want to
/// say" is not "nobody asked" (WHO rules for interviewing trafficked women).
public enum FieldState: UInt8, CaseIterable, Hashable, Sendable {
  case given = 0
  case unknown = 1
  case declined = 2
  case notAsked = 3
  case withheld = 4

  /// The code in JSON and in registers.
  public var code: String {
    switch self {
    case .given: "given"
    case .unknown: "unknown"
    case .declined: "declined"
    case .notAsked: "not_asked"
    case .withheld: "withheld"
    }
  }

  public init?(code: String) {
    guard let found = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = found
  }
}
