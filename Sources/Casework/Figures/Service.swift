/// A kind of support as the yearly form counts it (Circular 02/2025/TT-BLĐTBXH, form 508/PCTNXH-Sở), finer than
/// the regimes of Law 53/2024 Art. 37 where the form is.
enum Service: String, CaseIterable {
  case essential, medical, interpreter, advice, legalAid = "legal_aid", travel, psychological
  case schooling, vocational, job, allowance, loan, protection, other

  /// What one item of support is, by its regime and what its record says beside.
  init(regime: String, _ file: CaseRecords, _ record: CaseRecords.Record) {
    func says(_ name: String) -> Bool { file.given("support_item." + name, in: record) != nil }
    switch regime {
    case "a": self = .essential
    case "b": self = .medical
    case "c": self = .interpreter
    case "d": self = .advice
    case "dd", "đ": self = .legalAid
    case "e": self = .travel
    case "g": self = .psychological
    case "h": self = .schooling
    case "i": self = says("training") ? .vocational : .job
    case "k": self = says("loan_ref") ? .loan : .allowance
    default: self = .other
    }
  }

  /// The point of Article 37(1) that it is given under.
  var regime: String {
    switch self {
    case .essential: "a"
    case .medical: "b"
    case .interpreter: "c"
    case .advice: "d"
    case .legalAid: "dd"
    case .travel: "e"
    case .psychological: "g"
    case .schooling: "h"
    case .vocational, .job: "i"
    case .allowance, .loan: "k"
    case .protection, .other: "-"
    }
  }
}
