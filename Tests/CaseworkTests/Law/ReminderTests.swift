import Testing
import Vault

@testable import Casework

/// Days to come back to: they are nobody's limit, and stay until somebody came back or the file ends.
@Suite struct ReminderTests {
  /// A date to come back to stays until somebody did.
  @Test func theEndOfAMeasureIsComingUp() throws {
    let measure = LawOffice.file([
      ["measure.kind": "guard", "measure.from": "2026-11-02", "measure.to": "2026-12-01"]
    ])
    func standing(_ day: String) throws -> CaseClock.Standing? {
      let now = day + "T09:00+07:00"
      return try LawOffice.clock("measure_end", measure, at: now)?.standing(at: Moment(now))
    }
    #expect(try standing("2026-11-20") == .running)
    #expect(try standing("2026-11-24") == .soon)
    #expect(try standing("2026-12-01") == .dueToday)
    #expect(try standing("2026-12-02") == .overdue && standing("2027-12-02") == .overdue)
    let reviewed = LawOffice.file([
      [
        "measure.kind": "guard", "measure.from": "2026-11-02", "measure.to": "2026-12-01",
        "measure.end_reviewed_at": "2026-12-02",
      ]
    ])
    let end = try LawOffice.clock("measure_end", reviewed, at: "2026-12-02T09:00+07:00")?.end
    #expect(end != nil)
    let open = LawOffice.file([["measure.kind": "guard", "measure.from": "2026-11-02"]])
    #expect(try LawOffice.clock("measure_end", open, at: "2026-11-20T09:00+07:00") == nil)
  }

  /// The four visits after somebody went home: each stays until it was made, or the file ends (design,
  /// "follow-ups 1, 3, 6, 12 months"). They keep no file open.
  @Test func aVisitThatWasForgottenStaysDue() throws {
    func open(_ more: [String: String], _ day: String) throws -> [String] {
      let home = ["case.status": "reintegration", "reintegration.returned_on": "2026-03-02"]
      let file = LawOffice.file([home.merging(more) { $1 }])
      let now = try Moment(day + "T09:00+07:00")
      return DueReckoning(Book.builtIn).items(file, known: [], at: now).filter { item in
        item.clock.hasPrefix("follow_up") && item.end.map { $0 <= now } ?? false
          && item.standing(Book.builtIn.clocks[item.clock], at: now) == .overdue
      }.map(\.clock)
    }
    #expect(try open([:], "2026-04-01") == [])
    #expect(try open([:], "2026-04-20") == ["follow_up_1"])
    let all = ["follow_up_1", "follow_up_3", "follow_up_6", "follow_up_12"]
    #expect(try open([:], "2027-05-20") == all)
    let first = ["reintegration.follow_up_1_at": "2026-04-21"]
    #expect(try open(first, "2027-05-20") == Array(all.dropFirst()))
    #expect(try open(["case.status": "closed"], "2027-05-20") == [])
    #expect(all.allSatisfy { Book.builtIn.clocks[$0]?.kind == .reminder })
  }
}
