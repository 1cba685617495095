import Testing
import Vault

@testable import Casework

/// The clocks of the built-in rules in files as they come (Law 53/2024 Art. 27 to 31; Decree 356/2025
/// Art. 5).
@Suite struct ClockTests {
  private let arrival = [
    "case.legal_regime": "L53_2024", "case.entry_path": "self_report",
    "case.received_at": "2026-11-02T08:00+07:00",
  ]

  private func file(_ more: [String: String]..., path: String = "self_report") -> CaseRecords {
    var first = arrival
    first["case.entry_path"] = path
    return LawOffice.file([first] + more)
  }

  @Test func theInitialCheckRunsFromTheNoticeOrElseFromArrival() throws {
    let before = try LawOffice.clock("initial_check", file(), at: "2026-11-04T08:00+07:00")
    #expect(before?.deadline?.movedDay.text == "2026-11-05")
    let told = file(["case.health_agency_notified_at": "2026-11-04T10:00+07:00"])
    let after = try LawOffice.clock("initial_check", told, at: "2026-11-04T12:00+07:00")
    #expect(after?.deadline?.lastDay.text == "2026-11-07")
    #expect(after?.deadline?.movedDay.text == "2026-11-09")
  }

  @Test(arguments: ["rescued", "returned", "foreigner", "abroad"])
  func otherPathsHaveNeitherCommuneNorThreeDays(_ path: String) throws {
    for id in ["initial_check", "notify_health", "bring_to_cpc"] {
      #expect(try LawOffice.clock(id, file(path: path), at: "2026-11-20T08:00+07:00") == nil)
    }
  }

  /// A relative who is protected and no more is not taken in as a victim is.
  @Test func aProtectedRelativeHasNoClocksOfAVictim() throws {
    for path in ["self_report", "hotline111", "[declined]"] {
      let relative = file(["case.file_kind": "protected_relative"], path: path)
      for id in ["initial_check", "notify_health", "bring_to_cpc"] {
        let clock = try LawOffice.clock(id, relative, at: "2026-11-20T08:00+07:00")
        #expect(clock == nil, "\(id) \(path)")
      }
    }
  }

  @Test func eachPathHasItsOwnHandOver() throws {
    let now = "2026-11-20T08:00+07:00"
    let rescued = file(["rescue.rescue_at": "2026-11-02T07:00+07:00"], path: "rescued")
    #expect(try LawOffice.clock("rescue_handover", rescued, at: now) != nil)
    #expect(try LawOffice.clock("return_handover", file(path: "returned"), at: now) != nil)
    #expect(try LawOffice.clock("foreigner_report", file(path: "foreigner"), at: now) != nil)
    #expect(try LawOffice.clock("foreigner_report", file(path: "returned"), at: now) == nil)
  }

  // MARK: The police clock

  private let request = ["verification.police_request_at": "2026-01-05T09:00+07:00"]

  @Test func thePoliceClockRunsThroughBothExtensions() throws {
    let now = "2026-01-20T08:00+07:00"
    let plain = try #require(try LawOffice.clock("police_verify", file(request), at: now))
    #expect(plain.rule.id == "police_verify" && plain.extended.isEmpty)
    #expect(plain.deadline?.lastDay.text == "2026-01-25")
    #expect(plain.deadline?.movedDay.text == "2026-01-26")

    let complex = file(request, ["extension.step": "complex"])
    let longer = try #require(try LawOffice.clock("police_verify", complex, at: now))
    #expect(longer.rule.id == "police_verify_complex")
    #expect(longer.deadline?.movedDay.text == "2026-03-05")

    let prolonged = file(request, ["extension.step": "complex"], ["extension.step": "prolonged"])
    let longest = try #require(try LawOffice.clock("police_verify", prolonged, at: now))
    #expect(longest.rule.id == "police_verify_total")
    #expect(longest.extended.map(\.id) == ["police_verify", "police_verify_complex"])
    #expect(longest.deadline?.movedDay.text == "2026-05-05")
  }

  @Test func theSecondExtensionWithoutTheFirstIsNone() throws {
    let skipped = file(request, ["extension.step": "prolonged"])
    let clock = try LawOffice.clock("police_verify", skipped, at: "2026-01-20T08:00+07:00")
    #expect(clock?.rule.id == "police_verify")
  }

  /// Each step has the day that it was given, and none takes that of another (Law 53/2024 Art. 27(3)).
  @Test func aStepHasItsOwnDay() throws {
    let asked = ["verification.police_request_at": "2025-12-31T09:00+07:00"]
    let complex = ["extension.step": "complex", "extension.until": "2026-02-05"]
    func clock(_ id: String, _ steps: [[String: String]], at now: String) throws -> CaseClock? {
      try LawOffice.clock(id, LawOffice.file([arrival, asked] + steps), at: now)
    }
    let now = "2026-02-04T08:00+07:00"
    let first = try #require(try clock("police_verify", [complex], at: now))
    #expect(first.deadline?.lastDay.text == "2026-02-05")
    // Four months of 31 December end on 30 April, which is off, as are the three days after it.
    for steps in [
      [complex, ["extension.step": "prolonged"]], [["extension.step": "prolonged"], complex],
    ] {
      let total = try #require(try clock("police_verify", steps, at: now))
      #expect(total.rule.id == "police_verify_total")
      #expect(total.deadline?.lastDay.text == "2026-04-30")
      #expect(total.deadline?.movedDay.text == "2026-05-04")
      #expect(try clock("paper_issue", steps, at: "2026-02-06T08:00+07:00") == nil)
    }
    let both = [complex, ["extension.step": "prolonged", "extension.until": "2026-03-20"]]
    let total = try #require(try clock("police_verify", both, at: now))
    #expect(total.deadline?.lastDay.text == "2026-03-20")
  }

  /// Received on the last day of December, of January, on the leap day.
  @Test(arguments: [
    ("2026-12-31", "2027-01-20", "2027-02-28", "2027-04-30"),
    ("2027-12-31", "2028-01-20", "2028-02-29", "2028-04-30"),
    ("2028-02-29", "2028-03-20", "2028-04-29", "2028-06-29"),
    ("2027-02-28", "2027-03-20", "2027-04-28", "2027-06-28"),
    ("2028-02-10", "2028-03-01", "2028-04-10", "2028-06-10"),
  ])
  func thePoliceClockAtTheEndOfFebruary(_ row: (String, String, String, String)) throws {
    let asked = ["verification.police_request_at": row.0 + "T09:00+07:00"]
    let steps = [["extension.step": "complex"], ["extension.step": "prolonged"]]
    for (count, last) in [row.1, row.2, row.3].enumerated() {
      let file = LawOffice.file([arrival, asked] + steps.prefix(count))
      let clock = try #require(
        try LawOffice.clock("police_verify", file, at: row.0 + "T10:00+07:00"))
      #expect(clock.deadline?.lastDay.text == last)
    }
  }

  @Test func askingForMoreTimeIsNoAnswer() throws {
    var reply = request
    reply["verification.police_reply_at"] = "2026-01-20T09:00+07:00"
    reply["verification.police_reply"] = "need_more_time"
    let now = "2026-02-01T08:00+07:00"
    #expect(
      try LawOffice.clock("police_verify", file(reply), at: now)?.standing(at: .init(now))
        == .overdue)
    reply["verification.police_reply"] = "victim"
    #expect(
      try LawOffice.clock("police_verify", file(reply), at: now)?.standing(at: .init(now)) == .met)
    reply["verification.police_reply_at"] = "2026-01-27T00:00+07:00"
    #expect(
      try LawOffice.clock("police_verify", file(reply), at: now)?.standing(at: .init(now))
        == .met, "24:00 of the last day is still in time")
    reply["verification.police_reply_at"] = "2026-01-27T00:01+07:00"
    #expect(
      try LawOffice.clock("police_verify", file(reply), at: now)?.standing(at: .init(now))
        == .metLate)
  }

  @Test func thePaperIsDueAtTheAnswerOrAtTheEndOfTheLimit() throws {
    let waiting = file(request)
    #expect(try LawOffice.clock("paper_issue", waiting, at: "2026-01-26T12:00+07:00") == nil)
    let ended = try LawOffice.clock("paper_issue", waiting, at: "2026-01-27T12:00+07:00")
    #expect(ended?.start == (try Moment("2026-01-27T00:00+07:00")))
    #expect(ended?.deadline?.lastDay.text == "2026-01-26")

    var reply = request
    reply["verification.police_reply_at"] = "2026-01-12T09:00+07:00"
    reply["verification.police_reply"] = "not_victim"
    let answered = try LawOffice.clock("paper_issue", file(reply), at: "2026-01-30T12:00+07:00")
    #expect(answered?.start == (try Moment("2026-01-12T09:00+07:00")))
    #expect(answered?.standing(at: try Moment("2026-01-30T12:00+07:00")) == .overdue)

    // Once extended, the limit that ends is the longer one.
    let complex = file(request, ["extension.step": "complex"])
    #expect(try LawOffice.clock("paper_issue", complex, at: "2026-02-20T12:00+07:00") == nil)
  }

  // MARK: Stays, requests, windows

  @Test func aStayIsCountedInDaysAndWarnedFromDayHundred() throws {
    let stay = file(["stay.stay_from": "2026-03-01"])
    func at(_ day: String) throws -> (CaseClock.Standing, Int?) {
      let now = try Moment(day + "T09:00+07:00")
      let clock = try #require(try LawOffice.clock("stay", stay, at: day + "T09:00+07:00"))
      return (clock.standing(at: now), clock.day(at: now)?.number)
    }
    #expect(try at("2026-05-27") == (.running, 87))
    #expect(try at("2026-06-08") == (.running, 99))
    #expect(try at("2026-06-09") == (.soon, 100))
    #expect(try at("2026-06-29") == (.dueToday, 120))
    #expect(try at("2026-06-30") == (.overdue, 121))
  }

  @Test func anExtendedStayEndsWhenSomebodyDecided() throws {
    let stay = file(["stay.stay_from": "2026-03-01", "stay.stay_extended_to": "2026-08-31"])
    let clock = try LawOffice.clock("stay", stay, at: "2026-07-01T09:00+07:00")
    // 31 August 2026 is off in exchange, as are the two days after it.
    #expect(clock?.rule.id == "stay_extended" && clock?.deadline?.movedDay.text == "2026-09-03")
  }

  @Test func theOldLawHasSixtyDays() throws {
    let old = LawOffice.file([
      ["case.legal_regime": "L66_2011"], ["stay.stay_from": "2026-03-01"],
    ])
    let clocks = Book.builtIn.clocks.clocks(of: old, at: try Moment("2026-03-10T09:00+07:00"))
    #expect(clocks.map(\.rule.id) == ["l66_stay"])
    #expect(clocks.first?.deadline?.lastDay.text == "2026-04-30")
  }

  @Test func eachRequestHasItsOwnClocks() throws {
    let requests = file(
      ["request.kind": "access", "request.received": "2026-11-02T09:00+07:00"],
      ["request.kind": "delete", "request.received": "2026-11-03T09:00+07:00"])
    let clocks = Book.builtIn.clocks.clocks(of: requests, at: try Moment("2026-11-04T09:00+07:00"))
      .filter { $0.rule.id.hasPrefix("dsr_") }
    let ends = clocks.map { ($0.rule.id, $0.deadline?.lastDay.text ?? "") }.sorted { $0 < $1 }
    #expect(
      ends.map(\.0) == ["dsr_access", "dsr_acknowledge", "dsr_acknowledge", "dsr_delete"])
    #expect(ends.map(\.1) == ["2026-11-12", "2026-11-04", "2026-11-05", "2026-11-23"])
    #expect(Set(clocks.map(\.record)).count == 2)
  }

  /// Longer where a processor or third party has to act too (Decree 356/2025 Art. 5(2) to 5(4)).
  @Test(arguments: [
    ("withdraw", "20", "35"), ("restrict", "20", "35"), ("object", "20", "35"),
    ("correct", "15", "25"), ("delete", "30", "50"), ("access", "10", "20"),
    ("provide", "10", "20"),
    ("protect", "15", "30"),
  ])
  func aThirdPartyThatMustActHasLonger(_ row: (String, String, String)) throws {
    func days(_ more: [String: String]) throws -> String? {
      let record = [
        "request.kind": row.0, "request.received": "2026-11-02T09:00+07:00",
        "request.third_party": "yes",
      ].merging(more) { $1 }
      let now = try Moment("2026-11-04T09:00+07:00")
      let clocks = Book.builtIn.clocks.clocks(of: file(record), at: now)
      let clock = try #require(clocks.first { $0.rule.end.fields == ["request.done"] })
      return clock.deadline.map { String($0.lastDay.number - clock.start.dayInVietnam.number) }
    }
    #expect(try days([:]) == row.1)
    #expect(try days(["request.extended_to": "2027-03-01"]) == row.2)
  }

  @Test func anExtensionNeverGoesBeyondWhatTheDecreeAllows() throws {
    func end(_ day: String) throws -> String? {
      let record = [
        "request.kind": "access", "request.received": "2026-11-02T09:00+07:00",
        "request.extended_to": day,
      ]
      return try LawOffice.clock("dsr_access", file(record), at: "2026-11-04T09:00+07:00")?
        .deadline?.lastDay.text
    }
    #expect(try end("2026-11-18") == "2026-11-18")
    #expect(try end("2027-03-01") == "2026-11-22")
  }

  @Test func aWindowIsNobodysDelay() throws {
    let decision = [
      "identification.decision": "victim", "identification.decided_at": "2025-08-01",
    ]
    let victim = file(decision.merging(["case.status": "identified"]) { $1 })
    let now = "2026-11-04T09:00+07:00"
    let insurance = try #require(try LawOffice.clock("insurance", victim, at: now))
    #expect(insurance.standing(at: try Moment(now)) == .met)
    let window = try #require(try LawOffice.clock("allowance_window", victim, at: now))
    #expect(window.deadline == nil)
    #expect(window.standing(at: try Moment(now)) == .limitUnknown)
    let refused = file([
      "identification.decision": "not_victim", "identification.decided_at": "2025-08-01",
    ])
    #expect(try LawOffice.clock("insurance", refused, at: now) == nil)
    // A decision that nobody has agreed to yet begins no year; one of a file that was closed since goes on.
    for (status, former, isRunning) in [
      ("in_process", nil, false), ("reintegration", nil, true), ("closed", "reintegration", true),
      ("reopened", "identified", true), ("closed", "in_process", false),
    ] {
      var values = decision.merging(["case.status": status]) { $1 }
      values["case.former_status"] = former
      for id in ["insurance", "allowance_window"] {
        #expect(
          try (LawOffice.clock(id, file(values), at: now) != nil) == isRunning,
          "\(id) \(status)")
      }
    }
  }

  @Test func nothingRunsFromADateThatIsHalfKnownDeclinedOrToCome() throws {
    let now = "2026-11-04T09:00+07:00"
    for date in ["2026", "2026-11", "[declined]", "2026-12-01"] {
      #expect(try LawOffice.clock("stay", file(["stay.stay_from": date]), at: now) == nil)
    }
  }

  @Test func rulesAreNotRetroactive() throws {
    let early = file(["request.kind": "delete", "request.received": "2025-11-02T09:00+07:00"])
    #expect(try LawOffice.clock("dsr_delete", early, at: "2026-01-04T09:00+07:00") == nil)
  }

  @Test func onTheSpotIsWarnedOfAfterADay() throws {
    let clock = try #require(
      try LawOffice.clock("bring_to_cpc", file(), at: "2026-11-02T09:00+07:00"))
    // Its day is over before it is late: "due today" would stand beside yesterday's date.
    #expect(clock.standing(at: try Moment("2026-11-02T23:59+07:00")) == .dueToday)
    #expect(clock.standing(at: try Moment("2026-11-03T00:00+07:00")) == .atOnce)
    #expect(clock.standing(at: try Moment("2026-11-03T08:00+07:00")) == .atOnce)
    #expect(clock.standing(at: try Moment("2026-11-03T08:01+07:00")) == .overdue)
  }
}
