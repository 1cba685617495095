import AuditLog
import Sealing

/// The end of what a member's roles gave them: of all of it where they are suspended, of a single role
/// where that is taken back.
///
/// Nothing is encrypted anew. Their packs go, the outer key of each of their cases is replaced, and of every
/// office key, so that an old copy of the records opens nothing with the custody of today; what they could
/// read is due for new keys at the next write. All of it is one transaction, however many cases there are.
struct Departure {
  let context: ActContext
  let member: RosterMember
  let memberKey: Int
  /// The roles that end.
  let ended: [Role]
  /// Whether nothing is left to them: a suspension.
  let isWhole: Bool

  var tx: Transaction { context.tx }

  init(
    _ context: ActContext, _ member: RosterMember, ending role: Role? = nil
  ) throws(VaultError) {
    guard let row = try context.tx.member(MemberID(member.id)) else { throw .noSuchMember }
    self.context = context
    self.member = member
    memberKey = row.key
    isWhole = role == nil
    ended = context.directory.roles(of: MemberID(member.id)).filter { role == nil || role == $0 }
  }

  /// The roles that they keep.
  private var kept: [Role] {
    isWhole
      ? [] : context.directory.roles(of: MemberID(member.id)).filter { !ended.contains($0) }
  }

  /// Whether they held the seed of a standing role: it opens every case.
  var isStanding: Bool { ended.contains { $0.standingNumber != nil } }

  /// Whether what was shared with them ends: nobody is left in a role to which a case can be shared.
  private var endsExcerpts: Bool {
    !kept.contains { OfficeAct.listExcerpts.roles.contains($0) }
  }

  // MARK: What it may not leave behind

  /// The class that nobody could open any more but recovery, or nil.
  func lastReader() throws(VaultError) -> (fieldClass: FieldClass, role: Role)? {
    for role in ended {
      guard let standing = role.standingNumber.flatMap(StandingRole.init(rawValue:))
      else { continue }
      var open: [FieldClass] = []
      for other in StandingRole.allCases where other != .recovery {
        if try hasHolder(other) { open += KeyTable.standingClasses(of: other) }
      }
      if let last = KeyTable.standingClasses(of: standing).first(where: { !open.contains($0) }) {
        return (last, role)
      }
    }
    return nil
  }

  /// Whether nobody would be left to admit anybody: no command makes an administrator where there is none, not even
  /// that of two trustees.
  var endsAdministration: Bool {
    ended.contains(.admin)
      && !context.directory.roster.holders(of: .admin).contains { $0.id != member.id }
  }

  /// Whether somebody else is left who has its seed. Of a role without one nothing is lost.
  private func hasHolder(_ standing: StandingRole) throws(VaultError) -> Bool {
    let left = context.directory.roster.holders(of: standing.maker).filter { stays($0, standing) }
    guard let epoch = context.directory.epoch(of: standing)?.number else { return !left.isEmpty }
    let holders = SeedHolders(directory: context.directory, tx: tx)
    for other in left where try holders.holds(standing, epoch, other.id) { return true }
    return false
  }

  func stays(_ other: RosterMember, _ standing: StandingRole) -> Bool {
    other.id != member.id || kept.contains { $0.standingNumber == standing.rawValue }
  }

  func ends(_ row: Transaction.AssignmentRow) -> Bool {
    Self.ends(row.role, ended: ended, kept: kept)
  }

  /// Whether an assignment in a role ends with some roles, while others are kept. A duty officer who has a
  /// case has it as health staff.
  static func ends(_ role: Role, ended: [Role], kept: [Role]) -> Bool {
    let ways = role == .healthStaff ? [.healthStaff, .duty] : [role]
    return ways.contains(where: ended.contains) && !ways.contains(where: kept.contains)
  }

  // MARK: Ending

  /// What was ended.
  struct Ended {
    /// Cases whose outer key was replaced.
    var cases = 0
    /// Cases that nobody answers for now.
    var ownerless = 0
    /// Cases whose packs did not open.
    var spoilt = 0
  }

  /// Ends it all, as an entry of this generation states.
  func end(at seq: Int, generation: Int, role: Role) throws(VaultError) -> Ended {
    var result = Ended()
    // What they had begun to type is theirs alone to go on with.
    try tx.deleteDrafts(by: memberKey)
    let principal = try tx.principalKey(.member(member.id))
    // All new keys of custody in one transaction, and before the records commit.
    _ = try context.custody.adding { _ throws(VaultError) in
      var last = 0
      while case let keys = try files(after: last), let newest = keys.last {
        last = newest
        for key in keys {
          let end = CaseEnd(
            departure: self, seq: seq, generation: generation, role: role, principal: principal)
          try end.run(key, into: &result)
        }
      }
      try OfficeKeyReplacement(context: context).replace(generation: generation) { row in
        row.principal == principal && !keeps(row.keyClass)
      }
      try SearchIndex(context).replaceOuterKeys(generation: generation)
    }
    return result
  }

  /// How many cases it is about.
  func count() throws(VaultError) -> Int {
    isStanding ? try tx.fileCount() : try tx.countFiles(of: memberKey)
  }

  static let filesAtOnce = 512

  private func files(after key: Int) throws(VaultError) -> [Int] {
    isStanding
      ? try tx.fileKeys(after: key, limit: Self.filesAtOnce)
      : try tx.files(of: memberKey, after: key, limit: Self.filesAtOnce)
  }

  private func keeps(_ keyClass: UInt16) -> Bool {
    guard !isWhole, let key = OfficeKey(keyClass: keyClass) else { return false }
    return key == .vault || kept.contains(where: key.isHeld)
  }

  /// The member's live assignments of a case, those that end first.
  func assignments(
    of file: Transaction.File
  ) throws(VaultError) -> (ending: [Transaction.AssignmentRow], left: [Transaction.AssignmentRow]) {
    // An emergency opens nothing to who is no duty officer any more, and ends by its review alone.
    let own = try tx.assignments(of: file.key).filter {
      $0.member == memberKey && $0.ended == nil && $0.relation != .emergency
    }
    return (own.filter(ends), own.filter { !ends($0) })
  }

  /// Their copies of a case's fields that end with it.
  func excerpts(
    of file: Transaction.File
  ) throws(VaultError) -> [Transaction.ExcerptRow] {
    guard endsExcerpts else { return [] }
    return try ExcerptEnder(context: context, file: file).excerpts(of: memberKey)
  }
}
