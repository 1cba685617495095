import Vault

/// What takes two people keeps taking two, and only those whom the design names ("Two people"): who decides
/// whether somebody is a victim, and who closes a file, is the last that an office may make easier for itself.
/// A stay is lengthened by two people whatever a table says; no row of a book is asked.
///
/// Nor does a book drop what such a step rests on: a decision is recorded before anybody is identified (Law 53/2024
/// Art. 33), a file is closed with its reason and no limit still running, and is another office's only once that office
/// signed for it.
///
/// Like `CoverageCheck` it is asked of what is proposed.
struct TwoPeopleCheck {
  private let book: RuleBook
  private let today: CalendarDay

  init(_ book: RuleBook, today: CalendarDay) {
    self.book = book
    self.today = today
  }

  func run() throws(CaseworkError) {
    for step in book.steps.steps where isAhead(step) {
      try checkPeople(step)
      try checkGuards(step)
    }
  }

  private func checkPeople(_ step: StepRule) throws(CaseworkError) {
    guard let pair = Self.pair(step) else { return }
    guard !step.second.isEmpty, step.second.subtracting(pair.second).isEmpty,
      step.who.subtracting(pair.first).isEmpty
    else { throw .rules(RuleFault(.steps, line: step.line, .twoPeople(step.id))) }
  }

  private func checkGuards(_ step: StepRule) throws(CaseworkError) {
    guard Self.grounds(of: step).allSatisfy(step.guards.terms.contains) else {
      throw .rules(RuleFault(.steps, line: step.line, .guardGone(step.id)))
    }
  }

  private static func grounds(of step: StepRule) -> [RuleCondition.Term] {
    switch step.to {
    case "transferred": [.special(.transferAccepted)]
    case "closed":
      [.given(["closure.closure_reason"]), .special(.noOpenClock), .special(.consentsClosed)]
    case "identified":
      goesBack(step) ? [] : [decision("victim"), .given(["identification.certificate_no"])]
    case "not_identified": goesBack(step) ? [] : [decision("not_victim")]
    default: []
    }
  }

  private static func decision(_ code: String) -> RuleCondition.Term {
    .code("identification.decision", oneOf: [code])
  }

  /// What ends today cannot be mended any more, only followed.
  private func isAhead(_ step: StepRule) -> Bool {
    step.validity.to.map { $0 > today } ?? true
  }

  /// From a file that stood there, or beyond it, before it was closed.
  private static func goesBack(_ step: StepRule) -> Bool {
    let beyond = step.to == "identified" ? ["identified", "reintegration"] : [step.to]
    return step.guards.terms.contains { term in
      guard case .special(.wasStatus(let codes)) = term else { return false }
      return codes.allSatisfy(beyond.contains)
    }
  }

  private typealias Pair = (first: RoleSet, second: RoleSet)

  private static func pair(_ step: StepRule) -> Pair? {
    switch step.to {
    // Going back to where a reopened file stood decides nothing anew.
    case "identified", "not_identified":
      goesBack(step)
        ? nil : (RoleSet([.lead, .police]), RoleSet([.lead, .police]))
    // The owner asks, a social worker or a lead.
    case "closed": (RoleSet([.socialWorker, .lead]), RoleSet([.lead]))
    default: nil
    }
  }
}
