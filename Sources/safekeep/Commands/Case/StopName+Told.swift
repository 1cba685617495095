import Casework
import Vault

extension StopName {
  /// For programs.
  var code: String {
    switch self {
    case .field(let field): field.qualifiedName
    case .oneOf(let fields): fields.map(\.qualifiedName).joined(separator: "|")
    case .code(let code, _): code
    case .role(let role): role.rawValue
    case .fieldClass(let found): found.name
    case .condition(let what): what.word
    case .step(let rule): rule.to
    case .clock(let rule): rule.id
    case .record(let id): RecordName.text(id.bytes)
    }
  }

  /// For people; where a rule is not verified, that is said.
  func told(in words: any Words) -> String {
    switch self {
    case .field(let field): field.citation.mark(words.name(field.label), in: words)
    case .oneOf(let fields):
      words.oneOf(fields.map { StopName.field($0).told(in: words) })
    case .code(_, let label): words.name(label)
    case .role(let role): words.role(role.rawValue)
    case .fieldClass(let found): words.fieldClass(found.name)
    case .condition(let what): words.condition(what)
    case .step(let rule): "\(words.status(rule.to)) (\(rule.citation.told(in: words)))"
    case .clock(let rule): rule.citation.mark(words.name(rule.label), in: words)
    case .record(let id): RecordName.text(id.bytes)
    }
  }
}
