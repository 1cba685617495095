import Testing

@testable import Casework

/// De-identified rows: what is told of people, and of how few it may be told.
@Suite struct SharedRowsTests {
  private func row(
    _ age: String = "18-29", route: String = "KHM", kinds: [String] = ["ForcedLabour"],
    more: [String] = []
  ) -> PersonRow {
    PersonRow(
      FactSheet(
        ["month=2026-09", "sex=female", "age=" + age, "route=" + route, "status=received"]
          + kinds.map { "exploitation=" + $0 } + more))
  }

  @Test func whatElevenShareIsTold() {
    let shared = SharedRows([row(): 11])
    #expect(shared.rows.map(\.people) == [11] && shared.leftOut == 0)
    #expect(shared.rows.first?.row == row())
  }

  @Test func ofTenWhoShareNothingMoreNothingIsTold() {
    let shared = SharedRows([row(): 10])
    #expect(shared.rows.isEmpty && shared.leftOut == 10)
  }

  /// Six and five who differ in the country alone are eleven where no country is told.
  @Test func whoAreTooFewAreToldCoarser() {
    let shared = SharedRows([row(route: "KHM"): 6, row(route: "CHN"): 5])
    #expect(shared.rows.map(\.people) == [11])
    #expect(shared.rows.first?.row.routes == [])
    #expect(shared.rows.first?.row.exploitations == ["ForcedLabour"])
  }

  @Test func aCoarseRowIsNeverSharedByFewer() {
    var counts: [PersonRow: Int] = [:]
    for (number, age) in ["0-15", "16-17", "18-29", "30-59", "60+", "unknown"].enumerated() {
      for (place, route) in ["KHM", "CHN", "LAO", "unknown"].enumerated() {
        counts[row(age, route: route)] = 1 + (number * 7 + place * 5) % 13
      }
    }
    let shared = SharedRows(counts)
    #expect(shared.rows.allSatisfy { $0.people >= SharedRows.fewest })
    #expect(Set(shared.rows.map(\.row)).count == shared.rows.count)
    let all = counts.values.reduce(0, +)
    #expect(shared.rows.reduce(0) { $0 + $1.people } + shared.leftOut == all)
  }

  @Test func standardColumns() {
    #expect(RowStandard.ctdc.header.count == 37)
    #expect(RowStandard.ctdc32.header.allSatisfy { $0.utf8.count <= 32 })
    #expect(RowStandard.ctdc32.header.contains("meansOfControlPsychoactiveSubsta"))
    #expect(Set(RowStandard.ctdc32.header).count == 37)
    for standard in RowStandard.allCases {
      #expect(standard.cells(row()).count == standard.header.count)
    }
  }

  @Test func cellsOfBothStandards() throws {
    let row = row(
      kinds: ["ForcedMarriage", "SexualExploitation", "of-our-own"],
      more: ["victim=yes", "service=legal_aid:2026-10", "service=medical:2026-11"])
    #expect(
      RowStandard.htcds.cells(row) == [
        "Female", "ActualVictimOfTrafficking", "ForcedMarriage;Other;SexualExploitation", "KHM",
        "Active", "Health;Legal",
      ])
    let cells = Dictionary(
      uniqueKeysWithValues: zip(RowStandard.ctdc.header, RowStandard.ctdc.cells(row)))
    #expect(cells["yearOfRegistration"] == "2026" && cells["ageBroad"] == "18--29")
    #expect(cells["CountryOfExploitation"] == "KHM" && cells["citizenship"] == "")
    #expect(cells["isForcedLabour"] == "0" && cells["isSexualExploit"] == "1")
    #expect(cells["isOtherExploit"] == "1" && cells["typeOfSexProstitution"] == "")
  }

  /// A zero would say that it was not so.
  @Test func whatNobodyKnowsIsEmpty() throws {
    let row = row("unknown", route: "unknown", kinds: ["unknown"])
    #expect(RowStandard.ctdc.cells(row).filter { !$0.isEmpty } == ["2026", "Female"])
    #expect(RowStandard.htcds.cells(row)[2...3] == ["", ""])
  }
}
