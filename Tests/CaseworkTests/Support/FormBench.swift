import Sealing
import Testing
import Vault

@testable import Casework

/// A form held against the rules that concern it, over a file of a few values, without a vault.
enum FormBench {
  static let book = Book.builtIn
  /// A Sunday, so that limits that move off it are seen to move.
  static let now = "2026-11-22T12:00+07:00"

  /// What the rules make of a form.
  ///
  /// - Parameters:
  ///   - file: the records that stand, in their order (`LawOffice.file`).
  ///   - record: the place of the record that is corrected.
  static func check(
    _ form: String, _ answers: [String: String], on file: [[String: String]],
    correcting record: Int? = nil, at now: String = FormBench.now, unreadable: Set<String> = []
  ) throws -> CheckedChanges {
    let (found, changes) = try Self.form(
      form, answers, on: file, correcting: record, at: now, unreadable: unreadable)
    let rules = FormRules.rules(of: form, for: changes, book)
    // A rule sees what the rules of the form ask for, as in a vault, and not the whole file.
    let seen = book.clockFields.union(book.ids(rules.flatMap(\.looksAt) + Casework.always))
    var checked = CheckedChanges(
      changes: changes, look: found.look.showing(only: seen), now: found.now)
    try FormRules.hold(&checked, to: rules)
    return checked
  }

  /// The same before any rule looked at it.
  static func form(
    _ form: String, _ answers: [String: String], on file: [[String: String]],
    correcting record: Int? = nil, at now: String = FormBench.now, unreadable: Set<String> = []
  ) throws -> (form: CheckedChanges, changes: CaseChanges) {
    var values: [FieldID: FieldValue] = [:]
    for (name, text) in answers {
      let field = try Book.field(name)
      try #require(field.form == form, "\(name)")
      values[field.id] = LawOffice.value(text, field)
    }
    let now = try Moment(now)
    let id = record.flatMap { RecordID(bytes: Array(repeating: UInt8($0 + 1), count: 16)) }
    let changes = CaseChanges(values, book: book, entered: now, correcting: id)
    let hidden = book.ids(unreadable)
    let look = CaseLook(
      id: CaseID(Identifier.makeRandom()), records: LawOffice.file(file), version: 1, entry: 1,
      readable: Set(book.fields.map(\.id)).subtracting(hidden))
    return (CheckedChanges(changes: changes, look: look, now: now), changes)
  }

  /// Why the form is stopped; nil where it is not.
  static func stop(
    _ form: String, _ answers: [String: String], on file: [[String: String]],
    correcting record: Int? = nil, at now: String = FormBench.now
  ) throws -> RuleStop? {
    do {
      _ = try check(form, answers, on: file, correcting: record, at: now)
      return nil
    } catch CaseworkError.stopped(let stop) { return stop }
  }

  /// The faults of its values, as `field reason`; empty where there are none.
  static func faults(
    _ form: String, _ answers: [String: String], on file: [[String: String]],
    at now: String = FormBench.now
  ) throws -> [String] {
    do {
      _ = try check(form, answers, on: file, at: now)
      return []
    } catch CaseworkError.form(let faults) {
      return faults.map { "\($0.field) \($0.fault)" }
    }
  }
}

extension CaseLook {
  fileprivate func showing(only fields: Set<FieldID>) -> CaseLook {
    let shown = records.records.map { record in
      CaseRecords.Record(
        id: record.id, entity: record.entity,
        values: record.values.filter { fields.contains($0.key) }, writers: record.writers)
    }
    return CaseLook(
      id: id, records: CaseRecords(shown, book: book), version: version, entry: entry,
      readable: readable)
  }
}

extension CheckedChanges {
  /// What will be written under a name.
  func written(_ name: String) -> FieldValue? {
    book[name].flatMap { field in
      changes.operations[field.id] ?? changes.records.compactMap { $0.fields[field.id] }.first
    }
  }
}

extension StopName {
  /// The field, code or role that a refusal names.
  var told: String {
    switch self {
    case .field(let field): field.qualifiedName
    case .code(let code, _): code
    case .role(let role): role.rawValue
    case .fieldClass(let found): found.name
    case .condition(let what): what.word
    case .step(let rule): rule.to
    case .clock(let rule): rule.id
    case .record(let id): Hexadecimal.text(id.bytes)
    case .oneOf(let fields): fields.map(\.qualifiedName).joined(separator: "|")
    }
  }
}
