import Casework
import Vault

extension Fault {
  /// Status 77: the rule, its citation, what it names and the entry that records it.
  static func stopped(_ stop: RuleStop) -> Fault {
    var fault = Fault(
      .denied, reason: stop.reason.rawValue, entry: stop.entry, details: details(stop),
      hint: { remedy(stop, $0) }
    ) { words in
      let said = words.stopped(sentence(stop, words), names: "", entry: stop.entry ?? 0)
      return ([said] + [rule(stop, words)].compactMap(\.self)).joined(separator: "\n")
    }
    fault.missing = stop.names.flatMap(\.fieldNames)
    return fault
  }

  /// The reason with what it names. What is missing is told apart: what somebody records, the limits that
  /// still run, and what nobody records but what has to come about.
  private static func sentence(_ stop: RuleStop, _ words: any Words) -> String {
    func told(_ said: String, _ names: [StopName]) -> String? {
      names.isEmpty
        ? nil : "\(said): \(names.map { $0.told(in: words) }.joined(separator: ", "))"
    }
    guard stop.reason == .missing else {
      let said = words.stopped(stop.reason)
      return told(said, stop.names) ?? said
    }
    let parts = [
      told(words.stopped(.missing), stop.names.filter(\.isRecorded)),
      told(words.limitsStillRun, stop.names.filter(\.isClock)),
      told(words.notSoYet, stop.names.filter { $0.condition != nil }),
    ].compactMap(\.self)
    return parts.isEmpty ? words.stopped(.missing) : parts.joined(separator: "; ")
  }

  private static func remedy(_ stop: RuleStop, _ words: any Words) -> String? {
    guard !stop.isFromOutside else { return words.remedyElsewhere }
    guard stop.reason == .missing, !stop.names.contains(where: \.isRecorded) else {
      return words.remedy(stop.reason)
    }
    if let condition = stop.names.compactMap(\.condition).first { return words.remedy(condition) }
    return stop.names.contains(where: \.isClock)
      ? words.remedy(.noOpenClock) : words.remedy(stop.reason)
  }

  private static func rule(_ stop: RuleStop, _ words: any Words) -> String? {
    stop.citation.map { citation in
      words.byRule(
        stop.label.map(words.name) ?? "",
        citation: citation.isProjectChoice
          ? words.cited(citation) : citation.mark(words.cited(citation), in: words))
    }
  }

  private static func details(_ stop: RuleStop) -> [JSONValue.Member] {
    var details: [JSONValue.Member] = []
    if !stop.names.isEmpty {
      details.append(.init("names", .array(stop.names.map { .string($0.code) })))
    }
    if let citation = stop.citation {
      details.append(.init("citation", .string(citation.text)))
      details.append(.init("verified", .bool(citation.isVerified)))
    }
    return details
  }
}

extension StopName {
  fileprivate var condition: RuleCondition.Special? {
    if case .condition(let what) = self { return what }
    return nil
  }

  fileprivate var isClock: Bool {
    if case .clock = self { return true }
    return false
  }

  /// Something that somebody writes down.
  fileprivate var isRecorded: Bool { condition == nil && !isClock }
}

extension StopName {
  fileprivate var fieldNames: [String] {
    switch self {
    case .field(let field): [field.qualifiedName]
    case .oneOf(let fields): fields.map(\.qualifiedName)
    default: []
    }
  }
}
