import Testing

@testable import Casework

/// How conditions and starts are written, and what is refused.
@Suite struct RuleConditionTests {
  @Test func readsItsTerms() {
    #expect(RuleCondition("")?.terms == [])
    #expect(RuleCondition("a.b|c.d")?.terms == [.given(["a.b", "c.d"])])
    #expect(
      RuleCondition("a.b=x|y;c.d;@no_open_clock")?.terms == [
        .code("a.b", oneOf: ["x", "y"]), .given(["c.d"]), .special(.noOpenClock),
      ])
    #expect(RuleCondition("@was_received")?.terms == [.special(.wasStatus(["received"]))])
    #expect(
      RuleCondition("@was_identified|reintegration")?.terms == [
        .special(.wasStatus(["identified", "reintegration"]))
      ])
  }

  @Test func aDashIsThatNothingWasGiven() throws {
    let condition = try #require(RuleCondition("case.entry_path=self_report|-"))
    func holds(_ values: [String: String]) -> Bool { LawOffice.file([values]).holds(condition) }
    #expect(holds(["case.status": "received"]))
    #expect(holds(["case.entry_path": "self_report"]))
    #expect(!holds(["case.entry_path": "rescued"]))
  }

  @Test(arguments: [
    ";", "a.b;", "|", "a.b|", "a.b=", "=x", "a.b=x|", "a.b=x=y", "@", "@was_", "@was_|a", "@was_a|",
    "@anything", "a;;b",
  ])
  func refusesWhatIsNotWrittenSo(_ text: String) { #expect(RuleCondition(text) == nil) }

  @Test func readsStarts() throws {
    let start = try #require(ClockStart("earliest:a.b;a.c=x/@other"))
    #expect(start.isEarliest && start.events.count == 2 && start.firstField == "a.b")
    #expect(start.events[1] == .endOfClock("other"))
    #expect(ClockStart("a.b/c.d")?.isEarliest == false)
    for text in ["", "/", "a.b/", "earliest:", "a.b=/c"] { #expect(ClockStart(text) == nil) }
  }
}
