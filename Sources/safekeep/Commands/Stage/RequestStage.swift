import Casework

/// `safekeep request record`; `answer` and `list` are verbs of their own.
enum RequestStage: Stage {
  static let topic = Topic.request
  static let namesRecord = true
  static let next = "case show --class support"

  /// A request is recorded here and carried out elsewhere.
  static func carriesOut(_ input: FormInput, in code: String, _ record: String?) -> String? {
    guard case .text(let kind) = input.values["kind"] ?? input.values["request.kind"] else {
      return nil
    }
    return switch kind {
    case "access", "provide": "request answer \(code) \(record ?? "RECORD") --to page.html"
    case "correct": "person record \(code)"
    case "withdraw": "consent withdraw \(code) RECORD"
    case "restrict", "object": "restriction set \(code) --field FIELD --role ROLE"
    case "delete": "case erase \(code) --reason person_request"
    case "protect": "protection record \(code)"
    default: nil
    }
  }
}
