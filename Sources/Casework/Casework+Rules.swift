public import Vault

/// The rule book as something that people read, propose and adopt.
extension Casework {
  /// Some tables in the place of those in force; the others stay as they are.
  ///
  /// - Throws: `.rules` where the book that comes of it is incomplete, contradicts itself, has a gap in time
  ///   or would change what was in force.
  public func draft(_ given: [RuleTable: [UInt8]]) throws(CaseworkError) -> RuleDraft {
    let proposed = try RuleBook(book.files.merging(given) { _, new in new })
    return RuleDraft(book: proposed, changes: try changes(to: proposed))
  }

  private func changes(to proposed: RuleBook) throws(CaseworkError) -> [RuleChange] {
    let today = moment.dayInVietnam
    let changes = try RuleRevision(adopted: book, proposed: proposed, today: today).changes()
    try CoverageCheck(proposed, today: today).run()
    try TwoPeopleCheck(proposed, today: today).run()
    try ContradictionCheck(proposed).run()
    try HolidayCheck(proposed, today: today).run()
    try RecordedCheck(proposed, known: .standard()).run()
    try UnheldCheck(adopted: book, proposed: proposed).run()
    return changes
  }

  /// A lead proposes a book; it waits for a second person.
  ///
  /// - Throws: `.vault(.nothingToDo)` where it is the book in force, byte for byte.
  public func propose(
    _ draft: RuleDraft, as session: borrowing Session
  ) throws(CaseworkError) -> ProposedBook {
    do {
      return try vault.proposeRules(
        draft.book.ruleFiles, fields: draft.book.fieldTable(), as: session)
    } catch { throw .vault(error) }
  }

  /// The book that an entry proposes, for the second person to look at.
  ///
  /// It is checked again: a row that began on the day it was proposed may lie in the past by now.
  public func review(
    _ entry: Int, as session: borrowing Session
  ) throws(CaseworkError) -> RuleDraft {
    let files: [RuleFile]
    do { files = try vault.reviewRules(of: entry, as: session) } catch { throw .vault(error) }
    let proposed = try RuleBook(adopted: files)
    return RuleDraft(book: proposed, changes: try changes(to: proposed))
  }

  /// The second person gives what they looked at; from then on it is the book in force.
  public func give(
    _ entry: Int, _ draft: RuleDraft, as session: borrowing Session
  ) throws(CaseworkError) -> Receipt {
    do {
      return try vault.giveRules(of: entry, fields: draft.book.fieldTable(), as: session)
    } catch { throw .vault(error) }
  }
}
