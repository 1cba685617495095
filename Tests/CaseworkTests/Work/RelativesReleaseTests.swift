import Testing
import Vault

@testable import Casework

/// Relatives are told nothing where contact with them is not safe, and are told to come for a child only where somebody
/// looked whether that is dangerous (Law 53/2024 Art. 27(5)).
@Suite struct RelativesReleaseTests {
  private static let provision = ["referral.provision": "L53_27_5_relatives"]

  private static func stop(
    to office: String, _ basis: [String: String], _ file: [String: String]
  ) throws -> RuleStop? {
    let answers = [
      "referral.referral_to": office, "referral.purpose": "family_tracing",
      "referral.fields": "person.full_name",
    ].merging(basis) { $1 }
    let child = [
      "case.status": "in_process", "person.birth_date": "2014", "person.full_name": "Lò Thị Mây",
      "kin.name": "Lò Thị Ngoại", "kin.safe_to_contact": "yes",
      "reintegration.return_danger": "no",
    ].merging(file) { $1 }
    return try FormBench.stop("referral", answers, on: [child])
  }

  @Test func aRelativeWhoIsNotSafeIsToldNothing() throws {
    let unsafe = ["kin.safe_to_contact": "no"]
    for name in ["Lò Thị Ngoại", "bà LO THI NGOAI, bản Na", "lò  thị ngoại"] {
      let stop = try #require(try Self.stop(to: name, Self.provision, unsafe), "\(name)")
      #expect(stop.reason == .kinUnsafe && stop.names.map(\.told) == ["kin.safe_to_contact"])
    }
    // Another, and one with whom it is safe.
    #expect(try Self.stop(to: "Lò Văn Cậu", Self.provision, unsafe)?.reason == .kinUnknown)
    #expect(try Self.stop(to: "Lò Thị Ngoại", Self.provision, [:]) == nil)
    // On whatever basis: the protection of a health agency goes to nobody of that name either.
    let facility = [
      "referral.provision": "L53_27_5_facility", "referral.purpose": "shelter",
    ]
    #expect(try Self.stop(to: "Lò Thị Ngoại", facility, unsafe)?.reason == .kinUnsafe)
    // A name of one syllable is part of too many others.
    let short = unsafe.merging(["kin.name": "An"]) { $1 }
    #expect(try Self.stop(to: "Công an tỉnh", facility, short) == nil)
    #expect(try Self.stop(to: "An", facility, short)?.reason == .kinUnsafe)
  }

  @Test func relativesAreToldToComeWhereSomebodyLooked() throws {
    let danger = try Self.stop(
      to: "Lò Thị Ngoại", Self.provision, ["reintegration.return_danger": "yes"])
    #expect(danger?.reason == .dangerAtHome)
    #expect(danger?.citation?.text == "Law 53/2024 Art. 27(5), 30(1)")
    let unknown = try Self.stop(
      to: "Lò Thị Ngoại", Self.provision, ["reintegration.return_danger": "unknown"])
    #expect(unknown?.reason == .missing)
    #expect(unknown?.names.map(\.told) == ["reintegration.return_danger"])
    // A facility is where the law sends the child then.
    let facility = [
      "referral.provision": "L53_27_5_facility", "referral.purpose": "shelter",
    ]
    #expect(
      try Self.stop(to: "Cơ sở B", facility, ["reintegration.return_danger": "yes"]) == nil)
  }

  /// Nobody who was not asked about comes for a child, and nobody is told what the child said.
  @Test func theyAreToldWhoTheChildIs() throws {
    for (name, isSafe) in [("Ông Bảy hàng xóm", "yes"), ("Lò Thị Ngoại", "unknown")] {
      let stop = try #require(
        try Self.stop(to: name, Self.provision, ["kin.safe_to_contact": isSafe]))
      #expect(stop.reason == .kinUnknown)
      #expect(stop.names.map(\.told) == ["kin.name", "kin.safe_to_contact"])
    }
    for field in ["protection.risk_own_words", "reception.safe_contact", "person.gender_note"] {
      let more = Self.provision.merging(["referral.fields": field]) { $1 }
      let stop = try #require(
        try Self.stop(to: "Lò Thị Ngoại", more, [field: "sợ bố"]), "\(field)")
      #expect(stop.reason == .beyondNotice && stop.names.map(\.told) == [field])
    }
  }
}
