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

  var principal: Principal { role.principal(epoch: number) }
  var classes: [FieldClass] { KeyTable.standingClasses(of: role) }
}

extension Directory {
  /// The present epochs, each of which may be late.
  var epochs: [LateEpoch] {
    StandingRole.allCases.compactMap { role in
      guard let (number, box) = epoch(of: role), let made = roster.epoch(of: role)?.seq
      else { return nil }
      return LateEpoch(role: role, number: number, box: box, made: made)
    }
  }

  /// The epochs to which a member can give what is missing: those of whose classes they hold every one
  /// by a standing role of their own. A role's own new epoch is served from the one before it.
  func epochs(servedBy member: MemberID) -> [LateEpoch] {
    let own = roles(of: member).compactMap { $0.standingNumber.flatMap(StandingRole.init) }
    return epochs.filter { late in
      own.contains { role in
        (role != late.role || late.number > 0)
          && Set(KeyTable.standingClasses(of: role)).isSuperset(of: late.classes)
      }
    }
  }
}
