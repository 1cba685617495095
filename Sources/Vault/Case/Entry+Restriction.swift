import AuditLog

/// What entries say of restrictions, for the gate and the examiner alike.
extension Entry {
  /// The field that an act on a restriction is about: the one that is named without a version. Those of
  /// the restriction's own record have theirs.
  var restrictedField: UInt32? {
    let bare = (fields ?? []).filter { !$0.contains(":") }
    return bare.count == 1 ? UInt32(bare[0].dropFirst()) : nil
  }

  /// Under which key an act has put a field, with its history.
  func keyClassPlaced(_ field: UInt32) -> UInt16? {
    guard [Act.restrictionSet, Act.restrictionLift, Act.fieldReseal].contains(act),
      restrictedField == field
    else { return nil }
    return self.class.flatMap(UInt16.init(exactly:))
  }

  /// Whether who signed has, or had, the role they acted in, and it is one that writes restrictions.
  func mayRestrict(_ directory: Directory, writers: RoleSet) -> Bool {
    guard let role = role.flatMap(Role.init(rawValue:)) else { return false }
    return writers.contains(role) && directory.hasHeld(role, actor)
  }
}

extension FieldTable {
  /// Who may restrict a field, and lift that.
  var restrictors: RoleSet { self[Restriction.liftedField]?.write ?? [] }
}
