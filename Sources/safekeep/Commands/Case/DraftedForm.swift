import Casework
import Vault

/// A form of a case at the terminal whose answers outlast it: whoever has to leave it finds what they typed
/// sealed to them alone, and is offered it the next time.
struct DraftedForm {
  let desk: Desk
  let casework: Casework
  /// The noun of the form.
  let form: String
  let code: CaseCode
  /// Which of many records is corrected; nil for one that is made.
  var record: RecordID?

  /// Asks the form and does with the answers what is to be done. However that ends, but for a no at the
  /// summary, the answers are either recorded or kept as a draft.
  func fill<Result>(
    _ fields: [FieldDefinition], adding: UInt16? = nil, as session: borrowing Session,
    _ body: (FormInput, borrowing Session) throws -> Result
  ) throws -> Result {
    let tty = try desk.seat()
    // The terminal that closes sends its signal at any time, and may send it twice.
    let attention = try tty.attend()
    defer { attention.end() }
    let begun = try begun(tty, session)
    let present = try casework.present(
      fields, of: code, correcting: record, for: desk.purpose(asking: false), as: session)
    let asked = fields.filter { casework.isAsked($0, beside: present) }
    var steps = FormSteps(
      asked, in: casework.book, adding: adding, resuming: begun?.input.values ?? [:],
      overtaken: Set((begun?.overtaken ?? []).map(\.qualifiedName)))
    if let begun, !begun.overtaken.isEmpty {
      let labels = begun.overtaken.map { desk.words.name($0.label) }.joined(separator: ", ")
      try tty.write(desk.words.draftOvertaken(labels) + "\n")
    }
    do {
      return try FormDialogue(desk, casework, present: present).complete(&steps, tty) { input in
        var input = input
        input.draft = begun?.input.draft
        return try body(input, session)
      }
    } catch { throw keep(input(steps, begun?.input), session, error) }
  }

  private func input(_ steps: FormSteps, _ begun: FormInput?) -> FormInput {
    var input = steps.input
    input.draft = begun?.draft
    return input
  }

  /// What was begun earlier, where the person wants to go on with it. What they leave is offered again.
  private func begun(
    _ tty: borrowing ControllingTerminal, _ session: borrowing Session
  ) throws -> BegunForm? {
    let words = desk.words
    for draft in try casework.drafts(of: form, correcting: record, in: code, as: session) {
      let saved = draft.saved.map { WallTime(milliseconds: $0).forPeople }
      if try FormDialogue.isConfirmed(words.draftOffered(saved: saved), tty, words) {
        return try casework.openDraft(draft, of: code, as: session)
      }
      if try FormDialogue.isConfirmed(words.draftDropQuestion, tty, words) {
        let entry = try casework.dropDraft(draft, of: code, as: session)
        try tty.write(words.draftDropped(entry: entry) + "\n")
      }
    }
    return nil
  }

  /// - Returns: what is told: the cause, and of `!` in one sentence with it that a draft is kept.
  private func keep(
    _ input: FormInput, _ session: borrowing Session, _ cause: any Error
  ) -> any Error {
    let fault = cause as? Fault
    guard fault?.isNotConfirmed != true else { return cause }
    do {
      let entry = try casework.keepDraft(
        form, input, of: code, correcting: record, as: session)
      guard let entry else { return cause }
      if fault?.isHidden == true { return Fault.hiddenAndKept(entry: entry) }
      desk.terminal.say(desk.words.draftKept(entry: entry))
    } catch { desk.terminal.say(desk.words.draftNotKept) }
    return cause
  }
}
