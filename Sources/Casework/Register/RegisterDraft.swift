import Vault

/// One row while it is being read: values that are sound so far, and what is wrong.
struct RegisterDraft {
  private let book: RuleBook
  private let line: Int
  private var values: [RegisterColumn: FieldValue] = [:]
  private var derived: [String: FieldValue] = [:]
  private var faults: [RegisterFault] = []
  private var warnings: [RegisterWarning] = []

  init(book: RuleBook, line: Int) {
    self.book = book
    self.line = line
  }

  mutating func read(_ column: RegisterColumn, _ cell: String, _ validation: FieldValidation) {
    guard let field = book[column.target] else { return }
    do throws(CaseworkError) {
      let reading = try validation.check(cell: cell, for: field)
      try checkCommune(column, reading.value)
      values[column] = reading.value
      for warning in reading.warnings { warn(column, warning) }
    } catch {
      if case .value(let fault) = error { note(column, fault) }
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
    guard let value = values[.receivedAt] else { return }
    guard case .dateTime(let text) = value, let received = try? Moment(text) else {
      // Not given, or said to be unknown: no clock could ever run.
      note(.receivedAt, .missing)
      return
    }
    if received > now { note(.receivedAt, .inTheFuture) }
    if let birth, birth.isCertainlyAfter(PartialDate(received.day)) {
      note(.birthDate, .afterReception)
    }
  }

  mutating func holdPersonalIDAgainstTheRest() {
    guard let digits = text(.personalID), let number = try? PersonalID(digits) else { return }
    for warning in number.warnings(sex: text(.sex), birth: birth, places: book.places) {
      warn(.personalID, warning)
    }
  }

  private var birth: PartialDate? {
    guard case .date(let text) = values[.birthDate] else { return nil }
    return try? PartialDate(text)
  }

  private func text(_ column: RegisterColumn) -> String? {
    guard case .text(let text) = values[column] else { return nil }
    return text
  }

  // MARK: What follows from other columns

  /// Birth year and sex are deposited for health staff, who see no identity; a country stands for
  /// the stage of exploitation; a statement was taken when the person was received.
  mutating func derive() {
    derived["care.care_birth_year"] =
      birth.map { .integer(Int64($0.year)) } ?? .absent(values[.birthDate]?.state ?? .notAsked)
    derived["care.care_sex"] = values[.sex] ?? .absent(.notAsked)
    if isAnswered(.exploitationCountry) { derived["event.kind"] = .text("exploitation") }
    if isAnswered(.narrative) { derived["statement.at"] = values[.receivedAt] }
  }

  private func isAnswered(_ column: RegisterColumn) -> Bool {
    values[column].map { $0 != .absent(.notAsked) } ?? false
  }

  /// Columns that alone make a record of their own; without an answer there is no such record.
  private static let ownRecord: Set<RegisterColumn> = [
    .residenceCommune, .exploitationCountry, .narrative,
  ]

  var row: RegisterRow {
    guard faults.isEmpty else {
      return RegisterRow(line: line, values: [:], faults: faults, warnings: warnings)
    }
    var fields: [FieldID: FieldValue] = [:]
    for (column, value) in values where !Self.ownRecord.contains(column) || isAnswered(column) {
      if let id = book[column.target]?.id { fields[id] = value }
    }
    for (name, value) in derived {
      if let id = book[name]?.id { fields[id] = value }
    }
    return RegisterRow(line: line, values: fields, faults: [], warnings: warnings)
  }

  private mutating func note(_ column: RegisterColumn, _ fault: ValueFault) {
    faults.append(RegisterFault(line: line, column: column, reason: .value(fault)))
  }

  private mutating func warn(_ column: RegisterColumn, _ warning: ValueWarning) {
    warnings.append(RegisterWarning(line: line, column: column, warning: warning))
  }
}
