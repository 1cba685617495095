import Testing

@testable import Casework
@testable import Vault

/// A limit that would end with an entry which one person took back runs until a second one has agreed: else whoever is
/// late would take the date away and record another.
@Suite(.serialized) struct RetractedLimitTests {
  private static let made = CaseOffice.withTwoLeads()
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  private func stays(_ code: CaseCode, by handle: String = "lead") throws -> [CaseClock.Standing] {
    try office.due(code, "stay", by: handle).map(\.standing)
  }

  private func stay(_ code: CaseCode, from days: Int) throws {
    try office.record(
      "support",
      [
        "stay_from": office.day(days), "stay_wish": "yes", "stay_need": "no_residence",
        "stay_facility": "nhà tạm lánh thử",
      ], code, by: "social")
  }

  /// A stay that is longer than the law lets it be without anybody's decision.
  private func late() throws -> CaseCode {
    let code = try office.received(born: "1999", on: office.day(-140))
    try stay(code, from: -135)
    #expect(try stays(code) == [.overdue])
    return code
  }

  @Test func theOlderDayCountsUntilASecondPersonAgrees() throws {
    let code = try late()
    let ask = try office.retract(
      office.newest("stay", "support", code), code, because: "not_so", by: "social")
    try stay(code, from: -5)
    for handle in ["lead", "social", "second"] {
      #expect(try stays(code, by: handle) == [.overdue, .running], "\(handle)")
    }
    #expect(try office.shown(nil, code).clocks.contains { $0.standing == .overdue })
    let limits = try #require(try office.waiting(ask.entry)?.limits)
    #expect(limits.map(\.rule.id) == ["stay"] && limits.map(\.isPassed) == [true])
    try office.give(ask.entry)
    #expect(try stays(code) == [.running])
    try office.record("reception", ["preferred_language": "vie"], code, by: "social")
    #expect(try stays(code) == [.running])
    try office.expectSound()
  }

  @Test func whatIsThereAgainRunsOnce() throws {
    let code = try late()
    let ask = try office.retract(office.newest("stay", "support", code), code)
    #expect(try stays(code) == [.overdue])
    try office.refuse(ask.entry)
    #expect(try stays(code) == [.overdue])
    try office.expectSound()
  }

  /// Of a kind that stands once, what is recorded anew is the same limit with another day.
  @Test func ofAKindThatStandsOnce() throws {
    let code = try office.received(born: "1999", on: office.day(-60))
    let noticed = try office.day(-59) + "T09:00+07:00"
    try office.record(
      "reception", ["cpc_notified_at": noticed, "health_agency_notified_at": noticed], code,
      by: "social")
    func ask(_ days: Int) throws {
      try office.record(
        "verification",
        [
          "initial_check_at": noticed, "initial_check_result": "insufficient",
          "police_request_at": office.day(days) + "T09:00+07:00",
        ], code)
    }
    try ask(-58)
    let taken = try office.retract("verification", code)
    try ask(-2)
    let standings = try office.due(code, "police_verify").map(\.standing)
    #expect(standings.count == 2 && standings.first == .overdue)
    try office.give(taken.entry)
    #expect(try office.due(code, "police_verify").map(\.standing) == standings.suffix(1))
    try office.expectSound()
  }

  /// Whoever may not move the end of a measure that was decided does not take it out of sight either.
  @Test func theEndOfADecidedMeasureIsComeBackToUntilASecondPersonAgrees() throws {
    let code = try office.received(born: "1999", on: office.day(-60))
    try office.record(
      "protection",
      [
        "measure.kind": "guard", "measure.decision_no": "7/QĐ", "measure.from": office.day(-30),
        "measure.to": office.day(-1),
      ], code)
    func standings(_ handle: String) throws -> [CaseClock.Standing] {
      try office.due(code, "measure_end", by: handle).map(\.standing)
    }
    #expect(try standings("lead") == [.overdue])
    let name = try #require(
      try office.act("lead") { casework, session in
        try casework.show(
          "protection", of: code, classes: [.safety], for: .careManagement, as: session
        ).records.last { $0.entity.name == "measure" }?.name
      })
    let ask = try office.retract(name, code, because: "twice", by: "social")
    for handle in ["lead", "social", "second"] {
      #expect(try standings(handle) == [.overdue], "\(handle)")
    }
    #expect(try office.shown(nil, code).clocks.contains { $0.item.clock == "measure_end" })
    #expect(try office.waiting(ask.entry)?.limits.map(\.rule.id) == ["measure_end"])
    try office.record("reception", ["preferred_language": "vie"], code, by: "social")
    #expect(try standings("social") == [.overdue])
    try office.refuse(ask.entry)
    #expect(try standings("social") == [.overdue])
    try office.give(office.retract(name, code, because: "twice", by: "social").entry)
    #expect(try standings("social").isEmpty)
    try office.expectSound()
  }

  @Test func anItemIsReadAsItIsWritten() throws {
    let record = try #require(RecordID(bytes: Array(repeating: 7, count: 16)))
    for text in [
      "stay 1790000000 20718 1790182800 - !",
      "stay 1790000000 20718 1790182800 - ! ^07070707070707070707070707070707",
      "stay 1790000000 20718 1790182800 - - 20700 ^07070707070707070707070707070707",
    ] {
      let item = try #require(DueItem(text))
      #expect(item.text == text && (item.takenBack == record) == text.contains("^"))
    }
    for text in [
      "stay 1790000000 20718 1790182800 - ! ^07", "stay 1790000000 20718 1790182800 - ! x",
      "stay 1790000000 20718 1790182800 - ! ^07070707070707070707070707070707 1",
    ] { #expect(DueItem(text) == nil) }
  }
}
