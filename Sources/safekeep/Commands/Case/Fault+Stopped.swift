import Casework
import Vault

extension Fault {
  /// Status 77: the rule, its citation, what it names and the entry that records it.
  static func stopped(_ stop: RuleStop) -> Fault {
    Fault(
      .denied, reason: stop.reason.rawValue, entry: stop.entry, details: details(stop),
      hint: { stop.isFromOutside ? $0.remedyElsewhere : $0.remedy(stop.reason) }
    ) { words in
      let names = stop.names.map { $0.told(in: words) }.joined(separator: ", ")
      let said = words.stopped(words.stopped(stop.reason), names: names, entry: stop.entry ?? 0)
      return ([said] + [rule(stop, words)].compactMap(\.self)).joined(separator: "\n")
    }
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
