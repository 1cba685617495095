import Testing
import Vault

@testable import Casework

/// Rule books that are wrong in one way each. A book is refused with file, line and reason, whole.
@Suite struct RuleFaultTests {
  private func refusal(_ files: [RuleTable: [UInt8]]) -> RuleFault? {
    do throws(CaseworkError) { _ = try RuleBook(files) } catch {
      if case .rules(let fault) = error { return fault }
    }
    return nil
  }

  /// The built-in book with one row of `fields.csv` changed.
  private func field(_ start: String, _ old: String, _ new: String) throws -> RuleFault? {
    let line = try Book.line(start, in: .fields)
    var lines = Book.text(.fields).split(separator: "\n").map { String($0) }
    try #require(lines[line - 1].contains(old))
    lines[line - 1] = lines[line - 1].components(around: old).joined(separator: new)
    let fault = refusal(Book.with(.fields, lines.joined(separator: "\n")))
    if let fault, fault.line != nil { #expect(fault.line == line && fault.table == .fields) }
    return fault
  }

  @Test(arguments: RuleTable.allCases) func everyTableIsThere(_ table: RuleTable) {
    var files = Book.builtIn.files
    files[table] = nil
    #expect(refusal(files) == RuleFault(table, line: nil, .missingTable))
  }

  @Test(arguments: RuleTable.allCases) func everyTableHasItsColumns(_ table: RuleTable) {
    let text = Book.text(table)
    #expect(refusal(Book.with(table, "x" + text)) == RuleFault(table, line: 1, .columns))
    let header = text.prefix { $0 != "\n" }
    #expect(refusal(Book.with(table, String(header))) == RuleFault(table, line: nil, .noRows))
  }

  @Test(arguments: RuleTable.allCases) func everyTableIsCSV(_ table: RuleTable) {
    let lines = Book.text(table).split(separator: "\n").count
    let short = refusal(Book.appending(table, "x"))
    #expect(short?.table == table && short?.line == lines + 1)
    if case .csv(.width(1, table.columns.count)) = short?.reason {} else { Issue.record("width") }
    #expect(
      refusal(Book.with(table, "\u{FEFF}" + Book.text(table)))?.reason == .csv(.byteOrderMark))
    let semicolons = Book.text(table).components(around: ",").joined(separator: ";")
    #expect(refusal(Book.with(table, semicolons))?.reason == .csv(.semicolons))
  }

  // MARK: Cells

  @Test func cellsAreFilledAndOfTheirForm() throws {
    #expect(try field("300,", "person,", "Person,")?.reason == .badCell(column: "entity"))
    #expect(try field("300,", "Full name", "")?.reason == .emptyCell(column: "label_en"))
    #expect(try field("300,", "Họ và tên", "")?.reason == .emptyCell(column: "label_vi"))
    #expect(try field("300,", ",identity,", ",,")?.reason == .emptyCell(column: "class"))
    #expect(try field("300,", ",identity,", ",private,")?.reason == .badCell(column: "class"))
    #expect(try field("300,", ",text,", ",string,")?.reason == .badCell(column: "type"))
    #expect(try field("300,", ",no,", ",maybe,")?.reason == .badCell(column: "many"))
    #expect(try field("300,", "unverified", "checked")?.reason == .badCell(column: "status"))
    #expect(
      try field("300,", "Decree 356/2025 Art. 3", "")?.reason == .emptyCell(column: "citation"))
    #expect(
      try field("300,", "Full name", "Full\tname")?.reason == .controlCharacter(column: "label_en"))
    #expect(try field("300,", "300,", "0300,")?.reason == .badCell(column: "id"))
    #expect(try field("300,", "300,", "-1,")?.reason == .badCell(column: "id"))
    #expect(try field("300,", "300,", "4294967296,")?.reason == .badCell(column: "id"))
  }

  @Test func datesOfValidityAreDays() throws {
    #expect(try field("300,", "2026-01-01", "2026-01")?.reason == .badCell(column: "valid_from"))
    #expect(try field("300,", "2026-01-01", "01/01/2026")?.reason == .badCell(column: "valid_from"))
    #expect(
      try field("300,", "2026-01-01,", "2026-01-01,2025-12-31")?.reason == .endsBeforeItBegins)
    #expect(try field("300,", "2026-01-01,", "2026-01-01,2026-01-01") == nil)
  }

  @Test func aChoiceOfTheProjectIsNotVerified() throws {
    #expect(
      try field("1,case,", "project choice,unverified", "project choice,verified")?.reason
        == .badCell(column: "status"))
  }

  // MARK: Rows against each other

  @Test func numbersAndNamesStandOnce() throws {
    #expect(try field("301,", "301,", "300,")?.reason == .duplicate("300"))
    #expect(try field("301,", "alias_names", "full_name")?.reason == .duplicate("person.full_name"))
    let entity = refusal(try Book.edited(.entities, "2,reception,", "1,reception,"))
    #expect(entity == RuleFault(.entities, line: 3, .duplicate("1")))
    let role = refusal(
      Book.appending(.roles, "duty,emergency or assigning,x,x,x,x,K,-,-,-,K,K,-,-"))
    #expect(role?.reason == .duplicate("duty/emergency or assigning"))
    let code = refusal(Book.appending(.codes, "sex,male,Nam,Male,project choice,unverified,9"))
    #expect(code?.reason == .duplicate("sex.male"))
  }

  @Test func fieldsNameWhatThereIs() throws {
    #expect(try field("300,", "person,", "people,")?.reason == .unknownEntity("people"))
    #expect(try field("303,", "code,sex,", "code,gender,")?.reason == .unknownCodeList("gender"))
    #expect(
      try field("300,", "intake;social_worker,", "intake;driver,")?.reason == .unknownRole("driver")
    )
    #expect(try field("300,", "intake;social_worker,", "intake;,")?.reason == .unknownRole(""))
  }

  @Test func codesAndTypeGoTogether() throws {
    #expect(try field("303,", "code,sex,", "code,,")?.reason == .codesAndType)
    #expect(try field("300,", "text,,", "text,sex,")?.reason == .codesAndType)
    #expect(try field("104,", "support,yes", "support,no")?.reason == .listIsNotMany)
  }

  @Test func operationsAndTheCaseAreOne() throws {
    #expect(try field("300,", ",identity,", ",operations,")?.reason == .operationsOutsideCase)
    #expect(try field("9,case", ",operations,", ",support,")?.reason == .operationsOutsideCase)
  }

  @Test func noKeyNoReading() throws {
    // Health staff hold nothing of safety; duty officers nothing of support; an auditor nothing.
    #expect(
      try field("105,", "social_worker;lead,", "health_staff,")?.reason
        == .readerWithoutKey("health_staff"))
    #expect(try field("300,", "legal_aid,", "duty,")?.reason == .readerWithoutKey("duty"))
    #expect(try field("300,", "legal_aid,", "auditor,")?.reason == .readerWithoutKey("auditor"))
    #expect(
      try field("300,", "intake;social_worker,", "legal_aid,")?.reason
        == .writerWithoutKey("legal_aid"))
    #expect(try field("3500,", "lead;statistician", "receiver")?.reason == .noReader)
  }

  @Test func depositingIsNotReading() throws {
    // Intake deposits what is sensitive and keeps nothing of it.
    let line = try field("308,", "social_worker;lead;statistician", "intake;lead")
    #expect(line?.reason == .readerWithoutKey("intake"))
  }

  @Test func theCaseComesFirst() throws {
    #expect(
      refusal(try Book.edited(.entities, "1,case,case,no", "1,case,case,yes"))?.reason
        == .caseIsNotFirst)
    #expect(
      refusal(try Book.edited(.entities, "1,case,case,no", "99,case,case,no"))?.reason
        == .caseIsNotFirst)
  }

  @Test func everyEntityHasFields() {
    let extra = refusal(Book.appending(.entities, "999,pet,person,yes,Vật nuôi,Pet"))
    #expect(extra == RuleFault(.entities, line: nil, .entityWithoutFields("pet")))
  }

  // MARK: Codes

  @Test func anUncheckedListHasAWayOut() throws {
    let fault = refusal(try Book.without(.codes, "triage,other,"))
    #expect(fault == RuleFault(.codes, line: nil, .unverifiedWithoutOther("triage")))
    let unsourced = refusal(
      try Book.edited(
        .codes, "act,receipt,Tiếp nhận,Receipt,Palermo Protocol Art. 3(a),verified",
        "act,receipt,Tiếp nhận,Receipt,Palermo Protocol Art. 3(a),unverified"))
    #expect(unsourced?.reason == .unverifiedWithoutOther("act"))
  }

  @Test(arguments: ["bool3", "country", "language", "state", "purpose_of_use", "emergency_reason"])
  func theProgramsOwnListsAreThere(_ list: String) throws {
    #expect(refusal(try Book.without(.codes, list + ","))?.reason == .missingList(list))
  }

  @Test func codesCannotBeMistakenForSomethingElse() throws {
    for code in ["fe;male", "[female]"] {
      let fault = refusal(try Book.edited(.codes, "sex,female,", "sex,\(code),"))
      #expect(fault?.reason == .badCell(column: "code"))
    }
    let unsorted = refusal(
      try Book.edited(
        .codes, "sex,female,Nữ,Female,project choice,unverified,1",
        "sex,female,Nữ,Female,project choice,unverified,"))
    #expect(unsorted?.reason == .emptyCell(column: "sort"))
    let source = refusal(
      try Book.edited(
        .codes, "sex,female,Nữ,Female,project choice,unverified,1",
        "sex,female,Nữ,Female,,verified,1"))
    #expect(source?.reason == .emptyCell(column: "source"))
  }

  // MARK: Roles

  @Test func everyRoleIsThereAndNoOther() throws {
    #expect(refusal(try Book.without(.roles, "duty,"))?.reason == .missingRole("duty"))
    #expect(refusal(try Book.without(.roles, "recovery,"))?.reason == .missingRole("recovery"))
    let extra = refusal(
      Book.appending(.roles, "driver,,lái xe,driver,road,nothing,-,-,-,-,-,-,-,-"))
    #expect(extra?.reason == .unknownRole("driver"))
    let letter = refusal(try Book.edited(.roles, "-,-,-,-,-,-,-,K\n", "-,-,-,-,-,-,-,DX\n"))
    #expect(letter?.reason == .badCell(column: "facts"))
  }

  @Test func whoVouchesHoldsNoKey() throws {
    let fault = refusal(
      try Book.edited(.roles, "holds one share,-,", "holds one share,K,"))
    #expect(fault?.reason == .blindRoleHoldsKey("trustee"))
  }

  // MARK: Places

  @Test func placesHaveTheFormOfTheirKind() throws {
    func place(_ row: String) -> RuleFault.Reason? { refusal(Book.appending(.places, row))?.reason }
    #expect(place("00004,Phường Ba Đình,Ba Dinh Ward,commune,01,2025-07-01,") == nil)
    #expect(place("4,Phường Ba Đình,Ba Dinh Ward,commune,01,,") == .badCell(column: "code"))
    #expect(place("00004,Phường Ba Đình,Ba Dinh Ward,province,,,") == .badCell(column: "code"))
    #expect(place("00004,Phường Ba Đình,Ba Dinh Ward,ward,01,,") == .badCell(column: "kind"))
    #expect(place("00004,Phường Ba Đình,Ba Dinh Ward,commune,,,") == .badCell(column: "parent"))
    #expect(place("00004,Phường Ba Đình,Ba Dinh Ward,commune,99,,") == .unknownParent("99"))
    #expect(place("01,Hà Nội,Hanoi,province,02,2030-01-01,") == .badCell(column: "parent"))
    #expect(place("01,Hà Nội,Hanoi,province,,2030-01-01,") == .overlappingPlace("01"))
    #expect(place("03,Nơi mới,New,province,,2030-01-01,") == nil)
  }

  // MARK: The register

  @Test func theRegistersFieldsAreThere() throws {
    for name in ["full_name", "phone", "alias_names"] {
      let start = try #require(Book.builtIn["person." + name]).id.rawValue
      let fault = refusal(try Book.without(.fields, "\(start),person,\(name),"))
      #expect(fault?.reason == .missingField("person." + name))
    }
  }
}
