import Testing

@testable import Casework
@testable import Vault

/// Files about which the provincial police were asked.
extension CaseOffice {
  /// The morning of the day so many days from today.
  func morning(_ days: Int) throws -> String { try day(days) + "T08:00:00+07:00" }

  /// Received two days and noticed a day before the police were asked, which was so many days ago.
  func askedOfPolice(_ days: Int) throws -> CaseCode {
    let code = try received(born: "1999", on: try day(-days - 2))
    let noticed = try morning(-days - 1)
    try record(
      "reception", ["cpc_notified_at": noticed, "health_agency_notified_at": noticed], code,
      by: "social")
    try record(
      "verification",
      [
        "initial_check_at": noticed, "initial_check_result": "insufficient",
        "police_request_at": try morning(-days),
      ], code)
    return code
  }
}
