/// Days from one step of a case to another, for figures: `days=arrival_decision:41`.
struct CaseDays {
  private let file: CaseRecords

  init(_ file: CaseRecords) { self.file = file }

  /// The steps whose distance is told: within one agency and between two (design, "Reports and targets").
  static let spans: [(id: String, from: String, to: String)] = [
    ("commune_health", "case.cpc_notified_at", "case.health_agency_notified_at"),
    ("arrival_health", "case.received_at", "case.health_agency_notified_at"),
    ("health_check", "case.health_agency_notified_at", "verification.initial_check_at"),
    ("check_request", "verification.initial_check_at", "verification.police_request_at"),
    ("request_reply", "verification.police_request_at", "verification.police_reply_at"),
    ("arrival_decision", "case.received_at", "identification.decided_at"),
    ("decision_return", "identification.decided_at", "reintegration.returned_on"),
    ("arrival_closed", "case.received_at", "closure.closed_at"),
  ]

  static var fields: [String] { spans.flatMap { [$0.from, $0.to] } }

  /// Beyond this somebody mistyped, and one number must not grow the table of figures.
  static let most = 3_650

  var items: [String] {
    Self.spans.compactMap { span in
      guard let from = moments(span.from).min(), let to = moments(span.to).max() else { return nil }
      let days = to.dayInVietnam.number - from.dayInVietnam.number
      return (0...Self.most).contains(days) ? "days=\(span.id):\(days)" : nil
    }
  }

  private func moments(_ name: String) -> [Moment] {
    file.values(name, in: nil).compactMap(CaseRecords.moment)
  }
}
