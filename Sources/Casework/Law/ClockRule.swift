/// A row of `clocks.csv`: a limit that the law, or the project, sets between two events of a file.
/// An object, for it has some twenty words of its own, and each file is held against all of them.
public final class ClockRule: Sendable {
  /// What it means when the limit ends.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Somebody should have acted by then.
    case duty
    /// Until then the person may ask; nobody is late.
    case window
    /// A date to come back to; it stays until that was done, or the file ends, and keeps no file open.
    case reminder
    /// Printed with the rules, never counted: no field of a file starts it.
    case reference
  }

  public let id: String
  public let label: Label
  public let kind: Kind
  /// Nil for references.
  public let start: ClockStart?
  /// Empty where nothing ends it.
  public let end: RuleCondition
  public let limit: TimeLimit
  /// A date in the file that somebody decided: it is the limit where it is given, though never beyond
  /// the amount.
  public let given: String?
  /// How many days before the end people are told.
  public let warningDays: Int
  /// The clock that this one replaces while `extendedBy` holds.
  public let extends: String?
  public let extendedBy: RuleCondition
  /// Whose duty or right it is, in the words of the provision.
  public let who: String
  /// The files that it is for.
  public let condition: RuleCondition
  public let citation: Citation
  public let validity: Validity
  let line: Int

  init(_ row: RuleRow) throws(CaseworkError) {
    id = try row.word("id")
    label = try row.label()
    kind = try row.choice("kind", Kind.init(rawValue:))
    start = try row.optional("from").map { _ throws(CaseworkError) in
      try row.choice("from", ClockStart.init)
    }
    end = try row.condition("until")
    limit = try ClockRule.limit(row)
    given = row.optional("given")
    warningDays =
      row.optional("warn_days") == nil ? 0 : try row.number("warn_days", as: Int.self)
    extends = row.optional("extends")
    extendedBy = try row.condition("extended_by")
    who = try row.text("who")
    condition = try row.condition("when")
    citation = try row.citation("citation")
    validity = try row.validity()
    line = row.line
    try check(row)
  }

  private static func limit(_ row: RuleRow) throws(CaseworkError) -> TimeLimit {
    let unit = try row.choice("unit", TimeLimit.Unit.init(rawValue:))
    guard unit.hasAmount == (row.optional("amount") != nil) else {
      throw row.fault(.badCell(column: "amount"))
    }
    let amount = unit.hasAmount ? try row.number("amount", as: Int.self) : nil
    // Longer than any limit of this law; beyond it somebody mistyped.
    guard amount ?? 0 <= 10_000 else { throw row.fault(.badCell(column: "amount")) }
    return TimeLimit(amount: amount, unit: unit)
  }

  private func check(_ row: RuleRow) throws(CaseworkError) {
    guard (kind == .reference) == (start == nil) else { throw row.fault(.badCell(column: "from")) }
    // What starts it would end it at once.
    guard start?.events.contains(.recorded(end)) != true else {
      throw row.fault(.badCell(column: "until"))
    }
    guard limit.unit != .none || given != nil else { throw row.fault(.badCell(column: "given")) }
    guard (extends == nil) == extendedBy.terms.isEmpty else {
      throw row.fault(.badCell(column: "extended_by"))
    }
  }
}

extension ClockRule: Hashable {
  public static func == (left: ClockRule, right: ClockRule) -> Bool {
    if left === right { return true }
    return (left.id, left.line, left.label, left.kind, left.start, left.end)
      == (right.id, right.line, right.label, right.kind, right.start, right.end)
      && (left.limit, left.given, left.warningDays, left.extends, left.extendedBy)
        == (right.limit, right.given, right.warningDays, right.extends, right.extendedBy)
      && (left.who, left.condition, left.citation, left.validity)
        == (right.who, right.condition, right.citation, right.validity)
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension ClockRule {
  /// Whether it is a day to come back to that somebody decided on, and no time in which to act.
  var isSetDay: Bool { kind == .reminder && limit.unit == .none }

  /// The clocks whose end starts this one.
  var followed: [String] {
    (start?.events ?? []).compactMap { event in
      guard case .endOfClock(let id) = event else { return nil }
      return id
    }
  }
}

extension RuleRow {
  /// A condition, empty where the cell is.
  func condition(_ column: String) throws(CaseworkError) -> RuleCondition {
    guard let condition = RuleCondition(cell(column)) else {
      throw fault(.badCell(column: column))
    }
    return condition
  }
}
