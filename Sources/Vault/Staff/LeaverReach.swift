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
    /// What gave them the case, copies of fields of it, or a class of it in an emergency, in the order of the log.
    public let given: [GivenReach]
    /// How often they read fields of it, by which entry first and last, and that one's time, UTC milliseconds.
    public let looks: Int
    public let firstLook: Int?
    public let lastLook: Int?
    public let last: Int?

    public var isGiven: Bool { !given.isEmpty }
    /// All that was open to them.
    public var classes: [FieldClass] {
      given.reduce(into: Set()) { $0.formUnion($1.classes) }.sorted()
    }
  }

  /// A role that opened every case that there was.
  public struct Standing: Hashable, Sendable {
    public let role: Role
    /// How many cases the log knows of while they held it.
    public let cases: Int

    /// What it opened of each.
    public var classes: [FieldClass] { LeaverReach.classes(of: role) }
  }

  /// The entry of this look.
  public let entry: Int
  /// The roles that opened every case, those of before too that were taken from them; none whose key nobody gave them.
  public let standing: [Standing]
  public internal(set) var given = 0
  public internal(set) var looked = 0

  /// What a standing role opens of every case.
  public static func classes(of standing: Role) -> [FieldClass] {
    standing.standing.map { KeyTable.standingClasses(of: $0) } ?? []
  }

  /// What the log says of one case and one member.
  struct Stated {
    var given: [GivenReach] = []
    var looks = 0
    var firstLook: Int?
    var lastLook: Int?
    var last: Int?
    /// The emergencies for which they asked.
    var asked: [Int: FieldClass] = [:]

    var isGiven: Bool { !given.isEmpty }
  }
}

extension LeaverReach.Stated {
  /// Takes in what an entry says of a member.
  mutating func follow(
    _ entry: Entry, _ member: MemberID, _ directory: Directory, _ fields: FieldTable
  ) {
    let isOwn = directory.member(entry.actor) == member
    if isOwn, entry.act == Act.fieldRead {
      looks += 1
      firstLook = firstLook ?? entry.seq
      lastLook = entry.seq
      last = max(last ?? entry.t, entry.t)
    }
    if isOwn, entry.act == Act.emergencyOpen, let fieldClass = Self.fieldClass(of: entry) {
      asked[entry.seq] = fieldClass
      // Of a class that opens at once.
      if Emergency.isAlone(fieldClass) {
        given.append(GivenReach(emergencyOf: fieldClass, entry))
      }
    }
    if entry.act == Act.approvalGive, let fieldClass = entry.ref.flatMap({ asked[$0] }) {
      given.append(GivenReach(emergencyOf: fieldClass, entry))
    }
    if entry.act == Act.excerptGive, entry.subj.flatMap(directory.member) == member {
      given.append(GivenReach(copiesBy: entry, fields))
    }
    given += Care.given(by: entry, directory).filter { $0.member == member }.map {
      GivenReach($0, entry)
    }
  }

  private static func fieldClass(of entry: Entry) -> FieldClass? {
    entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init(rawValue:))
  }

  /// See ``GivenReach/narrow(to:)``.
  mutating func narrow(to keys: Set<UInt16>) {
    for index in given.indices { given[index].narrow(to: keys) }
  }

  /// Leaves what was given alone.
  mutating func forgetLooks() { (looks, firstLook, lastLook, last) = (0, nil, nil, nil) }

  func told(_ rec: Identifier, _ operations: [FieldID: FieldValue]?) -> LeaverReach.Case {
    LeaverReach.Case(
      pseudonym: rec.hex, operations: operations, given: given, looks: looks,
      firstLook: firstLook, lastLook: lastLook, last: last)
  }
}
