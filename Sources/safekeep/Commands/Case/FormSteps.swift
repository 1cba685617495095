import Casework

/// The way through a form: which question is next, which came before it, and what was answered so far.
struct FormSteps {
  enum Step {
    /// Whether a record of the kind that this field belongs to is to be made.
    case adding(FieldDefinition)
    case field(FieldDefinition)
  }

  /// What came of a question.
  enum Turn {
    case back
    /// Skipped; where it was answered before, that stays.
    case next
    case add(Bool)
    case input(FieldInput)
  }

  private let steps: [Step]
  private var answers: [String: FieldInput] = [:]
  private var wanted: [UInt16: Bool]
  private var index = 0
  /// What a draft says at fields that somebody wrote since, by their names: these are asked anew.
  private var overtaken: [String: FieldInput] = [:]
  /// Where the form was left: of the questions before it only those are asked.
  private var left = 0
  /// What was refused when it was to be recorded: asked once more, and nothing else.
  private var refused: Set<String> = []

  /// - Parameters:
  ///   - adding: a kind of record that is being made: that is not asked about.
  ///   - begun: what was answered when the form was left: it goes on behind the last of these.
  ///   - names: the fields of these that somebody wrote since.
  init(
    _ fields: [FieldDefinition], in book: RuleBook, adding: UInt16?,
    resuming begun: [String: FieldInput] = [:], overtaken names: Set<String> = []
  ) {
    var met = Set(adding.map { [$0] } ?? [])
    steps = fields.flatMap { field -> [Step] in
      let isNew = met.insert(field.entity).inserted
      let isMany = isNew && book.entity(field.entity)?.isMany == true
      return isMany ? [.adding(field), .field(field)] : [.field(field)]
    }
    wanted = adding.map { [$0: true] } ?? [:]
    for (place, step) in steps.enumerated() {
      guard case .field(let field) = step, let answer = begun[field.qualifiedName] else { continue }
      wanted[field.entity] = true
      left = place + 1
      if names.contains(field.qualifiedName) {
        overtaken[field.qualifiedName] = answer
      } else {
        answers[field.qualifiedName] = answer
      }
    }
    index = steps.indices.first { isAnew($0) } ?? left
  }

  /// What is to be asked; nil where only the summary is left.
  var current: Step? { steps.indices.contains(index) ? steps[index] : nil }

  /// What was answered before at this field, for whoever came back to it.
  func answer(to field: FieldDefinition) -> FieldInput? { answers[field.qualifiedName] }

  /// What a draft says at a field that somebody wrote since.
  func draft(of field: FieldDefinition) -> FieldInput? { overtaken[field.qualifiedName] }

  /// What is to be recorded, in the order of the questions: nothing of a record that is not wanted after all.
  var given: [(field: FieldDefinition, input: FieldInput)] {
    steps.compactMap { step in
      guard case .field(let field) = step, wanted[field.entity] != false else { return nil }
      return answer(to: field).map { (field, $0) }
    }
  }

  /// The same by name.
  var input: FormInput {
    FormInput(Dictionary(uniqueKeysWithValues: given.map { ($0.field.qualifiedName, $0.input) }))
  }

  /// Goes back to what was refused.
  ///
  /// - Returns: false where none of it is a question of this form.
  mutating func reopen(_ names: some Sequence<String>) -> Bool {
    let asked = steps.indices.filter { !isPassedOver($0) }.compactMap { place -> String? in
      if case .field(let field) = steps[place] { field.qualifiedName } else { nil }
    }
    (refused, overtaken) = (Set(names).intersection(asked), [:])
    guard let first = steps.indices.first(where: isAnew) else { return false }
    (left, index) = (steps.count, first)
    return true
  }

  mutating func take(_ turn: Turn) {
    guard let step = current else { return back() }
    if case .field(let field) = step { refused.remove(field.qualifiedName) }
    switch (turn, step) {
    case (.back, _): return back()
    case (.add(let isWanted), .adding(let field)): wanted[field.entity] = isWanted
    case (.input(let input), .field(let field)): answers[field.qualifiedName] = input
    // Enter is no the first time, and afterwards what was said then.
    case (_, .adding(let field)): wanted[field.entity] = wanted[field.entity] ?? false
    default: break
    }
    repeat { index += 1 } while isPassedOver(index) || (index < left && !isAnew(index))
  }

  private func isAnew(_ index: Int) -> Bool {
    guard case .field(let field) = steps[index] else { return false }
    return draft(of: field) != nil || refused.contains(field.qualifiedName)
  }

  /// Before the first question there is none: it is asked again.
  private mutating func back() {
    var earlier = index - 1
    while isPassedOver(earlier) { earlier -= 1 }
    index = max(earlier, 0)
  }

  private func isPassedOver(_ index: Int) -> Bool {
    guard steps.indices.contains(index), case .field(let field) = steps[index] else { return false }
    return wanted[field.entity] == false
  }
}
