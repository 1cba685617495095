import Testing
import Vault

@testable import Casework

/// What a person has had, what runs, and what is theirs and nobody has offered.
@Suite struct SupportOverviewTests {
  private static let file = [
    "case.status": "identified", "case.legal_regime": "L53_2024",
    "case.person_category": "victim_vn", "identification.decided_at": "2026-11-02",
    "identification.decision": "victim",
  ]

  private static func overview(
    _ records: [[String: String]], at now: String = FormBench.now
  ) throws -> SupportOverview {
    SupportOverview(LawOffice.file(records), at: try Moment(now))
  }

  @Test func whatNobodyHasOfferedIsOpen() throws {
    let view = try Self.overview([
      Self.file,
      ["support_item.regime": "a", "support_item.delivered_at": "2026-11-03T08:00+07:00"],
      ["support_item.regime": "a", "support_item.delivered_at": "2026-11-09T08:00+07:00"],
      ["support_item.regime": "h", "support_item.schooling_year": "2026-2027"],
    ])
    #expect(view.given.map(\.regime.code) == ["a", "h"])
    #expect(view.given.map(\.delivered) == [2, 0])
    #expect(view.given.first?.last?.text == "2026-11-09")
    #expect(view.open.map(\.regime.code) == ["b", "c", "d", "dd", "e", "g", "i", "k"])
    #expect(view.open.allSatisfy { $0.citation.isVerified })
    #expect(view.schoolYears == ["2026-2027"])
  }

  /// Schooling under the law of 2011 is for minors; of unknown age it stays open.
  @Test func whatIsForMinorsIsNotOpenToAnAdult() throws {
    func open(_ born: String?) throws -> Bool {
      var file = Self.file
      (file["case.legal_regime"], file["person.birth_date"]) = ("L66_2011", born)
      return try Self.overview([file]).open.map(\.regime.code).contains("h")
    }
    #expect(try !open("1999"))
    #expect(try open("2014") && open(nil))
  }

  /// "Người dưới 18 tuổi đi cùng": of age the row offers nothing, and a lead looks again.
  @Test func ofAgeTheRowOfMinorsOffersNothing() throws {
    var file = Self.file
    file["case.person_category"] = "minor_accompanying_victim"
    file["person.birth_date"] = "2008-11-22"
    let (day, before) = (FormBench.now, "2026-11-21T12:00+07:00")
    let child = try Self.overview([file], at: before)
    #expect(child.open.count == 8 && !child.isCategoryDue && child.notes.isEmpty)
    let grown = try Self.overview([file], at: day)
    #expect(grown.open.isEmpty && grown.isCategoryDue)
    #expect(grown.notes.map(\.reason) == [.cameOfAge])
  }

  @Test func beforeTheCategoryThreeAreOpen() throws {
    var file = Self.file
    file["case.person_category"] = nil
    let view = try Self.overview([file])
    #expect(view.open.map(\.regime.code) == ["a", "b", "c"])
    #expect(view.open.first?.citation.text == "Law 53/2024 Art. 27(1)")
  }

  @Test(arguments: ["closed", "transferred", "not_identified"])
  func nothingIsOpenInAFileThatEnded(_ status: String) throws {
    let view = try Self.overview([
      Self.file.merging(["case.status": status]) { $1 }, ["support_item.regime": "a"],
    ])
    #expect(view.open.isEmpty && view.given.map(\.regime.code) == ["a"])
  }

  @Test func dayOfTheStayAndTheWindows() throws {
    let view = try Self.overview([
      Self.file, ["stay.stay_from": "2026-08-14"],
      ["support_item.regime": "k", "support_item.allowance_application_at": "2026-11-20"],
    ])
    func running(_ id: String) -> SupportOverview.Running? {
      view.clocks.first { $0.clock.rule.id == id }
    }
    let stay = running("stay")
    // Warned from day 100.
    #expect(stay?.day == 100 && stay?.days == 120 && stay?.standing == .soon)
    #expect(running("insurance")?.clock.deadline?.movedDay.text == "2027-11-02")
    #expect(running("allowance_decision")?.clock.deadline?.lastDay.text == "2026-12-03")
    // Applied for, so the window is over; that of somebody who has not is of unknown length.
    #expect(running("allowance_window") == nil)
    let waiting = try Self.overview([Self.file])
    #expect(
      waiting.clocks.first { $0.clock.rule.id == "allowance_window" }?.standing == .limitUnknown)
  }

  /// Each is applied for on its own, and for what is left the twelve months run on and end.
  @Test func theWindowOfTheOldLawRunsForWhatIsLeft() throws {
    let file = Self.file.merging([
      "case.legal_regime": "L66_2011", "identification.decided_at": "2025-11-30",
      "person.birth_date": "1999",
    ]) { $1 }
    func view(_ applied: [String], at now: String = FormBench.now) throws -> SupportOverview {
      try Self.overview(
        [file]
          + applied.map {
            [
              "support_item.regime": $0,
              "support_item.allowance_application_at": "2026-11-20",
            ]
          }, at: now)
    }
    func runs(_ view: SupportOverview) -> Bool {
      view.clocks.contains { $0.clock.rule.id == "l66_window" }
    }
    #expect(try runs(view([])) && runs(view(["k"])) && runs(view(["i"])))
    // Schooling is for minors.
    #expect(try !runs(view(["k", "i"])))
    let over = try view(["k"], at: "2026-12-02T08:00+07:00")
    #expect(!over.open.map(\.regime.code).contains("i"))
    #expect(over.ended.map(\.regime.code) == ["i"] && over.windowEnd?.text == "2026-11-30")
    #expect(try view(["k"]).ended.isEmpty)
  }

  /// Schooling, training, allowance and the premium are not in the row of a foreigner.
  @Test func aForeignerHasNoWindowOfOthers() throws {
    let view = try Self.overview([
      Self.file.merging(["case.person_category": "foreigner", "case.entry_path": "foreigner"]) {
        $1
      }
    ])
    #expect(
      view.clocks.filter { ["allowance_window", "insurance"].contains($0.clock.rule.id) } == [])
  }

  @Test func anExtendedStayIsCountedToItsNewLastDay() throws {
    let view = try Self.overview([
      Self.file, ["stay.stay_from": "2026-08-14", "stay.stay_extended_to": "2027-02-10"],
    ])
    let stay = view.clocks.first { $0.clock.rule.id == "stay_extended" }
    #expect(stay?.day == 100 && stay?.days == 180 && stay?.standing == .running)
  }

  @Test func onDay99NobodyIsWarned() throws {
    let view = try Self.overview([Self.file, ["stay.stay_from": "2026-08-15"]])
    let stay = view.clocks.first { $0.clock.rule.id == "stay" }
    #expect(stay?.day == 99 && stay?.standing == .running)
  }
}
