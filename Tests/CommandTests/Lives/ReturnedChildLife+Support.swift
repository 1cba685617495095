import Testing

extension ReturnedChildLife {
  /// His sister goes to school and learns no trade; and while there is ground to fear home, relatives are not even
  /// told to come (Art. 27(5), 30(1)): a facility, which needs no wish of a child.
  static let support: [LifeStep] = [
    .refused(
      "mai", "support record SIBLING", "regime: h", why: "not_entitled",
      law: "Law 53/2024 Art. 37(3)"),
    .does("minh", "case record SIBLING", "person_category: minor_accompanying_victim"),
    .does(
      "mai", "support record SIBLING",
      "regime: h; item: Sách vở; schooling_year: 2026-2027; delivered_at: {now}"),
    .refused(
      "mai", "support record SIBLING", "regime: i", why: "not_entitled", law: "Law 53/2024 Art. 37"),
    .does(
      "mai", "support record CASE",
      "regime: a; item: Quần áo; quantity: 2; delivered_at: {-5 09:00}"),
    .refused("mai", "support record CASE", "relatives_notified_at: {now}", why: "missing"),
    .does("mai", "support record CASE", "return_danger: yes"),
    .refused(
      "mai", "support record CASE", "relatives_notified_at: {now}", why: "danger_at_home",
      law: "Law 53/2024 Art. 27(5), 30(1)"),
    .refused(
      "mai", "case step CASE reintegration", why: "danger_at_home",
      law: "Law 53/2024 Art. 27(5), 30(1)"),
    .does(
      "mai", "support record CASE",
      "stay_from: {-6}; stay_need: child_danger; stay_facility: Nhà trẻ Ví Dụ"),
    .refused("mai", "support extend CASE --until {+200} --decided-by other", why: "approver"),
    .does(
      "mai", "support extend CASE --until {+200} --decided-by health_agency",
      keeps: ["ASKED": "entry"]),
    .fails("nga", "approval give ASKED --confirm ASKED", status: 66, why: "nothing_asked"),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("thu", "approval give ASKED --confirm ASKED"),
    .does("mai", "support show CASE", keeps: ["STAY": "stay.record"]),
  ]

  /// No child consents alone; a suspect speaks for nobody, and where the trafficker was of the family a lead
  /// confirms that this one was not. From seven years the child is asked as well (Law 91/2025 Art. 24(2)).
  static let representative: [LifeStep] = [
    .refused(
      "mai", "consent record CASE",
      """
      giver: self; purpose: legal_aid; recipient: phuc; fields: [person.full_name]
      given_at: {-1 09:00}; how: written; language: vie; expires_at: {+60}
      """, why: "needs_representative", law: "Law 91/2025 Art. 24(2)"),
    .refused(
      "mai", "consent record CASE",
      """
      giver: representative; purpose: legal_aid; recipient: phuc
      fields: [person.full_name]; given_at: {-1 09:00}; how: written; language: vie
      expires_at: {+60}
      """, why: "no_representative"),
    .does(
      "mai", "person record CASE",
      """
      representative.name: Giàng Văn Ví Dụ; representative.basis: parent
      representative.relation: parent; representative.suspect: yes
      """),
    .does("mai", "person show CASE", keeps: ["FATHER": "representative.record"]),
    .refused(
      "mai", "consent record CASE",
      """
      giver: representative; representative_ref: FATHER; child_agreed: yes
      purpose: legal_aid; recipient: phuc; fields: [person.full_name]
      given_at: {-1 09:00}; how: written; language: vie; expires_at: {+60}
      """, why: "representative_suspect"),
    .does(
      "mai", "person record CASE",
      """
      representative.name: Vàng Thị Ví Dụ; representative.basis: guardian
      representative.relation: grandparent; representative.suspect: no
      representative.safe_to_contact: yes
      """),
    .does("mai", "person show CASE", keeps: ["AUNT": "representative.record"]),
    .refused(
      "mai", "consent record CASE",
      """
      giver: representative; representative_ref: AUNT; child_agreed: yes
      purpose: legal_aid; recipient: phuc; fields: [person.full_name]
      given_at: {-1 09:00}; how: written; language: vie; expires_at: {+60}
      """, why: "representative_unconfirmed"),
    .refused(
      "mai", "person record CASE --record AUNT", "confirmed_by_lead: Đã xác minh tại xã",
      why: "class"),
    .does("minh", "person record CASE --record AUNT", "confirmed_by_lead: Đã xác minh tại xã"),
    .refused(
      "mai", "consent record CASE",
      """
      giver: representative; representative_ref: AUNT; purpose: legal_aid; recipient: phuc
      fields: [person.full_name]; given_at: {-1 09:00}; how: written; language: vie
      expires_at: {+60}
      """, why: "child_not_asked", law: "Law 91/2025 Art. 24(2)"),
    .does(
      "mai", "consent record CASE",
      """
      giver: representative; representative_ref: AUNT; child_agreed: yes
      purpose: legal_aid; recipient: phuc
      fields: [person.full_name, verification.police_reply]; given_at: {-1 09:00}
      how: written; language: hmn; expires_at: {+60}
      """, keeps: ["CONSENT": "record"]),
  ]

  /// To legal aid, who reads what was consented to and nothing else.
  static let referral: [LifeStep] = [
    .does(
      "mai", "referral draft CASE",
      """
      referral_to: phuc; receiver: phuc; purpose: legal_aid; fields: [person.full_name]
      consent_ref: CONSENT
      """, keeps: ["REFERRAL": "record"]),
    .refused("phuc", "referral accept CASE REFERRAL", why: "not_assigned"),
    .does("mai", "referral send CASE REFERRAL --until {+30} --for HLEGAL"),
    .does("phuc", "referral accept CASE REFERRAL"),
    .does(
      "phuc", "person show CASE --for HLEGAL", shows: ["Giàng A Ví Dụ"],
      hides: ["birth_date", "Vàng Thị Ví Dụ"]),
    .refused("phuc", "reception show CASE --for HLEGAL", why: "class"),
  ]
}
