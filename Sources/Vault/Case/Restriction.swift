/// The person may ask that one field be kept from one role, or from an office (Law 91/2025/QH15
/// Art. 10(2)). It beats every grant but an emergency.
///
/// A restricted field lies with its whole history under the n-th restricted key of its class, number
/// 0x100·n + class, which the excluded are never given. The restriction itself is a record of the case
/// like any other, so that the manifest counts it; the Vault has to know that kind of record when it
/// sees one, and whether it was lifted, without a key: hence these numbers, which are permanent
/// (`fields.csv`, `entities.csv`).
public enum Restriction {
  /// The kind of record that restrictions are.
  public static let entity: UInt16 = 32
  /// When it was lifted: written once with the record, and a second time when that is so.
  public static let liftedField = FieldID(3104)

  static let firstClass: UInt16 = 0x100
  /// Numbers from here on are keys of the office.
  static let endOfClasses: UInt16 = 0x4000

  static func keyClass(_ number: UInt16, of fieldClass: FieldClass) -> UInt16 {
    number << 8 | fieldClass.rawValue
  }

  /// Whether a key is that of a restricted field.
  static func isRestricted(_ keyClass: UInt16) -> Bool {
    (firstClass..<endOfClasses).contains(keyClass)
  }

  /// The class whose readers a key is for, less who is excluded; nil for keys of excerpts.
  static func fieldClass(of keyClass: UInt16) -> FieldClass? {
    keyClass < endOfClasses ? FieldClass(rawValue: keyClass & 0xFF) : nil
  }

  /// Queues open the operations row under one key of the office, which cannot leave out a field; and what
  /// is restricted must be known to all who act on it.
  static func mayBeRestricted(_ rule: FieldRule) -> Bool {
    rule.fieldClass != .operations && rule.entity != entity
  }

  /// Whether somebody who stands to a case in some ways is kept from a field: the person named a role,
  /// and meant whoever has it, whatever else they are.
  static func isExcluded(_ standings: [Gate.Standing], from excluded: RoleSet) -> Bool {
    standings.contains { isExcluded($0.role, $0.relation, from: excluded) }
  }

  /// A duty officer assigned to a case is health staff there.
  static func isExcluded(_ role: Role, _ relation: Relation, from excluded: RoleSet) -> Bool {
    excluded.contains(role)
      || role == .duty && relation == .assigned && excluded.contains(.healthStaff)
  }
}
