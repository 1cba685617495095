import Testing
import Vault

@testable import Casework

/// A rule book that two people adopt, and what goes by it afterwards.
@Suite struct AmendedRulesTests {
  /// The limit of the police is 25 days from a day on. What lengthens it and what begins with its end name it,
  /// so these end and begin with it; the paper is due as well when a limit ends that began before.
  static func files(_ from: String) throws -> [RuleTable: [UInt8]] {
    var lines = Book.text(.clocks).split(separator: "\n").map(String.init)
    for id in ["police_verify", "police_verify_complex", "police_verify_total", "paper_issue"] {
      let index = try Book.line(id + ",", in: .clocks) - 1
      let old = lines[index]
      try #require(old.hasSuffix(",2025-07-01,"))
      lines[index] = old + (try LawOffice.day(from).adding(days: -1).text)
      lines.append(renewed(old.dropFirst(id.count), id, from))
    }
    return [.clocks: Array((lines.joined(separator: "\n") + "\n").utf8)]
  }

  private static func renewed(_ rest: Substring, _ id: String, _ from: String) -> String {
    var row = "\(id)_2027\(rest)"
    for (old, new) in [
      (",20,day,", ",25,day,"), ("2025-07-01", from),
      ("/@police_verify,", "/@police_verify/@police_verify_2027,"),
      (",police_verify,", ",police_verify_2027,"),
      (",police_verify_complex,", ",police_verify_complex_2027,"),
    ] {
      row = row.components(around: old).joined(separator: new)
    }
    return row
  }

  /// When the files of a table were opened, or that nobody sees it.
  private static func opened(_ day: String?, _ book: RuleBook) throws -> [CaseRecords.Record] {
    guard let day else { return [] }
    let field = try #require(book[CaseRecords.openedAt])
    return [
      .init(
        id: nil, entity: field.entity, values: [field.id: .dateTime(day + "T08:00+07:00")])
    ]
  }

  /// A case keeps the limit that was in force when its file was opened; what lay before the file has its own.
  @Test(arguments: [
    (nil, "2026-12-31", "police_verify", 20), (nil, "2027-01-01", "police_verify_2027", 25),
    ("2026-12-31", "2027-01-05", "police_verify", 20),
    ("2027-01-01", "2027-01-05", "police_verify_2027", 25),
    ("2027-01-06", "2026-12-30", "police_verify", 20),
  ])
  func aClockRunsUnderTheRuleOfItsFile(
    opened: String?, asked: String, rule: String, days: Int
  ) throws {
    let amended = try Self.files("2027-01-01")
    let book = try RuleBook(Book.builtIn.files.merging(amended) { _, new in new })
    let field = try #require(book["verification.police_request_at"])
    let file = CaseRecords(
      try Self.opened(opened, book)
        + [.init(id: nil, entity: field.entity, values: [field.id: .date(asked)])], book: book)
    let clocks = book.clocks.clocks(of: file, at: try Moment("2027-01-10T08:00+07:00"))
      .filter { $0.rule.id.hasPrefix("police_verify") }
    #expect(clocks.map(\.rule.id) == [rule])
    #expect(clocks.first?.rule.limit.amount == days)
    // What is held against the limit elsewhere is held against the same.
    let limit = file.limitOfPolice(from: Moment(startOf: try LawOffice.day(asked)))
    #expect(limit == clocks.first?.deadline)
  }

  /// So does an extension: not under a row that began, or ended, on another day.
  @Test(arguments: [
    (nil, "2026-12-30", "police_verify_complex"), (nil, "2027-01-01", "police_verify_complex_2027"),
    ("2026-12-31", "2027-01-05", "police_verify_complex"),
  ])
  func anExtensionIsOfTheDayOfItsClock(opened: String?, asked: String, rule: String) throws {
    let amended = try Self.files("2027-01-01")
    let book = try RuleBook(Book.builtIn.files.merging(amended) { _, new in new })
    let (request, step) = (
      try #require(book["verification.police_request_at"]), try #require(book["extension.step"])
    )
    let file = CaseRecords(
      try Self.opened(opened, book) + [
        .init(id: nil, entity: request.entity, values: [request.id: .date(asked)]),
        .init(id: .makeRandom(), entity: step.entity, values: [step.id: .text("complex")]),
      ], book: book)
    let clocks = book.clocks.clocks(of: file, at: try Moment("2027-01-10T08:00+07:00"))
    #expect(clocks.map(\.rule.id).filter { $0.hasPrefix("police") } == [rule])
  }

  /// A row that has ended lengthens nothing that begins later, though what it lengthens goes on.
  @Test func anExtensionThatHasEndedIsNone() throws {
    let line = try Book.line("police_verify_complex,", in: .clocks)
    var lines = Book.text(.clocks).split(separator: "\n").map(String.init)
    lines[line - 1] += "2026-12-31"
    let book = try RuleBook(Book.with(.clocks, lines.joined(separator: "\n")))
    let (request, step) = (
      try #require(book["verification.police_request_at"]), try #require(book["extension.step"])
    )
    func rule(_ asked: String) throws -> [String] {
      let file = CaseRecords(
        [
          .init(id: nil, entity: request.entity, values: [request.id: .date(asked)]),
          .init(id: .makeRandom(), entity: step.entity, values: [step.id: .text("complex")]),
        ], book: book)
      return book.clocks.clocks(of: file, at: try Moment("2027-01-10T08:00+07:00"))
        .map(\.rule.id).filter { $0.hasPrefix("police") }
    }
    #expect(try rule("2026-12-31") == ["police_verify_complex"])
    #expect(try rule("2027-01-01") == ["police_verify"])
  }

  /// Found sound on the day it was proposed, and given days later: by then it would reach back.
  @Test func itIsCheckedAgainWhenItIsGiven() throws {
    let office = try CaseOffice(crew: [])
    let today = try office.act("lead") { casework, _ in casework.moment.dayInVietnam }
    let given = try Self.files(today.adding(days: 1).text)
    let draft = try office.act("lead") { casework, _ in try casework.draft(given) }
    #expect(
      draft.changes.map(\.kind) == Array(repeating: .ended, count: 4)
        + Array(repeating: .added, count: 4))
    let asked = try office.act("lead") { casework, session in
      try casework.propose(draft, as: session).entry
    }
    office.wait(days: 2)
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
      #expect(shown.changes.map(\.row.name).contains("police_verify_2027"))
      _ = try casework.give(again.entry, shown, as: session)
    }
    // Every command goes by it from now on, and the same book again is nothing new.
    try office.act("lead") { casework, session in
      #expect(casework.book.clocks["police_verify_2027"] != nil)
      let refused = #expect(throws: CaseworkError.self) {
        _ = try casework.propose(casework.draft(later), as: session)
      }
      guard case .vault(.noted(.nothingToDo, _)) = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
    }
  }
}
