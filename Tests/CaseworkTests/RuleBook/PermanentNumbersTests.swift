import Testing
import Vault

@testable import Casework

/// The numbers that stand in sealed fields, in grants and in the log. A vault made today must read
/// the same tomorrow: a line may grow at its end, nothing in it may change.
@Suite struct PermanentNumbersTests {
  /// First number, entity, and its fields in the order of their numbers.
  private static let numbers = """
    1 case: case_code file_kind legal_regime entry_path person_category status owner team
      receiving_unit opened_at received_at due cpc_notified_at health_agency_notified_at
      health_check_due health_check_at pending former_status transfer rules_from came_from
    100 reception: reporter_kind brought_by preferred_language interpreter_ref urgent_needs
      safe_contact limits_explained_at limits_not_explained entered_at paper_ref
      correction_reason received_at_reason
    200 interpreter: name language conflict conflict_note entered_at paper_ref
    300 person: full_name alias_names birth_date sex gender_note personal_id nationality
      stateless ethnicity phone entered_at paper_ref
    400 other_id: kind number issuer entered_at paper_ref
    500 residence: unit line from to entered_at paper_ref
    600 origin: unit line from to entered_at paper_ref
    700 kin: name relation safe_to_contact entered_at paper_ref
    800 representative: name basis paper relation suspect safe_to_contact confirmed_by_lead
      entered_at paper_ref
    900 dependant: dependant_ref relation entered_at paper_ref
    1000 verification: initial_check_at initial_check_result police_request_at police_request_to
      police_reply_at police_reply entered_at paper_ref correction_reason
    1100 extension: step reason until entered_at paper_ref decided_at
    1200 identification: evidence_source act means purpose trafficker_relation
      recruitment_method decision decided_by decided_at certificate_no decision_reason
      notice_given_at entered_at paper_ref
    1300 indicator: indicator seen_on entered_at paper_ref
    1400 statement: at taken_by interpreter text entered_at paper_ref
    1500 event: kind place country date entered_at paper_ref
    1600 rescue: rescue_at rescue_unit handover_at handover_to rescue_place circumstances
      entered_at paper_ref correction_reason
    1700 repatriation: police_told_at foreign_affairs_told_at immigration_told_at
      consent_note_at return_plan_at border_gate brought_to_gate_at entered_at paper_ref
      correction_reason
    1800 protection: risk_level risk_own_words shelter room protected_relatives entered_at
      paper_ref
    1900 measure: kind urgent decision_due_at decision_no from to entered_at paper_ref
      end_reviewed_at correction_reason
    2000 refusal: reason undertaking_ref entered_at paper_ref undertaking_place
    2100 support_item: regime item quantity unit amount_vnd provider planned_for delivered_at
      before_category schooling_year training allowance_application_at loan_ref insurance_from
      entered_at paper_ref refused_at correction_reason
    2200 stay: stay_from stay_to stay_facility stay_wish stay_need stay_extended_by
      stay_extended_to before_category entered_at paper_ref correction_reason
    2300 plan: area goals actions reviews reviewed_at entered_at paper_ref
    2400 reintegration: return_unit return_line return_safety return_danger
      relatives_notified_at returned_on entered_at paper_ref follow_up_1_at follow_up_3_at
      follow_up_6_at follow_up_12_at follow_up_notes
    2500 referral: referral_to purpose fields basis consent_ref citation agreement_ref
      written_request_ref state sent_at reply_due_at reply entered_at paper_ref
      receiver provision replied_at ended_at code
    2600 release: released_to fields basis consent_ref citation released_at person_notified_at
      entered_at paper_ref provision
    2700 care: care_birth_year care_sex entered_at paper_ref
    2800 health: health_flag triage injuries diagnoses hiv hiv_date sti sti_date hepatitis
      hepatitis_date substance substance_date mental_status self_harm_risk forensic_exam_ref
      forensic_custody entered_at paper_ref
    2900 vital: allergies medication pregnancy pregnancy_date hiv_prophylaxis
      hiv_prophylaxis_date entered_at paper_ref
    3000 consent: giver representative_ref child_agreed purpose recipient fields sensitive_told
      given_at how language expires_at withdrawn_at reason entered_at paper_ref
      recipient_member confirmed_at to_tell recipients_told_at entry ended_at
    3100 restriction: field excluded_role excluded_unit reason lifted_at entered_at paper_ref
    3200 request: kind received identity_check safe_answer ack_due acknowledged_at due
      extended_to extension_reason done answer entered_at paper_ref
      requester representative_ref refusal refusal_reason third_party
      correction_reason
    3300 closure: closure_reason closure_note closed_at reopen_reason reopened_at entered_at
      paper_ref
    3400 evidence: file_name media_type description sha256 handed_over_by handed_over_at
      entered_at paper_ref
    3500 facts: facts
    3600 link: case_ref code kind entered_at
    """

  private static let entities = """
    case reception interpreter person other_id residence origin kin representative dependant
    verification extension identification indicator statement event rescue repatriation protection
    measure refusal support_item stay plan reintegration referral release care health vital consent
    restriction request closure evidence facts link
    """

  /// The fields of one entity by number, from the text above.
  private static func blocks() -> [(first: UInt32, entity: String, names: [String])] {
    var blocks: [(first: UInt32, entity: String, names: [String])] = []
    for line in numbers.split(separator: "\n") {
      let words = line.split(separator: " ").map { String($0) }
      if let first = UInt32(words[0]) {
        blocks.append((first, String(words[1].dropLast()), Array(words.dropFirst(2))))
      } else {
        blocks[blocks.count - 1].names += words
      }
    }
    return blocks
  }

  @Test func everyFieldKeepsItsNumber() {
    for block in Self.blocks() {
      for (offset, name) in block.names.enumerated() {
        let id = FieldID(block.first + UInt32(offset))
        #expect(Book.builtIn[id]?.qualifiedName == block.entity + "." + name)
      }
    }
  }

  @Test func everyFieldStandsHere() {
    let counted = Self.blocks().reduce(0) { $0 + $1.names.count }
    #expect(counted == Book.builtIn.fields.count)
  }

  @Test func everyEntityKeepsItsNumber() {
    let names = Self.entities.split { $0 == " " || $0 == "\n" }.map { String($0) }
    #expect(Book.builtIn.entities.map(\.name) == names)
    #expect(Book.builtIn.entities.map(\.number) == (1...UInt16(names.count)).map { $0 })
  }
}
