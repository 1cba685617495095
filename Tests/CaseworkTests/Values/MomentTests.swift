import Testing

@testable import Casework

@Suite struct MomentTests {
  private func fault(_ text: String) -> ValueFault? {
    do throws(CaseworkError) { _ = try Moment(text) } catch {
      if case .value(let fault) = error { return fault }
    }
    return nil
  }

  @Test func readsRFC3339() throws {
    #expect(try Moment("1970-01-01T00:00Z").seconds == 0)
    #expect(try Moment("1970-01-01T07:00+07:00").seconds == 0)
    #expect(try Moment("2026-05-24T07:25+07:00").seconds == 1_779_582_300)
    #expect(try Moment("2026-05-24T07:25:30+07:00").seconds == 1_779_582_330)
    #expect(try Moment("1969-12-31T23:59:59Z").seconds == -1)
    #expect(try Moment("2026-05-24T00:00-05:30").seconds == Moment("2026-05-24T05:30Z").seconds)
  }

  @Test func readsTheLocalFormAsVietnamsTime() throws {
    #expect(try Moment("22/11/2026 14:05") == Moment("2026-11-22T14:05+07:00"))
    #expect(try Moment("22/11/2026 14:05").text == "2026-11-22T14:05+07:00")
  }

  @Test(
    arguments: [
      "", "hôm qua", "2026-05-24", "2026-05-24T07:25", "2026-05-24 07:25+07:00",
      "2026-05T07:25+07:00",
      "2026-05-24T24:00+07:00", "2026-05-24T07:60+07:00", "2026-05-24T07:25:60Z",
      "2026-05-24T7:25Z",
      "2026-05-24T07:25:30.5Z", "2026-05-24T07:25+24:00", "2026-05-24T07:25+0700",
      "22/11/2026T14:05Z",
      "2026-05-24t07:25z", "2026-05-24T07:25Z ", "2026-05-24TZ", "22/11/2026 14:05+07:00",
    ])
  func refusesTheRest(_ text: String) { #expect(fault(text) == .notAMoment) }

  @Test func namesAnImpossibleDay() {
    #expect(fault("2026-02-30T07:25Z") == .impossibleDate)
    #expect(fault("31/11/26 07:25") == .twoDigitYear)
  }

  @Test(
    arguments: [
      "2026-05-24T07:25+07:00", "2026-05-24T07:25:31+07:00", "1969-07-20T20:17-04:30",
      "2026-01-01T00:00+00:00",
    ])
  func writesWhatItRead(_ text: String) throws { #expect(try Moment(text).text == text) }

  @Test func theDayIsThatOfThePlace() throws {
    #expect(try Moment("2026-05-24T01:00+07:00").day.text == "2026-05-24")
    #expect(try Moment("2026-05-23T18:00Z").day.text == "2026-05-23")
    #expect(try Moment("2026-05-24T01:00+07:00") == Moment("2026-05-23T18:00Z"))
    #expect(try Moment("1969-12-31T23:00-01:00").day.text == "1969-12-31")
  }

  @Test func ordersByInstant() throws {
    #expect(try Moment("2026-05-24T07:25+07:00") < Moment("2026-05-24T01:00Z"))
    let set: Set = [try Moment("2026-05-24T07:00+07:00"), try Moment("2026-05-24T00:00Z")]
    #expect(set.count == 1)
  }
}
