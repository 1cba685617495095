/// One look at a case, or one try, and by what right.
public struct ReportedAccess: Sendable {
  public enum Right: Hashable, Sendable {
    /// A role whose access stands without an assignment.
    case standing
    /// The entry that gave it.
    case entry(Int)
    case none
  }

  public let line: LogLine
  /// Whether the time that it states is not of the period that was asked for: it is told for where it stands, and
  /// what stands beside it contradicts that time.
  public let isDoubtful: Bool
  public let right: Right
  /// Numbers of the fields, as the entry names them.
  public let fields: [FieldID]
  /// The class that was asked for as a whole, where the entry names one.
  public let fieldClass: FieldClass?
  /// To whom it was given, where the act gives something.
  public let subject: ReportedPerson?
  /// The act of the entry that this one answers, where it is of the same case or asked for its pseudonym.
  public let answered: String?
  /// Whether a second person was asked: the list of asks is all that was written.
  public let isAsk: Bool
  /// Where an emergency gave the right to look: what was opened in it, and the code of its reason.
  public let emergency: ReportedEmergency?
}
