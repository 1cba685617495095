import Testing
import Vault

@testable import Casework

/// Facts as they are read back, and people who have several files.
@Suite struct FactSheetTests {
  private func id(_ number: UInt8) throws -> CaseID {
    try #require(CaseID(bytes: [UInt8](repeating: number, count: 16)))
  }

  private func hex(_ number: UInt8) -> String {
    Hexadecimal.text([UInt8](repeating: number, count: 16))
  }

  @Test func everyItemIsRead() throws {
    let sheet = FactSheet([
      "month=2026-09", "sex=female", "age=18-29", "path=rescued", "route=KHM", "route=VNM",
      "office=26734", "status=identified", "settled=yes", "victim=yes", "exploitation=Other",
      "service=medical:2026-10", "clock=initial_check:open:2026-11", "clock=notify_health:met",
      "days=arrival_decision:41", "same=" + hex(7), "new=unheard of", "nonsense",
    ])
    #expect(sheet.month == "2026-09" && sheet.sex == "female" && sheet.office == "26734")
    #expect(sheet.routes == ["KHM", "VNM"])
    #expect(sheet.isSettled && sheet.isVictim && sheet.isOfPerson)
    #expect(sheet.services.map(\.service) == ["medical"])
    #expect(sheet.clocks.map(\.state) == [.open, .met])
    #expect(sheet.days.first?.count == 41)
    #expect(try sheet.same == [id(7)])
  }

  @Test(arguments: [
    "clock=a:b", "days=x:-1", "days=x:99999", "same=abc", "service=medical", "clock=a",
  ])
  func whatIsNotWrittenSoIsLeftOut(item: String) {
    let sheet = FactSheet([item])
    #expect(sheet.clocks.isEmpty && sheet.days.isEmpty && sheet.same.isEmpty)
    #expect(sheet.services.isEmpty)
  }

  /// What the person keeps from those who count is counted as what nobody knows.
  @Test func whatIsWithheldIsCountedAsNotKnown() throws {
    let sheet = FactSheet([
      "sex=withheld", "age=withheld", "route=withheld", "exploitation=withheld",
    ])
    #expect(sheet.sex == FactSheet.unknown && sheet.age == FactSheet.unknown)
    #expect(sheet.routes == [FactSheet.unknown] && sheet.exploitations == [FactSheet.unknown])
  }

  /// Three files of one person, linked in a chain, and one of somebody else.
  @Test func aChainOfFilesIsOnePerson() throws {
    var counts = FigureCounts(.always, in: "2026-12")
    func add(_ number: UInt8, _ items: [String]) throws {
      counts.add(try id(number), FactSheet(items + ["office=26734"]))
    }
    try add(1, ["month=2026-03", "sex=unknown", "same=" + hex(2), "service=medical:2026-03"])
    try add(2, ["month=2026-02", "sex=female", "same=" + hex(1), "same=" + hex(3)])
    try add(3, ["month=2026-04", "sex=female", "same=" + hex(2), "service=medical:2026-04"])
    try add(4, ["month=2026-04", "sex=male"])
    try add(5, ["month=2026-04", "kind=protected_relative"])
    counts.finish()
    #expect(counts.files == 4)
    #expect(counts.persons == 2)
    #expect(counts.cells[FigureCell(.arrivals, "2026-02", "26734")] == 1)
    #expect(counts.cells[FigureCell(.support, "b", "persons")] == 1)
    #expect(counts.cells[FigureCell(.support, "b", "times")] == 2)
  }

  @Test func whatRunsPastItsMonthIsOverdue() throws {
    var counts = FigureCounts(.always, in: "2026-12")
    for (number, month) in [(UInt8(1), "2026-11"), (2, "2026-12"), (3, "-")] {
      counts.add(
        try id(number),
        FactSheet(["month=2026-10", "office=26734", "clock=initial_check:open:" + month]))
    }
    let row = "initial_check/26734"
    #expect(counts.cells[FigureCell(.clocks, row, "open")] == 3)
    #expect(counts.cells[FigureCell(.clocks, row, "overdue")] == 1)
  }

  @Test func periodsAreWholeMonths() throws {
    let period = try #require(FigurePeriod(first: "02/2026", last: "2026-03"))
    #expect(
      ["2026-01", "2026-02", "2026-03", "2026-04", ""].map(period.contains)
        == [false, true, true, false, false])
    #expect(FigurePeriod(first: "2026-03", last: "2026-02") == nil)
    #expect(FigurePeriod(first: "2026-03-01", last: nil) == nil)
    #expect(FigurePeriod(first: "2026", last: nil) == nil)
    #expect(FigurePeriod(year: 2026) == FigurePeriod(first: "2026-01", last: "2026-12"))
  }
}
