import Vault

/// How a file ends in which something still runs that nobody can end otherwise: the person has died, the file
/// is one of two of the same person and the other goes on, or it tells of somebody who never came (design: the reasons
/// of a closure, "no open clock, consents closed"). To end each limit and consent by itself somebody would have to record
/// what is not so; so the closure ends them.
///
/// What is owed to others runs on and keeps being asked for: the answer to a request, and the word to a
/// recipient that a consent has ended; of a report also the word to the police (Law 53/2024 Art. 31(1)).
enum FileEnd {
  case died
  case duplicate
  /// A report that was looked into and was never an arrival.
  case neverCame

  static let looksAt = [
    "closure.closure_reason", "closure.closed_at", "closure.reopened_at", "case.former_status",
  ]

  private static let withoutArrival: Set<String> = [
    "unfounded", "passed_on", "withdrew", "lost_contact",
  ]

  /// What is recorded of an arrival (Law 53/2024 Art. 27(1), 27(2), 30(1)): of "that person", who came.
  private static let ofArrival: Set<String> = [
    "case.cpc_notified_at", "case.health_agency_notified_at", "verification.initial_check_at",
  ]

  /// What is recorded of nobody who is not there. A file that says one of these tells of somebody who came, whether or
  /// not the step to `received` was taken, and what is owed to them keeps it open.
  static let signsOfArrival =
    ofArrival.sorted() + [
      "verification.initial_check_result", "case.health_check_at", "rescue.handover_at",
      "statement.entered_at", "stay.stay_from", "support_item.delivered_at",
      "identification.decided_at", "repatriation.brought_to_gate_at", "reintegration.returned_on",
    ]

  /// - Parameters:
  ///   - status: where the file stood when it was closed.
  ///   - file: what else it says.
  init?(_ reason: String, from status: String?, in file: CaseRecords) {
    switch reason {
    case "died": self = .died
    case "duplicate": self = .duplicate
    case _ where status == "reported" && Self.withoutArrival.contains(reason):
      guard !Self.tellsOfArrival(file) else { return nil }
      self = .neverCame
    default: return nil
    }
  }

  private static func tellsOfArrival(_ file: CaseRecords) -> Bool {
    signsOfArrival.contains { name in
      file.records(holding: name).contains { file.isGiven(name, in: $0) }
    }
  }

  /// Of a file that stands closed; the newest closure says it.
  init?(of file: CaseRecords) {
    guard file.code("case.status") == "closed" else { return nil }
    let closure = file.records(holding: "closure.closed_at").last {
      file.isGiven("closure.closed_at", in: $0) && !file.isGiven("closure.reopened_at", in: $0)
    }
    guard let closure, let reason = file.code("closure.closure_reason", in: closure) else {
      return nil
    }
    self.init(reason, from: file.code("case.former_status"), in: file)
  }

  /// Whether a limit is over with the file.
  func ends(_ rule: ClockRule) -> Bool {
    guard self != .neverCame else {
      return !rule.end.fields.isEmpty && Self.ofArrival.isSuperset(of: rule.end.fields)
    }
    let first = rule.start?.firstField ?? ""
    return !first.hasPrefix("request.") && !first.hasPrefix("consent.")
  }

  /// Whether consents, referrals and copies end with it as well. Of a report each is ended by itself.
  var endsAll: Bool { self != .neverCame }
}
