import Testing

/// A boy of twelve whom border guards received from abroad with his sister of five (Law 53/2024 Art. 30): read by
/// few, spoken for by a grandmother and not by the father who is a suspect, in a facility while home is
/// dangerous, his sister in a file of her own.
struct ReturnedChildLife: Life {
  let person = "Giàng A Ví Dụ"
  let people = [
    ("thu", "lead"), ("duc", "duty"), ("mai", "social_worker"), ("nga", "social_worker"),
    ("tam", "intake"), ("son", "police"), ("phuc", "legal_aid"), ("binh", "auditor"),
  ]

  func steps(_ run: LifeRun) -> [LifeStep] {
    Self.reception + Self.sibling + Self.verification + Self.support + Self.representative
      + Self.referral + (run == .asItIs ? Self.referralDone : Self.withdrawal) + Self.rights
      + Self.home + Self.closing
  }

  /// Opened at the border: of a child the intake officer who wrote it reads no identity, and nothing more after
  /// the hand-over to a social worker.
  static let reception: [LifeStep] = [
    .refused("phuc", "case open", "entry_path: returned", why: "role"),
    .faulty(
      "tam", "case open", "entry_path: returned; birth_date: {-12y}; brought_by: bộ đội",
      faults: "brought_by unknown_code"),
    .does(
      "tam", "case open --new",
      """
      received_at: {-6 08:30}; entry_path: returned; receiving_unit: 15
      full_name: Giàng A Ví Dụ; birth_date: {-12y}; sex: male; nationality: VNM
      reporter_kind: official; brought_by: border_guard
      urgent_needs: [child_care, shelter]
      """, keeps: ["CASE": "case"]),
    .does("tam", "person show CASE", hides: ["Giàng A Ví Dụ"]),
    .refused("tam", "reception record CASE", "safe_contact: Gọi cho dì", why: "class"),
    .does(
      "tam", "reception record CASE",
      "limits_not_explained: Trẻ nhỏ, sẽ giải thích khi có người giám hộ"),
    .refused("tam", "case assign CASE mai", why: "role"),
    .does("minh", "case assign CASE mai --owner"),
    .refused("tam", "case show CASE", why: "not_assigned"),
    .does("mai", "person show CASE", shows: ["Giàng A Ví Dụ"]),
    .does(
      "mai", "due",
      shows: [#""clock":"return_handover","citation":"Law 53/2024 Art. 30(1)(b), 30(2)""#]),
  ]

  /// The sister: a file of her own, linked, with the row of Art. 37 of a minor who came with somebody.
  static let sibling: [LifeStep] = [
    .does(
      "mai", "case open --new",
      """
      received_at: {-6 08:30}; entry_path: returned; receiving_unit: 15
      full_name: Giàng Thị Ví Dụ; birth_date: {-5y}; sex: female
      """, keeps: ["SIBLING": "case"]),
    .refused(
      "minh", "case record SIBLING", "person_category: minor_accompanying_in_process_domestic",
      why: "no_principal", law: "Law 53/2024 Art. 37(3)"),
    .refused("mai", "case link CASE CASE --kind dependant", why: "link_to_itself"),
    .does("mai", "case link CASE SIBLING --kind dependant"),
    .refused("mai", "case link CASE SIBLING --kind dependant", why: "linked_already"),
    .refused("nga", "case show SIBLING", why: "not_assigned"),
    .does("mai", "reception record CASE", "health_agency_notified_at: {-6 08:30}"),
    .does("minh", "case record CASE", "person_category: in_process_vn_domestic"),
    .does("minh", "case record SIBLING", "person_category: minor_accompanying_in_process_domestic"),
    .refused("mai", "case step CASE identified", why: "other_role"),
    .does("minh", "case step CASE in_process"),
  ]

  /// The health department asks, the police answer into the file and read no more than they were shown; who
  /// agrees to a decision holds the file, and the police do not.
  static let verification: [LifeStep] = [
    .refused(
      "minh", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim",
      why: "missing"),
    .does(
      "minh", "verification record CASE",
      "police_request_at: {-5 09:00}; police_request_to: Phòng Cảnh sát hình sự"),
    .refused(
      "son", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim",
      why: "not_assigned"),
    .fails(
      "mai", "case share CASE phuc --fields person.full_name --until {+30} --for HLEGAL",
      status: 64, why: "basis"),
    .does(
      "mai",
      "case share CASE son --fields person.full_name,person.birth_date --until {+30} --provision L53_27_2 --for HLEGAL"
    ),
    .does("son", "person show CASE --for HLEGAL", shows: ["Giàng A Ví Dụ"]),
    // What they are not shown they cannot be held to: nothing is taken from them before they were asked.
    .refused(
      "son", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim",
      why: "not_seen"),
    .does(
      "mai",
      "case share CASE son --fields verification.initial_check_at,verification.initial_check_result,verification.police_request_at,verification.police_reply_at,verification.police_reply --until {+30} --provision L53_27_2 --for HLEGAL"
    ),
    .faulty(
      "son", "verification record CASE", "police_reply_at: {-6 09:00}; police_reply: victim",
      faults: "verification.police_reply_at too_early"),
    .does("son", "verification record CASE", "police_reply_at: {-1 09:00}; police_reply: victim"),
    .does("mai", "verification show CASE", shows: [#""police_reply":"victim""#]),
    .refused("mai", "identification show CASE --class sensitive", why: "purpose"),
    .does(
      "mai", "identification record CASE",
      "evidence_source: [vn_mission, procedural_body]; trafficker_relation: Familial"),
    .faulty(
      "minh", "identification record CASE", "decision: victim; decided_at: {-20}",
      faults: "identification.decided_at before_reception", "identification.decided_at too_early",
      "identification.decided_at too_early"),
    .does(
      "minh", "identification record CASE",
      """
      decision: victim; decided_by: provincial_police; decided_at: {-1}
      certificate_no: 31/GXN
      """),
    .does("minh", "case step CASE identified", keeps: ["ASKED": "entry"]),
    .refused("minh", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("son", "approval list"),
    .refused("son", "approval give ASKED --confirm ASKED", why: "role"),
    .does("thu", "approval give ASKED --confirm ASKED"),
    .does("minh", "case record CASE", "person_category: victim_vn"),
  ]
}
