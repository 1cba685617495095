public import Vault

/// What is recorded of a case, as rules look at it: the values of each record, by field. Only what
/// was given counts; that somebody declined to say is an answer to a person, not to a rule.
public struct CaseRecords: Sendable {
  /// The values of one record.
  public struct Record: Sendable {
    /// Nil for the case itself and for what stands once in it.
    public let id: RecordID?
    public let entity: UInt16
    public let values: [FieldID: FieldValue]
    /// Who wrote each of them, as far as that is known.
    public let writers: [FieldID: MemberID]

    public init(
      id: RecordID?, entity: UInt16, values: [FieldID: FieldValue],
      writers: [FieldID: MemberID] = [:]
    ) {
      (self.id, self.entity, self.values, self.writers) = (id, entity, values, writers)
    }
  }

  public let book: RuleBook
  public let records: [Record]

  public init(_ records: [Record], book: RuleBook) {
    self.records = records
    self.book = book
  }

  /// Records of the kind that a field belongs to.
  func records(holding name: String) -> [Record] {
    guard let field = book[name] else { return [] }
    return records.filter { $0.entity == field.entity }
  }

  /// What was given under a name: of one record where the field is of its kind, else of all.
  func values(_ name: String, in record: Record?) -> [FieldValue] {
    var found: [FieldValue] = []
    _ = look(name, in: record) { value in
      found.append(value)
      return false
    }
    return found
  }

  /// The first of those.
  func value(_ name: String, in record: Record?) -> FieldValue? {
    var found: FieldValue?
    _ = look(name, in: record) { value in
      found = value
      return true
    }
    return found
  }

  /// Whether anything was given.
  func isGiven(_ name: String, in record: Record? = nil) -> Bool {
    look(name, in: record) { _ in true }
  }

  /// Goes through what was given under a name, without a list of it: every rule of the book asks every file.
  ///
  /// - Returns: whether `isEnough` said so of any.
  private func look(
    _ name: String, in record: Record?, _ isEnough: (FieldValue) -> Bool
  ) -> Bool {
    guard let field = book[name] else { return false }
    func isFound(_ values: [FieldID: FieldValue]) -> Bool {
      guard let value = values[field.id], Self.isGiven(value) else { return false }
      return isEnough(value)
    }
    if let record, record.entity == field.entity { return isFound(record.values) }
    for index in records.indices where records[index].entity == field.entity {
      if isFound(records[index].values) { return true }
    }
    return false
  }

  /// The terms that do not hold yet. What only the caller can know it answers in `special`.
  public func unmet(
    _ condition: RuleCondition, in record: Record? = nil,
    special: (RuleCondition.Special) -> Bool = { _ in false }
  ) -> [RuleCondition.Term] {
    condition.terms.filter { !isMet($0, in: record, special) }
  }

  private func isMet(
    _ term: RuleCondition.Term, in record: Record?, _ special: (RuleCondition.Special) -> Bool
  ) -> Bool {
    switch term {
    case .given(let names): names.contains { isGiven($0, in: record) }
    case .code(let name, let codes): says(name, oneOf: codes, in: record)
    case .special(.identified): isIdentified
    case .special(.outgrown): dayOutgrown(record) != nil
    case .special(let what): special(what)
    }
  }

  private func says(_ name: String, oneOf codes: [String], in record: Record?) -> Bool {
    var isAnswered = false
    let isSaid = look(name, in: record) { value in
      isAnswered = true
      if case .text(let text) = value { return codes.contains(text) }
      return Self.codes(of: value).contains(where: codes.contains)
    }
    return isAnswered ? isSaid : codes.contains(RuleCondition.noAnswer)
  }

  func holds(_ condition: RuleCondition, in record: Record? = nil) -> Bool {
    condition.terms.allSatisfy { isMet($0, in: record) { _ in false } }
  }

  /// The earliest moment that the fields of a condition say, where it holds; nil where it does not,
  /// or no field of it is a date. What somebody outgrows it on is a day of no field.
  func moment(of condition: RuleCondition, in record: Record?) -> Moment? {
    guard holds(condition, in: record) else { return nil }
    // Of alternatives the first that was given counts, as the table lists them.
    for name in condition.fields {
      guard let first = values(name, in: record).compactMap(Self.moment).min() else { continue }
      guard condition.terms.contains(.special(.outgrown)) else { return first }
      return dayOutgrown(record).map { max(first, Moment(startOf: $0)) }
    }
    return nil
  }

  private func dayOutgrown(_ record: Record?) -> CalendarDay? {
    record.flatMap { Consent(record: $0, records: self).dayOutgrown }
  }

  // MARK: Values

  private static func isGiven(_ value: FieldValue) -> Bool {
    if case .list(let items) = value { return !items.isEmpty }
    return value.state == .given
  }

  static func codes(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text): [text]
    case .list(let items): items
    case .bool(let answer): [answer == .yes ? "yes" : answer == .no ? "no" : "unknown"]
    default: []
    }
  }

  /// A date alone is taken at its beginning: the day of the event is not counted anyway. Where only
  /// the month or year is known nothing can run from it.
  static func moment(_ value: FieldValue) -> Moment? {
    switch value {
    case .dateTime(let text): try? Moment(text)
    case .date(let text): (try? PartialDate(text))?.exactDay.map { Moment(startOf: $0) }
    default: nil
    }
  }
}
