import Vault

/// The time in which a person may apply for schooling, training and the allowance. Each is applied for on its own, and
/// for those that nobody applied for yet it runs on (Decree 09/2013 Art. 23; project choice).
struct SupportWindow {
  let file: CaseRecords

  /// What ends it in the rows of the book.
  static let application = "support_item.allowance_application_at"
  static let regimes: Set<String> = ["h", "i", "k"]
  static let looksAt = [
    application, "support_item.regime", "support_item.delivered_at", "case.person_category",
    "case.legal_regime", "identification.decided_at", "person.birth_date",
  ]

  init(_ file: CaseRecords) { self.file = file }

  /// Of one whose length no source at hand gives the first application is what is known.
  static func isEnding(_ rule: ClockRule) -> Bool {
    rule.kind == .window && rule.limit.unit.hasAmount && rule.end.fields == [application]
  }

  /// What ended it: the last of what the person can apply for; nil while one of them is left.
  var end: CaseClock.End? {
    var applied: [String: Moment] = [:]
    for item in file.records(holding: "support_item.regime") {
      guard let regime = file.code("support_item.regime", in: item),
        let moment = file.moment(Self.application, in: item)
          ?? file.moment("support_item.delivered_at", in: item)
      else { continue }
      applied[regime] = min(applied[regime] ?? moment, moment)
    }
    let wanted = wanted
    guard !wanted.isEmpty, wanted.isSubset(of: Set(applied.keys)) else { return nil }
    return CaseClock.End(at: wanted.compactMap { applied[$0] }.max())
  }

  /// Those that the person's category has; all of them while no lead recorded any.
  private var wanted: Set<String> {
    guard let category = file.code("case.person_category"),
      let decided = file.date("identification.decided_at")?.exactDay
    else { return Self.regimes }
    let law = file.code("case.legal_regime") ?? "L53_2024"
    let isMinor = file.isMinor(on: decided)
    let rows = file.book.entitlements.rows(law, category, on: file.ruleDay(of: decided)).filter {
      isMinor || $0.condition != SupportCondition.ofMinors
    }
    let own = Self.regimes.intersection(rows.map(\.regime))
    return own.isEmpty ? Self.regimes : own
  }

  /// The last day of it, where the law has one.
  var lastDay: CalendarDay? {
    guard let decided = file.date("identification.decided_at")?.exactDay else { return nil }
    guard let rule = file.book.clocks.row(like: "l66_window", in: file, on: decided),
      file.holds(rule.condition)
    else { return nil }
    return rule.limit.deadline(from: Moment(startOf: decided), file.book.calendar)?.movedDay
  }
}
