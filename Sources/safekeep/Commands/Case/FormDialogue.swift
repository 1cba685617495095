import Casework
import Vault

/// Asks for a form at the terminal, field by field, in the person's order. Nobody has to tell their
/// story: every question may be skipped, declined, unknown, not asked, withheld.
struct FormDialogue {
  /// Back to the question before.
  private static let backKey = "<"

  private let desk: Desk
  private let book: RuleBook
  private let validation: FieldValidation
  private let words: any Words
  /// What stands already, and was looked up with its entry.
  private let present: [String: PageField]

  init(_ desk: Desk, _ casework: Casework, present: [String: PageField] = [:]) {
    self.desk = desk
    self.present = present
    book = casework.book
    validation = casework.validation
    words = desk.words
  }

  /// Shows what tells one file from another and asks whether it is the one that is meant.
  ///
  /// - Throws: 1 where it is not; nothing was recorded.
  func confirm(_ page: CasePage) throws(Fault) {
    let cells = FieldCells(book: book, words: words)
    let fields = page.fields + page.records.flatMap(\.fields)
    let shown = fields.map {
      "\(words.name($0.definition.label)): \(cells.cell($0).shown(in: words))"
    }
    let tty = try desk.seat()
    try tty.write(([page.code.text] + shown).joined(separator: "\n") + "\n")
    var decision = Decision.back
    // Nothing comes before this question, and nothing is hidden in it. ^D is an answer, and it is no.
    while decision == .back || decision == .view {
      do { decision = try decide(words.isThisTheCase, tty) } catch {
        guard error.isEndOfInput else { throw error }
        decision = .no
      }
    }
    guard decision == .yes else {
      throw Fault(.failed, reason: "not_this_case") { $0.notThisCase }
    }
  }

  /// Asks every field, and shows what was answered before it is recorded.
  ///
  /// - Parameter adding: a kind of record of which there may be several and one is being made: that is not
  ///   asked about.
  func ask(_ fields: [FieldDefinition], adding: UInt16? = nil) throws(Fault) -> FormInput {
    var steps = FormSteps(fields, in: book, adding: adding)
    try ask(&steps, desk.seat())
    return steps.input
  }

  /// The same, until what was answered is taken.
  func ask<Result>(
    _ fields: [FieldDefinition], _ body: (FormInput) throws -> Result
  ) throws -> Result {
    var steps = FormSteps(fields, in: book, adding: nil)
    return try complete(&steps, desk.seat(), keepsDraft: false, body)
  }

  /// Asks until what was answered is taken: what `body` refuses or misses is asked for once more, by itself, with what is
  /// wrong with it; what else was typed stays.
  ///
  /// - Parameter keepsDraft: whether what was typed outlasts the form; where it does not, the summary is asked again for
  ///   whatever else can be put right.
  func complete<Result>(
    _ steps: inout FormSteps, _ tty: borrowing ControllingTerminal, keepsDraft: Bool = true,
    _ body: (FormInput) throws -> Result
  ) throws -> Result {
    while true {
      try ask(&steps, tty)
      do { return try body(steps.input) } catch {
        let fault = Fault.of(error)
        let faulty = fault.fields.flatMap {
          [$0.field] + ($0.beside.map { [$0.qualifiedName] } ?? [])
        }
        guard steps.reopen(faulty + fault.missing) || (!keepsDraft && fault.canBePutRight)
        else { throw error }
        try tty.write(told(fault) + "\n")
      }
    }
  }

  /// What stood in the way, each field by what the screen calls it.
  private func told(_ fault: Fault) -> String {
    guard !fault.fields.isEmpty else {
      return [fault.sentence?(words), fault.hint?(words)].compactMap(\.self)
        .joined(separator: "\n")
    }
    let lines = fault.fields.map { fault in
      fault.told(in: words, as: book[fault.field].map { words.name($0.label) })
    }
    return (lines + [words.faultsNothingWritten(fault.fields.count)]).joined(separator: "\n")
  }

  /// The same from where it was left, until it is confirmed.
  func ask(
    _ steps: inout FormSteps, _ tty: borrowing ControllingTerminal
  ) throws(Fault) {
    try tty.write(words.formKeys + "\n")
    while true {
      switch steps.current {
      case .adding(let field): steps.take(try wants(field, tty))
      case .field(let field): try take(field, &steps, tty)
      case nil:
        if try isConfirmed(steps.given, tty) { return }
        steps.take(.back)
      }
    }
  }

  /// A long text that was begun counts as typed for whoever leaves in its middle.
  private func take(
    _ field: FieldDefinition, _ steps: inout FormSteps, _ tty: borrowing ControllingTerminal
  ) throws(Fault) {
    var begun: FieldInput?
    if steps.answer(to: field) == nil, let draft = steps.draft(of: field) {
      try tty.write(words.draftSays(shown(draft, field, false)) + "\n")
    }
    do throws(Fault) { steps.take(try ask(field, steps.answer(to: field), tty, &begun)) } catch {
      if let begun, (try? validation.check(begun, for: field)) != nil { steps.take(.input(begun)) }
      throw error
    }
  }

  /// Records of which there may be several, or none, are asked about first. Enter skips, as it does
  /// at every field; what is neither yes nor no is no answer.
  private func wants(
    _ field: FieldDefinition, _ tty: borrowing ControllingTerminal
  ) throws(Fault) -> FormSteps.Turn {
    let name = book.entity(field.entity).map { words.name($0.label) } ?? field.entityName
    while true {
      let answer = try tty.ask(words.addQuestion(name))
      if answer.isEmpty { return .next }
      if answer == Self.backKey { return .back }
      if words.isYes(answer) { return .add(true) }
      if words.isNo(answer) { return .add(false) }
      try tty.write((answer == "?" ? words.addExplained(name) : words.yesOrNo) + "\n")
    }
  }

  /// Yes or no; Enter is no answer to this either.
  ///
  /// - Throws: 1 for ^D: whoever leaves has not said yes.
  static func isConfirmed(
    _ question: String, _ tty: borrowing ControllingTerminal, _ words: any Words
  ) throws(Fault) -> Bool {
    while true {
      let answer: String
      do { answer = try tty.ask(question) } catch {
        throw error.isEndOfInput ? .declined : error
      }
      if words.isYes(answer) { return true }
      if words.isNo(answer) { return false }
      try tty.write(words.yesOrNo + "\n")
    }
  }

  // MARK: One field

  private func ask(
    _ field: FieldDefinition, _ before: FieldInput?, _ tty: borrowing ControllingTerminal,
    _ begun: inout FieldInput?
  ) throws(Fault) -> FormSteps.Turn {
    let question = FieldQuestion(field: field, book: book, words: words)
    if let before {
      try tty.write(words.answeredBefore(shown(before, field, false)) + "\n")
    } else if let present = present[field.qualifiedName] {
      let cell = FieldCells(book: book, words: words).cell(present)
      try tty.write(words.recordedBefore(cell.shown(in: words)) + "\n")
    }
    while true {
      guard let typed = try tty.askWhole(question.text, cut: words.lineCut) else { continue }
      switch typed {
      case "": return .next
      case Self.backKey: return .back
      case "?": try tty.write(question.explanation + "\n")
      default:
        var answer = question.input(typed)
        if answer == nil { answer = .text(try lines(typed, tty, &begun)) }
        guard let input = answer else { continue }
        do throws(CaseworkError) {
          _ = try validation.check(input, for: field)
          guard question.unknown(in: input).isEmpty else { throw .value(.unknownField) }
          return .input(input)
        } catch {
          try refuse(typed, question, error, tty)
        }
      }
    }
  }

  /// Says what is wrong with an answer, and what may have been meant.
  private func refuse(
    _ typed: String, _ question: FieldQuestion, _ error: CaseworkError,
    _ tty: borrowing ControllingTerminal
  ) throws(Fault) {
    let like = question.like(typed)
    let unknown = question.input(typed).map(question.unknown) ?? []
    let said = unknown.map { words.badValue(field: Escaping.line($0), reason: words.lineOf(error)) }
    let lines =
      (said.isEmpty ? [words.lineOf(error)] : said)
      + (like.isEmpty ? [] : [words.perhapsMeant] + like)
    try tty.write(lines.joined(separator: "\n") + "\n")
  }

  /// A long text goes on until a line with a single dot.
  private func lines(
    _ first: String, _ tty: borrowing ControllingTerminal, _ begun: inout FieldInput?
  ) throws(Fault) -> String {
    begun = .text(first)
    let rest = try tty.askLines(words.endWithDot, cut: words.lineCut) {
      begun = .text(first + "\n" + $0)
    }
    begun = nil
    return rest.isEmpty ? first : first + "\n" + rest
  }

  // MARK: The summary

  /// - Returns: false where the person goes back to the questions.
  /// - Throws: 1 for no; nothing is recorded.
  private func isConfirmed(
    _ answers: [(field: FieldDefinition, input: FieldInput)],
    _ tty: borrowing ControllingTerminal
  ) throws(Fault) -> Bool {
    var isOpen = false
    while true {
      for (field, input) in answers {
        try tty.write("\(words.name(field.label)): \(shown(input, field, isOpen))\n")
      }
      if answers.isEmpty { try tty.write(words.nothingAnswered + "\n") }
      switch try decide(words.summaryQuestion, tty) {
      case .yes: return true
      case .back: return false
      case .no: throw .declined
      case .view: isOpen = true
      }
    }
  }

  private enum Decision { case yes, no, view, back }

  /// Enter means "skip" everywhere else in a form, so here it means nothing: what was typed for a
  /// quarter of an hour is not thrown away by one key.
  private func decide(
    _ question: String, _ tty: borrowing ControllingTerminal
  ) throws(Fault) -> Decision {
    while true {
      let answer = try tty.ask(question)
      if words.isYes(answer) { return .yes }
      if words.isNo(answer) { return .no }
      if answer.lowercased() == "v" { return .view }
      if answer == Self.backKey { return .back }
      if !answer.isEmpty { try tty.write(words.yesOrNo + "\n") }
    }
  }

  private func shown(_ input: FieldInput, _ field: FieldDefinition, _ isOpen: Bool) -> String {
    if field.fieldClass.isRestricted && !isOpen { return Cell.hidden.shown(in: words) }
    if case .list(let items) = input, FieldChoices(field: field, book: book).isOfFields {
      return items.map { book[$0].map { words.name($0.label) } ?? words.fieldClass($0) }
        .joined(separator: "; ")
    }
    // A colleague by the handle that was typed, not by their number.
    if field.type != .ref, let value = try? validation.check(input, for: field).value {
      return FieldCells(book: book, words: words).cell(value, of: field).shown(in: words)
    }
    return switch input {
    case .text(let text): Escaping.line(text)
    case .list(let items): items.map(Escaping.line).joined(separator: "; ")
    case .bool(let answer): answer ? words.yes : words.no
    case .state(let code): Cell.state(code).shown(in: words)
    }
  }
}
