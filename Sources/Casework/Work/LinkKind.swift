/// How two files belong together. Each is a file of its own, with its own keys and its own people.
public enum LinkKind: String, CaseIterable, Hashable, Sendable {
  /// A minor who came with the person (Law 53/2024 Art. 37).
  case dependant
  /// A relative under protection (Art. 34).
  case relative
  /// Two files of one person, until one is closed as a duplicate.
  case same

  /// What the other file says of the first.
  var reverse: String {
    switch self {
    case .dependant: "principal"
    case .relative: "relative_of"
    case .same: "same"
    }
  }

  /// The category that the law has for a minor who came with somebody of a category. A minor who came with
  /// a foreigner has no row in Article 37.
  static func category(beside category: String?) -> String? {
    switch category {
    case "victim_vn": "minor_accompanying_victim"
    case "in_process_vn_domestic": "minor_accompanying_in_process_domestic"
    case "in_process_vn_abroad": "minor_accompanying_in_process_abroad"
    default: nil
    }
  }
}
