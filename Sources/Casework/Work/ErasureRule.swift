import Vault

/// When a file may be erased: the cases of Law 91/2025 Art. 14(1), each by what the file itself shows of it.
///
/// What a person asks in a case of Art. 19 is not erased (Art. 14(2)): that is for two leads to decide, and
/// `request answer` refuses it with its ground. A restriction, a referral under way or a running limit keeps
/// no file from being erased; they go with it, and what that leaves undone is told (``ErasureLeaves``).
struct ErasureRule {
  static let list = "erasure_reason"
  static let looksAt =
    ["case.status", "case.pending"] + Casework.looksAtReferrals + Request.looksAt
    + RepresentativeCheck.looksAt

  let reason: Code
  let look: CaseLook

  /// Why the file may not be erased on this ground, or nil.
  var stop: RuleStop? {
    switch reason.code {
    case "person_request": stopOfRequest
    case "purpose_done", "retention_ended":
      look.code("case.status") == "closed" ? nil : stopped(.notClosed)
    default: nil
    }
  }

  /// Nothing is erased before it is known who asks, and whoever may not ask for the person does not.
  private var stopOfRequest: RuleStop? {
    let open = look.records.records(of: "request").map {
      Request(record: $0, records: look.records)
    }.filter { $0.kind == "delete" && !$0.isDone }
    guard !open.isEmpty else { return stopped(.noErasureRequest) }
    let stops = open.map { $0.stopOfRequester ?? $0.stopOfAnswer }
    return stops.contains(nil) ? nil : stops.compactMap(\.self).first
  }

  private func stopped(_ why: StopReason) -> RuleStop {
    RuleStop(why, .state, label: reason.label, reason.citation)
  }
}
