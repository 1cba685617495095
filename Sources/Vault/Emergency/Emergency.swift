import AuditLog
import Sealing

/// Breaking the glass: one person, one case, one class, at most an hour (design, keys: "Break the
/// glass"; HL7 EHR-S FM TI.2.1.2.8).
///
/// It is what its entries say, and nothing else: `emergency.open`, for a class that needs a second person
/// `approval.give`, `emergency.close`, `emergency.review`.
public struct Emergency: Hashable, Sendable {
  public enum State: Hashable, Sendable {
    /// Waits for the second person.
    case waiting
    case inForce
    /// Its hour is over, and nobody ended it before.
    case ranOut
    /// Ended before its hour was over.
    case closed
    case reviewed
  }

  /// The `emergency.open`.
  public let entry: Int
  public let caseID: CaseID
  public let asker: MemberID
  public let fieldClass: FieldClass
  /// A code of the list `emergency_reason`.
  public let reason: String
  public let state: State
  /// Whether its end stands in the log.
  public let isClosed: Bool
  /// Who agreed; nil where nobody has, or nobody has to.
  public let giver: MemberID?
  /// UTC milliseconds: when it was asked for; until when it opens, or may be given; by when a lead is to
  /// have reviewed it.
  public let opened: Int
  public let until: Int
  public let reviewDue: Int

  /// The longest that one lasts, and that an asked one may be given (milliseconds).
  public static let duration = 60 * 60_000
  /// In which it is to be reviewed (milliseconds).
  public static let reviewPeriod = 3 * 86_400_000
  /// The longest reason, in bytes.
  public static let longestText = SealedNote.longest
  /// The classes that it opens: each that has a key of its own in a case.
  public static let classes = Set(FieldClass.keyed)

  /// Whether one duty officer alone will do: what a doctor must know at once is small, and waits for nobody.
  static func isAlone(_ fieldClass: FieldClass) -> Bool { fieldClass == .vital }

  /// Whether duty officers hold the key by their role. Any other is given with the second person's word, and
  /// taken away when it ends.
  static func isOfDuty(_ fieldClass: FieldClass) -> Bool {
    KeyTable.standingClasses(of: .duty).contains(fieldClass)
  }

  /// Whether it was asked for and never given, and cannot be given any more: nothing was opened by it, and there is
  /// nothing to review.
  public var hasLapsed: Bool { giver == nil && !Self.isAlone(fieldClass) && state != .waiting }

  /// Who may break it.
  static func askers(of fieldClass: FieldClass) -> RoleSet {
    isOfDuty(fieldClass) ? RoleSet([.duty]) : RoleSet([.duty, .lead])
  }

  /// In which role the second person gives it; nil where nobody has to.
  public static func giver(of fieldClass: FieldClass) -> Role? {
    guard !isAlone(fieldClass) else { return nil }
    return isOfDuty(fieldClass) ? .duty : .lead
  }

  /// What the text of the reason is bound to: this case of this vault, and who gave it.
  static func place(
    ofNoteBy actor: ActorID, on rec: Identifier, vault: Identifier
  ) -> Digest {
    Digest.of(
      Array("safekeep/emergency/1".utf8) + vault.bytes + rec.bytes + Array(actor.description.utf8))
  }
}

extension Emergency {
  init(_ item: StatedEmergencies.Item, of id: CaseID, at time: Int) {
    (entry, caseID, asker) = (item.entry, id, item.member)
    (fieldClass, reason, giver) = (item.fieldClass, item.reason, item.giver)
    (opened, until) = (item.opened, (item.began ?? item.opened) + Self.duration)
    reviewDue = item.reviewStart + Self.reviewPeriod
    (state, isClosed) = (item.state(at: time), item.closed != nil)
  }
}
