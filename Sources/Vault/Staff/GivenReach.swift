import AuditLog

/// One entry that opened something of a case to somebody, as the log has it.
public struct GivenReach: Hashable, Sendable {
  public enum Way: String, Sendable {
    case opener
    case assigned
    case owner
    /// Copies of some fields.
    case share
    case emergency
  }

  public let way: Way
  /// In which role; nil of copies and of an emergency.
  public let role: Role?
  /// The entry that gave it, and its time, UTC milliseconds.
  public let entry: Int
  public let time: Int
  /// What it opened: of copies the classes of their fields.
  public private(set) var classes: Set<FieldClass>
  /// How many fields there are copies of.
  public let copies: Int

  /// What the role and the relation open; which of the keys were given to them ``narrow(to:)`` knows.
  init(_ care: Care, _ entry: Entry) {
    way =
      switch care.relation {
      case .owner: .owner
      case .opener, .openerOfMinor: .opener
      default: .assigned
      }
    (role, self.entry, time, copies) = (care.role, entry.seq, entry.t, 0)
    classes = Set(
      FieldClass.allCases.filter { KeyTable.access(care.role, care.relation, to: $0) == .key })
  }

  /// Copies of the fields that an entry names.
  init(copiesBy entry: Entry, _ table: FieldTable) {
    (way, role, self.entry, time) = (.share, nil, entry.seq, entry.t)
    let numbers = entry.fieldNumbers
    copies = numbers.count
    classes = Set(numbers.compactMap { table[FieldID(rawValue: $0)]?.fieldClass })
  }

  /// - Parameter entry: by which it opened.
  init(emergencyOf fieldClass: FieldClass, _ entry: Entry) {
    (way, role, self.entry, time) = (.emergency, nil, entry.seq, entry.t)
    (classes, copies) = ([fieldClass], 0)
  }

  /// Leaves of what a role reads the classes whose key somebody was given: who opened the case of a child was not
  /// given that of its identity, nor anybody what the assigner did not have.
  ///
  /// - Parameter keys: the classes of all keys of the case that were wrapped to them.
  mutating func narrow(to keys: Set<UInt16>) {
    guard role != nil else { return }
    classes = classes.filter { $0 == .operations || keys.contains($0.rawValue) }
  }
}
