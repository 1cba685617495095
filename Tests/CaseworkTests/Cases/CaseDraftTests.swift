import Testing
import Vault

@testable import Casework

/// Who counts as a minor, what goes into the figures, how values become records.
@Suite struct CaseDraftTests {
  private let day = CalendarDay(number: 20_716)  // 2026-09-20

  @Test(arguments: [
    ("2008-09-20", false), ("2008-09-21", true), ("2008-09", true), ("2008-08", false),
    ("2008", true), ("2007", false), ("1990", false),
  ])
  func theYoungestThatADateCanMeanDecides(birth: String, isMinor: Bool) {
    #expect(day.text == "2026-09-20")
    #expect(Majority.isMinor(.date(birth), on: day) == isMinor)
  }

  @Test(arguments: [nil, FieldValue.absent(.declined), .absent(.notAsked), .text("2000")])
  func unknownAgeCountsAsUnder18(birth: FieldValue?) {
    #expect(Majority.isMinor(birth, on: day))
  }

  private func facts(_ values: [String: FieldValue]) throws -> [String] {
    var byID: [FieldID: FieldValue] = [:]
    for (name, value) in values { byID[try Book.field(name).id] = value }
    let changes = CaseChanges(byID, book: Book.builtIn, entered: Moment(startOf: day))
    let file = CaseRecords([], book: Book.builtIn).applying(changes)
    return CaseFacts(file, at: Moment(startOf: day)).items
  }

  @Test func nothingKnownIsSaid() throws {
    #expect(
      try facts([:]) == [
        "month=2026-09", "sex=unknown", "age=unknown", "path=unknown", "route=unknown",
        "province=unknown", "office=unknown", "status=unknown", "exploitation=unknown",
      ])
  }

  @Test func factsAreCoarse() throws {
    let items = try facts([
      "person.birth_date": .date("2009-03-01"), "person.sex": .text("female"),
      "case.receiving_unit": .text("26"), "event.country": .text("KHM"),
      "identification.purpose": .list(["SexualExploitation", "ForcedLabour"]),
      "person.full_name": .text("Nguyễn Thị Hoà"),
    ])
    #expect(items.contains("age=16-17"))
    #expect(items.contains("province=26"))
    #expect(items.contains("route=KHM"))
    #expect(
      items.filter { $0.hasPrefix("exploitation=") } == [
        "exploitation=ForcedLabour", "exploitation=SexualExploitation",
      ])
    #expect(!items.joined().contains("Hoà"))
  }

  @Test(arguments: [
    ("2011", "0-15"), ("2010-01-01", "16-17"), ("2000", "18-29"), ("1990", "30-59"),
    ("1950", "60+"),
  ])
  func ageGroups(birth: String, group: String) throws {
    #expect(try facts(["person.birth_date": .date(birth)]).contains("age=" + group))
  }

  @Test func recordsAreStampedAndSorted() throws {
    let name = try Book.field("kin.name").id
    let phone = try Book.field("person.phone").id
    let category = try Book.field("case.person_category").id
    let entered = Moment(seconds: 1_790_000_000)
    let changes = CaseChanges(
      [name: .text("x"), phone: .text("0912345678"), category: .text("foreigner")],
      book: Book.builtIn, entered: entered)
    #expect(changes.operations == [category: .text("foreigner")])
    #expect(changes.records.map(\.target) == [.sole, .new])
    #expect(
      changes.records[0].fields[try Book.field("person.entered_at").id]
        == .dateTime(entered.text))
    #expect(
      changes.records[1].fields[try Book.field("kin.entered_at").id] == .dateTime(entered.text))
  }

  @Test func aDraftDepositsForHealthStaffAndAlwaysHasTheFirstForms() throws {
    let opening = CaseDraft([:], book: Book.builtIn, now: Moment(seconds: 1_790_000_000))
      .opening(code: .makeRandom(), owner: nil, isElse: false)
    #expect(opening.isMinor)
    #expect(opening.owner == nil)
    let entities = opening.records.compactMap { Book.builtIn.entity($0.entity)?.name }
    #expect(entities == ["reception", "person", "care", "facts"])
    let care = try #require(opening.records.first { $0.entity == 28 })
    #expect(care.fields[try Book.field("care.care_birth_year").id] == .absent(.notAsked))
    #expect(opening.operations[try Book.field("case.owner").id] == .absent(.notAsked))
    // Every field of the case itself is there, answered or not.
    #expect(opening.operations.count == Book.builtIn.fields(of: 1).count)
  }
}
