/// One look at a case, or one try: the entry, and by what right it was made.
public struct ReportAccess: Equatable, Sendable {
  /// What allowed it, going by the leaves before it.
  public enum Right: Hashable, Sendable {
    /// A role whose access stands without an assignment, which the actor held.
    case standing
    /// The entry that gave it: an opening, an assignment, an excerpt, an emergency.
    case entry(Int)
    /// Nothing.
    case none
  }

  public let entry: Entry
  public let right: Right
  /// Whether it states a time of the period. Where it does not, others contradict that time.
  public let isTimely: Bool

  public init(entry: Entry, right: Right, isTimely: Bool = true) {
    (self.entry, self.right, self.isTimely) = (entry, right, isTimely)
  }
}

extension Entry {
  /// Acts in which somebody sees, takes out or changes what is in a case.
  private static let openers: Set<String> = [
    Act.fieldRead, Act.fieldWrite, Act.fieldReseal, Act.caseStep, Act.caseRetract, Act.export,
    Act.print, Act.excerptGive, Act.caseTransfer, Act.caseReceive, Act.caseErase, Act.clockOverdue,
    Act.clockMoved, "case.link", "stay.extend",
  ]
  /// What of it shows something and changes nothing. All else writes.
  private static let looks: Set<String> = [
    Act.fieldRead, Act.export, Act.print, "evidence.list", "evidence.save",
  ]
  /// What of it can be refused although nobody asked for a case: shares, figures, files of other offices.
  private static let alsoOfNoCase: Set<String> = [Act.export, Act.caseReceive]
  /// Families of acts of the same sort; their members belong to the work.
  private static let families = [
    "consent.", "referral.", "evidence.", "request.", "restriction.", "draft.",
  ]

  /// Whether a case is looked at or changed, or somebody tried to. A refusal that names no case, because
  /// there is none of that code, counts too.
  public var isAccess: Bool {
    Self.openers.contains(act) && (rec != nil || out == .denied && !isOfNoCase)
      || rec != nil && (isAnswer || Self.families.contains { act.hasPrefix($0) })
  }

  private var isOfNoCase: Bool {
    Self.alsoOfNoCase.contains(act) || act == Act.print && kind == "form"
  }

  /// Whether it shows something of a case, and leaves it as it was.
  var isLook: Bool { Self.looks.contains(act) }

  /// The second person's answer to what was asked in a case: the manifest says that something was written.
  var isAnswer: Bool {
    man != nil && (act == Act.approvalGive || act == Act.approvalRefuse)
  }

  /// Whether somebody looked for people: the entry before it, and not the ones that tell what was found.
  var beginsSearch: Bool { act == Act.search && out == .ok && ref == nil }

  /// Whether it only asked a second person: of a step the list of asks is all that it wrote, and the correction of a
  /// date writes its reason beside it (Format.md, "Operations row", field 17).
  public var isAsk: Bool {
    act == Act.caseStep && fieldNumbers == [17]
      || act == Act.clockMoved && fieldNumbers.contains(17)
  }

  /// Whether it destroys a case, a part of one, or an entry of it that was taken back. What only asks for it names no
  /// generation of the keys.
  public var destroys: Bool { out == .ok && gen != nil && isErasure }

  /// Whether it does, or asks for it.
  var isErasure: Bool { act == Act.caseErase || act == Act.caseRetract }

  /// Whether a restore destroyed again, or could not, what had been destroyed after the backup.
  public var isOfRestore: Bool { isErasure && kind == "restore" }

  /// Whether another office took its referral back: what came with it is not to be used any more. The word of the other
  /// office has a hash, an own revoking has none.
  public var isTakenBack: Bool { act == "referral.revoke" && out == .ok && sum != nil }

  /// Numbers of the fields that the entry names.
  public var fieldNumbers: [UInt32] {
    (fields ?? []).compactMap { code in
      UInt32(code.dropFirst().prefix { $0 != ":" })
    }
  }
}
