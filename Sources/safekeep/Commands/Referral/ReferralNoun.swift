import ArgumentParser

/// `safekeep referral`: a file is passed to a colleague of another body, with the fields that may go.
struct ReferralNoun: ParsableCommand {
  static let configuration = CommandConfiguration.noun(
    .referral,
    [
      ReferralDraft.self, ReferralSend.self, ReferralReceive.self, ReferralAccept.self,
      ReferralReject.self,
      ReferralDone.self, ReferralRevoke.self, ReferralList.self,
    ])
}
