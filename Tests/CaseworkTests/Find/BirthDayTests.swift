import Testing

@testable import Casework

/// What the day of birth says of two people who have the year in common.
@Suite struct BirthDayTests {
  @Test(
    arguments: [
      (true, true, 0.01), (true, false, 4), (true, nil, 0.1), (false, false, 8), (false, nil, 8),
      (nil, nil, 1),
    ] as [(Bool?, Bool?, Double)])
  func tellsTwoApart(_ month: Bool?, _ day: Bool?, _ factor: Double) {
    #expect(BirthFit(month: month, day: day).factor == factor)
  }

  @Test(arguments: [("1998-05-17", 2), ("1998-05", 1), ("1998-01-31", 2)])
  func hasTermsOfItsOwn(_ date: String, _ count: Int) throws {
    let terms = try #require(BirthDay(date)).terms
    #expect(terms.count == count)
    #expect(PersonTerms.ofBirth(date) == [PersonTerms.ofBirth(year: 1998)] + terms)
    // Whatever the year was.
    #expect(BirthDay(date.replacing("1998", with: "2004"))?.terms == terms)
  }

  @Test(arguments: ["1998", "", "1998-01-01", "1998-00-00"]) func aYearIsNoDay(_ date: String) {
    #expect(BirthDay(date) == nil)
    #expect(PersonTerms.ofBirth(date).count == (["", "1998-00-00"].contains(date) ? 0 : 1))
  }
}
