import Testing
import Vault

@testable import Casework

/// Which rows a file has: those of the day on which it was opened, or of an older day of its own.
@Suite struct RuleDayTests {
  /// A row and what became of it, as days of January 2027.
  private struct Row: DatedRow, Equatable {
    let validity: Validity
    let citation: Citation

    init(_ from: Int?, _ to: Int?, repealed: Bool = false) {
      validity = Validity(from: from.flatMap(RuleDayTests.day), to: to.flatMap(RuleDayTests.day))
      let end = repealed ? Citation.repeal + "Law 1/2030" : ""
      citation = Citation(text: "Law 53/2024 Art. 37" + end, isVerified: true)
    }
  }

  private static func day(_ number: Int) -> CalendarDay? {
    CalendarDay(year: 2027, month: 1, day: number)
  }

  /// The place of the row that holds among others.
  private func held(_ rows: [Row], opened: Int?, act: Int) throws -> [Int] {
    let day = RuleDay(try #require(Self.day(act)), opened: opened.flatMap(Self.day))
    return rows.indices.filter { day.holds(rows[$0], among: rows) }
  }

  @Test(arguments: [(5, 5, 0), (5, 25, 0), (15, 25, 1), (10, 10, 1), (15, 9, 0), (9, 10, 0)])
  func theEarlierOfTwoDaysDecides(opened: Int, act: Int, row: Int) throws {
    #expect(try held([Row(nil, 9), Row(10, nil)], opened: opened, act: act) == [row])
  }

  /// Nobody sees when it was opened: then the act has its own day.
  @Test func withoutThatDayTheActHasItsOwn() throws {
    let rows = [Row(nil, 9), Row(10, nil)]
    #expect(try held(rows, opened: nil, act: 9) == [0])
    #expect(try held(rows, opened: nil, act: 10) == [1])
  }

  /// What the book did not have when the file was opened comes to it with its first row, which it then keeps.
  @Test(arguments: [(9, []), (10, [0]), (19, [0]), (25, [0])])
  func whatIsNewComesToAllFiles(act: Int, held rows: [Int]) throws {
    #expect(try held([Row(10, 19), Row(20, nil)], opened: 5, act: act) == rows)
  }

  /// Repealed again before the act it never was the file's; a file that had it when it was opened keeps it.
  @Test func whatCameAndWentIsNobodys() throws {
    let rows = [Row(10, 19, repealed: true)]
    #expect(try held(rows, opened: 5, act: 19) == [0])
    #expect(try held(rows, opened: 5, act: 20) == [])
    #expect(try held(rows, opened: 15, act: 25) == [0])
    // The next of its kind comes in its place.
    #expect(try held(rows + [Row(22, nil)], opened: 5, act: 25) == [1])
  }

  /// Two rows that are in force together are no two states of one.
  @Test func rowsBesideEachOtherBothHold() throws {
    let rows = [Row(nil, nil), Row(10, nil)]
    #expect(try held(rows, opened: 5, act: 15) == [0, 1])
  }
}
