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
  }

  // MARK: Deciding

  /// - Parameter holdsExcerpt: the asker was given copies of this case's fields and they have not run
  ///   out. For police and legal aid that is the relation: an open request to them.
  func standings(
    of asker: Asker, to file: Transaction.File, holdsExcerpt: Bool = false
  ) throws(VaultError) -> [Standing] {
    let rows = try liveAssignments(of: file).filter { $0.member == asker.memberKey }
    return standings(of: asker, among: rows, holdsExcerpt: holdsExcerpt)
  }

  /// - Parameter rows: the asker's own assignments; none for a case that there is not.
  func standings(
    of asker: Asker, among rows: [Transaction.AssignmentRow], holdsExcerpt: Bool = false
  ) -> [Standing] {
    asker.roles.map { role in
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
    let found = try tx.assignments(of: file.key).filter { $0.ended == nil }
    guard !found.isEmpty else { return [] }
    let rec = try pseudonym(of: file)
    for row in found {
      guard try isBorneOut(row, rec) else { throw .assignmentAltered(entry: row.since) }
    }
    return found
  }

  func pseudonym(of file: Transaction.File) throws(VaultError) -> Identifier {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    let key = try custody.recordKey(of: file.key, id: file.id, into: &arena)
    return Pseudonym.ofCase(key, in: arena)
  }

  /// A row counts if an entry of this very case says the same of the same person, in the same role and
  /// relation, and was signed by somebody who may say so.
  private func isBorneOut(
    _ row: Transaction.AssignmentRow, _ rec: Identifier
  ) throws(VaultError) -> Bool {
    guard (0..<ledger.frontier.size).contains(row.since) else { return false }
    let entry = try ledger.provenEntry(row.since, in: tx)
    let member = try tx.memberID(row.member)
    guard entry.out == .ok, entry.rec == rec else { return false }
    return Care.given(by: entry, ledger.directory).contains {
      $0.member == member && $0.role == row.role && $0.relation == row.relation
    }
  }

  // MARK: Readers of a class

  /// Everyone who holds a class of a case: the standing epochs first, then the assigned.
  ///
  /// - Parameter known: members by row, where the caller has them at hand.
  func readers(
    of fieldClass: FieldClass, in assignments: [Transaction.AssignmentRow],
    known: [Int: MemberID] = [:]
  ) throws(VaultError) -> [(principal: Principal, box: BoxPublicKey)] {
    var found: [(principal: Principal, box: BoxPublicKey)] = []
    for role in StandingRole.allCases
    where KeyTable.standingClasses(of: role).contains(fieldClass) {
      guard let epoch = ledger.directory.epoch(of: role) else { continue }
      found.append((role.principal(epoch: epoch.number), epoch.box))
    }
    for row in assignments
    where KeyTable.access(row.role, row.relation, to: fieldClass) == .key {
      let member = try member(of: row, known)
      guard let box = ledger.directory.box(of: member) else { continue }
      let principal = Principal.member(member.identifier)
      if !found.contains(where: { $0.principal == principal }) { found.append((principal, box)) }
    }
    // Nobody may seal what no living person could open.
    guard found.contains(where: { $0.principal != recovery })
    else { throw .noReader(fieldClass) }
    return found
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
    assignments: [Transaction.AssignmentRow]
  ) throws(VaultError) -> Bool {
    guard !key.isDue, let fieldClass = FieldClass(rawValue: key.keyClass) else { return false }
    let entry = try ledger.provenEntry(key.seq, in: tx)
    guard let bytes = try tx.grantList(of: file.key, seq: key.seq),
      entry.grant == Digest.of(bytes), entry.out == .ok, let name = entry.role,
      let role = Role(rawValue: name), let member = ledger.directory.member(entry.actor),
      ledger.directory.roles(of: member).contains(role)
    else { return false }
    let list = try VaultError.sealing { () throws(SealingError) in
      try GrantList(reading: bytes.span)
    }
    let names = list.entries.contains { item in
      item.context.caseID == file.id.identifier && item.context.keyClass == key.keyClass
        && item.context.keyVersion == key.version
    }
    guard names else { return false }
    let row = try tx.member(member)?.key
    let relation =
      role.standingNumber != nil && role != .duty
      ? Relation.standing
      : assignments.first { $0.member == row && $0.since <= key.seq }?.relation ?? .stranger
    return KeyTable.access(role, relation, to: fieldClass) == .key
  }
}
