import Vault

/// What the steps after reception ask for (design, "States, guards, clocks": reported to received, received to in
/// process), by the rows of the book that the file keeps. Shown as missing until given.
struct CaseGuards {
  private let terms: [RuleCondition.Term]
  private let book: RuleBook

  private static let steps = [("reported", "received"), ("received", "in_process")]

  /// - Parameters:
  ///   - day: the day whose rows the file has.
  ///   - kind: its kind (`case.file_kind`): that of a relative who is protected takes no step of victims.
  init(_ book: RuleBook, on day: RuleDay, kind: String?) {
    let steps = Self.steps.compactMap { book.steps.step(from: $0, to: $1, on: day) }
    self.init(book, of: steps.filter { StepDesk.isOpen($0, toFileOf: kind) })
  }

  /// What some steps ask for together.
  init(_ book: RuleBook, of steps: [StepRule]) {
    self.book = book
    let terms = steps.flatMap(\.guards.terms)
    // What queues need comes first, as on the page.
    let (ofCase, others) = (terms.filter(\.isOfCase), terms.filter { !$0.isOfCase })
    self.terms = (ofCase + others).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Every field that one of these steps asks for, on whatever day: what a page has to look at before it is known when
  /// the file was opened.
  static func names(in book: RuleBook) -> Set<String> {
    Set(
      book.steps.steps.filter { step in steps.contains { $0 == (step.from, step.to) } }
        .flatMap(\.guards.fields))
  }

  /// The guards without an answer: of several fields for one, where none of them has any.
  ///
  /// - Parameter seen: what stands in a field; nil where this member may not see it, so that it is not theirs to call
  ///   missing.
  func missing(_ seen: (FieldDefinition) -> FieldValue?) -> [FieldDefinition] {
    terms.compactMap { term in
      let (names, codes): ([String], [String]?) =
        switch term {
        case .given(let names): (names, nil)
        case .code(let name, let codes): ([name], codes)
        case .special: ([], nil)
        }
      let fields = names.compactMap { book[$0] }
      let isOpen = fields.allSatisfy { field in
        guard let value = seen(field) else { return false }
        if value == .absent(.notAsked) { return codes?.contains(RuleCondition.noAnswer) != true }
        return codes.map { CaseRecords.codes(of: value).isDisjoint(with: $0) } ?? false
      }
      return isOpen ? fields.first : nil
    }
  }

  /// The guards of which this member sees nothing.
  func unseen(_ seen: (FieldDefinition) -> FieldValue?) -> [FieldDefinition] {
    terms.compactMap { term -> FieldDefinition? in
      let names: [String] =
        switch term {
        case .given(let names): names
        case .code(let name, _): [name]
        case .special: []
        }
      let fields = names.compactMap { book[$0] }
      return fields.allSatisfy { seen($0) == nil } ? fields.first : nil
    }
  }

  /// The same of values that are about to be written.
  func missing(in values: [FieldID: FieldValue]) -> [FieldDefinition] {
    missing { values[$0.id] ?? .absent(.notAsked) }
  }
}

extension RuleCondition.Term {
  fileprivate var isOfCase: Bool {
    switch self {
    case .given(let names): names.allSatisfy { $0.hasPrefix("case.") }
    case .code(let name, _): name.hasPrefix("case.")
    case .special: false
    }
  }
}

extension [String] {
  fileprivate func isDisjoint(with others: [String]) -> Bool { !contains(where: others.contains) }
}
