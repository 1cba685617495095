import Vault

/// What is known of the person who is looked for. Anything may be left out, but not everything.
public struct PersonQuestion: Hashable, Sendable {
  /// The name, and others that they go by.
  public var names: [String] = []
  public var birthYear: Int?
  /// Where it is known nearer than by the year: of a file or a line, not of who asks.
  var birthDay: BirthDay?
  public var phone: String?
  public var numbers: [String] = []

  /// A name, a number: longer than any, and short of a text that was pasted.
  public static let longest = 1_000

  public init() {}

  /// From what somebody gave for a file that is to be opened.
  init(_ values: [FieldID: FieldValue], _ fields: FindableFields) {
    for (id, value) in values.sorted(by: { $0.key < $1.key }) {
      let texts = FindableFields.texts(of: value)
      switch fields.meanings[id] {
      case .name, .alias: names += texts
      case .birth:
        birthYear = texts.first.flatMap(PersonTerms.year)
        birthDay = texts.first.flatMap { BirthDay($0) }
      case .phone: phone = texts.first
      case .number, .otherNumber: numbers += texts
      case nil: break
      }
    }
    numbers = Array(numbers.prefix(Self.mostNumbers))
  }

  /// The same with as many names as a question has room for: the first in each, and the others some at a time.
  var parts: [PersonQuestion] {
    guard names.count > Self.mostNames else { return [self] }
    let others = Self.mostNames - 1
    return stride(from: 1, to: names.count, by: others).map { place in
      var part = self
      part.names = [names[0]] + names[place..<min(place + others, names.count)]
      return part
    }
  }

  /// A question has room for so many.
  static let mostNames = 4
  /// More papers than anybody has; every one is looked for.
  static let mostNumbers = 8

  /// How many people could be meant: of several names, or several numbers, each may be another's.
  var guesses: Int { max(1, names.count, numbers.count) }

  /// Whether it tells anybody from others: a year does not.
  var isTelling: Bool {
    names.contains { PersonName($0).letters > 1 } || phone.flatMap(PersonTerms.ofPhone) != nil
      || numbers.contains { PersonTerms.ofNumber($0) != nil }
  }

  // MARK: As it is given

  /// The members of a question as a file gives it, in the order in which they are asked at the terminal.
  public enum Part: String, CaseIterable, Sendable {
    case name
    case alias
    case birthYear = "birth_year"
    case phone
    case idNumber = "id_number"
  }

  /// Reads one JSON object with any of the parts.
  ///
  /// - Throws: `.json`, `.jsonTwice`; `.question` with every fault; `.questionEmpty`, `.questionShort`.
  public init(json: [UInt8]) throws(CaseworkError) {
    let input = try FormInput(json: json)
    var faults = input.faults
    // The name comes before the others: where there are too many, it is not the name that is one too many.
    let order = { (key: String) in (key == Part.name.rawValue ? 0 : 1, key) }
    for (name, given) in input.values.sorted(by: { order($0.key) < order($1.key) }) {
      guard let part = Part(rawValue: name) else {
        faults.append(FieldFault(field: name, fault: .unknownField))
        continue
      }
      do throws(CaseworkError) { try take(given, for: part) } catch {
        guard case .value(let fault) = error else { throw error }
        faults.append(FieldFault(field: name, fault: fault))
      }
    }
    guard faults.isEmpty else { throw .question(faults) }
    try check()
  }

  private mutating func take(
    _ input: FieldInput, for part: Part
  ) throws(CaseworkError) {
    switch input {
    case .text(let text): try take(text, for: part)
    case .list(let items) where part == .alias || part == .idNumber:
      for item in items { try take(item, for: part) }
    default: throw .value(.wrongShape)
    }
  }

  /// Takes one part as it was typed; an empty one says nothing.
  ///
  /// - Throws: `.value`.
  public mutating func take(_ text: String, for part: Part) throws(CaseworkError) {
    guard text.utf8.count <= Self.longest else { throw .value(.tooLong) }
    if let fault = TextRules.fault(in: text, isLong: false) { throw .value(fault) }
    guard text.utf8.contains(where: { $0 != 0x20 }) else { return }
    switch part {
    case .name, .alias:
      guard names.count < Self.mostNames else { throw .value(.tooMany) }
      // The name in papers is the first, in whatever order they come.
      names.insert(text, at: part == .name ? 0 : names.count)
    case .birthYear: birthYear = try PartialDate(text).year
    case .phone:
      guard PersonTerms.ofPhone(text) != nil else { throw .value(.notAPhone) }
      phone = text
    case .idNumber:
      guard PersonTerms.ofNumber(text) != nil else { throw .value(.notAPersonalID) }
      guard numbers.count < Self.mostNumbers else { throw .value(.tooMany) }
      numbers.append(text)
    }
  }

  /// - Throws: `.questionEmpty`; `.questionShort` for a single letter alone, which half of the office has. Some are
  ///   called so (*Y*, *Ê*): beside anything else it counts.
  public func check() throws(CaseworkError) {
    guard birthYear != nil || phone != nil || !names.isEmpty || !numbers.isEmpty else {
      throw .questionEmpty
    }
    guard
      names.isEmpty || birthYear != nil || phone != nil || !numbers.isEmpty
        || names.contains(where: { PersonName($0).letters > 1 })
    else { throw .questionShort }
  }
}
