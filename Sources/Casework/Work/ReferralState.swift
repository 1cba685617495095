import Vault

/// Where a referral stands, and where it may go from there.
public enum ReferralState: String, CaseIterable, Hashable, Sendable {
  case draft, sent, accepted, rejected, done, revoked

  /// What can become of it. A referral that is over stays over: who needs another drafts another.
  public var next: Set<ReferralState> {
    switch self {
    case .draft: [.sent, .revoked]
    case .sent: [.accepted, .rejected, .revoked]
    case .accepted: [.done, .revoked]
    case .rejected, .done, .revoked: []
    }
  }

  /// Whether anything can still become of it.
  public var isOpen: Bool { !next.isEmpty }

  init?(_ record: CaseRecords.Record, _ records: CaseRecords) {
    guard let code = records.text("referral.state", in: record) else { return nil }
    self.init(rawValue: code)
  }

  /// Why it may not go there from here, or nil.
  func stop(to state: ReferralState, _ book: RuleBook) -> RuleStop? {
    next.contains(state)
      ? nil
      : RuleStop(
        .referralState, .state, .ownChoice,
        names: [book.name(of: rawValue, in: "referral.state")].compactMap(\.self))
  }
}
