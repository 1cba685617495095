import Testing

@testable import Casework

@Suite struct PartialDateTests {
  private func fault(_ text: String) -> ValueFault? {
    do throws(CaseworkError) { _ = try PartialDate(text) } catch {
      if case .value(let fault) = error { return fault }
    }
    return nil
  }

  @Test(
    arguments: [
      ("2004", "2004"), ("2004-05", "2004-05"), ("2004-05-17", "2004-05-17"),
      ("17/05/2004", "2004-05-17"), ("05/2004", "2004-05"), ("7/5/2004", "2004-05-07"),
      ("29/02/2024", "2024-02-29"),
    ])
  func readsWhatPeopleWrite(_ pair: (String, String)) throws {
    #expect(try PartialDate(pair.0).text == pair.1)
  }

  @Test(arguments: ["17/05/04", "05/04", "04-05-17", "04-05", "17/5"])
  func refusesTwoDigitYears(_ text: String) { #expect(fault(text) == .twoDigitYear) }

  @Test(arguments: ["31/02/2004", "2004-13", "13/2004", "2025-02-29", "00/05/2004", "1750", "0004"])
  func refusesImpossibleDates(_ text: String) { #expect(fault(text) == .impossibleDate) }

  @Test(
    arguments: [
      "", "hôm qua", "2004-5", "2004-05-7", "2004-05-17-01", "20045", "2004-", "-2004",
      "2004/05/17",
      "17-05-2004", "2004-05-17T00:00", " 2004", "2004 ", "２００４", "+204", "17/05/2004/", "04",
      "1/2/3/2004",
    ])
  func refusesWhatIsNoDate(_ text: String) { #expect(fault(text) == .notADate) }

  @Test func anUnknownPartIsNeitherBeforeNorAfter() throws {
    let year = try PartialDate("2004")
    let may = try PartialDate("2004-05")
    let day = try PartialDate("2004-05-17")
    for (left, right) in [(year, may), (may, day), (year, day), (day, day)] {
      #expect(!left.isCertainlyAfter(right) && !left.isCertainlyBefore(right))
      #expect(!right.isCertainlyAfter(left) && !right.isCertainlyBefore(left))
    }
    #expect(try PartialDate("2004-06").isCertainlyAfter(may))
    #expect(try PartialDate("2003").isCertainlyBefore(day))
    #expect(try PartialDate("2004-05-18").isCertainlyAfter(day))
  }

  @Test func knowsTheDaysItCanMean() throws {
    let february = try PartialDate("2024-02")
    #expect(february.earliest.text == "2024-02-01" && february.latest.text == "2024-02-29")
    let year = try PartialDate("2023")
    #expect(year.earliest.text == "2023-01-01" && year.latest.text == "2023-12-31")
    #expect(february.exactDay == nil)
    #expect(try PartialDate("2023-04-05").exactDay?.text == "2023-04-05")
  }
}
