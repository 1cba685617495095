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
    guard let field = book[name] else { return [] }
    let own = record?.entity == field.entity ? record : nil
    let holders = own.map { [$0] } ?? records.filter { $0.entity == field.entity }
    return holders.compactMap { $0.values[field.id] }.filter(Self.isGiven)
  }

  /// The terms that do not hold yet. What only the caller can know it answers in `special`.
  public func unmet(
    _ condition: RuleCondition, in record: Record? = nil,
    special: (RuleCondition.Special) -> Bool = { _ in false }
  ) -> [RuleCondition.Term] {
    condition.terms.filter { term in
      switch term {
      case .given(let names): !names.contains { !values($0, in: record).isEmpty }
      case .code(let name, let codes): !says(name, oneOf: codes, in: record)
      case .special(.identified): !isIdentified
      case .special(.outgrown): dayOutgrown(record) == nil
      case .special(let what): !special(what)
      }
    }
  }

  private func says(_ name: String, oneOf codes: [String], in record: Record?) -> Bool {
    let values = values(name, in: record)
    if values.isEmpty { return codes.contains(RuleCondition.noAnswer) }
    return values.contains { Self.codes(of: $0).contains(where: codes.contains) }
  }

  func holds(_ condition: RuleCondition, in record: Record? = nil) -> Bool {
    unmet(condition, in: record).isEmpty
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
