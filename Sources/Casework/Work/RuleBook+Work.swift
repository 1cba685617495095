import Vault

/// The fields that rules look at.
extension RuleBook {
  /// Those of one clock, with the clocks that it follows or extends, and with the day that tells which rows the file
  /// has.
  func fields(ofClock rule: ClockRule) -> Set<FieldID> {
    var names = rule.end.fields + rule.extendedBy.fields + rule.condition.fields
    names += CaseRecords.ofRuleDay
    if SupportWindow.isEnding(rule) { names += SupportWindow.looksAt }
    names += [rule.given].compactMap(\.self)
    var fields: Set<FieldID> = []
    for event in rule.start?.events ?? [] {
      switch event {
      case .recorded(let condition): names += condition.fields
      // The check of the book let no clock follow itself.
      case .endOfClock(let id): fields.formUnion(clocks[id].map(self.fields) ?? [])
      }
    }
    if let base = rule.extends.flatMap({ clocks[$0] }) {
      fields.formUnion(self.fields(ofClock: base))
    }
    return fields.union(ids(names))
  }

  /// Every field that starts, ends or lengthens a clock, or ends them with the file.
  var clockFields: Set<FieldID> {
    clocks.rules.reduce(into: ids(FileEnd.looksAt)) { $0.formUnion(fields(ofClock: $1)) }
  }

  func ids(_ names: some Sequence<String>) -> Set<FieldID> {
    Set(names.compactMap { self[$0]?.id })
  }
}
