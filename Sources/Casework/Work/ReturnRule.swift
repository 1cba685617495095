import Vault

/// A child goes to relatives only where somebody asked whether that is dangerous, and the answer was no;
/// else to a facility (Law 53/2024 Art. 27(5), 30(1)). Whose age is not known counts as a child.
struct ReturnRule: FormRule {
  let looksAt = [
    "person.birth_date", "reintegration.return_danger", "reintegration.relatives_notified_at",
    "reintegration.returned_on",
  ]

  /// Telling relatives is the beginning of a hand-over: they are told to come.
  private static let handOver = [
    "reintegration.relatives_notified_at", "reintegration.returned_on",
  ]

  func concerns(_ changes: CaseChanges, _ book: RuleBook) -> Bool {
    !changes.fields.isDisjoint(with: book.ids(Self.handOver + ["reintegration.return_danger"]))
  }

  func check(_ form: inout CheckedChanges) throws(CaseworkError) {
    noteDanger(&form)
    guard form.changed("reintegration").contains(where: { isHandOver($0, form.book) })
    else { return }
    try form.requireSight(of: looksAt)
    guard form.after.isMinor(on: form.today), let stop = Self.stop(of: form.after) else { return }
    throw .stopped(stop)
  }

  /// Danger that is learned of when the person is back there already, of whatever age.
  private func noteDanger(_ form: inout CheckedChanges) {
    let name = "reintegration.return_danger"
    guard form.isNewlyGiven(name), form.after.code(name) == "yes", let field = form.book[name],
      form.look.records.standing == "reintegration"
        || form.after.isGiven("reintegration.returned_on")
    else { return }
    form.notes.append(RuleNote(.dangerAfterReturn, field.citation, names: [.field(field)]))
  }

  private func isHandOver(_ change: RecordChange, _ book: RuleBook) -> Bool {
    book.ids(Self.handOver).contains { change.fields[$0]?.state == .given }
  }

  /// Why a child may not go to relatives, or nil. "Not known" is no answer: the law asks whether there is
  /// ground to believe it, and somebody has to have looked.
  static func stop(of file: CaseRecords) -> RuleStop? {
    let name = "reintegration.return_danger"
    switch file.code(name) {
    case "no": return nil
    case "yes": return file.book.stop(.dangerAtHome, about: name)
    default: return file.book.stop(.missing, about: name, names: file.book.named([name]))
    }
  }
}
