/// What a rule asks of a file, as the rule tables write it: terms joined by `;`, all of which must
/// hold.
///
/// - `a.b` or `a.b|c.d`: one of these fields was given.
/// - `a.b=x|y`: the field says one of these codes; `-` among them is that nothing was given.
/// - `@word`: something that no single field shows.
public struct RuleCondition: Hashable, Sendable {
  /// One term.
  public enum Term: Hashable, Sendable {
    case given([String])
    case code(String, oneOf: [String])
    case special(Special)
  }

  /// What no single field shows.
  public enum Special: Hashable, Sendable {
    /// No duty of the law is still running.
    case noOpenClock
    /// Every consent has expired or was withdrawn or closed.
    case consentsClosed
    /// The receiving vault signed that it took the file over.
    case transferAccepted
    /// The status the file had before it was closed: one of these.
    case wasStatus([String])
    /// The person is under 18, or of unknown age.
    case minor
    /// The person is a child, under 16 (Law on Children 102/2016 Art. 1), or of unknown age.
    case child
    /// Two people decided that the person is a victim: the file stands there, or stood there when it was closed.
    case identified
    /// Of a consent: a representative gave it, the person comes of age before it ends and has not confirmed it, and
    /// something was given on it. From that day on it counts no longer.
    case outgrown

    /// As a table writes it, without the `@`.
    public var word: String {
      switch self {
      case .noOpenClock: "no_open_clock"
      case .consentsClosed: "consents_closed"
      case .transferAccepted: "transfer_accepted"
      case .wasStatus(let codes): "was_" + codes.joined(separator: "|")
      case .minor: "minor"
      case .child: "child"
      case .identified: "identified"
      case .outgrown: "outgrown"
      }
    }
  }

  /// Among the codes of a term: the field holds no answer yet.
  static let noAnswer = "-"

  public let terms: [Term]
  /// The fields it looks at.
  let fields: [String]

  init(terms: [Term]) { (self.terms, fields) = (terms, Self.fields(of: terms)) }

  /// Nil where it is not written so.
  init?(_ text: String) {
    guard !text.isEmpty else {
      self.init(terms: [])
      return
    }
    var terms: [Term] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      guard let term = Self.term(part) else { return nil }
      terms.append(term)
    }
    self.init(terms: terms)
  }

  private static func term(_ part: Substring) -> Term? {
    if part.first == "@" { return special(part.dropFirst()).map(Term.special) }
    let sides = part.split(separator: "=", omittingEmptySubsequences: false)
    let choices = sides.last?.split(separator: "|", omittingEmptySubsequences: false) ?? []
    guard (1...2).contains(sides.count), choices.allSatisfy({ !$0.isEmpty }), !choices.isEmpty
    else { return nil }
    guard sides.count == 2 else { return .given(choices.map(String.init)) }
    return sides[0].isEmpty ? nil : .code(String(sides[0]), oneOf: choices.map(String.init))
  }

  private static func special(_ word: Substring) -> Special? {
    switch word {
    case "no_open_clock": .noOpenClock
    case "consents_closed": .consentsClosed
    case "transfer_accepted": .transferAccepted
    case "minor": .minor
    case "child": .child
    case "identified": .identified
    case "outgrown": .outgrown
    default: wasStatus(word)
    }
  }

  /// `was_received|in_process`
  private static func wasStatus(_ word: Substring) -> Special? {
    guard word.hasPrefix("was_") else { return nil }
    let codes = word.dropFirst(4).split(separator: "|", omittingEmptySubsequences: false)
    return codes.allSatisfy { !$0.isEmpty } ? .wasStatus(codes.map(String.init)) : nil
  }

  private static func fields(of terms: [Term]) -> [String] {
    terms.flatMap { term -> [String] in
      switch term {
      case .given(let names): names
      case .code(let name, _): [name]
      case .special(.identified): ["case.status", "case.former_status"]
      case .special(.outgrown): Consent.ofAge
      case .special: []
      }
    }
  }
}
