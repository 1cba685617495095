import Casework
import Vault

/// A step of the legal status as it is told.
struct StepReport {
  private let code: CaseCode
  private let words: any Words

  init(_ code: CaseCode, _ words: any Words) {
    self.code = code
    self.words = words
  }

  func report(_ outcome: StepOutcome) -> Report {
    let status = words.status(outcome.step.to)
    let second = roles(outcome.step.approvers)
    let notes =
      outcome.isAsked
      ? [
        words.stepAsked(code: code.text, status: status, entry: outcome.entry),
        words.waitsFor(roles: second), words.next("approval give \(outcome.entry)"),
      ] : [words.stepped(code: code.text, status: status, entry: outcome.entry)]
    return Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init(
          outcome.isAsked ? "asked" : "status", words.label(.status),
          .code(outcome.step.to, label: status)),
        .init("entry", words.label(.entry), .integer(outcome.entry)),
      ], notes: notes + outcome.notes.map { $0.told(in: words) })
  }

  func report(_ check: StepCheck) -> Report {
    let step = check.step
    var fields: [Report.Field] = [
      .init("case", words.label(.caseCode), .text(code.text)),
      .init("from", words.label(.status), .code(check.from, label: words.status(check.from))),
      .init("to", words.stepTo, .code(step.to, label: words.status(step.to))),
      .init("who", words.label(.roles), .text(roles(step.takers))),
    ]
    if !step.second.isEmpty {
      fields.append(.init("second", words.stepSecond, .text(roles(step.approvers))))
    }
    fields.append(
      .init(
        "missing", words.label(.missing),
        .list(check.missing.map { .code($0.code, label: $0.told(in: words)) })))
    if let stop = check.stop {
      fields.append(
        .init(
          "stop", words.stepStop,
          .code(stop.reason.rawValue, label: words.stopped(stop.reason))))
    }
    fields.append(
      .init(
        "rule", words.ruleLabel, .text(step.citation.mark(words.cited(step.citation), in: words))))
    fields.append(.init("entry", words.label(.entry), .integer(check.entry)))
    var notes: [String] = []
    if let stop = check.stop {
      let names = stop.names.map { $0.told(in: words) }.joined(separator: ", ")
      notes.append(words.wouldStop(words.stopped(stop.reason), names: names))
    } else if check.missing.isEmpty {
      notes.append(words.nothingMissing)
    }
    if !check.mayTake { notes.append(words.waitsFor(roles: roles(step.takers))) }
    return Report(
      fields: fields,
      notes: notes + check.notes.map { $0.told(in: words) } + [words.read(entry: check.entry)])
  }

  private func roles(_ roles: RoleSet) -> String { words.roles(roles) }
}

extension Words {
  func roles(_ roles: RoleSet) -> String {
    Role.allCases.filter { roles.contains($0) }.map { role($0.rawValue) }.joined(separator: ", ")
  }
}
