import Foundation
import Testing
import Vault

@testable import Casework

/// A rule book with a gap in time, or a step of two people given to one: refused with file, row and reason.
/// Today is 15 June 2026.
@Suite struct CoverageTests {
  private static let today = CalendarDay(number: 20_619)

  private static func fault(_ files: [RuleTable: [UInt8]]) throws -> RuleFault? {
    let book = try RuleBook(files)
    do throws(CaseworkError) {
      try CoverageCheck(book, today: today).run()
      try TwoPeopleCheck(book, today: today).run()
    } catch {
      guard case .rules(let fault) = error else { return nil }
      #expect((fault.line ?? 0) > 1)
      return fault
    }
    return nil
  }

  private static func reason(_ files: [RuleTable: [UInt8]]) throws -> RuleFault.Reason? {
    try fault(files)?.reason
  }

  /// The built-in table with rows that begin so made to end, and others added.
  private static func ending(
    _ table: RuleTable, _ starts: [String], on last: String = "2026-12-31",
    adding rows: [String] = []
  ) throws -> [RuleTable: [UInt8]] {
    var lines = Book.text(table).split(separator: "\n").map(String.init)
    for start in starts {
      let line = try Book.line(start, in: table)
      try #require(lines[line - 1].hasSuffix(","))
      lines[line - 1] += last
    }
    return Book.with(table, (lines + rows).joined(separator: "\n"))
  }

  private static func row(_ table: RuleTable, _ start: String) throws -> String {
    String(
      Book.text(table).split(separator: "\n")[try Book.line(start, in: table) - 1])
  }

  private static func day(_ text: String) throws -> CalendarDay { try LawOffice.day(text) }

  @Test func theBuiltInBookHasNone() throws {
    #expect(try Self.reason(Book.builtIn.files) == nil)
  }

  // MARK: Steps

  /// Every step of the book, one after the other.
  @Test func noStepEndsWithoutAnother() throws {
    for step in Book.builtIn.steps.steps {
      let fault = try #require(try Self.fault(Self.ending(.steps, [step.id + ","])))
      #expect(fault.table == .steps && fault.line == step.line)
      #expect(fault.reason == .nothingFollows(step.id, on: try Self.day("2027-01-01")))
    }
  }

  @Test func aStepIsFollowedOnTheNextDay() throws {
    let row = try Self.row(.steps, "reopen,").dropFirst("reopen".count)
    let next = { (from: String) in
      try Self.ending(.steps, ["reopen,"], adding: ["reopen_2027\(row.dropLast())\(from),"])
    }
    #expect(try Self.reason(next("2027-01-01")) == nil)
    #expect(
      try Self.reason(next("2027-01-02")) == .nothingFollows("reopen", on: Self.day("2027-01-01")))
  }

  /// What was over before today is not asked about: nobody could mend it.
  @Test func whatIsOverIsOver() throws {
    #expect(try Self.reason(Self.ending(.steps, ["reopen,"], on: "2026-06-14")) == nil)
    #expect(try Self.reason(Self.ending(.steps, ["reopen,"], on: "2026-06-15")) != nil)
  }

  // MARK: Clocks

  @Test func noLimitEndsWithoutAnother() throws {
    for rule in Book.builtIn.clocks.rules where rule.validity.to == nil {
      let reason = try Self.reason(Self.ending(.clocks, [rule.id + ","]))
      switch rule.kind {
      case .duty, .window:
        // Two laws, or two kinds of a request, do not stand in for each other.
        #expect(reason == .nothingFollows(rule.id, on: try Self.day("2027-01-01")), "\(rule.id)")
      case .reminder, .reference: #expect(reason == nil, "\(rule.id)")
      }
    }
  }

  /// A successor that is for fewer files leaves a gap for the others.
  @Test func everyKindOfFileIsCovered() throws {
    let row = String(try Self.row(.clocks, "dsr_withdraw,").dropFirst("dsr_withdraw".count))
    let later = row.components(around: "2026-01-01").joined(separator: "2027-01-01")
    #expect(later.contains("2027-01-01"))
    func next(_ kinds: String) throws -> RuleFault.Reason? {
      let added = later.components(around: "withdraw|restrict|object").joined(separator: kinds)
      return try Self.reason(
        Self.ending(.clocks, ["dsr_withdraw,"], adding: ["dsr_withdraw_2027" + added]))
    }
    #expect(
      try next("withdraw|restrict") == .nothingFollows("dsr_withdraw", on: Self.day("2027-01-01")))
    // Covered, but what lengthens the old one names it still.
    #expect(
      try next("withdraw|restrict|object|delete")
        == .clockNotInForce("dsr_withdraw", on: Self.day("2027-01-01")))
  }

  private static func amended(
    _ edit: (String) -> String = { $0 }
  ) throws -> [RuleTable: [UInt8]] {
    let given = try AmendedRulesTests.files("2027-01-01")
    let text = String(decoding: given[.clocks] ?? [], as: UTF8.self)
    return Book.with(.clocks, edit(text))
  }

  /// The limit of the police is amended, and all that names it with it.
  @Test func aLimitIsAmendedWithAllThatNamesIt() throws {
    #expect(try Self.reason(Self.amended()) == nil)
  }

  @Test func nothingNamesAClockThatHasEnded() throws {
    let row = String(try Self.row(.clocks, "police_verify,").dropFirst("police_verify".count))
    let added =
      "police_verify_2027" + row.components(around: "2025-07-01").joined(separator: "2027-01-01")
    let files = try Self.ending(.clocks, ["police_verify,"], adding: [added])
    let fault = try #require(try Self.fault(files))
    #expect(fault.reason == .clockNotInForce("police_verify", on: try Self.day("2027-01-01")))
    #expect(fault.line == (try Book.line("police_verify_complex,", in: .clocks)))
  }

  /// A limit that began in December ends in January: the paper is due then as well.
  @Test func aLimitThatRunsOnIsFollowed() throws {
    let dropped = try Self.amended {
      $0.components(around: "/@police_verify/@").joined(separator: "/@")
    }
    #expect(
      try Self.reason(dropped) == .clockNotFollowed("police_verify", on: Self.day("2027-01-01")))
  }

  // MARK: Entitlements

  @Test func noRegimeEndsWithoutAnother() throws {
    for right in Book.builtIn.entitlements.rows {
      let start = [right.legalRegime, right.category, right.regime].joined(separator: ",") + ","
      #expect(
        try Self.reason(Self.ending(.entitlements, [start]))
          == .nothingFollows(
            [right.legalRegime, right.category, right.regime].joined(separator: " "),
            on: Self.day("2027-01-01")))
    }
  }

  // MARK: An end that was decided

  /// Its citation says what repealed it; nothing else does.
  @Test func whatWasRepealedMayEnd() throws {
    func ended(_ table: RuleTable, _ start: String, _ note: String) throws -> RuleFault.Reason? {
      var lines = Book.text(table).split(separator: "\n").map(String.init)
      let index = try Book.line(start, in: table) - 1
      let cited = table == .steps ? "project choice" : "Law 53/2024 Art. 37"
      let parts = lines[index].components(around: cited + ",")
      try #require(parts.count == 2)
      lines[index] = parts.joined(separator: cited + note + ",") + "2026-12-31"
      return try Self.reason(Book.with(table, lines.joined(separator: "\n")))
    }
    let right = "L53_2024,victim_vn,k,"
    #expect(try ended(.entitlements, right, "; repealed by Law 1/2026 Art. 2") == nil)
    #expect(try ended(.entitlements, right, "; repealed by ") != nil)
    #expect(try ended(.entitlements, right, " repealed") != nil)
    #expect(try ended(.steps, "reopen,", "; repealed by Decree 1/2026 Art. 2") == nil)
  }

  // MARK: Two people

  private static func second(_ id: String, _ columns: String) throws -> RuleFault.Reason? {
    let step = try #require(Book.builtIn.steps.steps.first { $0.id == id })
    let head = "\(id),\(step.from),\(step.to),"
    let row = try row(.steps, head)
    let rest = row.dropFirst(head.count).split(
      separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
    var lines = Book.text(.steps).split(separator: "\n").map(String.init)
    lines[try Book.line(head, in: .steps) - 1] = head + columns + "," + rest[2]
    return try reason(Book.with(.steps, lines.joined(separator: "\n")))
  }

  @Test(arguments: [
    "identify", "not_identify", "certificate_present", "close_received", "close_reintegration",
  ]) func whatTakesTwoTakesTwo(_ id: String) throws {
    let isClosing = id.hasPrefix("close")
    let first = isClosing ? "social_worker" : "lead"
    #expect(try Self.second(id, "\(first),lead") == nil)
    for columns in [
      "\(first),", "\(first),intake", "\(first),lead;social_worker", "intake,lead",
      "\(first);health_staff,lead", isClosing ? "lead,police" : "social_worker,lead",
    ] {
      #expect(try Self.second(id, columns) == .twoPeople(id), "\(columns)")
    }
  }

  /// What a step rests on is not a table's to leave out.
  @Test(arguments: [
    ("transfer_received", "@transfer_accepted"), ("close_identified", "@no_open_clock"),
    ("close_received", "@consents_closed"), ("close_reopened", "closure.closure_reason"),
    ("identify", "identification.decision=victim"), ("identify", "identification.certificate_no"),
    ("certificate_present", "identification.certificate_no"),
    ("not_identify", "identification.decision=not_victim"),
  ]) func whatAStepRestsOnStays(_ id: String, _ guardText: String) throws {
    let row = try Self.row(.steps, id + ",")
    try #require(row.contains(guardText))
    for other in ["", "case.entry_path"] {
      let edited = row.replacingOccurrences(of: guardText, with: other)
        .replacingOccurrences(of: ";;", with: ";").replacingOccurrences(of: ",;", with: ",")
        .replacingOccurrences(of: ";,", with: ",")
      #expect(try Self.reason(Book.edited(.steps, row, edited)) == .guardGone(id), "\(edited)")
    }
  }

  /// A reopened file goes back to where it stood; a step that only looks like that decides anew.
  @Test func goingBackDecidesNothing() throws {
    #expect(try Self.second("resume_identified", "lead,") == nil)
    for guards in ["", "@was_received|identified"] {
      let open = try Book.edited(.steps, "@was_identified|reintegration", guards)
      #expect(try Self.reason(open) == .twoPeople("resume_identified"), "\(guards)")
    }
  }
}
