import Testing
import Vault

@testable import Casework

/// Schooling, training and a loan are regimes of their own, and the insurance is for victims: none is given
/// under the letter of another (Decree 162/2025 Art. 24, 25; Decree 188/2025 Art. 6(6)(d)).
@Suite struct SupportKindTests {
  private static func file(_ category: String?, _ more: [String: String] = [:]) -> [String: String]
  {
    var file = [
      "case.status": category == "victim_vn" ? "identified" : "in_process",
      "case.legal_regime": "L53_2024", "person.birth_date": "1999",
      "case.received_at": "2026-10-01T08:00+07:00",
    ].merging(more) { $1 }
    file["case.person_category"] = category
    return file
  }

  private static func stop(
    _ regime: String, _ more: [String: String], _ file: [String: String]
  ) throws -> RuleStop? {
    let named = Dictionary(uniqueKeysWithValues: more.map { ("support_item." + $0, $1) })
    return try FormBench.stop(
      "support", named.merging(["support_item.regime": regime]) { $1 }, on: [file])
  }

  @Test(arguments: [
    ("schooling_year", "2026-2027", ["h"]), ("training", "may", ["i"]), ("loan_ref", "12", ["k"]),
    ("allowance_application_at", "2026-11-02", ["h", "i", "k"]),
  ]) func whatBelongsToOneRegimeIsRefusedUnderAnother(
    _ name: String, _ text: String, _ only: [String]
  ) throws {
    let victim = Self.file("victim_vn", ["identification.decision": "victim"])
    for regime in ["a", "b", "c", "d", "dd", "e", "g", "h", "i", "k"] {
      let stop = try Self.stop(regime, [name: text], victim)
      #expect((stop == nil) == only.contains(regime), "\(regime)")
      guard let stop else { continue }
      #expect(stop.reason == .otherRegime && stop.names.map(\.told) == only)
      #expect(stop.citation?.text.hasPrefix("Decree 162/2025") == true)
    }
    // Whose row has none of them.
    #expect(
      try Self.stop("a", [name: text], Self.file("in_process_vn_domestic"))?.reason == .otherRegime)
  }

  @Test func theInsuranceIsForVictims() throws {
    let from = ["insurance_from": "2026-11-10"]
    for category in [nil, "in_process_vn_domestic", "in_process_vn_abroad", "foreigner"] {
      let stop = try Self.stop("a", from, Self.file(category))
      #expect(stop?.reason == .condition, "\(category ?? "none")")
      #expect(stop?.citation?.text == "Decree 188/2025 Art. 6(6)(d)")
      #expect(stop?.names.map(\.told) == ["identification.decision"])
    }
    #expect(try Self.stop("b", from, Self.file("victim_vn")) == nil)
    #expect(
      try Self.stop(
        "b", from,
        Self.file(
          "foreigner", ["case.status": "identified", "identification.decision": "victim"])) == nil)
  }

  /// What was recorded before stays when something else is corrected.
  @Test func aCorrectionOfAnotherFieldIsNotHeldToIt() throws {
    let item = ["support_item.regime": "a", "support_item.loan_ref": "12"]
    #expect(
      try FormBench.stop(
        "support", ["support_item.item": "sách"], on: [Self.file("victim_vn"), item],
        correcting: 1) == nil)
    #expect(
      try FormBench.stop(
        "support", ["support_item.loan_ref": "13"], on: [Self.file("victim_vn"), item],
        correcting: 1)?.reason == .otherRegime)
  }
}
