import Testing
import Vault

@testable import Casework

/// A rule book that two people adopt, and what goes by it afterwards.
@Suite struct AmendedRulesTests {
  private static func files(_ from: String) throws -> [RuleTable: [UInt8]] {
    let line = try Book.line("police_verify,", in: .clocks)
    var lines = Book.text(.clocks).split(separator: "\n").map(String.init)
    let old = lines[line - 1]
    try #require(old.hasSuffix(",2025-07-01,"))
    lines[line - 1] = old + "2026-12-31"
    let parts = old.components(around: ",20,day,")
    try #require(parts.count == 2)
    let new = parts.joined(separator: ",25,day,")
    lines.append("police_verify_2027," + new.dropFirst("police_verify,".count))
    lines[lines.count - 1] = lines[lines.count - 1].components(around: "2025-07-01")
      .joined(separator: from)
    return [.clocks: Array((lines.joined(separator: "\n") + "\n").utf8)]
  }

  /// A case keeps the limit that was in force when it began.
  @Test(arguments: [("2026-12-31", "police_verify", 20), ("2027-01-01", "police_verify_2027", 25)])
  func aClockRunsUnderTheRuleOfItsDay(asked: String, rule: String, days: Int) throws {
    let amended = try Self.files("2027-01-01")
    let book = try RuleBook(Book.builtIn.files.merging(amended) { _, new in new })
    let field = try #require(book["verification.police_request_at"])
    let file = CaseRecords(
      [.init(id: nil, entity: field.entity, values: [field.id: .date(asked)])], book: book)
    let clocks = book.clocks.clocks(of: file, at: try Moment("2027-01-10T08:00+07:00"))
      .filter { $0.rule.id.hasPrefix("police_verify") }
    #expect(clocks.map(\.rule.id) == [rule])
    #expect(clocks.first?.rule.limit.amount == days)
  }

  /// Found sound on the day it was proposed, and given days later: by then it would reach back.
  @Test func itIsCheckedAgainWhenItIsGiven() throws {
    let office = try CaseOffice(crew: [])
    let today = try office.act("lead") { casework, _ in casework.moment.dayInVietnam }
    let given = try Self.files(today.text)
    let draft = try office.act("lead") { casework, _ in try casework.draft(given) }
    #expect(draft.changes.map(\.kind) == [.ended, .added])
    let asked = try office.act("lead") { casework, session in
      try casework.propose(draft, as: session).entry
    }
    office.wait(days: 1)
    #expect(throws: CaseworkError.self) {
      try office.act("admin") { casework, session in
        _ = try casework.review(asked, as: session)
      }
    }
    // Proposed anew, from a day that has not come.
    let later = try Self.files(today.adding(days: 30).text)
    let again = try office.act("lead") { casework, session in
      try casework.propose(casework.draft(later), as: session)
    }
    #expect(again.superseded == asked)
    office.wait(days: 1)
    try office.act("admin") { casework, session in
      let shown = try casework.review(again.entry, as: session)
      #expect(shown.changes.map(\.row.name) == ["police_verify", "police_verify_2027"])
      _ = try casework.give(again.entry, shown, as: session)
    }
    // Every command goes by it from now on, and the same book again is nothing new.
    try office.act("lead") { casework, session in
      #expect(casework.book.clocks["police_verify_2027"] != nil)
      #expect(throws: CaseworkError.vault(.nothingToDo)) {
        _ = try casework.propose(casework.draft(later), as: session)
      }
    }
  }
}
