import Vault

/// The fields of a book that people are found by.
struct FindableFields: Sendable {
  /// By the number of the field.
  let meanings: [FieldID: PersonField]

  init(_ book: RuleBook) {
    var meanings: [FieldID: PersonField] = [:]
    for field in PersonField.allCases { meanings[book[field.rawValue]?.id] = field }
    self.meanings = meanings
  }

  /// What a value can be found by; nothing where there is none, so that a corrected one is forgotten.
  ///
  /// Nil for a field that nobody is found by.
  func terms(of value: FieldValue, in field: FieldID) -> [SearchTerm]? {
    guard let meaning = meanings[field] else { return nil }
    return Self.texts(of: value).flatMap { text in
      switch meaning {
      case .name, .alias: PersonTerms.ofName(text)
      case .birth: PersonTerms.ofBirth(text)
      case .phone: PersonTerms.ofPhone(text).map { [$0] } ?? []
      case .number, .otherNumber: PersonTerms.ofNumber(text).map { [$0] } ?? []
      }
    }
  }

  static func texts(of value: FieldValue) -> [String] {
    switch value {
    case .text(let text), .date(let text): [text]
    case .list(let items): items
    default: []
    }
  }
}

extension [FieldID: PersonField] {
  /// A book without the field has no number for it.
  fileprivate subscript(id: FieldID?) -> PersonField? {
    get { id.flatMap { self[$0] } }
    set { if let id { self[id] = newValue } }
  }
}

extension CaseChanges {
  /// With what each record can be found by.
  ///
  /// The first write of a record writes all its fields, empty ones too: those are in the index as well, so that it
  /// shows of which version it is.
  ///
  /// - Parameter isFirst: whether the case is opened with it.
  mutating func makeFindable(_ book: RuleBook, isFirst: Bool = false) {
    let fields = FindableFields(book)
    for index in records.indices {
      if isFirst || records[index].target == .new {
        for id in fields.meanings.keys
        where book[id]?.entity == records[index].entity && records[index].fields[id] == nil {
          records[index].fields[id] = .absent(.notAsked)
        }
      }
      for id in fields.meanings.keys {
        guard let value = records[index].fields[id] else { continue }
        records[index].terms[id] = fields.terms(of: value, in: id)
      }
    }
  }
}
