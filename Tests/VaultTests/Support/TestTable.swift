import Vault

/// A field table small enough to see at once: one field of each class, and one whose letters are
/// narrower than its class.
enum TestTable {
  static let status = FieldID(1)
  static let transfers = FieldID(2)
  static let pending = FieldID(3)
  static let due = FieldID(4)
  static let channel = FieldID(101)
  static let name = FieldID(201)
  static let phone = FieldID(202)
  static let story = FieldID(301)
  static let injuries = FieldID(401)
  static let allergies = FieldID(402)
  static let shelter = FieldID(501)
  static let facts = FieldID(601)

  /// Of a file: what it is called, and SHA-256 of its content.
  static let fileName = FieldID(3400)
  static let fileSum = FieldID(3403)

  /// Of a restriction: which field, which role, since when it is lifted.
  static let restrictedField = FieldID(3100)
  static let excludedRole = FieldID(3101)
  static let liftedAt = FieldID(3104)

  static let reception: UInt16 = 2
  static let identity: UInt16 = 3
  static let statement: UInt16 = 4
  static let health: UInt16 = 5
  static let protection: UInt16 = 6
  static let figures: UInt16 = 7

  static let staff = RoleSet([.intake, .socialWorker, .lead, .healthStaff])
  static let care = RoleSet([.intake, .socialWorker, .lead])

  static func table() throws(VaultError) -> FieldTable {
    try FieldTable([
      rule(status, 1, .operations, read: staff, write: care),
      rule(transfers, 1, .operations, read: staff, write: staff),
      rule(pending, 1, .operations, read: staff, write: staff),
      rule(due, 1, .operations, read: staff, write: staff),
      rule(channel, reception, .support, read: care, write: RoleSet([.intake, .socialWorker])),
      rule(name, identity, .identity, read: care.union(RoleSet([.police])), write: care),
      // Not for intake, although intake holds the class.
      rule(phone, identity, .identity, read: RoleSet([.socialWorker, .lead]), write: care),
      rule(story, statement, .sensitive, read: RoleSet([.socialWorker, .lead]), write: care),
      rule(injuries, health, .clinical, read: RoleSet([.healthStaff]), write: staff),
      rule(allergies, health, .vital, read: RoleSet([.healthStaff]), write: staff),
      rule(shelter, protection, .safety, read: RoleSet([.socialWorker, .lead]), write: care),
      rule(facts, figures, .facts, read: RoleSet([.statistician, .lead]), write: staff),
      rule(
        fileName, Evidence.entity, .sensitive, read: RoleSet([.socialWorker, .lead]),
        write: RoleSet([.socialWorker])),
      rule(
        fileSum, Evidence.entity, .sensitive, read: RoleSet([.socialWorker, .lead]),
        write: RoleSet([.socialWorker])),
      restriction(restrictedField), restriction(excludedRole), restriction(liftedAt),
    ])
  }

  private static func restriction(_ id: FieldID) -> FieldRule {
    rule(id, Restriction.entity, .support, read: care, write: RoleSet([.socialWorker]))
  }

  private static func rule(
    _ id: FieldID, _ entity: UInt16, _ fieldClass: FieldClass, read: RoleSet, write: RoleSet
  ) -> FieldRule {
    FieldRule(id: id, entity: entity, fieldClass: fieldClass, read: read, write: write)
  }
}
