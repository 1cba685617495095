import Testing
import Vault

@testable import Casework

/// Workflow tables with a gap or a contradiction: refused with file, line and reason.
@Suite struct WorkflowFaultTests {
  /// The built-in book with one row of a table changed.
  private func fault(
    _ table: RuleTable, _ start: String, _ old: String, _ new: String
  ) throws -> RuleFault.Reason? {
    let line = try Book.line(start, in: table)
    var lines = Book.text(table).split(separator: "\n").map { String($0) }
    try #require(lines[line - 1].contains(old))
    lines[line - 1] = lines[line - 1].components(around: old).joined(separator: new)
    do throws(CaseworkError) {
      _ = try RuleBook(Book.with(table, lines.joined(separator: "\n")))
    } catch {
      guard case .rules(let fault) = error else { return nil }
      #expect(fault.table == table && (fault.line == nil || fault.line == line))
      return fault.reason
    }
    return nil
  }

  @Test func clocksWatchFieldsThatThereAre() throws {
    let row = "police_verify,"
    #expect(
      try fault(.clocks, row, "police_request_at", "asked_at")
        == .unknownField("verification.asked_at"))
    #expect(
      try fault(.clocks, row, "police_request_at", "police_request_to")
        == .notADateField("verification.police_request_to"))
    #expect(
      try fault(.clocks, row, "victim|not_victim", "victim|perhaps") == .unknownCode("perhaps"))
  }

  @Test func clocksHaveUnitsAndAmounts() throws {
    let row = "police_verify,"
    #expect(try fault(.clocks, row, ",20,day,", ",20,,") == .emptyCell(column: "unit"))
    #expect(try fault(.clocks, row, ",20,day,", ",20,week,") == .badCell(column: "unit"))
    #expect(try fault(.clocks, row, ",20,day,", ",,day,") == .badCell(column: "amount"))
    #expect(try fault(.clocks, row, ",20,day,", ",0,day,") == .badCell(column: "amount"))
    #expect(try fault(.clocks, row, ",20,day,", ",20,at_once,") == .badCell(column: "amount"))
    #expect(try fault(.clocks, row, ",20,day,", ",20001,day,") == .badCell(column: "amount"))
    #expect(try fault(.clocks, row, ",20,day,", ",,none,") == .badCell(column: "given"))
    #expect(try fault(.clocks, row, ",duty,", ",reference,") == .badCell(column: "from"))
  }

  @Test func clocksDoNotChaseThemselves() throws {
    #expect(
      try fault(
        .clocks, "police_verify,", ",5,,,provincial",
        ",5,police_verify_total,extension.step=complex,provincial")
        == .circularClock("police_verify"))
    #expect(
      try fault(.clocks, "police_verify_complex,", ",police_verify,", ",police,")
        == .unknownClock("police"))
    #expect(
      try fault(.clocks, "paper_issue,", "@police_verify", "@paper_issue")
        == .unknownClock("paper_issue"))
    #expect(
      try fault(.clocks, "police_verify_complex,", "extension.step=complex", "")
        == .badCell(column: "extended_by"))
  }

  @Test func idsStandOnce() throws {
    #expect(
      try fault(.clocks, "police_verify_complex,", "police_verify_complex,", "police_verify,")
        == .duplicate("police_verify"))
    #expect(try fault(.steps, "identify,", "identify,", "receive,") == .duplicate("receive"))
    #expect(
      try fault(.entitlements, "L53_2024,victim_vn,b,", "victim_vn,b,", "victim_vn,a,")
        == .duplicate("L53_2024/victim_vn/a"))
  }

  /// Another amount of days for the same events of the same files.
  @Test func oneQuestionHasOneLimit() throws {
    #expect(
      try fault(
        .clocks, "dsr_delete,", "request.kind=delete", "request.kind=access|correct|provide")
        == .overlappingClock("dsr_delete"))
  }

  @Test func stepsLeadBetweenStatesThatThereAre() throws {
    #expect(
      try fault(.steps, "identify,", "in_process,identified", "in_process,certified")
        == .unknownCode("certified"))
    #expect(
      try fault(.steps, "identify,", "in_process,identified", "in_process,in_process")
        == .badCell(column: "to"))
    #expect(
      try fault(.steps, "not_identify,", "in_process,not_identified", "in_process,identified")
        == .overlappingStep("not_identify"))
    #expect(try fault(.steps, "identify,", ",lead,", ",chief,") == .unknownRole("chief"))
    #expect(try fault(.steps, "identify,", ",lead,", ",,") == .emptyCell(column: "who"))
    #expect(
      try fault(.steps, "reopen,", "closure.reopen_reason", "@perhaps")
        == .badCell(column: "guards"))
  }

  @Test func entitlementsNameCategoriesAndRegimesThatThereAre() throws {
    let row = "L53_2024,foreigner,g,"
    #expect(try fault(.entitlements, row, "foreigner,g", "alien,g") == .unknownCode("alien"))
    #expect(try fault(.entitlements, row, "foreigner,g", "foreigner,z") == .unknownCode("z"))
    #expect(try fault(.entitlements, row, "L53_2024", "L99_2099") == .unknownCode("L99_2099"))
    #expect(try fault(.entitlements, row, "case_by_case", "") == .badCell(column: "condition"))
  }

  @Test func everyCategoryHasARow() throws {
    let kept = Book.text(.entitlements).split(separator: "\n").filter {
      !$0.contains("minor_accompanying_in_process_abroad")
    }
    #expect(
      throws: CaseworkError.rules(
        RuleFault(
          .entitlements, line: nil,
          .categoryWithoutRegime("minor_accompanying_in_process_abroad")))
    ) { try RuleBook(Book.with(.entitlements, kept.joined(separator: "\n"))) }
  }

  @Test func everyStatusHasAStep() throws {
    let kept = Book.text(.steps).split(separator: "\n").filter { !$0.contains("transferred") }
    #expect(
      throws: CaseworkError.rules(
        RuleFault(.steps, line: nil, .unreachableStatus("transferred")))
    ) { try RuleBook(Book.with(.steps, kept.joined(separator: "\n"))) }
  }

  @Test func holidaysAreDays() throws {
    let row = "off,2026-02-14,"
    #expect(
      try fault(.holidays, row, "2026-02-22", "2026-02-13") == .endsBeforeItBegins)
    #expect(
      try fault(.holidays, row, "2026-02-22", "2027-02-22") == .badCell(column: "to"))
    #expect(
      try fault(.holidays, "off,--09-02", "--09-02", "--09-31") == .badCell(column: "from"))
    #expect(
      try fault(.holidays, "off,--09-02", "--09-02,", "--09-02,2026-09-03")
        == .badCell(column: "from"))
    #expect(try fault(.holidays, row, "off,", "free,") == .badCell(column: "kind"))
    #expect(
      try fault(.holidays, "working,2026-08-22", "2026-08-22", "2026-08-31")
        == .duplicate("2026-08-31"))
  }

  /// A vault that was made before the workflow has none of these tables.
  @Test func anOlderVaultGoesByTheBuiltInWorkflow() throws {
    let old = Book.builtIn.ruleFiles.filter {
      ![.clocks, .entitlements, .holidays, .steps].map(\RuleTable.fileName).contains($0.name)
    }
    let book = try RuleBook(adopted: old)
    #expect(book.clocks.rules.count == Book.builtIn.clocks.rules.count)
    // And one of between has all but the bases.
    let recent = Book.builtIn.ruleFiles.filter { $0.name != RuleTable.bases.fileName }
    #expect(try RuleBook(adopted: recent).bases == Book.builtIn.bases)
    let half = Book.builtIn.ruleFiles.filter { $0.name != RuleTable.steps.fileName }
    #expect(throws: CaseworkError.rules(RuleFault(.steps, line: nil, .missingTable))) {
      try RuleBook(adopted: half)
    }
  }
}
