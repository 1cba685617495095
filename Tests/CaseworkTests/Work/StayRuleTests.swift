import Sealing
import Testing
import Vault

@testable import Casework

/// Stays: by wish and need, one at a time, with the days that a limit can run from; and how they grow.
@Suite struct StayRuleTests {
  private static let file = [
    "case.status": "received", "case.legal_regime": "L53_2024",
    "case.received_at": "2026-10-01T08:00+07:00", "person.birth_date": "1999",
    "case.person_category": "victim_vn",
  ]
  private static let whole = [
    "stay.stay_from": "2026-10-02", "stay.stay_wish": "yes", "stay.stay_need": "health_care",
    "stay.stay_facility": "nhà tạm lánh",
  ]

  private static func with(_ changes: [String: String?]) -> [String: String] {
    var stay = whole
    for (name, value) in changes { stay["stay." + name] = value }
    return stay
  }

  private static func stop(_ stay: [String: String], on more: [[String: String]] = []) throws
    -> RuleStop?
  {
    try FormBench.stop("support", stay, on: [file] + more)
  }

  @Test func aStayNeedsWishNeedAndFacility() throws {
    #expect(try Self.stop(Self.whole) == nil)
    let lacking = try Self.stop(Self.with(["stay_need": nil, "stay_facility": nil]))
    #expect(lacking?.names.map(\.told) == ["stay.stay_need", "stay.stay_facility"])
    #expect(lacking?.citation?.text == "Law 53/2024 Art. 27(5)")
    for answer in ["no", "unknown", nil] {
      #expect(try Self.stop(Self.with(["stay_wish": answer]))?.reason == .noWish)
    }
  }

  @Test func aChildInDangerNeedsNoWish() throws {
    let stay = Self.with(["stay_need": "child_danger", "stay_wish": nil])
    #expect(try Self.stop(stay)?.reason == .onlyForMinors)
    var child = Self.file
    child["person.birth_date"] = "2014"
    #expect(try FormBench.stop("support", stay, on: [child]) == nil)
    // Unknown age counts as under 18.
    child["person.birth_date"] = nil
    #expect(try FormBench.stop("support", stay, on: [child]) == nil)
  }

  @Test func oneStayAtATime() throws {
    let open = ["stay.stay_from": "2026-10-05"]
    let closed = ["stay.stay_from": "2026-10-01", "stay.stay_to": "2026-10-02"]
    let stop = try Self.stop(Self.whole, on: [open])
    #expect(stop?.reason == .openStay && stop?.names.map(\.told) == ["stay.stay_to"])
    // Moved on the day on which the other ended.
    #expect(try Self.stop(Self.whole, on: [closed]) == nil)
    #expect(try Self.stop(Self.with(["stay_to": "2026-10-05"]), on: [open]) == nil)
    // The one that goes on is corrected, not met by itself.
    #expect(
      try FormBench.stop(
        "support", ["stay.stay_to": "2026-11-01"], on: [Self.file, Self.whole], correcting: 1)
        == nil)
  }

  @Test func theDaysOfAStay() throws {
    func faults(_ changes: [String: String?]) throws -> [String] {
      try FormBench.faults("support", Self.with(changes), on: [Self.file])
    }
    #expect(try faults(["stay_to": "2026-10-01"]) == ["stay.stay_to tooEarly"])
    #expect(try faults(["stay_to": "2026-11-23"]) == ["stay.stay_to inTheFuture"])
    #expect(try faults(["stay_from": "2026-11-23"]) == ["stay.stay_from inTheFuture"])
    #expect(try faults(["stay_to": "2026-11-22"]) == [])
    #expect(try faults(["stay_from": "2026-09-30"]) == ["stay.stay_from beforeReception"])
    #expect(try faults(["stay_from": "2026-10"]) == ["stay.stay_from wholeDateNeeded"])
    #expect(try faults(["stay_from": nil]) == ["stay.stay_from missing"])
  }

  @Test func beforeTheCategoryAStayIsMarked() throws {
    var file = Self.file
    file["case.person_category"] = nil
    let checked = try FormBench.check("support", Self.whole, on: [file])
    #expect(checked.written("stay.before_category") == .bool(.yes))
  }

  @Test func aFormDoesNotLengthenAStay() throws {
    let stop = try FormBench.stop(
      "support", ["stay.stay_extended_to": "2027-03-01"], on: [Self.file, Self.whole],
      correcting: 1)
    #expect(stop?.reason == .byExtension && stop?.obstacle == .secondPerson)
  }

  @Test func anEndedFileTakesNoStay() throws {
    var file = Self.file
    file["case.status"] = "closed"
    #expect(try FormBench.stop("support", Self.whole, on: [file])?.reason == .fileClosed)
  }

  // MARK: Lengthening

  private static func lengthen(
    until: String, by approver: String = "director", _ file: [String: String] = file,
    _ stay: [String: String] = ["stay.stay_from": "2026-10-02"]
  ) throws -> RuleStop? {
    let look = CaseLook(
      id: CaseID(Identifier.makeRandom()), records: LawOffice.file([file, stay]), version: 1,
      entry: 1, readable: Set(Book.builtIn.fields.map(\.id)))
    let record = try #require(RecordID(bytes: Array(repeating: 2, count: 16)))
    return StayExtension(record: record, until: try LawOffice.day(until), approver: approver)
      .stop(look, at: try Moment(FormBench.now))
  }

  @Test func aStayGrowsByTheDecisionOfOneOfThree() throws {
    for approver in ["director", "health_agency", "competent_body"] {
      #expect(try Self.lengthen(until: "2027-03-31", by: approver) == nil)
    }
    let other = try Self.lengthen(until: "2027-03-31", by: "other")
    #expect(other?.reason == .approver && other?.names.count == 3)
    #expect(other?.citation == Citation(text: "Decree 162/2025 Art. 17", isVerified: false))
  }

  @Test func itGrowsBeyondItsLimitAndNotWithinIt() throws {
    // Day 120 after 2 October 2026.
    let within = try Self.lengthen(until: "2027-01-30")
    #expect(within?.reason == .notLater && within?.names.map(\.told) == ["stay"])
    #expect(try Self.lengthen(until: "2027-01-31") == nil)
    let again = [
      "stay.stay_from": "2026-10-02", "stay.stay_extended_to": "2027-03-31",
      "stay.stay_extended_by": "director",
    ]
    #expect(try Self.lengthen(until: "2027-03-31", Self.file, again)?.reason == .notLater)
    #expect(try Self.lengthen(until: "2027-04-30", Self.file, again) == nil)
  }

  @Test func theSixtyDaysOfTheOldLawDoNotGrow() throws {
    var file = Self.file
    file["case.legal_regime"] = "L66_2011"
    let stop = try Self.lengthen(until: "2027-03-31", file)
    #expect(stop?.reason == .noExtension)
    #expect(stop?.citation?.text == "Decree 09/2013 Art. 19(2)(a)")
  }

  // MARK: The limit

  private static func notes(
    _ stay: [String: String], on more: [[String: String]] = [], _ file: [String: String] = file
  ) throws -> [RuleNote] {
    try FormBench.check("support", stay, on: [file] + more).notes
  }

  /// 120 days after 1 July 2026 end on 29 October, and no clock runs once a stay has ended.
  @Test func aStayThatEndedBeyondItsLimitIsTold() throws {
    var file = Self.file
    file["case.received_at"] = "2026-06-01T08:00+07:00"
    func ended(_ day: String, _ more: [String: String] = [:]) throws -> [RuleNote] {
      try Self.notes(Self.with(["stay_from": "2026-07-01", "stay_to": day]), on: [], file)
    }
    #expect(try ended("2026-10-29").isEmpty)
    let notes = try ended("2026-11-02")
    #expect(notes.map(\.reason) == [.stayBeyondLimit])
    #expect(notes.first?.citation == Citation(text: "Decree 162/2025 Art. 17", isVerified: false))
    #expect(notes.first?.names.map(\.told) == ["stay"])
    let lengthened = ["stay.stay_from": "2026-07-01", "stay.stay_extended_to": "2026-12-31"]
    #expect(
      try FormBench.check(
        "support",
        ["stay.stay_to": "2026-11-02", "stay.stay_need": "health_care", "stay.stay_wish": "yes"],
        on: [file, lengthened], correcting: 1
      ).notes.isEmpty)
  }

  /// The count goes on where no day lies between.
  @Test func aNewStayDoesNotBeginTheCountAnew() throws {
    var file = Self.file
    file["case.received_at"] = "2026-06-01T08:00+07:00"
    let first = ["stay.stay_from": "2026-07-01", "stay.stay_to": "2026-10-20"]
    for (from, isTold) in [("2026-10-20", true), ("2026-10-21", true), ("2026-10-22", false)] {
      let notes = try Self.notes(Self.with(["stay_from": from]), on: [first], file)
      #expect(notes.contains { $0.reason == .stayBeyondLimit } == isTold, "\(from)")
    }
    let chain = [file, first, Self.with(["stay_from": "2026-10-21"])]
    let overview = SupportOverview(LawOffice.file(chain), at: try Moment(FormBench.now))
    #expect(overview.notes.map(\.reason) == [.stayBeyondLimit])
  }

  /// A night elsewhere makes another stay of it, and no source says that it does: who looks is told. From 1 July to 20
  /// October are 111 days.
  @Test func aDaysBreakIsTold() throws {
    var file = Self.file
    file["case.received_at"] = "2026-06-01T08:00+07:00"
    let first = ["stay.stay_from": "2026-07-01", "stay.stay_to": "2026-10-20"]
    func notes(_ stay: [String: String]) throws -> [NoteReason] {
      try Self.notes(Self.with(stay), on: [first], file).map(\.reason)
    }
    // Of this one the days up to today count: from 22 October to 22 November 31.
    #expect(try notes(["stay_from": "2026-10-22"]) == [.staysTogether])
    #expect(try notes(["stay_from": "2026-10-22", "stay_to": "2026-10-31"]) == [])
    #expect(try notes(["stay_from": "2026-10-22", "stay_to": "2026-11-01"]) == [.staysTogether])
    let both = [file, first, Self.with(["stay_from": "2026-10-22"])]
    let overview = SupportOverview(LawOffice.file(both), at: try Moment(FormBench.now))
    #expect(overview.notes.map(\.reason) == [.staysTogether])
    #expect(overview.notes.first?.citation?.text == "Decree 162/2025 Art. 17")
  }

  @Test func onlyAStayThatGoesOnGrows() throws {
    let ended = ["stay.stay_from": "2026-10-02", "stay.stay_to": "2026-11-01"]
    #expect(try Self.lengthen(until: "2027-03-31", Self.file, ended)?.reason == .noOpenStay)
    var file = Self.file
    file["case.status"] = "closed"
    #expect(try Self.lengthen(until: "2027-03-31", file)?.reason == .fileClosed)
  }

  @Test(arguments: [
    "", "x:2027-01-31:director", "00:2027-01-31:director",
    "000102030405060708090a0b0c0d0e0f:2027-02-30:director",
    "000102030405060708090a0b0c0d0e0f:31/01/2027:director",
    "000102030405060708090a0b0c0d0e0f:2027-01-31:",
    "000102030405060708090a0b0c0d0e0f:2027-01-31:director:x",
  ])
  func aMalformedAskIsNone(_ text: String) { #expect(StayExtension(text) == nil) }

  @Test func anAskReadsBackAsItWasWritten() throws {
    let text = "000102030405060708090a0b0c0d0e0f:2027-01-31:director"
    #expect(StayExtension(text)?.subject == text)
  }
}
