import Sealing

/// What is restricted in one case: who is kept from which field, and under which key each lies.
struct CaseRestrictions {
  /// Every one that was ever set, as the log bears it out.
  var rows: [Transaction.RestrictedRow] = []
  /// Where a field lies that does not lie under the key of its class.
  var places: [FieldID: UInt16] = [:]

  /// Whether anything is kept from anybody, or lies where it was.
  var isInForce: Bool { rows.contains { $0.lifted == nil } || !places.isEmpty }

  /// The roles that a field is kept from.
  func excluded(from field: FieldID) -> RoleSet {
    RoleSet(rows.filter { $0.field == field && $0.lifted == nil }.compactMap(\.role))
  }

  /// The roles that are not given a key; none for the key of a whole class.
  func excluded(fromKey keyClass: UInt16) -> RoleSet {
    places.first { $0.value == keyClass }.map { excluded(from: $0.key) } ?? []
  }

  /// Under which key a field lies.
  func keyClass(of rule: FieldRule) -> UInt16 {
    places[rule.id] ?? rule.fieldClass.rawValue
  }

  /// The keys in use beside those of the classes, ascending.
  var keyClasses: [UInt16] { Set(places.values).sorted() }

  /// Those of them that a role in a relation reads, if the person does not keep them from it or from any
  /// role of the same member.
  func keyClasses(
    for role: Role, _ relation: Relation, among roles: [Role]
  ) -> [UInt16] {
    keyClasses.filter { keyClass in
      guard let fieldClass = Restriction.fieldClass(of: keyClass) else { return false }
      let excluded = excluded(fromKey: keyClass)
      return KeyTable.access(role, relation, to: fieldClass) == .key
        && !Restriction.isExcluded(role, relation, from: excluded)
        && !roles.contains { excluded.contains($0) }
    }
  }

  /// Fields that lie otherwise than what is in force wants them.
  var due: Set<FieldID> { Set(rows.filter(\.isDue).map(\.field)) }

  /// Where a field is to lie: under the key of its class where it is kept from nobody; else under the
  /// first restricted key of the class that nothing else lies under.
  ///
  /// - Throws: `tooManyRestricted`: the numbers end where the office's begin.
  func target(for rule: FieldRule) throws(VaultError) -> UInt16 {
    guard !excluded(from: rule.id).isEmpty else { return rule.fieldClass.rawValue }
    let taken = Set(places.values)
    let end = Restriction.endOfClasses >> 8
    let free = (1..<end).lazy.map { Restriction.keyClass($0, of: rule.fieldClass) }
      .first { !taken.contains($0) }
    guard let free else { throw .tooManyRestricted }
    return free
  }

  mutating func place(_ rule: FieldRule, under keyClass: UInt16) {
    places[rule.id] = keyClass == rule.fieldClass.rawValue ? nil : keyClass
  }
}
