import Vault

/// Reads what is due from the operations row of one case, for a list: on whichever thread opened the row.
struct DueReading: Sendable {
  /// What is due in one case.
  struct Found: Sendable {
    var lines: [DueLine]
    /// Whether a limit has passed that is not yet in the log.
    var isNewlyOverdue: Bool
  }

  private let due: FieldID?
  private let clocks: ClockTable
  private let summary: SummaryReading
  private let scope: DueScope
  private let member: MemberID?
  private let now: Moment

  /// - Parameter member: whose cases are mine.
  init(_ book: RuleBook, _ scope: DueScope = DueScope(), member: MemberID? = nil, at now: Moment) {
    due = book["case.due"]?.id
    (clocks, summary) = (book.clocks, SummaryReading(book))
    (self.scope, self.member, self.now) = (scope, member, now)
  }

  /// What is read of a row.
  var fields: Set<FieldID> { summary.fields.union([due].compactMap(\.self)) }

  func callAsFunction(_ id: CaseID, _ values: [FieldID: FieldValue]) -> Found {
    let all = clocks(in: values, of: id)
    return Found(
      lines: all.filter(isWithin),
      isNewlyOverdue: all.contains { $0.standing == .overdue && !$0.item.isNoted })
  }

  /// The clocks that have begun.
  func clocks(in values: [FieldID: FieldValue], of id: CaseID?) -> [DueLine] {
    guard let due, case .list(let items) = values[due], !items.isEmpty else { return [] }
    let summary = summary(values)
    let code = (try? CaseCode(summary.code).text) ?? summary.code
    return items.compactMap(DueItem.init).compactMap { item in
      let rule = clocks[item.clock]
      return item.standing(rule, at: now).map {
        DueLine(
          caseCode: code, item: item, rule: rule, standing: $0, owner: summary.owner,
          office: summary.receivingUnit, id: id)
      }
    }
  }

  private func isWithin(_ line: DueLine) -> Bool {
    if scope.isMine && line.owner != member { return false }
    if let wanted = scope.office, line.office != wanted { return false }
    return !scope.isPressing || line.standing <= .soon
  }
}
