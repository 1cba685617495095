import Foundation
import Testing

@testable import Casework
@testable import safekeep

/// A list that nobody reads is cut, and says so; what it counts it counts exactly.
@Suite struct DueLimitTests {
  @Test func theFirstOfEachStandingAreTold() throws {
    let office = try Office()
    try office.open()
    try office.begin([("duc", "duty"), ("mai", "social_worker")])
    try office.home.write(
      #"{"full_name":"Giàng Thị Ví Dụ","entry_path":"self_report","#
        + #""received_at":"2026-01-05T08:00+07:00"}"#, to: "in")
    for _ in 0..<3 {
      try office.demand(["case", "open", "--from", "in", "--new"] + office.by("mai"))
    }
    func due(_ options: [String]) throws -> Program.Run {
      try office.demand(["due", "--json"] + options + office.by("minh"))
    }
    func count(_ run: Program.Run) -> Int {
      run.output.components(separatedBy: #""standing":"overdue""#).count - 1
    }
    let all = try due([])
    #expect(count(all) >= 3 && !all.output.contains("left_out"))
    let cut = try due(["--limit", "1"])
    #expect(count(cut) == 1)
    let total = all.output.components(separatedBy: #""standing""#).count
    let told = cut.output.components(separatedBy: #""standing""#).count
    #expect(cut.output.contains(#""left_out":\#(total - told)"#))
    let page = try office.demand(["due", "--limit", "1", "--format", "table"] + office.by("minh"))
    #expect((page.output + page.errors).contains("and \(total - told) more"))
    let none = try office.run(["due", "--limit", "0", "--json"] + office.by("minh"))
    #expect(none.status == 64 && none.errors.contains(#""reason":"bad_limit""#))
  }

  @Test func whatIsNotCountedYetIsSaid() throws {
    let calendar = try RuleBook.builtIn().calendar
    func report(_ uncounted: Int, _ words: any Words) -> Report {
      DueReport(words: words, calendar: calendar).report(
        DueList(
          lines: [], unopened: 0, entry: 7, noted: 0, uncounted: uncounted, spoilt: []), limit: 5)
    }
    for words in [English() as any Words, Vietnamese()] {
      let told = report(3, words)
      #expect(told.notes.contains(words.dueUncounted(3)))
      #expect(told.fields.contains { $0.key == "not_counted" })
      #expect(!report(0, words).fields.contains { $0.key == "not_counted" })
    }
    #expect(English().dueUncounted(1).hasPrefix("1 case "))
  }
}
