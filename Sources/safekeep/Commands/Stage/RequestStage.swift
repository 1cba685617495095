import Casework

/// `safekeep request record`; `answer` and `list` are verbs of their own.
enum RequestStage: Stage {
  static let topic = Topic.request
  static let namesRecord = true
  static let next = "case show --class support"

  /// A request is recorded here and carried out elsewhere.
  static func carriesOut(_ input: FormInput) -> String? {
    guard case .text(let kind) = input.values["kind"] ?? input.values["request.kind"] else {
      return nil
    }
    return switch kind {
    case "access", "provide": "request answer"
    case "correct": "person record"
    case "withdraw": "consent withdraw"
    case "restrict", "object": "restriction set"
    case "delete": "case erase --reason person_request"
    case "protect": "protection record"
    default: nil
    }
  }
}
