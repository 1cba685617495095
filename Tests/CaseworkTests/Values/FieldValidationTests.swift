import Testing
import Vault

@testable import Casework

@Suite struct FieldValidationTests {
  private let validation = FieldValidation(Book.builtIn)

  private func read(_ name: String, _ input: FieldInput) throws -> FieldValue {
    try validation.check(input, for: Book.field(name)).value
  }

  private func fault(_ name: String, _ input: FieldInput) -> ValueFault? {
    do { _ = try read(name, input) } catch CaseworkError.value(let fault) { return fault } catch {}
    return nil
  }

  @Test func readsEveryType() throws {
    #expect(try read("person.full_name", .text(" Nguyễn ")) == .text(" Nguyễn "))
    #expect(try read("person.sex", .text("female")) == .text("female"))
    #expect(try read("person.birth_date", .text("17/05/2004")) == .date("2004-05-17"))
    #expect(try read("person.nationality", .text("KHM")) == .text("KHM"))
    #expect(try read("person.phone", .text("0342604684")) == .text("0342604684"))
    #expect(try read("person.stateless", .text("unknown")) == .bool(.unknown))
    #expect(try read("person.stateless", .bool(true)) == .bool(.yes))
    #expect(try read("reception.preferred_language", .text("hmn")) == .text("hmn"))
    #expect(try read("support_item.quantity", .text("2.50")) == .decimal("2.50"))
    #expect(try read("support_item.amount_vnd", .text("-1000000")) == .integer(-1_000_000))
    #expect(
      try read("case.received_at", .text("2026-05-24T07:25+07:00"))
        == .dateTime("2026-05-24T07:25+07:00"))
    #expect(
      try read("case.received_at", .text("24/05/2026 07:25")) == .dateTime("2026-05-24T07:25+07:00")
    )
    #expect(try read("residence.unit", .text("31")) == .text("31"))
    #expect(try read("person.alias_names", .list(["A", "A"])) == .list(["A", "A"]))
    #expect(
      try read("identification.means", .list(["Threats", "force"])) == .list(["Threats", "force"]))
  }

  @Test func keepsTextByteForByte() throws {
    let name = "Hoa\u{300} Đỗ  "
    guard case .text(let kept) = try read("person.full_name", .text(name)) else {
      Issue.record("not text")
      return
    }
    #expect(Array(kept.utf8) == Array(name.utf8))
    // A moment keeps how it was written down, the offset too.
    #expect(
      try read("case.received_at", .text("2026-05-24T00:25:00Z"))
        == .dateTime("2026-05-24T00:25:00Z"))
  }

  @Test func namesWhatIsWrong() {
    #expect(fault("person.sex", .text("F?")) == .unknownCode)
    #expect(fault("person.sex", .text("Female")) == .unknownCode)
    #expect(fault("person.nationality", .text("ZZX")) == .unknownCountry)
    #expect(fault("reception.preferred_language", .text("qqq")) == .unknownLanguage)
    #expect(fault("person.birth_date", .text("31/02/2004")) == .impossibleDate)
    #expect(fault("person.birth_date", .text("17/05/04")) == .twoDigitYear)
    #expect(fault("person.phone", .text("09-abc")) == .notAPhone)
    #expect(fault("person.personal_id", .text("123")) == .notAPersonalID)
    #expect(fault("person.stateless", .text("maybe")) == .unknownCode)
    #expect(fault("person.full_name", .text("a\u{1B}[31m")) == .controlCharacter)
    #expect(fault("person.full_name", .text("a\nb")) == .controlCharacter)
    #expect(fault("statement.text", .text("a\nb\tc")) == nil)
    #expect(fault("statement.text", .text("a\r\nb")) == .controlCharacter)
    #expect(fault("statement.text", .text(String(repeating: "a", count: 1_100_000))) == .tooLong)
    #expect(fault("residence.unit", .text("03")) == .unknownPlace)
    #expect(fault("residence.unit", .text("123")) == .notAPlace)
    #expect(fault("support_item.amount_vnd", .text("1.000.000")) == .notANumber)
    #expect(fault("support_item.amount_vnd", .text("99999999999999999999")) == .notANumber)
    #expect(fault("support_item.amount_vnd", .text("01")) == .notANumber)
    #expect(fault("support_item.quantity", .text("1,5")) == .notANumber)
    #expect(fault("support_item.quantity", .text(".5")) == .notANumber)
    #expect(fault("case.received_at", .text("2026-05-24")) == .notAMoment)
  }

  @Test func aDiagnosisHasTheFormOfACode() throws {
    let field = try Book.field("health.diagnoses")
    for (given, kept) in [
      ("S60.2", "S60.2"), ("s602", "S60.2"), ("A09", "A09"), ("T74.1A", "T74.1A"),
    ] {
      #expect(try validation.check(.list([given]), for: field).value == .list([kept]))
    }
    for wrong in ["zz", "999", "S6", "S60.", "S.602", "S60.123", "S60 2", "Ś60", "S60..2", "60S"] {
      #expect(fault("health.diagnoses", .list([wrong])) == .notADiagnosis, "\(wrong)")
    }
  }

  /// A reason or a promise of which nobody can read anything is none, however wide or narrow its blanks are.
  @Test(arguments: [
    " ", "\t\n", "\u{A0}", "\u{200B}", "\u{3000} \u{202F}", "\u{FEFF}\u{2060}\u{200D}", "\u{AD}",
    "\u{2800}", "\u{3164}", "\u{115F}",
  ])
  func blanksAreNoReason(_ text: String) {
    for name in [
      "identification.decision_reason", "extension.reason", "request.refusal_reason",
      "closure.closure_reason_text", "refusal.reason", "referral.reply", "request.identity_check",
    ] where Book.builtIn[name] != nil {
      #expect(fault(name, .text(text)) == .onlyBlanks, "\(name)")
    }
    #expect(
      fault("person.alias_names", .list([text]))
        == (text == "\t\n" ? .controlCharacter : .onlyBlanks))
    #expect(fault("extension.reason", .text(text + "vì" + text)) == nil)
  }

  @Test func aShapeBelongsToItsField() {
    #expect(fault("person.full_name", .list(["x"])) == .wrongShape)
    #expect(fault("person.full_name", .bool(true)) == .wrongShape)
    #expect(fault("person.alias_names", .text("x")) == .wrongShape)
    #expect(fault("identification.means", .list(["Threats", "Threats"])) == .repeatedCode)
    #expect(fault("identification.means", .list(["Threats", ""])) == .emptyItem)
    #expect(fault("identification.means", .list(["Threats", "threats"])) == .unknownCode)
  }

  @Test func everyStateCanBeGivenToEveryField() throws {
    for field in Book.builtIn.fields {
      for code in ["unknown", "declined", "not_asked", "withheld"] {
        let state = try #require(FieldState(code: code))
        #expect(try validation.check(.state(code), for: field).value == .absent(state))
        #expect(try validation.check(cell: "[\(code)]", for: field).value == .absent(state))
      }
      #expect(try validation.check(.text(""), for: field).value == .absent(.notAsked))
      #expect(try validation.check(cell: "", for: field).value == .absent(.notAsked))
    }
    #expect(fault("person.sex", .state("given")) == .unknownState)
    #expect(fault("person.sex", .state("secret")) == .unknownState)
    let name = try Book.field("person.full_name")
    for cell in ["[given]", "[Unknown]", "[]", "[ declined ]", "[không rõ]"] {
      #expect(throws: CaseworkError.value(.unknownState)) {
        try validation.check(cell: cell, for: name)
      }
    }
    #expect(try validation.check(cell: "[Hoà", for: name).value == .text("[Hoà"))
    // In a form states are not written so, and a text may have brackets.
    #expect(try validation.check(.text("[Hoà]"), for: name).value == .text("[Hoà]"))
  }

  /// No handle, case or record stands for a paper that somebody signed.
  @Test func anUndertakingIsAPaper() throws {
    let field = try Book.field("refusal.undertaking_ref")
    let validation = FieldValidation(Book.builtIn) { $0 == "hanh2" ? [1] : nil }
    for text in ["hanh", "hanh2", "0123456789abcdef0123456789abcdef", "có cam kết"] {
      #expect(throws: CaseworkError.value(.notAPaper), "\(text)") {
        try validation.check(.text(text), for: field)
      }
    }
    for text in ["12/CK", "Bản cam kết ngày 22/11/2026"] {
      #expect(try validation.check(.text(text), for: field).value == .text(text))
    }
  }

  /// `Unknown` in a field of the past; what is planned, due or ends may lie ahead.
  @Test func whatHappenedIsNotInTheFuture() throws {
    let now = try Moment("2026-11-22T12:00+07:00")
    let validation = FieldValidation(Book.builtIn, notAfter: now)
    func isRefused(_ name: String, _ text: String) throws -> Bool {
      do {
        _ = try validation.check(.text(text), for: Book.field(name))
        return false
      } catch CaseworkError.value(.inTheFuture) { return true }
    }
    for (name, text) in [
      ("person.birth_date", "2090"), ("person.birth_date", "12/2026"),
      ("person.birth_date", "23/11/2026"), ("case.received_at", "22/11/2026 12:01"),
      ("support_item.delivered_at", "01/01/2030 08:00"), ("event.date", "2027"),
      ("rescue.rescue_at", "2026-11-22T05:00:01Z"), ("reintegration.returned_on", "2027-01-01"),
    ] {
      #expect(try isRefused(name, text), "\(name) \(text)")
    }
    for (name, text) in [
      ("person.birth_date", "2026"), ("person.birth_date", "22/11/2026"),
      ("case.received_at", "22/11/2026 12:00"), ("support_item.planned_for", "2030-01-01"),
      ("support_item.insurance_from", "2027-01-01"), ("stay.stay_to", "2027-01-01"),
      ("consent.expires_at", "2027-01-01"), ("referral.reply_due_at", "01/01/2027 08:00"),
    ] {
      #expect(try !isRefused(name, text), "\(name) \(text)")
    }
  }

  @Test func aCellOfAListIsSplit() throws {
    let needs = try Book.field("reception.urgent_needs")
    #expect(
      try validation.check(cell: "food;safety", for: needs).value == .list(["food", "safety"]))
    #expect(throws: CaseworkError.value(.emptyItem)) {
      try validation.check(cell: "food;", for: needs)
    }
    #expect(throws: CaseworkError.value(.emptyItem)) { try validation.check(cell: ";", for: needs) }
  }

  @Test func bytesMustBeUTF8() throws {
    let name = try Book.field("person.full_name")
    #expect(try validation.check(bytes: Array("Đỗ".utf8), for: name).value == .text("Đỗ"))
    #expect(throws: CaseworkError.value(.notUTF8)) {
      try validation.check(bytes: [0xC4], for: name)
    }
  }

  @Test func thePointLetterIsStoredInASCII() throws {
    #expect(try read("support_item.regime", .text("đ")) == .text("dd"))
    #expect(try read("support_item.regime", .text("dd")) == .text("dd"))
    #expect(fault("support_item.regime", .text("Đ")) == .unknownCode)
    #expect(fault("person.sex", .text("đ")) == .unknownCode)
  }

  @Test func referencesAreFoundOrRefused() throws {
    let id = String(repeating: "0f", count: 16)
    let bytes = [UInt8](repeating: 0x0F, count: 16)
    let field = try Book.field("dependant.dependant_ref")
    #expect(try validation.check(.text(id), for: field).value == .bytes(bytes))
    #expect(throws: CaseworkError.value(.unknownReference)) {
      try validation.check(.text("234-567-89F"), for: field)
    }
    let knowing = FieldValidation(Book.builtIn) { $0 == "234-567-89F" ? bytes : nil }
    #expect(try knowing.check(.text("234-567-89F"), for: field).value == .bytes(bytes))
    let many = try Book.field("protection.protected_relatives")
    #expect(try validation.check(.list([id]), for: many).value == .list([id]))
  }

  @Test func aPlaceNotCheckedSaysSo() throws {
    let unit = try Book.field("residence.unit")
    #expect(try validation.check(.text("31615"), for: unit).warnings == [.placeNotChecked])
    #expect(try validation.check(.text("31"), for: unit).warnings.isEmpty)
  }

  @Test func aFormNamesEveryFaultAtOnce() throws {
    let input: [String: FieldInput] = [
      "full_name": .text("Nguyễn Thị Hoà"), "sex": .text("x"), "birth_date": .text("2004-02-30"),
      "shoe_size": .text("38"), "entered_at": .text("x"), "person.phone": .text("0342604684"),
      "reporter_kind": .text("self"),
    ]
    let (readings, faults) = validation.check(input, form: "person")
    #expect(
      faults == [
        FieldFault(field: "birth_date", fault: .impossibleDate),
        FieldFault(field: "entered_at", fault: .unknownField),
        FieldFault(field: "reporter_kind", fault: .unknownField),
        FieldFault(field: "sex", fault: .unknownCode),
        FieldFault(field: "shoe_size", fault: .unknownField),
      ])
    #expect(readings.count == 2)
    let own = validation.check(["person.entered_at": .text("x")], form: "person").faults
    #expect(own == [FieldFault(field: "person.entered_at", fault: .notForTyping)])
  }
}
