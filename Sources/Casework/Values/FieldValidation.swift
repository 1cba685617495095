public import Vault

/// Turns what somebody gave into a value that may be sealed, or names what is wrong with it.
/// Text is kept byte for byte; a code gets the list's spelling, a date its RFC 3339 form.
public struct FieldValidation {
  /// Finds the 16 bytes that a case code or a handle stands for.
  public typealias Resolver = (String) -> [UInt8]?

  private let book: RuleBook
  private let now: Moment?
  private let resolve: Resolver

  /// `resolve` is asked for references that are not 32 hexadecimal digits. Nothing that happened can
  /// have happened after `now`; nil where that is for somebody else to hold.
  public init(
    _ book: RuleBook, notAfter now: Moment? = nil,
    resolvingReferences resolve: @escaping Resolver = { _ in nil }
  ) {
    self.book = book
    self.now = now
    self.resolve = resolve
  }

  /// Checks one value.
  /// - Throws: `.value`.
  public func check(
    _ input: FieldInput, for field: FieldDefinition
  ) throws(CaseworkError) -> FieldReading {
    switch input {
    case .state(let code):
      guard let state = FieldState(code: code), state != .given else {
        throw .value(.unknownState)
      }
      return FieldReading(.absent(state))
    case .bool(let answer):
      guard field.type == .bool3, !field.isMany else { throw .value(.wrongShape) }
      return FieldReading(.bool(answer ? .yes : .no))
    case .list(let items):
      guard field.isMany else { throw .value(.wrongShape) }
      return try checkItems(items, for: field)
    case .text(let text):
      if text.isEmpty { return FieldReading(.absent(.notAsked)) }
      guard !field.isMany else { throw .value(.wrongShape) }
      let reading = try ValueReader(field, book, resolve).read(text)
      try refuseFuture(reading.value, of: field)
      try refuseLongAgo(reading.value)
      if field.isPaper { try refuseNoPaper(text) }
      return reading
    }
  }

  /// A year that may still mean a day behind us is no future.
  private func refuseFuture(
    _ value: FieldValue, of field: FieldDefinition
  ) throws(CaseworkError) {
    guard let now, field.isOfThePast else { return }
    let isLater =
      switch value {
      case .date(let text): try PartialDate(text).isCertainlyAfter(PartialDate(now.day))
      case .dateTime(let text): try Moment(text) > now
      default: false
      }
    if isLater { throw .value(.inTheFuture) }
  }

  /// Nobody in care is older; what is said to be longer ago was mistyped.
  static let longestLife = 120

  /// Whether a day lies so far back that nobody alive was born.
  static func isLongAgo(_ day: PartialDate, _ now: Moment) -> Bool {
    day.latest < now.day.adding(months: -12 * longestLife)
  }

  private func refuseLongAgo(_ value: FieldValue) throws(CaseworkError) {
    guard let now else { return }
    let day: PartialDate? =
      switch value {
      case .date(let text): try PartialDate(text)
      case .dateTime(let text): PartialDate(try Moment(text).day)
      default: nil
      }
    if let day, Self.isLongAgo(day, now) { throw .value(.tooLongAgo) }
  }

  /// What stands on a paper has a number in it, if only that of its day; and it is not the name by which this
  /// vault knows somebody or something.
  private func refuseNoPaper(_ text: String) throws(CaseworkError) {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }),
      Hexadecimal.bytes(text, count: 16) == nil, resolve(text) == nil
    else { throw .value(.notAPaper) }
  }

  /// Checks bytes from outside.
  public func check(
    bytes: [UInt8], for field: FieldDefinition
  ) throws(CaseworkError) -> FieldReading {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .value(.notUTF8) }
    return try check(cell: text, for: field)
  }

  /// Checks a cell of a register: empty is not asked, a word in brackets is a state, a semicolon
  /// separates the items of a list.
  /// - Throws: `.value`; `unknownState` for a cell in brackets that is none, such as `[Unknown]`: taken
  ///   as text it would become somebody's name.
  public func check(
    cell: String, for field: FieldDefinition
  ) throws(CaseworkError) -> FieldReading {
    if cell.isEmpty { return FieldReading(.absent(.notAsked)) }
    if let state = try Self.state(ofCell: cell) { return FieldReading(.absent(state)) }
    guard field.isMany else { return try check(.text(cell), for: field) }
    let items = cell.split(separator: ";", omittingEmptySubsequences: false)
    return try checkItems(items.map { String($0) }, for: field)
  }

  /// Checks a whole form.
  /// The input is named `entity.field`, or by bare name where the form has one field so called.
  /// Gives what is sound and every fault; if there is one, nothing is to be written.
  public func check(
    _ input: [String: FieldInput], form: String
  ) -> (readings: [FieldID: FieldReading], faults: [FieldFault]) {
    var readings: [FieldID: FieldReading] = [:]
    var faults: [FieldFault] = []
    for (name, given) in input.sorted(by: { $0.key < $1.key }) {
      do throws(CaseworkError) {
        let field = try typedField(name, form)
        readings[field.id] = try check(given, for: field)
      } catch {
        guard case .value(let fault) = error else { continue }
        faults.append(FieldFault(field: name, fault: fault))
      }
    }
    return (readings, faults)
  }

  private func typedField(_ name: String, _ form: String) throws(CaseworkError) -> FieldDefinition {
    guard let field = book.field(name, inForm: form) else { throw .value(.unknownField) }
    guard field.isTyped else { throw .value(.notForTyping) }
    return field
  }

  private func checkItems(
    _ items: [String], for field: FieldDefinition
  ) throws(CaseworkError) -> FieldReading {
    if items.isEmpty { return FieldReading(.absent(.notAsked)) }
    guard items.count <= TextRules.mostItems || field.type.takesCodes else {
      throw .value(.tooManyItems)
    }
    let reader = ValueReader(field, book, resolve)
    var texts: [String] = []
    var seen: Set<String> = []
    for item in items {
      guard !item.isEmpty else { throw .value(.emptyItem) }
      let text = try reader.readItem(item)
      guard seen.insert(text).inserted || !field.type.takesCodes else {
        throw .value(.repeatedCode)
      }
      texts.append(text)
    }
    return FieldReading(.list(texts))
  }

  /// `[unknown]`, `[declined]`, `[withheld]`, `[not_asked]`; nil for what is not in brackets.
  private static func state(ofCell cell: String) throws(CaseworkError) -> FieldState? {
    guard cell.utf8.first == UInt8(ascii: "["), cell.utf8.last == UInt8(ascii: "]") else {
      return nil
    }
    guard let state = FieldState(code: String(cell.dropFirst().dropLast())), state != .given else {
      throw .value(.unknownState)
    }
    return state
  }
}
