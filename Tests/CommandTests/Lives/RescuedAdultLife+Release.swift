import Testing

extension RescuedAdultLife {
  /// Nothing leaves the file without a basis; a consent covers one recipient, one purpose, some fields.
  static let consent: [LifeStep] = [
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: hanh; receiver: hanh; purpose: medical_care; fields: [person.full_name]
      """, why: "draft_basis", law: "Law 53/2024 Art. 3(10)"),
    .refused(
      "mai", "consent record CASE",
      """
      giver: self; purpose: medical_care; recipient: hanh; fields: [person.full_name]
      given_at: {-1 09:00}; how: written; language: vie
      """, why: "missing"),
    .does(
      "mai", "consent record CASE",
      """
      giver: self; purpose: medical_care; recipient: hanh
      fields: [person.full_name, person.birth_date]; given_at: {-1 09:00}; how: written
      language: vie; expires_at: {+60}
      """, keeps: ["CONSENT": "record"]),
    .refused(
      "mai", "consent record CASE --record CONSENT", "fields: [person.phone]", why: "consent_fixed"),
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: hanh; receiver: hanh; purpose: legal_aid; fields: [person.full_name]
      consent_ref: CONSENT
      """, why: "consent_other_purpose", law: "Law 91/2025 Art. 9(4)"),
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: phuc; receiver: phuc; purpose: medical_care; fields: [person.full_name]
      consent_ref: CONSENT
      """, why: "consent_other_recipient"),
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: hanh; receiver: hanh; purpose: medical_care; fields: [person.phone]
      consent_ref: CONSENT
      """, why: "consent_lacks_fields", law: "Law 53/2024 Art. 3(10)"),
    .does(
      "mai", "referral draft CASE",
      """
      referral_to: hanh; receiver: hanh; purpose: medical_care; fields: [person.full_name]
      consent_ref: CONSENT
      """, keeps: ["REFERRAL": "record"]),
    .refused("hanh", "person show CASE --for TREAT", why: "class"),
    .refused(
      "mai", "referral send CASE REFERRAL --until {+90} --for TREAT", why: "consent_ends_sooner"),
    .does("mai", "referral send CASE REFERRAL --until {+30} --for TREAT"),
    .refused("mai", "referral accept CASE REFERRAL", why: "not_receiver"),
    .does("hanh", "referral accept CASE REFERRAL"),
    .does(
      "hanh", "person show CASE --for TREAT", shows: ["Lò Thị Ví Dụ"],
      hides: ["+84900000001", "1999"]),
  ]

  /// What it was for is done, and the copies end.
  static let referralDone: [LifeStep] = [
    .does("mai", "referral done CASE REFERRAL"),
    .refused("hanh", "person show CASE --for TREAT", why: "class"),
  ]

  /// She changes her mind while the referral is out: it is revoked, the copies are gone, whoever got them is
  /// named, and nothing more goes out on it. What a danger to her life needs goes on its own provision.
  static let withdrawal: [LifeStep] = [
    .faulty(
      "mai", "consent withdraw CASE CONSENT", "withdrawn_at: {+1 09:00}",
      faults: "consent.withdrawn_at in_the_future"),
    .does(
      "mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Đổi ý",
      shows: [#""referrals":["REFERRAL"]"#, #""to_tell":["hanh"]"#]),
    .does("mai", "referral list CASE", shows: [#""state":"revoked""#, "REFERRAL"]),
    .refused("hanh", "person show CASE --for TREAT", why: "class"),
    .refused(
      "mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Đổi ý",
      why: "consent_withdrawn",
      law: "Law 91/2025 Art. 10(2)"),
    .refused("mai", "referral done CASE REFERRAL", why: "referral_state"),
    .refused("mai", "referral send CASE REFERRAL --for TREAT", why: "referral_state"),
    .refused(
      "mai", "referral draft CASE",
      """
      referral_to: hanh; receiver: hanh; purpose: medical_care; fields: [person.full_name]
      consent_ref: CONSENT
      """, why: "consent_withdrawn", law: "Law 91/2025 Art. 10(2)"),
    .refused(
      "mai",
      "case share CASE hanh --fields person.full_name --until {+30} --consent CONSENT --purpose medical_care --for TREAT",
      why: "consent_withdrawn", law: "Law 91/2025 Art. 10(2)"),
    .does(
      "mai", "due",
      shows: [#""clock":"withdrawal_tell","citation":"Decree 356/2025 Art. 5(2)""#]),
    .does(
      "mai",
      "case share CASE hanh --fields person.full_name,person.birth_date --until {+30} --provision L91_19_1_a --for TREAT"
    ),
    .does("hanh", "person show CASE --for TREAT", shows: ["Lò Thị Ví Dụ", "1999"]),
    .does("mai", "case unshare CASE hanh"),
  ]

  /// Whoever was given something has been told to stop and delete (Decree 356/2025 Art. 5(2)).
  static let recipientsTold: [LifeStep] = [
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}")
  ]

  /// A file is not closed over a consent that is in force.
  static let consentEnds: [LifeStep] = [
    .refused("mai", "case step CASE closed", why: "missing"),
    .does("mai", "consent withdraw CASE CONSENT", "withdrawn_at: {now}; reason: Việc đã xong"),
    .does("mai", "consent record CASE --record CONSENT", "recipients_told_at: {now}"),
  ]
}
