import Testing

extension RescuedAdultLife {
  /// What she asks of her own data, and what she keeps from whom.
  static let rights: [LifeStep] = [
    .does(
      "mai", "request record CASE", "kind: access; received: {-1 09:00}; requester: self",
      keeps: ["REQUEST": "record"]),
    .refused(
      "nga", "request record CASE", "kind: access; received: {-1 09:00}; requester: self",
      why: "not_assigned"),
    .refused("mai", "request answer CASE REQUEST --to page.html", why: "identity_first"),
    .does(
      "mai", "request record CASE --record REQUEST",
      "identity_check: Đối chiếu căn cước; safe_answer: Đưa tận tay"),
    .does(
      "mai", "request list",
      shows: [#""clock":"dsr_access","citation":"Decree 356/2025 Art. 5(3)""#]),
    .does("mai", "request answer CASE REQUEST --to page.html"),
    .refused("mai", "request answer CASE REQUEST", "answer: Một lần nữa", why: "request_done"),
    .refused(
      "minh", "restriction set CASE --field person.phone --role police", "reason: Sợ người quen",
      why: "class"),
    .does(
      "mai", "restriction set CASE --field person.phone --role police",
      "reason: Sợ người quen trong ngành", keeps: ["RESTRICTION": "record"]),
    .refused(
      "mai",
      "case share CASE son --fields person.phone --until {+30} --provision L53_27_2 --for HLEGAL",
      why: "restricted"),
    .refused("minh", "restriction lift CASE RESTRICTION", why: "class"),
    .does("mai", "restriction show CASE", shows: ["RESTRICTION", "person.phone", "police"]),
    .refused(
      "mai",
      "case share CASE phuc --fields protection.shelter --until {+30} --provision L53_27_2 --for HLEGAL",
      why: "class"),
    .refused(
      "mai",
      "case share CASE son --fields protection.shelter --until {+30} --provision L53_27_2 --for HLEGAL",
      why: "shelter_not_named"),
    .fails(
      "mai",
      "case share CASE son --fields person.full_name --until {-1} --provision L53_27_2 --for HLEGAL",
      status: 64, why: "past"),
  ]

  /// Home by a plan that was looked at again, to a place that was asked about.
  static let home: [LifeStep] = [
    .refused("mai", "case step CASE reintegration", why: "missing"),
    .does(
      "mai", "support record CASE",
      "plan.area: [Livelihood]; plan.goals: Học nghề may; plan.reviewed_at: {+0}"),
    .does("mai", "support record CASE", "return_unit: 10; return_safety: Đã hỏi, an toàn"),
    .does("mai", "case step CASE reintegration"),
    .refused(
      "nga", "case close CASE --confirm CASE", "closure_reason: reintegrated", why: "not_assigned"),
    .refused(
      "minh", "case close CASE --confirm CASE", "closure_reason: reintegrated", why: "other_role"),
    .refused("mai", "case step CASE closed", why: "missing"),
    .does(
      "mai", "protection show CASE --class safety --for CAREMGT",
      keeps: ["MEASURE": "measure.record"]),
    .refused(
      "mai", "protection record CASE --record MEASURE", "measure.decision_no: 07/QĐ", why: "class"),
    .does("minh", "protection record CASE --record MEASURE", "measure.decision_no: 07/QĐ"),
    .does("mai", "support show CASE", keeps: ["STAY": "stay.record"]),
    .faulty(
      "mai", "support record CASE --record STAY", "stay_to: {+3}",
      faults: "stay.stay_to in_the_future"),
    .refused("mai", "support record CASE --record STAY", "stay_extended_to: {+300}", why: "class"),
    .refused(
      "minh", "support record CASE --record STAY",
      "stay_extended_to: {+300}; stay_extended_by: director", why: "by_extension"),
    .does("mai", "support record CASE --record STAY", "stay_to: {+0}"),
  ]

  /// Two people close; nobody their own work.
  static let closing: [LifeStep] = [
    .does(
      "mai", "case close CASE --confirm CASE", "closure_reason: reintegrated",
      keeps: ["ASKED": "entry"]),
    .refused("mai", "approval give ASKED --confirm ASKED", why: "own_work"),
    .does("minh", "approval give ASKED --confirm ASKED"),
  ]
}
