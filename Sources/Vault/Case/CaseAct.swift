/// What a change of a case is for: the act that its entry names (design, audit: "Acts").
///
/// The families of the work, `consent.…`, `referral.…`, `request.…`, stand here and not in the log's own
/// vocabulary, for the log only has to tell them apart.
public enum CaseAct: String, CaseIterable, Hashable, Sendable {
  /// A form was recorded.
  case record = "field.write"
  /// The legal status moved, or was asked to.
  case step = "case.step"
  case link = "case.link"
  /// All of the case is to be destroyed.
  case erase = "case.erase"
  /// A record is out of sight and waits to be destroyed.
  case retract = "case.retract"
  /// Copies of fields were given to a member.
  case share = "excerpt.give"
  case restrictionSet = "restriction.set"
  case restrictionLift = "restriction.lift"
  /// A file for another vault was given out.
  case transfer = "case.transfer"
  /// What another vault's file holds was taken in.
  case receive = "case.receive"
  case consentRecord = "consent.record"
  case consentWithdraw = "consent.withdraw"
  case referralDraft = "referral.draft"
  case referralSend = "referral.send"
  case referralReceive = "referral.receive"
  case referralAccept = "referral.accept"
  case referralReject = "referral.reject"
  case referralDone = "referral.done"
  case referralRevoke = "referral.revoke"
  /// A file was taken into the case.
  case evidenceAdd = "evidence.add"
  case requestRecord = "request.record"
  case requestAnswer = "request.answer"
  /// What was typed into a form was sealed to who typed it, opened by them, thrown away by them.
  case draftSave = "draft.save"
  case draftOpen = "draft.open"
  case draftDrop = "draft.drop"
  /// A stay goes on beyond its limit.
  case stayExtend = "stay.extend"
  /// A limit passed; an entry of its own, once.
  case overdue = "clock.overdue"
  /// A recorded date was corrected, by which a limit that had begun ends later or nowhere; or that was asked.
  case clockMoved = "clock.moved"
  /// A second person answered what a first one asked.
  case approvalGive = "approval.give"
  case approvalRefuse = "approval.refuse"

  /// Whether it asks that something be destroyed: giving that has a way of its own, in which it is done.
  public var asksErasure: Bool { self == .erase || self == .retract }

  /// Whether it can wait for a second person.
  var mayBeAsked: Bool {
    switch self {
    case .step, .stayExtend, .erase, .retract, .clockMoved: true
    default: false
    }
  }
}
