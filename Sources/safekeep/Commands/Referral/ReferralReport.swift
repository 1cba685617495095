import Casework
import Vault

/// How the end of a referral, or an answer to it, is told.
struct ReferralReport {
  let code: CaseCode
  let record: RecordID
  let words: any Words

  func report(_ state: ReferralState, entry: Int, notes: [String]) -> Report {
    Report(
      fields: [
        .init("case", words.label(.caseCode), .text(code.text)),
        .init("record", words.recordName, .text(RecordName.text(record.bytes))),
        .init(
          "state", words.referralStateLabel,
          .code(state.rawValue, label: words.referralState(state))),
        .init("entry", words.label(.entry), .integer(entry)),
      ], notes: notes)
  }
}
