import AuditLog
import Testing

/// Clocks may differ by two seconds, in whole seconds; more is told.
@Suite struct ClockContradictionTests {
  private func entry(_ outside: Int, older: Int?, younger: Int?) -> Int? {
    ClockContradiction.first(
      outside: outside, older: older.map { .init(entry: 3, time: $0) },
      younger: younger.map { .init(entry: 5, time: $0) }
    )?.claim.entry
  }

  @Test func whatCanBeIsNotTold() {
    #expect(entry(10_000, older: 9_000, younger: 11_000) == nil)
    #expect(entry(10_000, older: 12_999, younger: 8_000) == nil)
    #expect(entry(10_999, older: 12_000, younger: 8_000) == nil)
    #expect(entry(10_000, older: nil, younger: nil) == nil)
  }

  @Test func whatCannotBeIsTold() {
    #expect(entry(10_000, older: 13_000, younger: 14_000) == 3)
    #expect(entry(10_000, older: 6_000, younger: 7_999) == 5)
    // Both: the one before it first.
    #expect(entry(10_000, older: 13_000, younger: 1_000) == 3)
  }
}
