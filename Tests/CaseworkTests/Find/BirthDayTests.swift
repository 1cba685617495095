import Testing

@testable import Casework

/// What the day of birth says of two rows that have the year in common.
@Suite struct BirthDayTests {
  @Test(arguments: [
    ("1998-05-17", "1998-05-17", 0.01), ("1998-05-17", "1998-05-18", 4),
    ("1998-05-17", "1998-05", 0.1), ("1998-05", "1998-05", 0.1), ("1998-05-17", "1998-06-17", 8),
  ])
  func tellsTwoApart(_ one: String, _ other: String, _ factor: Double) throws {
    let (one, other) = (try #require(BirthDay(one)), try #require(BirthDay(other)))
    #expect(one.factor(other) == factor && other.factor(one) == factor)
  }

  @Test(arguments: ["1998", "", "1998-01-01", "1998-00-00"]) func aYearIsNoDay(_ date: String) {
    #expect(BirthDay(date) == nil)
  }
}
