import Casework

extension RuleNote {
  /// The note, what it names, and what the rule rests on.
  func told(in words: any Words) -> String {
    let rule = citation.map { words.cited($0) } ?? ""
    let named = [label.map(words.name)].compactMap(\.self) + names.map { $0.told(in: words) }
    let marked = citation.map { $0.isProjectChoice ? rule : $0.mark(rule, in: words) }
    let all = named.uniqued() + [marked].compactMap(\.self)
    return words.noted(words.noted(reason), names: all.joined(separator: ", "))
  }
}
