import Testing
import Vault

@testable import Casework

@Suite struct IntakeRegisterTests {
  private let book = Book.builtIn

  private func now() throws -> Moment { try Moment("2026-11-22T12:00+07:00") }

  private func rows(_ text: String, _ book: RuleBook? = nil) throws -> [RegisterRow] {
    var bytes = Array(text.utf8)
    var register = IntakeRegister(book ?? self.book, now: try now()) {
      defer { bytes = [] }
      return bytes
    }
    var rows: [RegisterRow] = []
    while let row = try register.next() { rows.append(row) }
    return rows
  }

  /// The faults of one row with these cells beside a sound time of reception.
  private func faults(
    _ columns: String, _ cells: String, _ book: RuleBook? = nil
  ) throws -> [RegisterFault] {
    try rows("received_at,\(columns)\n2026-05-24T07:25+07:00,\(cells)\n", book).flatMap(\.faults)
  }

  private func one(_ column: RegisterColumn, _ fault: ValueFault) -> [RegisterFault] {
    [RegisterFault(line: 2, column: column, reason: .value(fault))]
  }

  private func value(_ row: RegisterRow, _ name: String) throws -> FieldValue? {
    row.values[try Book.field(name).id]
  }

  private static let full = """
    row,received_at,entry_path,brought_by,receiving_commune,full_name,alias_names,birth_date,sex,personal_id,nationality,\
    ethnicity,residence_commune,phone,preferred_language,urgent_needs,safe_contact,exploitation_country,purpose,means,\
    narrative,injuries,pregnancy,duplicate_of,fault
    1,2026-05-24T07:25+07:00,self_report,none,11411,Bùi Thị Mai,Mai;Chị Mai,2010-09-26,female,092310936710,VNM,Kinh,31615,\
    +84342604684,vie,food;safety,Chỉ gọi sau 20 giờ,CHN,ForcedBegging,Threats;force,"Một dòng
    hai dòng","Sẹo cũ ở lưng, đã liền",yes,,
    """

  @Test func everyColumnGoesToItsField() throws {
    let row = try #require(try rows(Self.full).first)
    #expect(row.isSound && row.line == 2)
    let expected: [(String, FieldValue)] = [
      ("case.received_at", .dateTime("2026-05-24T07:25+07:00")),
      ("case.entry_path", .text("self_report")), ("case.receiving_unit", .text("11411")),
      ("reception.brought_by", .text("none")), ("reception.preferred_language", .text("vie")),
      ("reception.urgent_needs", .list(["food", "safety"])),
      ("reception.safe_contact", .text("Chỉ gọi sau 20 giờ")),
      ("person.full_name", .text("Bùi Thị Mai")),
      ("person.alias_names", .list(["Mai", "Chị Mai"])),
      ("person.birth_date", .date("2010-09-26")), ("person.sex", .text("female")),
      ("person.personal_id", .text("092310936710")), ("person.nationality", .text("VNM")),
      ("person.ethnicity", .text("Kinh")), ("person.phone", .text("+84342604684")),
      ("residence.unit", .text("31615")), ("event.country", .text("CHN")),
      ("event.kind", .text("exploitation")), ("identification.purpose", .list(["ForcedBegging"])),
      ("identification.means", .list(["Threats", "force"])),
      ("statement.text", .text("Một dòng\nhai dòng")),
      ("statement.at", .dateTime("2026-05-24T07:25+07:00")),
      ("health.injuries", .text("Sẹo cũ ở lưng, đã liền")), ("vital.pregnancy", .bool(.yes)),
      ("care.care_birth_year", .integer(2010)), ("care.care_sex", .text("female")),
    ]
    for (name, value) in expected { #expect(try self.value(row, name) == value, "\(name)") }
    #expect(row.values.count == expected.count)
    #expect(IntakeRegister.fields(in: book).count == expected.count)
    #expect(row.warnings.map(\.warning) == [.placeNotChecked, .placeNotChecked])
  }

  @Test func valuesComeByTheirRecord() throws {
    let row = try #require(try rows(Self.full).first)
    let records = row.records(in: book)
    #expect(records.map(\.entity) == records.map(\.entity).sorted())
    #expect(
      records.compactMap { book.entity($0.entity)?.name } == [
        "case", "reception", "person", "residence", "identification", "statement", "event", "care",
        "health", "vital",
      ])
    #expect(records.reduce(0) { $0 + $1.values.count } == row.values.count)
  }

  @Test func emptyIsNotAskedAndWordsInBracketsAreStates() throws {
    let row = try #require(
      try rows(
        "received_at,full_name,sex,birth_date,phone\n2026-05-24T07:25+07:00,,[declined],[unknown],[withheld]\n"
      ).first)
    #expect(try value(row, "person.full_name") == .absent(.notAsked))
    #expect(try value(row, "person.sex") == .absent(.declined))
    #expect(try value(row, "person.birth_date") == .absent(.unknown))
    #expect(try value(row, "person.phone") == .absent(.withheld))
    #expect(try value(row, "care.care_birth_year") == .absent(.unknown))
    #expect(try value(row, "care.care_sex") == .absent(.declined))
    #expect(try value(row, "person.nationality") == .absent(.notAsked), "no such column")
    for name in ["statement.text", "statement.at", "residence.unit", "event.kind"] {
      #expect(try value(row, name) == .absent(.notAsked), "absence must not be seen")
    }
  }

  @Test func aRefusedStoryIsARecord() throws {
    let row = try #require(
      try rows("received_at,narrative\n2026-05-24T07:25+07:00,[declined]\n").first)
    #expect(try value(row, "statement.text") == .absent(.declined))
    #expect(try value(row, "statement.at") == .dateTime("2026-05-24T07:25+07:00"))
  }

  // MARK: Faults

  @Test func namesTheFaultOfACell() throws {
    #expect(try faults("entry_path", "teleported") == one(.entryPath, .unknownCode))
    #expect(try faults("sex", "F?") == one(.sex, .unknownCode))
    #expect(try faults("birth_date", "31/02/2004") == one(.birthDate, .impossibleDate))
    #expect(try faults("nationality", "ZZX") == one(.nationality, .unknownCountry))
    #expect(try faults("exploitation_country", "ZZX") == one(.exploitationCountry, .unknownCountry))
    #expect(try faults("preferred_language", "xx") == one(.preferredLanguage, .unknownLanguage))
    #expect(try faults("phone", "09-abc") == one(.phone, .notAPhone))
    #expect(try faults("means", "Threats;Tickles") == one(.means, .unknownCode))
    #expect(try faults("full_name", "x\u{1B}[31m") == one(.fullName, .controlCharacter))
    #expect(try faults("personal_id", "1") == one(.personalID, .notAPersonalID))
    #expect(try faults("pregnancy", "perhaps") == one(.pregnancy, .unknownCode))
    #expect(
      try faults("narrative", String(repeating: "a", count: 1_100_000)) == one(.narrative, .tooLong)
    )
    #expect(
      try faults("residence_commune", "31") == one(.residenceCommune, .notAPlace), "a province")
    #expect(try faults("residence_commune", "1234") == one(.residenceCommune, .notAPlace))
  }

  @Test func aRowIsReceivedAtATimeThatHasBeen() throws {
    func first(_ cell: String) throws -> [RegisterFault]? {
      try rows("received_at,sex\n\(cell),male\n").first?.faults
    }
    #expect(try first("") == one(.receivedAt, .missing))
    #expect(try first("[unknown]") == one(.receivedAt, .missing))
    #expect(try first("hôm qua") == one(.receivedAt, .notAMoment))
    #expect(try first("2094-01-01T08:00+07:00") == one(.receivedAt, .inTheFuture))
    #expect(try first("2026-11-22T12:00:01+07:00") == one(.receivedAt, .inTheFuture))
    #expect(try first("2026-11-22T05:00Z") == [])
    #expect(try first("22/11/2026 11:59") == [])
  }

  @Test func nobodyIsReceivedBeforeBirth() throws {
    #expect(try faults("birth_date", "2090-05-04") == one(.birthDate, .afterReception))
    #expect(try faults("birth_date", "2026-05-25") == one(.birthDate, .afterReception))
    #expect(try faults("birth_date", "2026-06") == one(.birthDate, .afterReception))
    for cell in ["2026-05-24", "2026-05", "2026", "1950"] {
      #expect(try faults("birth_date", cell).isEmpty, "\(cell)")
    }
  }

  @Test func everyFaultOfARowIsNamed() throws {
    let found = try faults("sex,phone,birth_date", "F?,09-abc,2090")
    #expect(found.count == 3)
    #expect(Set(found.compactMap(\.column)) == [.sex, .phone, .birthDate])
  }

  @Test func aWrongRowHandsOutNoValues() throws {
    let rows = try rows("received_at,full_name,sex\n2026-05-24T07:25+07:00,Mai,F?\n")
    #expect(rows.count == 1 && rows[0].values.isEmpty && !rows[0].isSound)
  }

  @Test func aDoubtfulNumberIsAWarning() throws {
    let rows = try rows(
      "received_at,sex,birth_date,personal_id\n2026-05-24T07:25+07:00,male,1999,003310936710\n")
    #expect(rows[0].isSound)
    #expect(
      rows[0].warnings.map(\.warning) == [.personalIDSex, .personalIDYear, .personalIDProvince])
  }

  @Test func communesAreHeldAgainstATableWhereOneWasAdopted() throws {
    let adopted = try RuleBook(
      Book.appending(.places, "00004,Phường Ba Đình,Ba Dinh Ward,commune,01,2025-07-01,"))
    #expect(adopted.places.hasCommunes && !book.places.hasCommunes)
    #expect(try faults("residence_commune", "99999").isEmpty)
    #expect(
      try faults("residence_commune", "99999", adopted) == one(.residenceCommune, .unknownPlace))
    #expect(
      try faults("receiving_commune", "00005", adopted) == one(.receivingCommune, .unknownPlace))
    #expect(try faults("receiving_commune", "00004", adopted).isEmpty)
  }

  // MARK: Header and rows

  @Test func unknownColumnsAreRefusedByTheirPlace() throws {
    let rows = try rows("received_at,shoe_size,sex\n2026-05-24T07:25+07:00,38,male\n")
    #expect(rows.count == 1, "nothing after a wrong header")
    #expect(rows[0].faults == [RegisterFault(line: 1, column: nil, reason: .unknownColumn(2))])
  }

  @Test func aColumnStandsOnceAndReceptionAlways() throws {
    #expect(
      try rows("received_at,sex,sex\nx,x,x\n")[0].faults
        == [RegisterFault(line: 1, column: .sex, reason: .repeatedColumn)])
    #expect(
      try rows("sex\nmale\n")[0].faults
        == [RegisterFault(line: 1, column: .receivedAt, reason: .missingColumn)])
  }

  @Test func goesOnAfterARowOfTheWrongWidth() throws {
    let rows = try rows("received_at,sex\n2026-05-24T07:25+07:00\n2026-05-24T07:25+07:00,F?\n")
    #expect(rows.map(\.line) == [2, 3])
    #expect(
      rows[0].faults == [RegisterFault(line: 2, column: nil, reason: .width(found: 1, expected: 2))]
    )
    #expect(rows[1].faults == [RegisterFault(line: 3, column: .sex, reason: .value(.unknownCode))])
  }

  @Test func aFileThatIsNoTableStopsTheReading() throws {
    #expect(throws: CaseworkError.csv(CSVFault(line: 2, reason: .quoteInside))) {
      try rows("received_at,sex\n2026-05-24\"T07:25+07:00,male\n")
    }
    #expect(throws: CaseworkError.csv(CSVFault(line: 1, reason: .semicolons))) {
      try rows("received_at;sex\n2026-05-24T07:25+07:00;male\n")
    }
    #expect(throws: CaseworkError.csv(CSVFault(line: 1, reason: .empty))) { try rows("") }
  }

  @Test func theOrderOfColumnsIsFree() throws {
    let rows = try rows("sex,received_at\nmale,2026-05-24T07:25+07:00\n")
    #expect(try value(rows[0], "person.sex") == .text("male"))
  }

  @Test func handsOutRowsWithoutWaitingForTheEnd() throws {
    var pieces = 0
    var register = IntakeRegister(book, now: try now()) {
      pieces += 1
      return Array(
        (pieces == 1 ? "received_at,sex\n" : "2026-05-24T07:25+07:00,male\n").utf8)
    }
    for _ in 0..<500 { #expect(try register.next()?.isSound == true) }
    #expect(pieces == 501)
  }
}
