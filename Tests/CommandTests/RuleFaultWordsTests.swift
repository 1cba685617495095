import Casework
import Testing

@testable import safekeep

/// A rule book is refused in sentences, and no name of our code gets into one.
@Suite struct RuleFaultWordsTests {
  private static let day = CalendarDay(number: 20_619)
  private static let reasons: [RuleFault.Reason] = [
    .missingTable, .csv(.quoteOpen), .csv(.width(found: 1, expected: 7)), .columns, .noRows,
    .emptyCell(column: "code"), .badCell(column: "valid_from"),
    .controlCharacter(column: "code"), .endsBeforeItBegins, .duplicate("x"), .unknownEntity("x"),
    .unknownCodeList("x"), .unknownRole("x"), .codesAndType, .listIsNotMany,
    .operationsOutsideCase, .caseIsNotFirst, .entityWithoutFields("x"), .readerWithoutKey("x"),
    .writerWithoutKey("x"), .noReader, .unverifiedWithoutOther("x"), .missingList("x"),
    .missingRole("x"), .blindRoleHoldsKey("x"), .missingField("x"), .overlappingPlace("01"),
    .overlappingClock("x"),
    .unknownParent("77"), .otherPlace("01"), .rowGone("x"),
    .keptWhileInForce(column: "amount", of: "x"), .keptForGood(column: "class", of: "x"),
    .endsInThePast("x"), .beginsInThePast("x"), .daysInThePast("x"), .newRole("x"),
    .nothingFollows("x", on: day), .clockNotInForce("x", on: day), .clockNotFollowed("x", on: day),
    .twoPeople("x"), .unreachableStatus("x"), .deadEnd("x"), .nobodyTakes("x"), .contradiction("x"),
    .extensionOfOther("x"), .extensionTooShort("x"), .nothingRecords("x"),
    .fieldEnds("x"),
    .publicHolidayWorked(on: day), .publicHolidayMissing(on: day),
  ]

  @Test(arguments: Language.allCases) func everyReasonIsASentence(language: Language) {
    let said = Self.reasons.map { language.words.reason(RuleFault(.places, line: 3, $0)) }
    #expect(Set(said).count == said.count)
    for sentence in said {
      #expect(!sentence.contains("Casework") && !sentence.contains("(\"") && !sentence.isEmpty)
    }
  }

  @Test func theLanguagesDiffer() {
    for reason in Self.reasons {
      let fault = RuleFault(.places, line: 3, reason)
      #expect(English().reason(fault) != Vietnamese().reason(fault))
      #expect(fault.code.allSatisfy { $0.isLowercase || $0 == "_" })
    }
  }
}
