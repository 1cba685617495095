import AuditLog
import Sealing

/// What the log says of the restrictions of a case: by their records' names in the log, for the examiner
/// has no key of the case.
struct StatedRestrictions {
  struct Item: Hashable {
    var since: Int
    /// What the log calls its record.
    var item: Identifier
    var field: UInt32
    /// Nil for an office.
    var role: String?
    var sealed: Int?
    var lifted: Int?
  }

  /// Where a field lies, by the entry that put it there.
  struct Place {
    var keyClass: UInt16
    var since: Int
  }

  private(set) var items: [Item] = []
  private(set) var places: [UInt32: Place] = [:]

  /// Takes in an act on a restriction.
  ///
  /// - Parameter isByOneWhoMay: signed in a role that writes restrictions, by somebody who has the case in
  ///   it. Otherwise it restricts nothing and lifts nothing.
  mutating func follow(_ entry: Entry, isByOneWhoMay: Bool) {
    guard let field = entry.restrictedField else { return }
    switch entry.act {
    case Act.restrictionSet where isByOneWhoMay:
      guard let item = entry.item else { return }
      let sealed = items.first { $0.field == field && $0.role != nil }?.sealed
      items.append(
        Item(
          since: entry.seq, item: item, field: field, role: entry.grole,
          sealed: entry.grole == nil ? nil : sealed))
    case Act.restrictionLift where isByOneWhoMay:
      let lifted = items.firstIndex { $0.since == entry.ref && $0.item == entry.item }
      guard let lifted, items[lifted].field == field else { return }
      items[lifted].lifted = entry.seq
    case Act.fieldReseal: break
    default: return
    }
    guard let keyClass = entry.keyClassPlaced(field) else { return }
    places[field] = Place(keyClass: keyClass, since: entry.seq)
    for index in items.indices where items[index].field == field && items[index].role != nil {
      items[index].sealed = entry.seq
    }
  }

  /// The roles that a restricted key is not given to, and the entry from which on it is in use; nil for
  /// one that nothing lies under any more.
  func excluded(fromKey keyClass: UInt16) -> (roles: RoleSet, since: Int)? {
    guard let place = places.first(where: { $0.value.keyClass == keyClass }) else { return nil }
    let live = items.filter { $0.field == place.key && $0.lifted == nil }
    let roles = live.compactMap { $0.role.flatMap(Role.init(rawValue:)) }
    return (RoleSet(roles), place.value.since)
  }

  /// A field that lies otherwise than what is in force wants it, although the last act on it said where: an
  /// act that nobody's program would do.
  var misplaced: Int? {
    places.first { field, place in
      let own = items.filter { $0.field == field && $0.role != nil }
      let isDue = own.contains { place.since < max($0.since, $0.lifted ?? -1) }
      let isKept = own.contains { $0.lifted == nil }
      return !isDue && isKept != Restriction.isRestricted(place.keyClass)
    }?.value.since
  }
}
