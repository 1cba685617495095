import Vault

/// One row while it is being read: values that are sound so far, and what is wrong.
struct RegisterDraft {
  private let book: RuleBook
  private let line: Int
  /// By the number of the column.
  private var values = [FieldValue?](repeating: nil, count: RegisterColumn.allCases.count)
  private var faults: [RegisterFault] = []
  private var warnings: [RegisterWarning] = []

  init(book: RuleBook, line: Int) {
    self.book = book
    self.line = line
  }

  mutating func read(_ step: RegisterHeader.Step, _ cell: String, _ validation: FieldValidation) {
    do throws(CaseworkError) {
      let reading = try validation.check(cell: cell, for: step.field)
      try checkCommune(step.column, reading.value)
      values[step.column.rawValue] = reading.value
      for warning in reading.warnings { warn(step.column, warning) }
    } catch {
      if case .value(let fault) = error { note(step.column, fault) }
    }
  }

  /// Nobody arrives in a province as such; the register names communes.
  private func checkCommune(_ column: RegisterColumn, _ value: FieldValue) throws(CaseworkError) {
    guard column.isCommune, case .text(let code) = value else { return }
    if book.places.standing(of: code, communeOnly: true) == .wrongForm {
      throw .value(.notAPlace)
    }
  }

  // MARK: Values against each other

  mutating func holdDatesAgainstEachOther(now: Moment) {
    guard let value = value(.receivedAt) else { return }
    guard case .dateTime(let text) = value, let received = try? Moment(text) else {
      // Not given, or said to be unknown: no clock could ever run.
      note(.receivedAt, .missing)
      return
    }
    if received > now { note(.receivedAt, .inTheFuture) }
    if let birth, birth.isCertainlyAfter(PartialDate(received.day)) {
      note(.birthDate, .afterReception)
    }
    if let birth, FieldValidation.isLongAgo(birth, now) { note(.birthDate, .tooLongAgo) }
    if FieldValidation.isLongAgo(PartialDate(received.day), now) { note(.receivedAt, .tooLongAgo) }
  }

  mutating func holdPersonalIDAgainstTheRest() {
    guard let digits = text(.personalID), let number = try? PersonalID(digits) else { return }
    for warning in number.warnings(sex: text(.sex), birth: birth, places: book.places) {
      warn(.personalID, warning)
    }
  }

  private var birth: PartialDate? {
    guard case .date(let text) = value(.birthDate) else { return nil }
    return try? PartialDate(text)
  }

  private func text(_ column: RegisterColumn) -> String? {
    guard case .text(let text) = value(column) else { return nil }
    return text
  }

  // MARK: The values of the case

  func row(_ header: RegisterHeader, _ derived: DerivedFields) -> RegisterRow {
    var fields: [FieldID: FieldValue] = [:]
    if faults.isEmpty {
      fields.reserveCapacity(32)
      // Answered or not: that somebody has no address or told nothing must not show in what is stored.
      for step in header.steps {
        fields[step.field.id] = value(step.column)
      }
      derive(derived, into: &fields)
    }
    return RegisterRow(line: line, values: fields, faults: faults, warnings: warnings)
  }

  private func derive(_ derived: DerivedFields, into fields: inout [FieldID: FieldValue]) {
    func set(_ id: FieldID?, _ value: FieldValue?) { if let id { fields[id] = value } }
    let year = birth.map { FieldValue.integer(Int64($0.year)) }
    set(derived.careBirthYear, year ?? .absent(value(.birthDate)?.state ?? .notAsked))
    set(derived.careSex, value(.sex))
    set(
      derived.eventKind,
      isAnswered(.exploitationCountry) ? .text("exploitation") : .absent(.notAsked))
    set(derived.statementAt, isAnswered(.narrative) ? value(.receivedAt) : .absent(.notAsked))
  }

  private func value(_ column: RegisterColumn) -> FieldValue? { values[column.rawValue] }

  private func isAnswered(_ column: RegisterColumn) -> Bool {
    value(column).map { $0 != .absent(.notAsked) } ?? false
  }

  private mutating func note(_ column: RegisterColumn, _ fault: ValueFault) {
    faults.append(RegisterFault(line: line, column: column, reason: .value(fault)))
  }

  private mutating func warn(_ column: RegisterColumn, _ warning: ValueWarning) {
    warnings.append(RegisterWarning(line: line, column: column, warning: warning))
  }
}
