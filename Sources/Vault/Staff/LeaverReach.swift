import AuditLog
import Sealing

/// What somebody who leaves could read, as the log has it.
public struct LeaverReach: Sendable {
  /// A case that they were given or looked at.
  public struct Case: Sendable {
    /// What the log calls it.
    public let pseudonym: String
    /// The operations row, for whoever may open it; nil for others, and of a case that is gone.
    public let operations: [FieldID: FieldValue]?
    /// Whether an entry gave them the case, copies of fields of it, or a class of it in an emergency.
    public let isGiven: Bool
    /// How often they read fields of it, and the last time, UTC milliseconds.
    public let looks: Int
    public let last: Int?
  }

  /// The entry of this look.
  public let entry: Int
  /// Cases of the vault, where a standing role opened every one.
  public let everyCase: Int?
  /// The roles that opened every one, those of before too that were taken from them.
  public let standing: [Role]
  public internal(set) var given = 0
  public internal(set) var looked = 0

  /// What the log says of one case and one member.
  struct Stated {
    var isGiven = false
    var looks = 0
    var last: Int?
    /// The emergencies for which they asked.
    var asked: Set<Int> = []
  }
}

extension LeaverReach.Stated {
  /// Takes in what an entry says of a member.
  mutating func follow(_ entry: Entry, _ member: MemberID, _ directory: Directory) {
    let isOwn = directory.member(entry.actor) == member
    if isOwn, entry.act == Act.fieldRead {
      looks += 1
      last = max(last ?? entry.t, entry.t)
    }
    if isOwn, entry.act == Act.emergencyOpen {
      asked.insert(entry.seq)
      if isAlone(entry) { isGiven = true }
    }
    if entry.act == Act.approvalGive, let ref = entry.ref, asked.contains(ref) { isGiven = true }
    let isCopy =
      entry.act == Act.excerptGive && entry.subj.flatMap(directory.member) == member
    if isCopy || Care.given(by: entry, directory).contains(where: { $0.member == member }) {
      isGiven = true
    }
  }

  /// Of a class that opens at once.
  private func isAlone(_ entry: Entry) -> Bool {
    entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init(rawValue:))
      .map(Emergency.isAlone) ?? false
  }
}
