import Vault

/// How a file ends in which something still runs that nobody can end otherwise: the person has died, or the file
/// is one of two of the same person and the other goes on (design: the reasons of a closure, "no open clock,
/// consents closed"). To end each limit and consent by itself somebody would have to record what is not so; so
/// the closure ends them.
///
/// What is owed to others runs on and keeps being asked for: the answer to a request, and the word to a
/// recipient that a consent has ended.
enum FileEnd: String {
  case died
  case duplicate

  static let looksAt = ["closure.closure_reason", "closure.closed_at", "closure.reopened_at"]

  /// Of a file that stands closed; the newest closure says it.
  init?(of file: CaseRecords) {
    guard file.code("case.status") == "closed" else { return nil }
    let closure = file.records(holding: "closure.closed_at").last {
      file.isGiven("closure.closed_at", in: $0) && !file.isGiven("closure.reopened_at", in: $0)
    }
    guard let closure, let reason = file.code("closure.closure_reason", in: closure) else {
      return nil
    }
    self.init(rawValue: reason)
  }

  /// Whether a limit is over with the file.
  func ends(_ rule: ClockRule) -> Bool {
    let first = rule.start?.firstField ?? ""
    return !first.hasPrefix("request.") && !first.hasPrefix("consent.")
  }
}
