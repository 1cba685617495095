import AuditLog

/// The table of who holds which class key (design, "Field classes"; people read it as `roles.csv`,
/// and a test holds the two equal). The letters R and W of a single field narrow it, never widen it.
enum KeyTable {
  /// In the order of `FieldClass`: operations, support, identity, sensitive, clinical, safety,
  /// facts, vital.
  private typealias Row = [KeyAccess]

  private static let opener: Row =
    [.key, .key, .key, .deposit, .deposit, .deposit, .deposit, .deposit]
  /// Identity of a person under 18 follows the `sensitive` column for intake.
  private static let openerOfMinor: Row =
    [.key, .key, .deposit, .deposit, .deposit, .deposit, .deposit, .deposit]
  private static let socialWorker: Row =
    [.key, .key, .key, .key, .deposit, .key, .deposit, .deposit]
  private static let lead: Row =
    [.key, .key, .key, .key, .deposit, .key, .key, .deposit]
  private static let healthStaff: Row =
    [.key, .excerptAndDeposit, .excerpt, .deposit, .key, .nothing, .deposit, .key]
  private static let dutyOfficer: Row =
    [.key, .nothing, .nothing, .nothing, .key, .nothing, .nothing, .key]
  private static let police: Row = [
    .excerpt, .excerptAndDeposit, .excerptAndDeposit, .excerptAndDeposit, .nothing,
    .excerptAndDeposit, .deposit, .nothing,
  ]
  private static let legalAid: Row =
    [.excerpt, .excerpt, .excerpt, .excerpt, .nothing, .nothing, .nothing, .nothing]
  private static let statistician: Row =
    [.nothing, .nothing, .nothing, .nothing, .nothing, .nothing, .key, .nothing]
  private static let none = Row(repeating: .nothing, count: 8)

  /// The relations in which a role may come to a case at all.
  static func relations(of role: Role) -> [Relation] {
    switch role {
    case .intake: [.opener, .openerOfMinor]
    case .socialWorker: [.assigned, .owner]
    case .lead, .statistician: [.standing]
    case .healthStaff, .police, .legalAid: [.assigned]
    case .duty: [.assigned, .emergency]
    case .auditor, .admin, .trustee: []
    }
  }

  static func access(_ role: Role, _ relation: Relation, to fieldClass: FieldClass) -> KeyAccess {
    guard relations(of: role).contains(relation) else { return .nothing }
    return row(role, relation)[Int(fieldClass.rawValue)]
  }

  private static func row(_ role: Role, _ relation: Relation) -> Row {
    switch role {
    case .intake: relation == .openerOfMinor ? openerOfMinor : opener
    case .socialWorker: socialWorker
    case .lead: lead
    case .healthStaff: healthStaff
    // A duty officer assigned to a case is health staff there.
    case .duty: relation == .emergency ? dutyOfficer : healthStaff
    case .police: police
    case .legalAid: legalAid
    case .statistician: statistician
    case .auditor, .admin, .trustee: none
    }
  }

  /// What the key of a role epoch opens of every case.
  static func standingClasses(of epoch: StandingRole) -> [FieldClass] {
    switch epoch {
    case .lead: FieldClass.keyed.filter { access(.lead, .standing, to: $0) == .key }
    case .duty: FieldClass.keyed.filter { access(.duty, .emergency, to: $0) == .key }
    case .statistician: [.facts]
    // Where somebody is hidden is not recoverable by trustees: two stolen shares must not find them.
    case .recovery: FieldClass.keyed.filter { $0 != .safety }
    }
  }
}
