public import Vault

/// Something in a case that waits for a second person.
public struct WaitingAsk: Hashable, Sendable {
  public let ask: PendingAsk
  public let caseCode: String
  public internal(set) var askerHandle: String?
  /// Whether this member asked it, and so may not answer.
  public let isOwn: Bool
  /// Why nobody can give it, where nobody asks for it any more.
  public internal(set) var lapse: AskLapse?
  /// What its code is called, where a list of the rule book has it.
  public internal(set) var label: RuleLabel?
  /// What the field is called, where the history of one is to be erased; the kind of record, where one is taken back.
  public internal(set) var field: RuleLabel?
  /// The dates that are to be corrected, as they are to be.
  public internal(set) var corrections: [PageField] = []
  /// The limits of the law that end with an entry which is taken back, and whether each has passed: agreeing takes them
  /// from the file.
  public internal(set) var limits: [EndingLimit] = []
  /// Where the file stands: one status can be reached by steps of different articles.
  let status: String?
  /// When it was opened: by that day the step is looked up.
  let opened: CalendarDay?
  let id: CaseID

  /// What is to be erased, and on what ground; nil for any other ask.
  public var erasure: ErasureSubject? {
    ask.act.asksErasure ? ErasureSubject(text: ask.subject) : nil
  }
}
