import Casework
import Vault

extension WaitingAsk {
  /// What is asked for: a step by the status that it leads to.
  func kind(in words: any Words) -> Cell {
    switch ask.act {
    case .step: .code(ask.act.rawValue, label: words.waitingStep(words.status(ask.subject)))
    case .stayExtend: .code(ask.act.rawValue, label: stay(in: words))
    case .clockMoved:
      .code(ask.act.rawValue, label: words.waitingMove(corrections.told(in: words)))
    case .erase:
      .code(
        ask.act.rawValue,
        label: words.waitingErasure(
          erasure?.part.map { words.erasedPart($0, field: field.map(words.name)) },
          label.map(words.name) ?? ask.subject))
    case .retract:
      .code(
        ask.act.rawValue,
        label: words.waitingRetraction(
          field.map(words.name) ?? ask.act.rawValue, label.map(words.name) ?? ask.subject)
          + limits.map { words.endingLimit($0.told(in: words), isPassed: $0.isPassed) }.joined())
    default: .text(ask.act.rawValue)
    }
  }

  /// Until when the stay is to go on and whose decision that is, by its code: whoever agrees agrees to both.
  private func stay(in words: any Words) -> String {
    StayExtension(ask.subject).map {
      words.waitingStay(until: DateForm.forPeople($0.until.text), decidedBy: $0.approver)
    } ?? ask.subject
  }

  /// Shown above the question whether somebody agrees.
  func told(in words: any Words) -> String {
    let what = kind(in: words).shown(in: words)
    return words.askedInCase(caseCode, what: what, by: Escaping.line(askerHandle ?? "–"))
  }
}

extension EndingLimit {
  fileprivate func told(in words: any Words) -> String {
    let name = words.name(rule.label)
    return lastDay.map { "\(name), \(DateForm.forPeople($0.text))" } ?? name
  }
}

extension [PageField] {
  /// Dates and what they are to say.
  func told(in words: any Words) -> String {
    map { "\(words.name($0.definition.label)): \($0.day(in: words))" }.joined(separator: "; ")
  }
}

extension PageField {
  fileprivate func day(in words: any Words) -> String {
    switch value {
    case .date(let text): DateForm.forPeople(text)
    case .dateTime(let text): (try? Moment(text)).map { WallTime($0).forPeople } ?? text
    default: Cell.state(value.state.code).shown(in: words)
    }
  }
}
