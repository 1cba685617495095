import Testing

@testable import Casework

@Suite struct PlaceTableTests {
  private static let rows = [
    "01,Hà Nội,Hanoi,province,,2025-07-01,",
    "24,Bắc Giang,Bac Giang,province,,2008-08-01,2025-06-30",
    "24,Bắc Ninh,Bac Ninh,province,,2025-07-01,",
  ]
  private static let communes = [
    "00004,Phường Ba Đình,Ba Dinh Ward,commune,01,2025-07-01,",
    "00007,Phường Cũ,Old Ward,commune,01,2008-08-01,2025-06-30",
  ]

  private func table(_ rows: [String]) throws -> PlaceTable {
    let header = RuleTable.places.columns.joined(separator: ",")
    let files = Book.with(.places, ([header] + rows).joined(separator: "\n"))
    return try PlaceTable(RuleBook.read(.places, files, Place.init))
  }

  private func day(_ text: String) throws -> CalendarDay {
    try #require(try PartialDate(text).exactDay)
  }

  @Test func aCodeMeansAPlaceOnADay() throws {
    let table = try table(Self.rows)
    #expect(table.place("24", on: try day("2025-06-30"))?.label.english == "Bac Giang")
    #expect(table.place("24", on: try day("2025-07-01"))?.label.english == "Bac Ninh")
    #expect(table.place("24", on: try day("2008-07-31")) == nil)
    #expect(table.place("99", on: try day("2025-07-01")) == nil)
  }

  @Test func withoutCommunesTheirFormAloneIsHeld() throws {
    let table = try table(Self.rows)
    #expect(!table.hasCommunes)
    #expect(table.standing(of: "99999") == .notChecked)
    #expect(table.standing(of: "01") == .known)
    #expect(table.standing(of: "02") == .unknown)
    for code in ["", "1", "001", "0000", "000001", "0000a", "٠٠٠٠٤"] {
      #expect(table.standing(of: code) == .wrongForm, "\(code)")
    }
  }

  @Test func withCommunesAnUnknownOneIsRefused() throws {
    let table = try table(Self.rows + Self.communes)
    #expect(table.hasCommunes)
    #expect(table.standing(of: "00004") == .known)
    #expect(table.standing(of: "99999") == .unknown)
    #expect(table.standing(of: "00007") == .known, "papers name places as they were")
  }

  @Test func aProvinceIsTooCoarseWhereACommuneBelongs() throws {
    let table = try table(Self.rows)
    #expect(table.standing(of: "01", communeOnly: true) == .wrongForm)
    #expect(table.standing(of: "00004", communeOnly: true) == .notChecked)
  }

  @Test func validityEndsWithItsLastDay() throws {
    let year = Validity(from: try day("2025-01-01"), to: try day("2025-12-31"))
    for text in ["2025-01-01", "2025-06-15", "2025-12-31"] {
      #expect(year.holds(on: try day(text)), "\(text)")
    }
    for text in ["2024-12-31", "2026-01-01"] { #expect(!year.holds(on: try day(text)), "\(text)") }
    let open = Validity(from: nil, to: nil)
    #expect(open.holds(on: try day("1800-01-01")) && open.overlaps(year) && year.overlaps(open))
    let next = Validity(from: try day("2026-01-01"), to: nil)
    #expect(!year.overlaps(next) && !next.overlaps(year))
    let last = Validity(from: try day("2025-12-31"), to: nil)
    #expect(year.overlaps(last) && last.overlaps(year))
  }

  @Test func twoPlacesDoNotShareACodeOnOneDay() {
    #expect(throws: CaseworkError.rules(RuleFault(.places, line: 5, .overlappingPlace("24")))) {
      try table(Self.rows + ["24,Khác,Other,province,,2025-06-30,2025-06-30"])
    }
  }
}
