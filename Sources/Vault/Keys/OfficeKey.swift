import AuditLog
import Sealing

/// A key of the whole vault, wrapped to members the way a class key is wrapped to the readers of a
/// case: case = 16 zero bytes, class 0x4000 and up, version = epoch.
enum OfficeKey: Hashable {
  /// The seed of a role epoch's X25519 pair.
  case standing(StandingRole)
  /// Seals staff handles and names; every member holds it.
  case vault
  /// Seals the operations row of every case.
  case operations
  /// Keys the tokens by which people are found.
  case index

  var keyClass: UInt16 {
    switch self {
    case .standing(let role): 0x4000 + UInt16(role.rawValue)
    case .vault: 0x4100
    case .operations: 0x4101
    case .index: 0x4102
    }
  }

  /// The key of a class; nil for a class of cases.
  init?(keyClass: UInt16) {
    let all = StandingRole.allCases.map(OfficeKey.standing) + [.vault, .operations, .index]
    guard let found = all.first(where: { $0.keyClass == keyClass }) else { return nil }
    self = found
  }

  /// What `key.rotate` calls it.
  var kind: String {
    switch self {
    case .standing: "epoch"
    case .vault: "vault"
    case .operations: "operations"
    case .index: "index"
    }
  }

  /// The roles whose holders make it and its next versions.
  func isMade(by role: Role) -> Bool {
    switch self {
    case .vault: role == .admin || role == .lead
    case .operations, .index: role == .lead
    case .standing(let standing): role.standingNumber == standing.rawValue
    }
  }

  /// Which offices hold it (design, "The hierarchy"). Role seeds go to the role's own holders.
  func isHeld(by role: Role) -> Bool {
    switch self {
    case .vault: true
    case .operations:
      [.intake, .socialWorker, .lead, .healthStaff, .duty].contains(role)
    case .index: [.intake, .socialWorker, .lead].contains(role)
    case .standing(let standing): role.standingNumber == standing.rawValue
    }
  }
}
