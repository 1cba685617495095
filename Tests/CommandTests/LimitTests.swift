import Testing

@testable import safekeep

/// A limit ends at 24:00 of its last day (Civil Code 91/2015/QH13 Art. 148(6)): people are told that day, and
/// programs the moment.
@Suite struct LimitTests {
  private func limit(_ seconds: Int) -> Cell { .limit(WallTime(milliseconds: seconds * 1000)) }

  /// 00:00 of 8 December 2026 in Viet Nam, as seconds since 1970.
  private static let midnight = 1_796_662_800

  @Test(arguments: Language.allCases) func theDayThatEndsIsNamed(language: Language) {
    #expect(limit(Self.midnight).shown(in: language.words) == "24:00 07/12/2026")
    #expect(limit(Self.midnight - 60).shown(in: language.words) == "07/12/2026 23:59")
    #expect(limit(Self.midnight + 1).shown(in: language.words) == "08/12/2026 00:00")
    // The first of a month ends the month before.
    #expect(limit(Self.midnight - 7 * 86_400).shown(in: language.words) == "24:00 30/11/2026")
  }

  @Test func programsAreToldTheMoment() {
    #expect(limit(Self.midnight).plain == "2026-12-07T17:00:00Z")
    #expect(limit(Self.midnight).json == .string("2026-12-07T17:00:00Z"))
  }
}
