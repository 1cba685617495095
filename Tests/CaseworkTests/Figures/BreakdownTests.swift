import Testing
import Vault

@testable import Casework

/// Figures by office and by month.
@Suite struct BreakdownTests {
  private static let official = FiguresUse.official(recipient: "Bộ Y tế", provision: "TT 02/2025")

  private static func counts(
    _ sheets: [[String]], _ period: FigurePeriod, by axes: Set<FigureAxis>, of office: String? = nil
  ) throws -> FigureCounts {
    var counts = FigureCounts(period, in: "2026-12", by: axes, of: office)
    for (index, items) in sheets.enumerated() {
      let bytes = [UInt8](repeating: 0, count: 14) + [UInt8(index >> 8), UInt8(index & 255)]
      counts.add(try #require(CaseID(bytes: bytes)), FactSheet(items))
    }
    counts.finish()
    return counts
  }

  private static func exact(
    _ sheets: [[String]], by axes: Set<FigureAxis>, of office: String? = nil
  ) throws -> [FigureTable.Name: FigureTable] {
    let year = try #require(FigurePeriod(year: 2026))
    var builder = FigureBuilder(
      try counts(sheets, year, by: axes, of: office), year, isExact: true, isForm: false, by: axes,
      book: Book.builtIn)
    return Dictionary(uniqueKeysWithValues: builder.tables().map { ($0.name, $0) })
  }

  private static let people = [
    [
      "month=2026-03", "office=26734", "path=rescued", "sex=female", "age=16-17", "route=KHM",
      "exploitation=ForcedLabour", "exploitation=Other", "status=received",
      "service=medical:2026-03", "service=medical:2026-05", "days=arrival_health:2",
      "clock=rescue_handover:met",
    ],
    [
      "month=2026-04", "office=26734", "path=rescued", "sex=male", "age=30-59", "route=LAO",
      "exploitation=Other", "status=received", "days=arrival_health:6",
      "clock=rescue_handover:open:2026-05",
    ],
    [
      "month=2026-04", "office=00001", "path=abroad", "sex=female", "age=30-59", "route=KHM",
      "exploitation=Other", "status=received", "settled=yes",
    ],
  ]

  @Test func exactFiguresAreToldByOfficeAndMonth() throws {
    let tables = try Self.exact(Self.people, by: [.office, .month])
    #expect(tables[.pathByOffice]?["26734", "rescued"] == 2)
    #expect(tables[.pathByOffice]?["00001", "abroad"] == 1)
    #expect(tables[.sexByOffice]?["26734", "male"] == 1)
    #expect(tables[.ageByOffice]?["26734", "16-17"] == 1)
    #expect(tables[.exploitationByOffice]?["26734", "Other"] == 2)
    #expect(tables[.routeByOffice]?["00001", "KHM"] == 1)
    #expect(tables[.supportByOffice]?["26734", "b/persons"] == 1)
    #expect(tables[.supportByOffice]?["26734", "b/times"] == 2)
    #expect(tables[.daysByOffice]?["26734", "arrival_health/count"] == 2)
    #expect(tables[.daysByOffice]?["26734", "arrival_health/longest"] == 6)
    #expect(tables[.daysByMonth]?["2026-04", "arrival_health/median"] == 6)
    #expect(tables[.pathByMonth]?.rows.map(\.key) == ["2026-03", "2026-04"])
    #expect(tables[.sexByMonth]?["2026-04", "female"] == 1)
    #expect(tables[.reportsByMonth]?["2026-04", "settled"] == 1)
    #expect(tables[.clocksByMonth]?["rescue_handover/2026-04", "overdue"] == 1)
    // What was given counts in the month in which it was.
    #expect(tables[.supportByMonth]?["2026-05", "b/persons"] == 1)
    #expect(tables[.supportByMonth]?["2026-05", "b/times"] == 1)
    #expect(tables[.support]?["b", "persons"] == 1)
  }

  /// One office alone, with its months: everything else is as if it were not there.
  @Test func exactFiguresCanBeOfOneOffice() throws {
    let tables = try Self.exact(Self.people, by: [.month], of: "26734")
    #expect(tables[.reports]?["total", "received"] == 2)
    #expect(tables[.reports]?["00001", "received"] == nil)
    #expect(tables[.path]?["abroad", "persons"] == nil)
    #expect(tables[.pathByMonth]?["2026-04", "rescued"] == 1)
    #expect(tables[.pathByMonth]?["2026-04", "abroad"] == 0)
    #expect(tables[.pathByOffice] == nil)
  }

  /// Two files of one person count at the earlier arrival, also where one office alone is counted.
  @Test func aPersonOfTwoOfficesCountsOnce() throws {
    func id(_ number: UInt8) -> String {
      Hexadecimal.text([UInt8](repeating: 0, count: 15) + [number])
    }
    let sheets = [
      ["month=2026-03", "office=26734", "path=rescued", "same=" + id(1)],
      ["month=2026-04", "office=00001", "path=abroad", "same=" + id(0)],
    ]
    let tables = try Self.exact(sheets, by: [.office])
    #expect(tables[.pathByOffice]?.rows.map(\.key) == ["26734"])
    let other = try Self.exact(sheets, by: [], of: "00001")
    #expect(other[.reports]?["total", "received"] == 1)
    #expect(other[.arrivals]?["total", "total"] == 0)
  }

  @Test func monthsHaveAnEndAndOnlyExactFiguresAreBrokenDown() throws {
    let year = try #require(FigurePeriod(year: 2026))
    let long = try #require(FigurePeriod(first: "2026-01", last: "2027-01"))
    for period in [FigurePeriod.always, long] {
      #expect(throws: FigureBreakdown.Flaw.months) {
        try FigureBreakdown(by: [.month], of: nil, in: period, for: Self.official)
      }
    }
    for use in [FiguresUse.look, .file] {
      for axes: Set<FigureAxis> in [[.office], [.month], [.office, .month]] {
        #expect(throws: FigureBreakdown.Flaw.notExact) {
          try FigureBreakdown(by: axes, of: nil, in: year, for: use)
        }
      }
      #expect(throws: FigureBreakdown.Flaw.notExact) {
        try FigureBreakdown(by: [], of: "26734", in: year, for: use)
      }
      #expect(try FigureBreakdown(by: [], of: nil, in: year, for: use) == .none)
    }
    let both = try FigureBreakdown(by: [.month], of: "26734", in: year, for: Self.official)
    #expect(both.axes == [.month] && both.office == "26734")
  }
}
