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
      try ContradictionCheck(RuleBook(Book.with(table, lines.joined(separator: "\n")))).run()
    } catch {
      guard case .rules(let fault) = error else { return nil }
      #expect(fault.table == table && (fault.line == nil || fault.line == line))
      return fault.reason
    }
    return nil
  }

  private func check(_ table: RuleTable, _ text: String) throws(CaseworkError) {
    try ContradictionCheck(RuleBook(Book.with(table, text))).run()
  }

  @Test func theBuiltInBookHasNeither() throws {
    try ContradictionCheck(Book.builtIn).run()
    try RecordedCheck(Book.builtIn, known: Book.builtIn).run()
  }

  /// A field that the program is to write and does not know.
  @Test func nothingStartsWithWhatNobodyRecords() throws {
    var lines = Book.text(.fields).split(separator: "\n").map { String($0) }
    let line = lines[try Book.line("1105,extension,decided_at,", in: .fields) - 1]
    lines.append(
      line.components(around: "1105,extension,decided_at").joined(
        separator: "1109,extension,told_at"
      )
      .components(around: ",lead;police,project").joined(separator: ",system,project"))
    let clocks = Book.text(.clocks).components(around: ",extension.until,10,")
      .joined(separator: ",extension.told_at,10,")
    var files = Book.with(.fields, lines.joined(separator: "\n"))
    files[.clocks] = Array(clocks.utf8)
    let book = try RuleBook(files)
    let row = try Book.line("police_verify_complex,", in: .clocks)
    #expect(
      throws: CaseworkError.rules(
        RuleFault(.clocks, line: row, .nothingRecords("extension.told_at")))
    ) { try RecordedCheck(book, known: Book.builtIn).run() }
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
    // What starts it cannot end it.
    #expect(
      try fault(.clocks, "dsr_delete,", ",request.done,", ",request.received,")
        == .badCell(column: "until"))
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

  /// Of a book in which only some files would have both.
  @Test(arguments: [
    ("insurance,", "help_more,", ",1,year,", ",2,year,", "case.legal_regime=L53_2024;", ""),
    (
      "stay,", "stay_again,", ",120,day,", ",90,day,", "case.legal_regime=L53_2024",
      "case.legal_regime=L53_2024;case.file_kind=person|-"
    ),
    (
      "stay,", "stay_again,", ",120,day,", ",90,day,", "case.legal_regime=L53_2024",
      "case.legal_regime=L53_2024;case.person_category=foreigner"
    ),
    (
      "initial_check,", "check_again,", ",3,day,", ",5,day,",
      "case.health_agency_notified_at/case.received_at", "case.health_agency_notified_at"
    ),
  ])
  func someFilesWouldHaveTwoLimits(
    _ row: String, _ id: String, _ amount: String, _ other: String, _ when: String, _ more: String
  ) throws {
    var lines = Book.text(.clocks).split(separator: "\n").map { String($0) }
    let line = lines[try Book.line(row, in: .clocks) - 1]
    func replacing(_ old: String, _ new: String, in text: String) -> String {
      text.components(around: old).joined(separator: new)
    }
    let twin = replacing(when, more, in: replacing(amount, other, in: line))
    lines.append(id + twin.dropFirst(row.count))
    #expect(
      throws: CaseworkError.rules(
        RuleFault(.clocks, line: lines.count, .overlappingClock(String(id.dropLast()))))
    ) { try check(.clocks, lines.joined(separator: "\n")) }
    // After the last day of the one the other may begin.
    let ended = lines.dropLast().map {
      $0 == line ? replacing("2025-07-01,", "2025-07-01,2027-12-31", in: $0) : $0
    }
    let later = lines.suffix(1).map { replacing("2025-07-01,", "2028-01-01,", in: $0) }
    try check(.clocks, (ended + later).joined(separator: "\n"))
  }

  @Test func nothingIsAskedThatCannotBe() throws {
    let victim = "identification.decision=victim;"
    #expect(
      try fault(.steps, "identify,", victim, victim + "identification.decision=not_victim;")
        == .contradiction("identify"))
    #expect(
      try fault(.steps, "resume_received,", "@was_received", "@was_received;@was_in_process")
        == .contradiction("resume_received"))
    #expect(
      try fault(
        .steps, "begin_process,", "case.person_category",
        "case.person_category;case.person_category=-") == .contradiction("begin_process"))
    #expect(
      try fault(
        .clocks, "rescue_handover,", "case.entry_path=rescued",
        "case.entry_path=rescued;case.entry_path=returned") == .contradiction("rescue_handover"))
    #expect(
      try fault(
        .clocks, "dsr_delete_extended,", "request.kind=delete", "request.kind=access")
        == .contradiction("dsr_delete_extended"))
  }

  @Test func aLimitIsLengthened() throws {
    let row = "police_verify_complex,"
    #expect(
      try fault(.clocks, row, ",2,month,", ",10,day,") == .extensionTooShort(String(row.dropLast()))
    )
    #expect(
      try fault(.clocks, "police_verify_total,", ",4,month,", ",2,month,")
        == .extensionTooShort("police_verify_total"))
    #expect(try fault(.clocks, "police_verify_total,", ",4,month,", ",3,month,") == nil)
    #expect(
      try fault(.clocks, row, "verification.police_request_at", "verification.initial_check_at")
        == .extensionOfOther("police_verify_complex"))
  }

  @Test func somebodyTakesEveryStep() throws {
    #expect(try fault(.steps, "reopen,", ",lead,", ",police,") == .nobodyTakes("reopen"))
    #expect(
      try fault(.steps, "reopen,", ",lead,", ",auditor;statistician,") == .nobodyTakes("reopen"))
    #expect(try fault(.steps, "identify,", ",lead;police,", ",police,") == .nobodyTakes("identify"))
  }

  @Test(arguments: [("reopened", "resume_"), ("in_process", "begin_process,")])
  func everyStatusIsReached(_ status: String, _ gone: String) throws {
    let kept = Book.text(.steps).split(separator: "\n").filter {
      status == "reopened"
        ? !$0.contains(",reopened,") || $0.hasPrefix("reopen,") : !$0.hasPrefix(gone)
    }
    let fault = RuleFault(
      .steps, line: nil,
      status == "reopened" ? .deadEnd(status) : .unreachableStatus(status))
    #expect(throws: CaseworkError.rules(fault)) {
      try check(.steps, kept.joined(separator: "\n"))
    }
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
    // The keys of a file that went elsewhere are gone.
    #expect(
      try fault(.steps, "reopen,", "closed,reopened", "transferred,reopened")
        == .badCell(column: "from"))
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
    ) { try check(.steps, kept.joined(separator: "\n")) }
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
