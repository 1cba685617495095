import Vault

/// What the file of a person says of the minors who came with them: the rows that they can have (Law 53/2024 Art. 37),
/// the law whose support they have (Art. 63: "người dưới 18 tuổi đi cùng" have that of the person), and whether they
/// have any, for the law has support for who came with a victim or with somebody in process, and with nobody else; that
/// of victims from the decision on.
struct PrincipalFile {
  static let looksAt = [
    "case.person_category", "case.status", "case.former_status", "case.legal_regime",
    "identification.decided_at",
  ]

  let rows: Set<String>
  let law: String?
  private let isNoVictim: Bool
  private let isVictim: Bool
  /// The last day of support, where the decision is that they are no victim, and the first of that of victims; it may
  /// not be known.
  private let decided: CalendarDay?

  init(_ file: CaseRecords) {
    rows = PrincipalRow.rows(beside: file)
    law = file.code("case.legal_regime")
    isNoVictim = file.standing == "not_identified"
    isVictim = file.isIdentified
    decided = file.date("identification.decided_at")?.earliest
  }

  /// Why the file of a minor cannot have what is recorded, or nil; also where one of those with whom they came is not
  /// read by this member: that may be the one whose right it is.
  static func stop(
    _ files: [PrincipalFile?], _ form: CheckedChanges, _ category: String
  ) -> RuleStop? {
    let seen = files.compactMap(\.self)
    guard !seen.isEmpty, seen.count == files.count else { return nil }
    let laws = Set(seen.compactMap(\.law))
    if !laws.isEmpty, !laws.contains(form.after.code("case.legal_regime") ?? "L53_2024") {
      return form.book.stop(
        .principalLaw, about: "case.legal_regime",
        names: laws.sorted().compactMap { form.book.name(of: $0, in: "case.legal_regime") })
    }
    let isOver = days(form).contains { day in seen.allSatisfy { $0.isWithoutSupport(on: day) } }
    return isOver
      ? form.book.stop(.principalNotIdentified, ofCategory: category)
      : stopOfVictims(seen, form, category)
  }

  /// What a minor has who came with a victim, on a day on which each of those with whom they came was in process. The
  /// law of 2011 had no row for them then, and nothing is refused by it.
  private static func stopOfVictims(
    _ files: [PrincipalFile], _ form: CheckedChanges, _ category: String
  ) -> RuleStop? {
    guard category == LinkKind.category(beside: "victim_vn") else { return nil }
    let rows = CaseRecords.inProcess.compactMap(LinkKind.category(beside:))
    let law = form.after.code("case.legal_regime") ?? "L53_2024"
    for (change, record) in form.records("support_item")
    where form.changes(SupportRule.deciding, of: change) {
      let day = SupportRule.day(of: record, form)
      let rules = form.after.ruleDay(of: day)
      guard files.allSatisfy({ $0.isBeforeDecision(day) }),
        let regime = form.after.code("support_item.regime", in: record),
        case (let held, .notEntitled(let citation)) = form.book.entitlements.answer(
          regime, law, oneOf: rows, on: rules)
      else { continue }
      return form.book.stop(.beforeDecision, outside: held, citation, law, rules)
    }
    return nil
  }

  private func isBeforeDecision(_ day: CalendarDay) -> Bool {
    isVictim && (decided.map { day < $0 } ?? false)
  }

  private func isWithoutSupport(on day: CalendarDay) -> Bool {
    isNoVictim && (decided.map { day > $0 } ?? true)
  }

  /// The days of the help that is recorded.
  private static func days(_ form: CheckedChanges) -> [CalendarDay] {
    func days(_ entity: String, _ names: [String], _ deciding: [String]) -> [CalendarDay] {
      form.records(entity).filter { form.changes(deciding, of: $0.change) }.map { _, record in
        names.lazy.compactMap { form.after.date($0, in: record)?.exactDay }.first ?? form.today
      }
    }
    let help = ["support_item.delivered_at", "support_item.planned_for"]
    return days("support_item", help, help + ["support_item.regime"])
      + days("stay", ["stay.stay_from"], ["stay.stay_from"])
  }
}
