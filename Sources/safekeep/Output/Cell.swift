/// One value of a report: what a person reads, what a pipe gets, what JSON holds.
enum Cell: Equatable, Sendable {
  case none
  /// Text of one line, as stored.
  case text(String)
  /// Text that may have lines, such as a statement.
  case lines(String)
  /// A code and what it is called in the language of the person.
  case code(String, label: String)
  case integer(Int)
  case flag(Bool)
  case moment(WallTime)
  /// When a limit ends.
  case limit(WallTime)
  /// A date as stored, perhaps cut short: `2004`, `2004-05`, `2004-05-17`.
  case date(String)
  case list([Cell])
  /// A field that was asked about and has no value: declined, unknown, not_asked, withheld.
  case state(String)
  /// A value that may be seen but is not shown until it is asked for.
  case hidden
  /// The place of a secret that is shown once: its bytes never become text of ours, and are written
  /// from guarded memory between what stands before and after this place.
  case secret

  /// The place itself (OBJECT REPLACEMENT CHARACTER); nothing else of a report with a secret has it.
  static let secretPlace: Character = "\u{FFFC}"

  /// For people. Controls are shown, not obeyed.
  func shown(in words: any Words) -> String {
    switch self {
    case .none: "–"
    case .text(let text): Escaping.line(text)
    case .lines(let text): Escaping.lines(text)
    case .code(_, let label): Escaping.line(label)
    case .integer(let value): String(value)
    case .flag(let value): value ? words.yes : words.no
    case .moment(let moment): moment.forPeople
    case .limit(let moment): moment.limitForPeople
    case .date(let stored): Escaping.line(DateForm.forPeople(stored))
    case .list(let cells): cells.map { $0.shown(in: words) }.joined(separator: "; ")
    case .state(let code): "[\(words.fieldState(code))]"
    case .hidden: "••"
    case .secret: String(Self.secretPlace)
    }
  }

  /// For `cut` and `awk`: no tab and no line feed, codes instead of words.
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text), .lines(let text): Escaping.field(text)
    case .code(let code, _): Escaping.field(code)
    case .integer(let value): String(value)
    case .flag(let value): value ? "yes" : "no"
    case .moment(let moment), .limit(let moment): moment.rfc3339
    case .date(let stored): Escaping.field(stored)
    case .list(let cells): cells.map(\.plain).joined(separator: ";")
    case .state(let code): "[\(code)]"
    case .hidden: "••"
    case .secret: String(Self.secretPlace)
    }
  }

  /// For programs. A state is an object, as `--from` takes it, so that no text can pass for one.
  var json: JSONValue {
    switch self {
    case .none: .null
    case .text(let text), .lines(let text): .string(text)
    case .code(let code, _): .string(code)
    case .integer(let value): .integer(value)
    case .flag(let value): .bool(value)
    case .moment(let moment), .limit(let moment): .string(moment.rfc3339)
    case .date(let stored): .string(stored)
    case .list(let cells): .array(cells.map(\.json))
    case .state(let code): .object([.init("state", .string(code))])
    case .hidden: .object([.init("state", .string("hidden"))])
    case .secret: .string(String(Self.secretPlace))
    }
  }

  /// True for what stands under its label rather than beside it.
  var hasLines: Bool {
    if case .lines(let text) = self { return text.contains("\n") }
    return false
  }

  var isMoment: Bool {
    switch self {
    case .moment, .limit: true
    default: false
    }
  }

  var isNumber: Bool {
    if case .integer = self { return true }
    return false
  }
}
