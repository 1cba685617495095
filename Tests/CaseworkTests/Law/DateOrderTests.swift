import Testing
import Vault

@testable import Casework

/// The order of dates: every pair of the table, from both of its sides.
@Suite struct DateOrderTests {
  private static let book = Book.builtIn

  private struct Sides {
    let pair: DateOrder.Pair
    let earlier: FieldDefinition
    let later: FieldDefinition

    init(_ pair: DateOrder.Pair) throws {
      self.pair = pair
      (earlier, later) = (try Book.field(pair.earlier), try Book.field(pair.later))
    }

    /// What the condition of the pair asks of the file.
    var conditions: [String: String] {
      pair.condition.terms.reduce(into: [:]) { all, term in
        guard case .code(let name, let codes) = term else { return }
        all[name] = codes.first { $0 != RuleCondition.noAnswer }
      }
    }
  }

  private static func value(_ day: String, _ field: FieldDefinition) -> String {
    field.type == .date ? day : day + "T09:00+07:00"
  }

  /// What the rule makes of one side that is written while the other stands.
  private static func faults(
    _ sides: Sides, writing written: FieldDefinition, earlier: String, later: String
  ) throws -> [FieldFault] {
    let days = [
      sides.earlier.qualifiedName: value(earlier, sides.earlier),
      sides.later.qualifiedName: value(later, sides.later),
    ]
    let other = written == sides.later ? sides.earlier : sides.later
    let isOneRecord = other.entity == written.entity
    var file = sides.conditions
    file[other.qualifiedName] = days[other.qualifiedName]
    var answers = sides.conditions.filter { $0.key.hasPrefix(written.entityName + ".") }
    answers[written.qualifiedName] = days[written.qualifiedName]
    let isCorrection = isOneRecord && book.entity(written.entity)?.isMany == true
    let (form, _) = try FormBench.form(
      written.form, answers.filter { book[$0.key]?.form == written.form }, on: [file],
      correcting: isCorrection ? 0 : nil)
    return form.dateFaults
  }

  @Test(arguments: DateOrder.pairs.indices)
  func aPairIsHeldFromBothSides(_ index: Int) throws {
    let sides = try Sides(DateOrder.pairs[index])
    let said = Comment(rawValue: "\(sides.pair.earlier) before \(sides.pair.later)")
    for (written, other) in [(sides.later, sides.earlier), (sides.earlier, sides.later)] {
      let faults = try Self.faults(
        sides, writing: written, earlier: "2026-10-10", later: "2026-10-09")
      #expect(faults.map(\.field) == [written.qualifiedName], said)
      #expect(faults.first?.beside == other, said)
      let expected: ValueFault =
        written == sides.earlier
        ? .tooLate
        : sides.pair.earlier == "case.received_at" ? .beforeReception : .tooEarly
      #expect(faults.first?.fault == expected, said)
      let isCited = [sides.earlier, sides.later].contains { !$0.citation.isProjectChoice }
      #expect((faults.first?.citation != nil) == isCited, said)
      for later in ["2026-10-10", "2026-10-11"] {
        #expect(
          try Self.faults(sides, writing: written, earlier: "2026-10-10", later: later) == [], said)
      }
    }
  }

  /// What is known in part is called impossible only where no reading of it is possible.
  @Test func whatIsNotKnownIsNotHeld() throws {
    let birth = try Sides(DateOrder.Pair("person.birth_date", "case.received_at"))
    func born(_ date: String) throws -> Int {
      try Self.faults(birth, writing: birth.earlier, earlier: date, later: "2026-10-09").count
    }
    #expect(try born("2026") == 0)
    #expect(try born("2026-10") == 0)
    #expect(try born("2026-11") == 1)
    #expect(try born("2027") == 1)
  }

  @Test func aConditionThatDoesNotHoldHoldsNoPair() throws {
    let paper = ["verification.initial_check_result": "certificate_present"]
    let (form, _) = try FormBench.form(
      "identification", ["identification.decided_at": "2026-09-01"],
      on: [["case.received_at": "2026-10-01T08:00+07:00"].merging(paper) { $1 }])
    #expect(form.dateFaults == [])
    // Of nobody of whom it is not known how they came is it said that they were freed first.
    let (freed, _) = try FormBench.form(
      "rescue", ["rescue.rescue_at": "2026-10-05T08:00+07:00"],
      on: [["case.received_at": "2026-10-01T08:00+07:00", "case.entry_path": "hotline111"]])
    #expect(freed.dateFaults == [])
  }

  /// After the limit of the police the paper is issued without their answer, which may still come (Art. 27(4)).
  @Test func anAnswerAfterTheLimitMayFollowTheDecision() throws {
    let asked = [
      "verification.police_request_at": "2026-10-01T08:00+07:00",
      "identification.decision": "victim", "identification.decided_by": "provincial_police",
    ]
    func faults(decided: String, answered: String) throws -> [String] {
      let file = asked.merging(["identification.decided_at": decided]) { $1 }
      return try FormBench.faults(
        "verification",
        [
          "verification.police_reply": "victim",
          "verification.police_reply_at": answered + "T08:00+07:00",
        ], on: [file])
    }
    #expect(
      try faults(decided: "2026-10-20", answered: "2026-10-21")
        == ["verification.police_reply_at tooLate"])
    #expect(try faults(decided: "2026-10-22", answered: "2026-10-26") == [])
  }

  @Test func aMinuteCountsWherePeopleAnswerEachOther() throws {
    let asked = [["verification.police_request_at": "2026-10-01T08:00+07:00"]]
    func faults(_ at: String) throws -> [String] {
      try FormBench.faults(
        "verification",
        ["verification.police_reply_at": at, "verification.police_reply": "victim"], on: asked)
    }
    #expect(
      try faults("2026-10-01T07:59+07:00") == ["verification.police_reply_at tooEarly"])
    #expect(try faults("2026-10-01T08:00+07:00") == [])
  }

  // MARK: Days that nobody can have seen

  @Test func whatHappenedLiesBehindUsAndWithinALife() throws {
    let now = try Moment(FormBench.now)
    let validation = FieldValidation(Self.book, notAfter: now)
    func fault(_ text: String, _ name: String) throws -> ValueFault? {
      let field = try Book.field(name)
      do throws(CaseworkError) { _ = try validation.check(.text(text), for: field) } catch {
        if case .value(let fault) = error { return fault }
      }
      return nil
    }
    for name in ["health.hiv_date", "person.birth_date"] {
      #expect(try fault("2026-11-23", name) == .inTheFuture, "\(name)")
      #expect(try fault("2026-11-22", name) == nil, "\(name)")
    }
    #expect(try fault("1850", "person.birth_date") == .tooLongAgo)
    #expect(try fault("1906-11-21", "person.birth_date") == .tooLongAgo)
    #expect(try fault("1906-11-22", "person.birth_date") == nil)
    #expect(try fault("1906", "person.birth_date") == nil)
    #expect(try fault("1900-01-01T00:00+07:00", "statement.at") == .tooLongAgo)
  }

  @Test func anArrivalIsHeldWhenAFileIsOpened() throws {
    func faults(_ answers: [String: String], isReported: Bool = false) throws -> [String] {
      var values: [FieldID: FieldValue] = [:]
      for (name, text) in answers {
        let field = try Book.field(name)
        values[field.id] = LawOffice.value(text, field)
      }
      return CaseDraft(
        values, isReported: isReported, book: Self.book, now: try Moment(FormBench.now)
      ).dateFaults.map { "\($0.field) \($0.fault)" }
    }
    let told = ["case.cpc_notified_at": "2026-11-20T08:00+07:00"]
    #expect(
      try faults(told.merging(["case.received_at": "2026-11-21T08:00+07:00"]) { $1 })
        == ["case.cpc_notified_at beforeReception"])
    // The day of arrival is today where none is given, and none at all of somebody who was only told of.
    #expect(try faults(told) == ["case.cpc_notified_at beforeReception"])
    #expect(try faults(told, isReported: true) == [])
    #expect(
      try faults([
        "person.birth_date": "2026-11-22", "case.received_at": "2026-11-21T08:00+07:00",
      ]) == ["case.received_at tooEarly"])
  }
}

extension CheckedChanges {
  /// What the order of dates says of the form.
  fileprivate var dateFaults: [FieldFault] {
    var form = self
    do throws(CaseworkError) { try DateOrderRule(changes, book).check(&form) } catch {
      if case .form(let faults) = error { return faults }
    }
    return []
  }
}
