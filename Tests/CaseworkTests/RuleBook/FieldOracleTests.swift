import Testing
import Vault

@testable import Casework

/// Class, readers and writers of each field as the design's table of fields has them, copied here by
/// hand: a slip in `fields.csv` would give somebody a field, or lose it to everybody.
@Suite struct FieldOracleTests {
  /// Field, class by its C number, R and W by the design's letters; `R` receiver, `Y` system.
  private static let page = """
    case.case_code 0 islhpg Y
    case.legal_regime 0 islhpg isl
    case.entry_path 0 islhpg is
    case.person_category 0 islhpg l
    case.status 0 islhpg Y
    case.receiving_unit 0 islhpg is
    case.received_at 0 islhpg is
    case.cpc_notified_at 0 islhpg is
    case.health_agency_notified_at 0 islhpg is
    case.health_check_at 0 islh h
    reception.reporter_kind 1 isl is
    reception.brought_by 1 islp is
    reception.preferred_language 1 islhg is
    reception.interpreter_ref 1 islhg is
    reception.urgent_needs 1 islh is
    reception.safe_contact 5 sl s
    reception.limits_explained_at 1 sl is
    person.full_name 2 islpgh is
    person.alias_names 2 slp s
    person.birth_date 2 islphg is
    person.sex 2 islpht is
    person.gender_note 2 islpht is
    person.personal_id 2 slp sp
    person.nationality 2 slpt s
    person.stateless 2 slpt s
    person.ethnicity 3 slt s
    person.phone 2 sl s
    other_id.kind 2 slp s
    other_id.number 2 slp s
    other_id.issuer 2 slp s
    residence.unit 2 slp s
    residence.line 2 slp s
    origin.unit 2 slp s
    origin.line 2 slp s
    kin.name 2 sl s
    kin.relation 2 sl s
    kin.safe_to_contact 2 sl s
    representative.name 2 slg s
    representative.basis 2 slg s
    representative.paper 2 slg s
    dependant.dependant_ref 1 slh s
    dependant.relation 1 slh s
    verification.initial_check_at 1 slp lp
    verification.initial_check_result 1 slp lp
    verification.police_request_at 1 slp l
    verification.police_request_to 1 slp l
    verification.police_reply_at 1 slpg pl
    verification.police_reply 1 slpg pl
    extension.reason 1 slp pl
    extension.until 1 slp pl
    identification.evidence_source 3 slpg sp
    identification.act 3 slpt sp
    identification.means 3 slpt sp
    identification.purpose 3 slpt sp
    identification.trafficker_relation 3 slpt sp
    identification.recruitment_method 3 slpt sp
    identification.decision 1 slpg lp
    identification.decided_by 1 slpg lp
    identification.decided_at 1 slpg lp
    identification.certificate_no 1 slpg lp
    indicator.indicator 3 slp shp
    indicator.seen_on 3 slp shp
    statement.at 3 slpg sp
    statement.taken_by 3 slpg sp
    statement.interpreter 3 slpg sp
    statement.text 3 slpg sp
    event.kind 3 slpt sp
    event.place 3 slpt sp
    event.country 3 slpt sp
    event.date 3 slpt sp
    rescue.rescue_at 1 slp ps
    rescue.rescue_unit 1 slp ps
    rescue.handover_at 1 slp ps
    rescue.handover_to 1 slp ps
    rescue.rescue_place 3 lp p
    rescue.circumstances 3 lp p
    protection.risk_level 5 slp sl
    protection.risk_own_words 5 slp sl
    protection.shelter 5 sl sl
    protection.room 5 sl sl
    protection.protected_relatives 5 slp l
    measure.decision_no 5 slp lp
    refusal.reason 5 slp sl
    refusal.undertaking_ref 5 slp sl
    refusal.undertaking_place 5 slp sl
    support_item.regime 1 slht s
    support_item.item 1 slt s
    support_item.quantity 1 slt s
    support_item.unit 1 slt s
    support_item.amount_vnd 1 slt s
    support_item.provider 1 slt s
    support_item.planned_for 1 slt s
    support_item.delivered_at 1 slt s
    support_item.schooling_year 1 slt s
    support_item.training 1 slt s
    support_item.allowance_application_at 1 slt s
    support_item.loan_ref 1 slt s
    support_item.insurance_from 1 slt s
    stay.stay_from 1 sl sl
    stay.stay_to 1 sl sl
    plan.goals 1 slh s
    plan.actions 1 slh s
    plan.reviews 1 slh s
    referral.referral_to 1 slR s
    referral.purpose 1 slR s
    referral.fields 1 slR s
    referral.consent_ref 1 slR s
    referral.state 1 slR Y
    care.care_birth_year 4 h islh
    care.care_sex 4 h islh
    health.health_flag 1 slh h
    health.triage 4 h h
    health.injuries 4 h h
    health.diagnoses 4 h h
    health.hiv 4 h h
    health.sti 4 h h
    health.hepatitis 4 h h
    health.substance 4 h h
    health.mental_status 4 h h
    health.self_harm_risk 4 h h
    health.forensic_exam_ref 4 hp h
    vital.allergies 7 h h
    vital.medication 7 h h
    vital.pregnancy 7 h h
    vital.hiv_prophylaxis 7 h h
    consent.giver 1 slhg s
    consent.purpose 1 slhg s
    consent.recipient 1 slhg s
    consent.fields 1 slhg s
    consent.given_at 1 slhg s
    consent.how 1 slhg s
    consent.language 1 slhg s
    consent.expires_at 1 slhg s
    consent.withdrawn_at 1 slhg s
    consent.reason 1 slhg s
    restriction.field 1 islhpg s
    restriction.excluded_role 1 islhpg s
    restriction.excluded_unit 1 islhpg s
    restriction.reason 1 islhpg s
    request.kind 1 sl sl
    request.received 1 sl sl
    request.done 1 sl sl
    """

  private static let letters: [Character: Role] = [
    "i": .intake, "s": .socialWorker, "l": .lead, "h": .healthStaff, "p": .police, "g": .legalAid,
    "t": .statistician,
  ]

  private static func roles(_ letters: Substring) -> RoleSet {
    RoleSet(letters.compactMap { Self.letters[$0] })
  }

  @Test(arguments: page.split(separator: "\n").map { String($0) })
  func isAsThePageHasIt(_ row: String) throws {
    let cells = row.split(separator: " ")
    let field = try Book.field(String(cells[0]))
    #expect(field.fieldClass == FieldClass(rawValue: try #require(UInt16(cells[1]))))
    var readers = Self.roles(cells[2])
    // Duty officers are health staff with standing access to what an emergency needs.
    if readers.contains(.healthStaff), [.operations, .clinical, .vital].contains(field.fieldClass) {
      readers.insert(RoleSet([.duty]))
    }
    #expect(field.readers == readers)
    #expect(field.isForReceiver == cells[2].contains("R"))
    #expect(field.writers == Self.roles(cells[3]))
    #expect(field.isWrittenBySystem == cells[3].contains("Y"))
  }
}
