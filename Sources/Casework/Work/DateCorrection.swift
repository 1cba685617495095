public import Vault

/// Another value for a date that was recorded, or for a code on which a limit hangs, as it waits for a second person in
/// the sealed list of the case: which field, of which record, and what it is to say.
public struct DateCorrection: Hashable, Sendable {
  public let field: FieldID
  /// Nil for the case itself and for what stands once in it.
  let record: RecordID?
  /// A date, a moment, a code, yes or no; or that none is given any more.
  public let value: FieldValue

  init(field: FieldID, record: RecordID?, value: FieldValue) {
    (self.field, self.record, self.value) = (field, record, value)
  }

  /// `1002:-`: which field of which record.
  var place: String {
    "\(field.rawValue):\(record.map { Hexadecimal.text($0.bytes) } ?? "-")"
  }

  /// `1002:-:2026-11-03T09:00:00+07:00`; `2200:00…ff:?unknown`; `4:-:rescued`
  private var text: String {
    let said =
      switch value {
      case .date(let text), .dateTime(let text), .text(let text): text
      case .bool(let answer): Self.answers.first { $0.value == answer }?.key ?? "unknown"
      default: "?" + value.state.code
      }
    return "\(place):\(said)"
  }

  /// Nil for what is not written so.
  private init?(_ text: Substring, _ book: RuleBook) {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let field = UInt32(parts[0]).flatMap({ book[FieldID($0)] })
    else { return nil }
    let id = field.id
    let record = Hexadecimal.bytes(String(parts[1]), count: 16).flatMap { RecordID(bytes: $0) }
    guard (record == nil) == (parts[1] == "-") else { return nil }
    let said = String(parts[2])
    if said.first == "?" {
      guard let state = FieldState(code: String(said.dropFirst())), state != .given else {
        return nil
      }
      self.init(field: id, record: record, value: .absent(state))
    } else {
      guard let value = Self.value(said, field, book) else { return nil }
      self.init(field: id, record: record, value: value)
    }
  }

  private static let answers: [String: ThreeWay] = ["yes": .yes, "no": .no, "unknown": .unknown]

  private static func value(
    _ said: String, _ field: FieldDefinition, _ book: RuleBook
  ) -> FieldValue? {
    guard !said.isEmpty else { return nil }
    return switch field.type {
    case .date: .date(said)
    case .datetime: .dateTime(said)
    case .code: field.codes.flatMap { book.codeLists[$0]?[said] }.map { .text($0.code) }
    case .bool3: answers[said].map(FieldValue.bool)
    default: nil
    }
  }

  // MARK: Several

  static func subject(of corrections: [DateCorrection]) -> String {
    corrections.map(\.text).joined(separator: ",")
  }

  /// - Returns: empty where it is not written so.
  static func all(in subject: String, _ book: RuleBook) -> [DateCorrection] {
    let parts = subject.split(separator: ",", omittingEmptySubsequences: false)
    let found = parts.compactMap { DateCorrection($0, book) }
    return found.count == parts.count ? found : []
  }

  /// The fields, as they are to be.
  public static func fields(in subject: String, _ book: RuleBook) -> [PageField] {
    all(in: subject, book).compactMap { correction in
      book[correction.field].map {
        PageField(definition: $0, value: correction.value, handle: nil)
      }
    }
  }
}

extension CaseChanges {
  /// Nothing but these corrections.
  init(_ corrections: [DateCorrection], _ book: RuleBook) {
    self.init()
    for correction in corrections {
      guard let field = book[correction.field] else { continue }
      guard field.entity != EntityDefinition.caseNumber else {
        operations[field.id] = correction.value
        continue
      }
      let target = correction.record.map(RecordChange.Target.existing) ?? .sole
      if let index = records.firstIndex(where: { $0.entity == field.entity && $0.target == target })
      {
        records[index].fields[field.id] = correction.value
      } else {
        records.append(
          RecordChange(target, entity: field.entity, fields: [field.id: correction.value]))
      }
    }
  }

  /// The rest of a form whose corrections wait.
  mutating func leaveOut(_ corrections: [DateCorrection]) {
    for correction in corrections {
      operations[correction.field] = nil
      for index in records.indices where records[index].recordID == correction.record {
        records[index].fields[correction.field] = nil
      }
    }
  }
}

extension RecordChange {
  /// The record that it changes; nil for one that stands once in a case.
  var recordID: RecordID? { if case .existing(let id) = target { id } else { nil } }
}
