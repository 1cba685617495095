import AuditLog

/// One look at a case, or one try, and by what right.
public struct ReportedAccess: Sendable {
  public enum Right: Hashable, Sendable {
    /// A role whose access stands without an assignment.
    case standing
    /// The entry that gave it.
    case entry(Int)
    case none
  }

  public internal(set) var line: LogLine
  /// Whether the time that it states is not of the period that was asked for: it is told for where it stands, and
  /// what stands beside it contradicts that time.
  public let isDoubtful: Bool
  public let right: Right
  /// Numbers of the fields, as the entry names them.
  public internal(set) var fields: [FieldID]
  /// Classes of further fields, which whoever reads the account may not read: that they hold something is told, and not
  /// what is asked there.
  public internal(set) var closed: [FieldClass] = []
  /// The class that was asked for as a whole, where the entry names one.
  public let fieldClass: FieldClass?
  /// To whom it was given, where the act gives something.
  public let subject: ReportedPerson?
  /// The act of the entry that this one answers, where it is of the same case or asked for its pseudonym.
  public let answered: String?
  /// Whether a second person was asked: the list of asks is all that was written.
  public let isAsk: Bool
  /// Whether a case, a part of one or an entry that was taken back was destroyed, and not only asked for.
  public let isDestruction: Bool
  /// Whether a restore did that again, or could not, of what had been destroyed before.
  public let isOfRestore: Bool
  /// Whether it was written down that another office took its referral back.
  public let isTakenBack: Bool
  /// Where an emergency gave the right to look: what was opened in it, and the code of its reason.
  public let emergency: ReportedEmergency?

  /// Whether it was refused for what the person keeps from somebody.
  public var isRefusedByRestriction: Bool { line.reason == Refusal.restricted.rawValue }

  /// As it is told to somebody who may read some fields only. That a pregnancy was written down says as much as the
  /// value does: of the other fields their class is named alone.
  public func naming(
    _ open: Set<FieldID>, classOf: (FieldID) -> FieldClass?
  ) -> ReportedAccess {
    var told = self
    let named = zip(fields, line.fields).filter { open.contains($0.0) }
    told.fields = fields.filter(open.contains)
    told.closed = Set(fields.filter { !open.contains($0) }.compactMap(classOf)).sorted {
      $0.rawValue < $1.rawValue
    }
    told.line.fields = named.map(\.1) + told.closed.map(\.name)
    return told
  }
}
