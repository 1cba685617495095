import AuditLog
import Sealing

/// What the log says of the emergencies of a case. The gate follows the few entries that a row of the
/// table names, the examiner all of them: by the same rules.
struct StatedEmergencies {
  struct Item: Hashable {
    /// The `emergency.open`, and its time.
    var entry: Int
    var opened: Int
    var member: MemberID
    /// The role in which they asked.
    var role: Role
    var fieldClass: FieldClass
    var reason: String
    /// Who gave it, and by which entry; nil where nobody has to.
    var giver: MemberID?
    var given: Int?
    /// When it began to open something.
    var began: Int?
    var closed: Int?
    /// The claimed time of that.
    var closedAt: Int?
    var reviewed: Int?
    /// The last entry that moved it, which its row in the table names.
    var since: Int
    /// The first later entry of the log that is of after its hour, whatever the clock says now, or that ends it: the
    /// clock was set back, so that nobody knows when the hour is over; who asked, or gave it, was suspended, or lost the role.
    var over: Int?
    /// The claimed time of that.
    var overAt: Int?

    /// What the three days of the review are counted from: a clock that was ahead when it was opened, and was put right,
    /// gives nobody longer.
    var reviewStart: Int { [opened, closedAt, overAt].compactMap(\.self).min() ?? opened }

    /// When its hour is over.
    var end: Int { (began ?? opened) + Emergency.duration }

    /// Whether the class's key was given with it, to who asked alone.
    var hasKey: Bool { given != nil && !Emergency.isOfDuty(fieldClass) }

    func state(at time: Int) -> Emergency.State {
      if reviewed != nil { return .reviewed }
      if let closedAt { return closedAt < end && over == nil ? .closed : .ranOut }
      guard time < end, over == nil else { return .ranOut }
      return began == nil ? .waiting : .inForce
    }

    /// Whether its hour is over, whoever has seen to it since.
    func hasRunOut(at time: Int) -> Bool {
      (closedAt ?? time) >= end || over != nil
    }

    /// Keys of its class that were made before this entry are due for others, as those of one that was closed are;
    /// nil while it is in force, where it opened nothing, and once the end stands in the log.
    func keysDue(at time: Int) -> Int? {
      guard began != nil, closed == nil, hasRunOut(at: time) else { return nil }
      return over ?? .max
    }
  }

  private(set) var items: [Int: Item] = [:]
  /// For each class the last end of an access that opened it: keys of before are due.
  private(set) var ended: [FieldClass: Int] = [:]

  /// Those that nobody has reviewed.
  var live: [Item] { items.values.filter { $0.reviewed == nil } }

  /// The one that an entry gave, with its key.
  func keyed(by seq: Int) -> Item? { items.values.first { $0.given == seq && $0.hasKey } }

  /// Takes in an entry.
  ///
  /// - Parameter directory: as it was at the entry; nil for who looks back and asks afterwards.
  mutating func follow(_ entry: Entry, _ directory: Directory, asOf isThen: Bool) {
    guard entry.out == .ok, let member = directory.member(entry.actor) else { return }
    func has(_ role: Role) -> Bool { !isThen || directory.hasHeld(role, entry.actor) }
    if entry.act == Act.emergencyOpen, let role = entry.role.flatMap(Role.init(rawValue:)),
      has(role)
    {
      open(entry, member, as: role)
    }
    guard let ref = entry.ref, var item = items[ref] else { return }
    switch entry.act {
    case Act.approvalGive where Emergency.giver(of: item.fieldClass).map(has) ?? false:
      item.give(entry, member)
    case Act.emergencyClose where item.member == member || has(.duty) || has(.lead):
      guard item.closed == nil else { return }
      (item.closed, item.closedAt, item.since) = (entry.seq, entry.t, entry.seq)
      if item.began != nil { ended[item.fieldClass] = entry.seq }
    case Act.emergencyReview where has(.lead):
      guard item.closed != nil, item.member != member, item.giver != member else { return }
      item.reviewed = entry.seq
    default: return
    }
    items[ref] = item
  }

  private mutating func open(_ entry: Entry, _ member: MemberID, as role: Role) {
    guard let number = entry.class.flatMap(UInt16.init(exactly:)), let reason = entry.kind,
      let fieldClass = FieldClass(rawValue: number), Emergency.classes.contains(fieldClass),
      Emergency.askers(of: fieldClass).contains(role)
    else { return }
    items[entry.seq] = Item(
      entry: entry.seq, opened: entry.t, member: member, role: role, fieldClass: fieldClass,
      reason: reason,
      began: Emergency.isAlone(fieldClass) ? entry.t : nil, since: entry.seq)
  }
}

extension StatedEmergencies.Item {
  /// Given once, in time, by somebody else.
  fileprivate mutating func give(_ entry: Entry, _ by: MemberID) {
    guard state(at: entry.t) == .waiting, by != member else { return }
    (giver, given, began, since) = (by, entry.seq, entry.t, entry.seq)
  }
}
