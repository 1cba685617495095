import AuditLog
import Sealing

/// The present epoch of a standing role, as far as cases may have been there before it: whoever holds
/// the classes that it opens owes it their keys.
struct LateEpoch {
  let role: StandingRole
  let number: UInt32
  let box: BoxPublicKey
  /// The entry that made it. What was sealed since is wrapped to it already.
  let made: Int
  /// The classes whose keys it is given together. No single role holds all that recovery does: its epoch is
  /// late once for each role that gives it a part.
  let classes: [FieldClass]

  var principal: Principal { role.principal(epoch: number) }
  /// Whether others give it other classes.
  var isPart: Bool { role == .recovery }

  /// Whose next command gives it.
  var giver: StandingRole {
    let givers: [StandingRole] = [.lead, .duty]
    return givers.first { Self.holds($0, classes) } ?? role
  }

  /// Whether a standing role opens every one of some classes.
  static func holds(_ role: StandingRole, _ classes: [FieldClass]) -> Bool {
    Set(KeyTable.standingClasses(of: role)).isSuperset(of: classes)
  }

  /// The parts in which a role is given its classes: recovery is given clinical ones by a duty officer, all
  /// others by a lead.
  static func parts(of role: StandingRole) -> [[FieldClass]] {
    let all = KeyTable.standingClasses(of: role)
    guard role == .recovery else { return [all] }
    let lead = KeyTable.standingClasses(of: .lead)
    return [all.filter(lead.contains), all.filter { !lead.contains($0) }]
  }
}

extension Directory {
  /// The present epochs, each of which may be late.
  var epochs: [LateEpoch] {
    StandingRole.allCases.flatMap { role -> [LateEpoch] in
      guard let (number, box) = epoch(of: role), let made = roster.epoch(of: role)?.seq
      else { return [] }
      return LateEpoch.parts(of: role).map { classes in
        LateEpoch(role: role, number: number, box: box, made: made, classes: classes)
      }
    }
  }

  /// The epochs to which a member can give what is missing: those of whose classes they hold every one
  /// by a standing role of their own. A role's own new epoch is served from the one before it.
  func epochs(servedBy member: MemberID) -> [LateEpoch] {
    let own = roles(of: member).compactMap { $0.standingNumber.flatMap(StandingRole.init) }
    return epochs.filter { late in
      own.contains { role in
        (role != late.role || late.number > 0) && LateEpoch.holds(role, late.classes)
      }
    }
  }
}
