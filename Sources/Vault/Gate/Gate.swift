import AuditLog
import FoundationEssentials
import Sealing

/// The gate: decide, write down, then open. Every way to a case goes through here.
///
/// Its decisions rest on the roster (which is what the leaves say) and on assignments, each of which
/// is held against its entry before it counts: a row widened by hand in the file admits nobody.
struct Gate {
  let ledger: Ledger
  let fields: FieldTable
  let custody: Custody
  let tx: Transaction

  /// Who asks, as the log knows them.
  struct Asker {
    var member: MemberID
    var memberKey: Int
    var roles: [Role]
  }

  /// How the asker stands to a case, one answer for each role that has any.
  struct Standing: Hashable {
    var role: Role
    var relation: Relation
    /// The entry that gives the right, where there is one.
    var by: Int?
    /// The one class that it is for; nil for all that the key table gives.
    var only: FieldClass?
  }

  // MARK: Deciding

  /// - Parameter holdsExcerpt: the asker was given copies of this case's fields and they have not run
  ///   out. For police and legal aid that is the relation: an open request to them.
  func standings(
    of asker: Asker, to file: Transaction.File, holdsExcerpt: Bool = false
  ) throws(VaultError) -> [Standing] {
    standings(of: asker, among: try liveAssignments(of: file), holdsExcerpt: holdsExcerpt)
  }

  /// The same, for who has the live assignments at hand; none for a case that there is not.
  func standings(
    of asker: Asker, among live: [Transaction.AssignmentRow], holdsExcerpt: Bool = false
  ) -> [Standing] {
    let rows = live.filter { $0.member == asker.memberKey }
    return asker.roles.map { role in
      if role == .lead || role == .statistician {
        return Standing(role: role, relation: .standing)
      }
      if holdsExcerpt && (role == .police || role == .legalAid) {
        return Standing(role: role, relation: .assigned)
      }
      // A duty officer assigned to a case is health staff there.
      let row = rows.first { $0.role == role || ($0.role == .healthStaff && role == .duty) }
      return Standing(role: role, relation: row?.relation ?? .stranger, by: row?.since)
    }
  }

  /// Why somebody has nothing to do with a case at all, or nil.
  func refusal(of standings: [Standing]) -> Refusal? {
    let readers = standings.filter { !$0.role.isBlind }
    guard !readers.isEmpty else { return .role }
    return readers.contains { $0.relation != .stranger } ? nil : .notAssigned
  }

  /// The assignments of a case that are in force and that their entries bear out.
  func liveAssignments(
    of file: Transaction.File
  ) throws(VaultError) -> [Transaction.AssignmentRow] {
    // An emergency is no assignment, though its rows stand among them: nothing is wrapped by it.
    let found = try tx.assignments(of: file.key).filter {
      $0.ended == nil && $0.relation != .emergency
    }
    guard !found.isEmpty else { return [] }
    let rec = try pseudonym(of: file)
    return try found.map { row throws(VaultError) in try borneOut(row, of: file, rec) }
  }

  func pseudonym(of file: Transaction.File) throws(VaultError) -> Identifier {
    try custody.pseudonym(of: file.key, id: file.id)
  }

  /// A row counts if an entry of this very case says the same of the same person, in the same role and
  /// relation, and was signed by somebody who may say so.
  private func borneOut(
    _ row: Transaction.AssignmentRow, of file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> Transaction.AssignmentRow {
    guard (0..<ledger.frontier.size).contains(row.since)
    else { throw .assignmentAltered(entry: row.since) }
    let entry = try ledger.provenEntry(row.since, in: tx)
    let member = try tx.memberID(row.member)
    let isGiven = Care.given(by: entry, ledger.directory).contains {
      $0.member == member && $0.role == row.role && $0.relation == row.relation
    }
    guard entry.out == .ok, entry.rec == rec, isGiven
    else { throw .assignmentAltered(entry: row.since) }
    guard row.relation == .opener else { return row }
    var row = row
    row.relation = try opener(member, entry, file)
    return row
  }

  /// Whether somebody opened the case of an adult or of a person under 18: the latter were not granted
  /// the key of identity, and the entry states what was granted.
  private func opener(
    _ member: MemberID, _ entry: Entry, _ file: Transaction.File
  ) throws(VaultError) -> Relation {
    guard let bytes = try tx.grantList(of: file.key, seq: entry.seq),
      entry.grant == Digest.of(bytes), let list = try? GrantList(reading: bytes.span)
    else { throw .assignmentAltered(entry: entry.seq) }
    let holdsIdentity = list.entries.contains {
      $0.context.principal == .member(member.identifier)
        && $0.context.keyClass == FieldClass.identity.rawValue
    }
    return holdsIdentity ? .opener : .openerOfMinor
  }

  // MARK: Readers of a class

  /// Everyone who holds a class of a case: the standing epochs first, then the assigned.
  ///
  /// - Parameters:
  ///   - excluded: roles that the person keeps a field of the class from. Recovery is nobody's role.
  ///   - known: members by row, where the caller has them at hand.
  func readers(
    of fieldClass: FieldClass, in assignments: [Transaction.AssignmentRow],
    less excluded: RoleSet = [], known: [Int: MemberID] = [:]
  ) throws(VaultError) -> [(principal: Principal, box: BoxPublicKey)] {
    var found: [(principal: Principal, box: BoxPublicKey)] = []
    for role in StandingRole.allCases
    where KeyTable.standingClasses(of: role).contains(fieldClass)
      && !excluded.contains(standing: role)
    {
      guard let epoch = ledger.directory.epoch(of: role) else { continue }
      found.append((role.principal(epoch: epoch.number), epoch.box))
    }
    for row in assignments
    where KeyTable.access(row.role, row.relation, to: fieldClass) == .key {
      let member = try member(of: row, known)
      guard let box = ledger.directory.box(of: member),
        !isExcluded(member, as: row.role, from: excluded)
      else { continue }
      let principal = Principal.member(member.identifier)
      if !found.contains(where: { $0.principal == principal }) { found.append((principal, box)) }
    }
    // Nobody may seal what no living person could open.
    guard found.contains(where: { $0.principal != recovery })
    else { throw .noReader(fieldClass) }
    return found
  }

  /// Whoever holds an excluded role is excluded, in whatever role they have the case.
  func isExcluded(
    _ member: MemberID, as role: Role? = nil, from excluded: RoleSet
  ) -> Bool {
    guard !excluded.isEmpty else { return false }
    return role.map(excluded.contains) ?? false
      || ledger.directory.roles(of: member).contains { excluded.contains($0) }
  }

  private func member(
    of row: Transaction.AssignmentRow, _ known: [Int: MemberID]
  ) throws(VaultError) -> MemberID {
    if let member = known[row.member] { return member }
    return try tx.memberID(row.member)
  }

  private var recovery: Principal? {
    ledger.directory.epoch(of: .recovery).map { StandingRole.recovery.principal(epoch: $0.number) }
  }

  // MARK: Which key version counts

  /// A version counts only if the entry that names it was signed by somebody whom the policy lets
  /// read that class of that case. Any other is a deposit: nobody seals under it again.
  func counts(
    _ key: Transaction.ClassKeyRow, of file: Transaction.File,
    assignments: [Transaction.AssignmentRow], excluded: RoleSet = []
  ) throws(VaultError) -> Bool {
    guard !key.isDue, let fieldClass = Restriction.fieldClass(of: key.keyClass)
    else { return false }
    let entry = try ledger.provenEntry(key.seq, in: tx)
    guard let bytes = try tx.grantList(of: file.key, seq: key.seq),
      entry.grant == Digest.of(bytes), entry.out == .ok, let name = entry.role,
      let role = Role(rawValue: name), let member = ledger.directory.member(entry.actor),
      ledger.directory.roles(of: member).contains(role), !isExcluded(member, from: excluded)
    else { return false }
    let list = try VaultError.sealing { () throws(SealingError) in
      try GrantList(reading: bytes.span)
    }
    let names = list.entries.contains { item in
      item.context.caseID == file.id.identifier && item.context.keyClass == key.keyClass
        && item.context.keyVersion == key.version
    }
    guard names else { return false }
    // Whoever holds the class of every case by their role made it for others who do: a duty officer too, though
    // one reads by an emergency alone.
    if let standing = role.standing, KeyTable.standingClasses(of: standing).contains(fieldClass) {
      return true
    }
    let row = try tx.member(member)?.key
    let relation =
      assignments.first { $0.member == row && $0.since <= key.seq }?.relation ?? .stranger
    return KeyTable.access(role, relation, to: fieldClass) == .key
  }
}
