import Vault

/// How a basis is written beside what is given on it: one of the three, and of a provision its text.
struct BasisOnRecord {
  let code: String
  let citation: String?

  init(_ basis: ReleaseBasis?, _ records: CaseRecords) {
    switch basis {
    case .provision(let provision):
      code = "legal_provision"
      citation = records.book.codeLists["release_provision"]?[provision]?.citation.text
    case .consent(let id):
      code =
        Consent(id, in: records)?.isByRepresentative == true
        ? "consent_representative" : "consent_person"
      citation = nil
    case nil: (code, citation) = ("", nil)
    }
  }
}
