import Casework
import Testing
import Vault

/// The police are asked about somebody, and are given what they need to answer (Law 53/2024 Art. 27(2), 27(3)).
extension ReleaseOffice {
  /// One of a suite's own, for days pass in it.
  static func withPolice(
    _ crew: [(handle: String, role: Role)] = []
  ) throws -> ReleaseOffice {
    ReleaseOffice(
      office: try CaseOffice(
        crew: [("duty", .duty), ("social", .socialWorker), ("police", .police)] + crew))
  }

  func askedOfPolice() throws -> CaseCode {
    let code = try opened()
    try assign("police", to: code)
    try record(
      "verification",
      [
        "initial_check_result": .text("insufficient"),
        "police_request_at": .text("2026-09-21T08:00+07:00"),
      ], code, by: "lead")
    try share(
      [
        "verification.initial_check_at", "verification.initial_check_result",
        "verification.police_request_at", "verification.police_reply_at",
        "verification.police_reply",
      ], code, with: "police", on: .provision("L53_27_2"), purpose: nil, by: "lead")
    return code
  }
}
