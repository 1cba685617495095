public import Vault

extension Casework {
  /// Who waits for the health check on reception (Law 53/2024/QH15 Art. 39), among the cases that this member
  /// stands in a relation to: the files in which no check is recorded and nobody has written that it was declined.
  /// Those with a day first, soonest first; then the others, who has been there longest first.
  public func healthQueue(as session: borrowing Session) throws(CaseworkError) -> HealthQueue {
    let reading = SummaryReading(book)
    let due = book["case.health_check_due"]?.id
    let done = book["case.health_check_at"]?.id
    let fields = reading.fields.union([due, done].compactMap(\.self))
    var (lines, closed) = ([HealthLine](), 0)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(.healthChecks, only: fields, as: session) { _, values throws(VaultError) in
        guard let values else {
          closed += 1
          return
        }
        let summary = reading(values)
        guard let stage = CaseStage(waitingIn: summary.status), stage != .reception,
          done.flatMap({ values[$0] }).map(\.isOpenQuestion) ?? true
        else { return }
        lines.append(
          HealthLine(
            caseCode: summary.code, stage: stage, due: due.flatMap { values[$0] }?.moment,
            receivedAt: summary.receivedAt))
      }.entry
    }
    lines.sort { $0.rank < $1.rank }
    return HealthQueue(lines: lines, unopened: closed, entry: entry)
  }
}

extension FieldValue {
  /// Whether the answer may still come: nobody asked, or nobody knew. Who declined is not waited for.
  fileprivate var isOpenQuestion: Bool { state == .notAsked || state == .unknown }

  fileprivate var moment: String? {
    guard case .dateTime(let text) = self else { return nil }
    return text
  }
}

extension HealthLine {
  /// By instants: whoever wrote one kept their own offset. What is not known comes last.
  fileprivate var rank: (Int64, Int64, String) {
    let seconds = { (text: String?) in
      text.flatMap { try? Moment($0) }.map(\.seconds) ?? Int64.max
    }
    return (seconds(due), seconds(receivedAt), caseCode)
  }
}
