import Testing

extension ReturnedChildLife {
  /// What it was for is done; the consent ends before the file is closed.
  static let referralDone: [LifeStep] = [
    .does("mai", "referral done CASE REFERRAL"),
    .refused("phuc", "person show CASE --for HLEGAL", why: "not_assigned"),
    .faulty(
      "mai", "consent withdraw CASE CONSENT",
      "reason: Việc đã xong; withdrawn_at: {+2 09:00}",
      faults: "consent.withdrawn_at in_the_future"),
    .refused("mai", "case step CASE closed", why: "missing"),
    .does("mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Việc đã xong"),
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}"),
  ]

  /// The grandmother withdraws it: nothing more is read or sent on it, and the file is not closed before legal aid
  /// was told. He goes on without that release.
  static let withdrawal: [LifeStep] = [
    .does(
      "mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Bà đổi ý",
      shows: [#""referrals":["REFERRAL"]"#, #""to_tell":["phuc"]"#]),
    .refused("phuc", "person show CASE --for HLEGAL", why: "not_assigned"),
    .refused("mai", "referral done CASE REFERRAL", why: "referral_state"),
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: phuc; receiver: phuc; purpose: legal_aid; fields: [person.full_name]
      consent_ref: CONSENT
      """, why: "consent_withdrawn"),
    .refused("mai", "case step CASE closed", why: "missing"),
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}"),
  ]

  /// A suspect asks for nothing in his name either.
  static let rights: [LifeStep] = [
    .refused(
      "mai", "request record CASE",
      """
      kind: access; received: {-1 09:00}; requester: representative
      representative_ref: FATHER
      """, why: "representative_suspect"),
    .does(
      "mai", "request record CASE",
      """
      kind: access; received: {-1 09:00}; requester: representative
      representative_ref: AUNT
      """, keeps: ["REQUEST": "record"]),
    .refused("mai", "request answer CASE REQUEST --to page.html", why: "identity_first"),
    .does(
      "mai", "request record CASE --record REQUEST",
      "identity_check: Quyết định giám hộ; safe_answer: Đưa tận tay tại cơ sở"),
    .does("mai", "request answer CASE REQUEST --to page.html"),
    .does(
      "mai", "restriction set CASE --field identification.trafficker_relation --role police",
      "reason: Trẻ sợ"),
    .refused(
      "mai",
      "case share CASE son --fields identification.trafficker_relation --until {+30} --provision L53_27_2 --for HLEGAL",
      why: "restricted"),
  ]

  /// Home to the grandmother, when somebody looked and the danger is gone.
  static let home: [LifeStep] = [
    .does(
      "mai", "support record CASE",
      """
      return_unit: 15; return_safety: Về với bà, bố không còn ở đó; return_danger: no
      """),
    .does(
      "mai", "support record CASE",
      "plan.area: [Education]; plan.goals: Đi học lại; plan.reviewed_at: {+0}"),
    .does("mai", "support record CASE --record STAY", "stay_to: {+0}"),
    .does("mai", "support record CASE", "relatives_notified_at: {now}; returned_on: {+0}"),
    .does("mai", "case step CASE reintegration"),
  ]

  /// Both files, each by two people; the sister’s still lacked what nobody had written down.
  static let closing: [LifeStep] = [
    .faulty(
      "mai", "case close CASE --confirm CASE", "reopen_reason: x",
      faults: "reopen_reason unknown_field"),
    .does(
      "mai", "case close CASE --confirm CASE", "closure_reason: reintegrated",
      keeps: ["ASKED": "entry"]),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("thu", "approval give ASKED --confirm ASKED"),
    .refused(
      "mai", "case close SIBLING --confirm SIBLING", "closure_reason: reintegrated", why: "missing"),
    .does("mai", "reception record SIBLING", "health_agency_notified_at: {-6 08:30}"),
    .does(
      "mai", "case close SIBLING --confirm SIBLING", "closure_reason: reintegrated",
      keeps: ["ASKED": "entry"]),
    .does("minh", "approval give ASKED --confirm ASKED"),
  ]
}
