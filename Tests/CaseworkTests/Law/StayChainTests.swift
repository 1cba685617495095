import Testing
import Vault

@testable import Casework

/// Stays without a day between them are one stay, and have one limit (Decree 162/2025 Art. 17).
@Suite struct StayChainTests {
  private static func stay(_ from: String, _ to: String? = nil, extended: String? = nil) -> [String:
    String]
  {
    var stay = ["stay.stay_from": from]
    stay["stay.stay_to"] = to
    stay["stay.stay_extended_to"] = extended
    return stay
  }

  private static func clock(
    _ stays: [[String: String]], at now: String = "2026-06-01T09:00+07:00"
  ) throws -> CaseClock? {
    let file = LawOffice.file([["case.legal_regime": "L53_2024"]] + stays)
    return Book.builtIn.clocks.clocks(of: file, at: try Moment(now)).first { $0.end == nil }
  }

  /// From 1 March day 120 is 29 June, however often somebody moves.
  @Test(arguments: [
    [stay("2026-03-01")],
    [stay("2026-03-01", "2026-04-10"), stay("2026-04-10")],
    [stay("2026-03-01", "2026-04-10"), stay("2026-04-11")],
    [stay("2026-04-11"), stay("2026-03-01", "2026-04-10")],
    [
      stay("2026-03-01", "2026-03-20"), stay("2026-03-20", "2026-04-10"), stay("2026-04-11"),
    ],
    [stay("2026-03-01", "2026-03-01"), stay("2026-03-01")],
  ])
  func staysWithoutADayBetweenAreOne(_ stays: [[String: String]]) throws {
    let clock = try #require(try Self.clock(stays))
    #expect(clock.deadline?.lastDay.text == "2026-06-29")
    #expect(clock.day(at: try Moment("2026-06-01T09:00+07:00"))?.number == 92)
  }

  @Test func aDayBetweenBeginsAnew() throws {
    let clock = try #require(
      try Self.clock([Self.stay("2026-03-01", "2026-04-10"), Self.stay("2026-04-12")]))
    #expect(clock.deadline?.lastDay.text == "2026-08-10")
    #expect(clock.day(at: try Moment("2026-06-01T09:00+07:00"))?.number == 50)
  }

  /// What was agreed to before the move holds after it, and can grow again.
  @Test func anExtensionGoesOnWithTheStay() throws {
    let before = Self.stay("2026-03-01", "2026-05-10", extended: "2026-08-31")
    let moved = try #require(try Self.clock([before, Self.stay("2026-05-10")]))
    #expect(moved.rule.id == "stay_extended" && moved.deadline?.lastDay.text == "2026-08-31")
    let again = Self.stay("2026-05-10", extended: "2026-10-30")
    #expect(try Self.clock([before, again])?.deadline?.lastDay.text == "2026-10-30")
    let apart = try Self.clock([before, Self.stay("2026-05-12")])
    #expect(apart?.rule.id == "stay")
  }
}
