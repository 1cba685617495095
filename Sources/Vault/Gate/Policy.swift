import AuditLog

/// The first wall: who may do what to which field. A pure function of a few small values, so that
/// the whole table can be enumerated by a test and written out for people to read.
enum Policy {
  /// One question about one field of one case.
  struct Question: Hashable {
    var use: Use
    var role: Role
    var relation: Relation
    var rule: FieldRule
    /// Given purpose; a restricted class is never opened without one.
    var purpose: Purpose?
    /// An excerpt given to this member names the field.
    var isInExcerpt = false
    /// The person keeps this field from a role that the member holds.
    var isRestricted = false
    /// A lead gave the class, with its key, for an hour.
    var isGiven = false
  }

  enum Use: CaseIterable, Hashable {
    case read, write
    /// Writing into a case that is being opened. Who may open one fills its forms from a paper or a
    /// register, every column of it; only the key table narrows that, and what it gives no key to is
    /// sealed for others (design, "The register of arrivals").
    case opening
  }

  /// The answer to somebody who may stand to the case in several ways.
  static func decide(
    _ use: Use, _ rule: FieldRule, purpose: Purpose?, standings: [Gate.Standing],
    inExcerpt: Bool = false, excluded: RoleSet = []
  ) -> Verdict {
    guard !standings.isEmpty else { return .denied(.role) }
    let isRestricted = Restriction.isExcluded(standings, from: excluded)
    return best(
      standings.map { standing in
        guard standing.only.map({ $0 == rule.fieldClass }) ?? true
        else { return .denied(.fieldClass) }
        return decide(
          Question(
            use: use, role: standing.role, relation: standing.relation, rule: rule,
            purpose: purpose, isInExcerpt: inExcerpt, isRestricted: isRestricted,
            isGiven: standing.only.map { !Emergency.isOfDuty($0) } ?? false))
      })
  }

  static func decide(_ question: Question) -> Verdict {
    guard !question.role.isBlind else { return .denied(.role) }
    guard question.relation != .stranger else { return .denied(.notAssigned) }
    guard !question.isGiven else { return givenInEmergency(question) }
    guard KeyTable.relations(of: question.role).contains(question.relation) else {
      return .denied(.notAssigned)
    }
    return switch question.use {
    case .read: reading(question)
    case .write, .opening: writing(question)
    }
  }

  /// Who gives a class gives what they may read of it themselves, and nothing is written by it.
  private static func givenInEmergency(_ question: Question) -> Verdict {
    guard question.use == .read, question.rule.read.contains(.lead) else {
      return .denied(.fieldClass)
    }
    if question.rule.fieldClass.isRestricted && question.purpose == nil {
      return .denied(.purpose)
    }
    return .allowed(role: question.role, access: .key)
  }

  /// What the person restricts beats every grant: the key of the class, an excerpt, a standing role.
  /// Only breaking the glass goes before it (design, "What follows from all of this", 6).
  private static func isKeptFrom(_ question: Question) -> Bool {
    question.isRestricted && question.relation != .emergency
  }

  private static func reading(_ question: Question) -> Verdict {
    guard !isKeptFrom(question) else { return .denied(.restricted) }
    let access = KeyTable.access(
      question.role, question.relation, to: question.rule.fieldClass)
    if access.mayHoldExcerpt {
      guard question.isInExcerpt else { return .denied(.fieldClass) }
    } else {
      guard access == .key, mayRead(question) else { return .denied(.fieldClass) }
    }
    if question.rule.fieldClass.isRestricted && question.purpose == nil {
      return .denied(.purpose)
    }
    return .allowed(role: question.role, access: access)
  }

  /// The duty officer stands in for health staff; the field table names only health staff.
  private static func mayRead(_ question: Question) -> Bool {
    question.rule.read.contains(question.role)
      || (question.role == .duty && question.rule.read.contains(.healthStaff))
  }

  private static func writing(_ question: Question) -> Verdict {
    let access = KeyTable.access(
      question.role, question.relation, to: question.rule.fieldClass)
    guard access == .key || access.mayDeposit else { return .denied(.fieldClass) }
    guard question.use == .opening || mayWrite(question) else { return .denied(.fieldClass) }
    // They may record what they learn, and do not read it back: it is sealed for those who may.
    return .allowed(role: question.role, access: isKeptFrom(question) ? .deposit : access)
  }

  private static func mayWrite(_ question: Question) -> Bool {
    question.rule.write.contains(question.role)
      || (question.role == .duty && question.rule.write.contains(.healthStaff))
  }

  /// The best answer over the roles a member holds: the first that allows, else the refusal that
  /// tells most about what is missing.
  static func best(_ verdicts: [Verdict]) -> Verdict {
    if let allowed = verdicts.first(where: { if case .allowed = $0 { true } else { false } }) {
      return allowed
    }
    let order: [Refusal] = [.restricted, .purpose, .fieldClass, .notAssigned, .role]
    let found = order.first { reason in verdicts.contains(.denied(reason)) }
    return .denied(found ?? .role)
  }
}
