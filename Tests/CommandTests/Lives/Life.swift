import Testing

/// The life of one made-up person in the files of an office, from reception to closure, with everything that
/// is refused on the way.
protocol Life: Sendable {
  /// The name under which the person is received.
  var person: String { get }
  /// Who of the office has to do with it, beside the administrator `lan` and the lead `minh`.
  var people: [(String, String)] { get }

  /// The steps, in their order. The file is closed at the end of them.
  func steps(_ run: LifeRun) -> [LifeStep]
}

extension Life {
  /// A closed file takes nothing: by every form, whoever brings it. The person's own rights go on, and a
  /// lead opens it again. Played by all after their own steps.
  var afterwards: [LifeStep] {
    [
      .refused("mai", "person record CASE", "phone: +84900000002", why: "file_closed"),
      .refused("mai", "reception record CASE", "reporter_kind: self", why: "file_closed"),
      .refused("mai", "rescue record CASE", "rescue_unit: Đồn khác", why: "file_closed"),
      .refused("mai", "protection record CASE", "risk_level: low", why: "file_closed"),
      .refused("mai", "support record CASE", "regime: a; item: Gạo", why: "file_closed"),
      .refused(
        "mai", "identification record CASE", "evidence_source: [foreign_body]", why: "file_closed"),
      .refused(
        "minh", "verification record CASE", "police_request_to: Phòng khác", why: "file_closed"),
      .refused("minh", "case record CASE", "person_category: victim_vn", why: "file_closed"),
      .refused(
        "mai", "consent record CASE",
        """
        giver: self; purpose: legal_aid; recipient: son; fields: [person.full_name]
        given_at: {-1 09:00}; how: written; language: vie; expires_at: {+60}
        """, why: "file_closed"),
      .refused(
        "mai", "referral draft CASE",
        "referral_to: son; receiver: son; fields: [person.full_name]; provision: L53_27_2",
        why: "file_closed"),
      .refused("minh", "case step CASE in_process", why: "no_step"),
      .refused(
        "mai", "case close CASE --confirm CASE", "closure_reason: withdrew", why: "same_status"),
      .does(
        "mai", "request record CASE", "kind: access; received: {now}; requester: self",
        keeps: ["LATER": "record"]),
      .does(
        "mai", "request answer CASE LATER",
        """
        refusal: taken_back; refusal_reason: Người đó không cần nữa
        identity_check: Gặp trực tiếp; safe_answer: Đưa tận tay
        """),
      .refused(
        "mai", "case reopen CASE --confirm CASE", "reopen_reason: Trở lại", why: "other_role"),
      .refused("minh", "case step CASE reopened", why: "missing"),
      .does("minh", "case reopen CASE --confirm CASE", "reopen_reason: Người đó trở lại"),
      .does("mai", "person record CASE", "phone: +84900000002"),
      .does("mai", "case show CASE", shows: [#""status":"reopened""#]),
    ]
  }
}
