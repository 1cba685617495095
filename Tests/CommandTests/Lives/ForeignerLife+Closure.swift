import Testing

extension ForeignerLife {
  /// What the immigration division may know of him, by a consent with a thumbprint, read to him in Lao.
  static let consent: [LifeStep] = [
    .refused(
      "mai", "consent record CASE",
      """
      giver: self; purpose: repatriation; recipient: Đại sứ quán Ví Dụ
      recipient_member: son; fields: [identity, identification.act]; given_at: {-1 09:00}
      how: thumbprint; language: lao; expires_at: {+60}
      """, why: "missing"),
    .does(
      "mai", "consent record CASE",
      """
      giver: self; purpose: repatriation; recipient: Phòng Quản lý xuất nhập cảnh
      recipient_member: son; fields: [identity]; sensitive_told: yes; given_at: {-1 09:00}
      how: thumbprint; language: lao; expires_at: {+60}
      """, keeps: ["CONSENT": "record"]),
    .refused(
      "mai",
      "case share CASE son --fields person.full_name,protection.risk_level --until {+30} --consent CONSENT --purpose repatriation --for HLEGAL",
      why: "consent_lacks_fields"),
    .refused(
      "mai",
      "case share CASE son --fields person.full_name --until {+90} --consent CONSENT --purpose repatriation --for HLEGAL",
      why: "consent_ends_sooner"),
    .refused(
      "mai",
      "case share CASE son --fields stay.stay_facility --until {+30} --provision L53_31_3 --for HLEGAL",
      why: "shelter_not_named"),
    .does(
      "mai",
      "case share CASE son --fields person.full_name --until {+30} --consent CONSENT --purpose repatriation --for HLEGAL"
    ),
    .does(
      "son", "person show CASE --for HLEGAL", shows: ["Somsak Vi Du"], hides: ["nationality"]),
    .refused("son", "support show CASE", why: "class"),
    .does(
      "mai", "restriction set CASE --field person.full_name --office", "excluded_unit: Báo Ví Dụ"),
  ]

  /// They know what they needed, and read it no more.
  static let shareEnds: [LifeStep] = [
    .does("mai", "case unshare CASE son"),
    .fails("mai", "case unshare CASE son", status: 1, why: "nothing_to_do"),
  ]

  /// He is afraid and withdraws it: they read nothing on it any more. What the law itself has told them (Art. 31(3))
  /// goes on that provision, with less.
  static let withdrawal: [LifeStep] = [
    .does(
      "mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Sợ bị lộ",
      shows: [#""referrals":[]"#, #""to_tell":["son"]"#]),
    .refused("son", "person show CASE --for HLEGAL", why: "not_assigned"),
    .refused(
      "mai",
      "case share CASE son --fields person.full_name --until {+30} --consent CONSENT --purpose repatriation --for HLEGAL",
      why: "consent_withdrawn"),
    .does(
      "mai",
      "case share CASE son --fields person.full_name,person.nationality --until {+30} --provision L53_31_3 --for HLEGAL"
    ),
    .does("son", "person show CASE --for HLEGAL", shows: ["Somsak Vi Du", "LAO"]),
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}"),
  ]

  /// A copy of his own data, and of who looked.
  static let rights: [LifeStep] = [
    .does(
      "mai", "request record CASE",
      """
      kind: provide; received: {-1 09:00}; requester: self
      identity_check: Hộ chiếu, có phiên dịch; safe_answer: Đưa tận tay
      """, keeps: ["REQUEST": "record"]),
    .refused("hanh", "request answer CASE REQUEST --to hanh.html", why: "not_assigned"),
    .does("mai", "request answer CASE REQUEST --to page.html"),
  ]

  /// Foreign affairs and immigration told, his note, the plan, the gate (Art. 31).
  static let home: [LifeStep] = [
    .does(
      "mai", "rescue record CASE",
      """
      foreign_affairs_told_at: {-2 09:00}; immigration_told_at: {-2 09:30}
      consent_note_at: {-1}; return_plan_at: {-1}
      """),
    .does("mai", "rescue record CASE", "border_gate: Cửa khẩu Ví Dụ; brought_to_gate_at: {now}"),
    .does(
      "mai", "rescue show CASE --class safety --for CAREMGT",
      shows: ["foreign_affairs_told_at", "Cửa khẩu Ví Dụ", #""brought_to_gate_at":"2"#]),
    .refused("mai", "case step CASE closed", why: "missing"),
    .does("mai", "support record CASE --record STAY", "stay_to: {+0}"),
  ]

  /// A file is not closed over a consent that is in force.
  static let consentEnds: [LifeStep] = [
    .refused("mai", "case close CASE --confirm CASE", "closure_reason: passed_on", why: "missing"),
    .does("mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Việc đã xong"),
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}"),
  ]

  /// Two people close.
  static let closing: [LifeStep] = [
    .does(
      "mai", "case close CASE --confirm CASE", "closure_reason: passed_on",
      keeps: ["ASKED": "entry"]),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("minh", "approval give ASKED --confirm ASKED"),
  ]
}
