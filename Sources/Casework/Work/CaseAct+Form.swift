import Vault

extension CaseAct {
  /// The act that recording a form is in the log.
  static func of(_ form: String) -> CaseAct {
    switch form {
    case "consent": .consentRecord
    case "request": .requestRecord
    case "referral": .referralDraft
    default: .record
    }
  }
}
