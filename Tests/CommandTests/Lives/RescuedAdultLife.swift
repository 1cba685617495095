import Testing

/// A woman of about twenty-seven whom border guards freed in the night and brought to the health department
/// in the morning (Law 53/2024 Art. 28): verified by the police within the limits of Art. 27(3), identified by
/// two people, sheltered, supported, and back in a life of her own.
struct RescuedAdultLife: Life {
  let person = "Lò Thị Ví Dụ"
  let people = [
    ("thu", "lead"), ("duc", "duty"), ("mai", "social_worker"), ("nga", "social_worker"),
    ("hanh", "health_staff"), ("son", "police"), ("phuc", "legal_aid"), ("binh", "auditor"),
  ]

  func steps(_ run: LifeRun) -> [LifeStep] {
    Self.reception + Self.verification + Self.identification + Self.protection + Self.support
      + Self.stay + Self.consent + (run == .asItIs ? Self.referralDone : Self.withdrawal)
      + Self.rights + Self.home + (run == .asItIs ? Self.consentEnds : Self.recipientsTold)
      + Self.closing
  }

  /// Brought at half past eight, after a night at the border. The rescuer has no commune and no three days:
  /// the limit that runs is the hand-over to the health department (Art. 28(1)).
  static let reception: [LifeStep] = [
    .refused("binh", "case open", "entry_path: rescued", why: "role"),
    .faulty(
      "mai", "case open", "entry_path: rescued; birth_date: 31/02/1999",
      faults: "birth_date impossible_date"),
    .faulty(
      "mai", "case open", "entry_path: rescued; received_at: {+1 08:00}",
      faults: "received_at in_the_future"),
    .does(
      "mai", "case open --reported --new",
      """
      entry_path: rescued; received_at: {-18 08:30}; receiving_unit: 15
      full_name: Lò Thị Ví Dụ; birth_date: 1999; sex: female; nationality: VNM
      phone: 0900000001; reporter_kind: official; brought_by: border_guard
      urgent_needs: [medical, shelter]; safe_contact: Chỉ gọi buổi sáng
      """, keeps: ["CASE": "case"]),
    .refused("mai", "case step CASE received", why: "missing"),
    .does("mai", "reception record CASE", "limits_explained_at: {-18 09:00}"),
    .does("mai", "case step CASE received"),
    .refused("mai", "case step CASE received", why: "same_status"),
    .refused("nga", "case show CASE", why: "not_assigned"),
    .refused("lan", "case show CASE", why: "role"),
    .refused("binh", "person show CASE", why: "role"),
    .refused("hanh", "health show CASE --class clinical --for TREAT", why: "not_assigned"),
    .refused("minh", "case assign CASE hanh", why: "role"),
    .does("duc", "case assign CASE hanh"),
    .refused("mai", "health show CASE --class clinical --for CAREMGT", why: "class"),
    .refused("mai", "person show CASE --class sensitive", why: "purpose"),
    .does(
      "hanh", "health record CASE", "triage: urgent; allergies: penicillin; health_flag: follow_up"),
    .does("mai", "rescue record CASE", "rescue_at: {-19 22:00}; rescue_unit: Đồn Biên phòng Ví Dụ"),
    .does(
      "mai", "due",
      shows: [#""case":"CASE","standing":"overdue""#, #""clock":"rescue_handover""#]),
    .does("mai", "rescue record CASE", "handover_at: {-18 08:00}; handover_to: Sở Y tế Lào Cai"),
  ]

  /// No paper came with her: the provincial police verify within 20 days, at most two months of a complex case
  /// (Art. 27(3)).
  static let verification: [LifeStep] = [
    .refused(
      "minh", "identification record CASE", "decision: victim; certificate_no: 12/GXN",
      why: "not_in_process", law: "Law 53/2024 Art. 27(4), 33(2)(a)"),
    .refused(
      "mai", "support record CASE", "regime: h", why: "before_category",
      law: "Law 53/2024 Art. 27(1)"),
    .refused("mai", "case step CASE in_process", why: "other_role"),
    .refused("minh", "case step CASE in_process", why: "missing"),
    .does("mai", "reception record CASE", "health_agency_notified_at: {-18 08:00}"),
    .refused("mai", "case record CASE", "person_category: in_process_vn_domestic", why: "class"),
    .refused(
      "minh", "case record CASE", "person_category: victim_vn", why: "other_standing",
      law: "Law 53/2024 Art. 37"),
    .does("minh", "case record CASE", "person_category: in_process_vn_domestic"),
    .does("minh", "case step CASE in_process"),
    .refused("minh", "case step CASE reintegration", why: "no_step"),
    .refused("mai", "verification record CASE", "police_request_at: {-17 09:00}", why: "class"),
    .faulty(
      "minh", "verification record CASE", "police_request_at: {-30 09:00}",
      faults: "verification.police_request_at before_reception"),
    .refused(
      "minh", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim",
      why: "missing"),
    .does(
      "minh", "verification record CASE",
      "police_request_at: {-17 09:00}; police_request_to: Phòng Cảnh sát hình sự"),
    .does(
      "mai", "case show CASE",
      shows: [#""clock":"police_verify","citation":"Law 53/2024 Art. 27(3)""#],
      hides: ["rescue_handover", "initial_check", "bring_to_cpc"]),
    .refused(
      "minh", "verification record CASE", "extension.step: prolonged; extension.reason: nhiều nơi",
      why: "extension_order", law: "Law 53/2024 Art. 27(3)"),
    .refused("minh", "verification record CASE", "extension.step: complex", why: "missing"),
    .refused(
      "minh", "verification record CASE",
      "extension.step: complex; extension.reason: nhiều nơi; extension.until: {+80}",
      why: "beyond_limit", law: "Law 53/2024 Art. 27(3)"),
    .does(
      "minh", "verification record CASE", "extension.step: complex; extension.reason: nhiều nơi"),
    .does("mai", "case show CASE", shows: [#""clock":"police_verify_complex""#]),
    .refused(
      "minh", "verification record CASE", "extension.step: complex; extension.reason: lần nữa",
      why: "extension_order", law: "Law 53/2024 Art. 27(3)"),
    .does("minh", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim"),
    .refused(
      "minh", "verification record CASE", "extension.step: prolonged; extension.reason: nhiều nơi",
      why: "answered", law: "Law 53/2024 Art. 27(3)"),
    // The paper is due at once now (Art. 27(4)).
    .does(
      "mai", "case show CASE",
      shows: [#""clock":"paper_issue","citation":"Law 53/2024 Art. 27(4)""#],
      hides: [#""clock":"police_verify"#]),
  ]

  /// On evidence, by a decision, and by two people (Art. 32(1), 33(2)(a)).
  static let identification: [LifeStep] = [
    .refused(
      "minh", "identification record CASE",
      """
      decision: victim; decided_by: provincial_police; decided_at: {-1}
      certificate_no: 12/GXN
      """, why: "missing"),
    .refused("mai", "identification record CASE", "decision: victim", why: "class"),
    .does(
      "mai", "identification record CASE",
      "evidence_source: [rescue_body, own_or_relative_statement]"),
    .refused("minh", "case step CASE identified", why: "missing"),
    .does(
      "minh", "identification record CASE",
      """
      decision: victim; decided_by: provincial_police; decided_at: {-1}
      certificate_no: 12/GXN
      """),
    .does("minh", "case step CASE identified", keeps: ["ASKED": "entry"]),
    .refused("minh", "approval give ASKED --confirm ASKED", why: "own_work"),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "other_role"),
    .does("thu", "approval give ASKED --confirm ASKED"),
    .does(
      "mai", "case show CASE", shows: [#""status":"identified""#], hides: ["paper_issue"]),
    .refused(
      "minh", "identification record CASE", "decision: not_victim", why: "decision_stands",
      law: "Law 53/2024 Art. 27(4), 33(2)(a)"),
  ]
}
