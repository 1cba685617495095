import AuditLog
import Sealing

/// Holds the keys of a case against the log: the grant lists against their entries, the table of key
/// versions and every wrap against the lists. Custody's seal is taken off; the inner one where whoever looks
/// holds the key: the digest of each inner wrap stands in its list, that of the batch key nowhere.
struct GrantExaminer {
  let vault: Identifier
  let custody: Custody
  let roster: Roster
  let file: Transaction.File
  let last: LogExaminer.LastStated
  let look: KeyLook
  let tx: Transaction

  func fault() throws(VaultError) -> CaseExaminer.Fault? {
    var grants = StatedGrants()
    for act in last.row.grants {
      guard grants.take(try tx.grantList(of: file.key, seq: act.seq), of: act)
      else { return ("case.grants", act.seq) }
    }
    guard try tx.countGrantLists(of: file.key) == last.row.grants.count
    else { return ("case.grants", last.seq) }
    if let entry = try misstatedKey(grants) { return ("case.keys", entry) }
    var held: Set<StatedGrants.Place> = []
    look.begin()
    for (row, sealed) in try tx.packs(of: file.key) {
      if let fault = try fault(sealed, row, grants, &held) { return fault }
    }
    look.endCase()
    return missing(grants, held).map { ("case.pack", $0) }
  }

  /// Each version is named by the entry that made it, and due from the end of somebody's access on.
  private func misstatedKey(_ grants: StatedGrants) throws(VaultError) -> Int? {
    var left = grants.made
    for key in try tx.classKeys(of: file.key) {
      let version = StatedGrants.KeyVersion(keyClass: key.keyClass, version: key.version)
      guard left.removeValue(forKey: version) == key.seq else {
        return grants.made[version] ?? last.seq
      }
      let ended = ended(key.keyClass)
      let isDue = ended.map { key.seq < $0 } ?? false
      guard key.isDue == isDue else { return isDue ? ended : key.seq }
      let destroyed = destroyed(key.keyClass, made: key.seq)
      guard key.isGone == (destroyed != nil) else { return destroyed ?? key.seq }
    }
    return left.values.min()
  }

  /// The last entry that ended an access to a class, of somebody's to the case or by an emergency, or that
  /// erased what lay under its key.
  private func ended(_ keyClass: UInt16) -> Int? {
    let emergency = Restriction.fieldClass(of: keyClass).flatMap { last.emergencies.ended[$0] }
    return [last.ended, emergency, last.erased.due(keyClass)].compactMap { $0 }.max()
  }

  /// The entry that destroyed every wrap of a version of a key, because what lay under it was erased.
  private func destroyed(_ keyClass: UInt16, made seq: Int) -> Int? {
    last.erased.gone(keyClass).flatMap { seq < $0 ? $0 : nil }
  }

  private func fault(
    _ sealed: [UInt8], _ row: Int, _ grants: StatedGrants,
    _ held: inout Set<StatedGrants.Place>
  ) throws(VaultError) -> CaseExaminer.Fault? {
    let principal = try tx.principal(row)
    let newest = grants.newest(of: principal) ?? last.seq
    guard mayHold(principal),
      let pack = try? custody.openPack(
        sealed, of: file.key, caseID: file.id, principal: principal, vault: vault)
    else { return ("case.pack", newest) }
    for item in pack.items {
      guard let wrap = grants.wrap(item, of: principal) else { return ("case.pack", newest) }
      let version = StatedGrants.KeyVersion(keyClass: item.keyClass, version: item.keyVersion)
      if let seq = destroyed(item.keyClass, made: grants.made[version] ?? wrap.seq) {
        return ("case.pack", seq)
      }
      if let given = last.emergencies.keyed(by: wrap.seq) {
        guard given.closed == nil || holdsByCare(principal, item.keyClass)
        else { return ("case.pack", given.closed ?? wrap.seq) }
      } else if isExcluded(principal, from: item.keyClass) {
        return ("case.restriction", wrap.seq)
      }
      let place = KeyLook.Place(
        caseID: file.id, principal: principal, number: row, custody: custody, roster: roster,
        tx: tx)
      guard try tx.holdsBatch(item.batch, principal: row), try look.opens(item, at: place)
      else { return ("case.batch", wrap.seq) }
      held.insert(
        StatedGrants.Place(
          principal: principal, keyClass: item.keyClass, version: item.keyVersion))
    }
    return nil
  }

  /// A wrap that the person's restriction forbids, whoever granted it. Of a member the roles count in which
  /// they have the case: others may have come later.
  private func isExcluded(_ principal: Principal, from keyClass: UInt16) -> Bool {
    guard let roles = last.restrictions.excluded(fromKey: keyClass)?.roles,
      Restriction.isRestricted(keyClass)
    else { return false }
    if let role = StandingRole(principal) { return roles.contains(standing: role) }
    let own = last.care.filter { $0.care.member == MemberID(principal.id) }
    return !own.isEmpty && own.allSatisfy { roles.contains($0.care.role) }
  }

  private func mayHold(_ principal: Principal) -> Bool {
    guard principal.kind == Principal.memberKind else { return true }
    let member = MemberID(principal.id)
    return last.care.contains { $0.care.member == member }
      || last.copies.contains { $0.member == member }
      || last.emergencies.live.contains {
        $0.member == member && $0.hasKey && $0.closed == nil
      }
  }

  /// A wrap that somebody must have and does not: the act that gave it.
  private func missing(_ grants: StatedGrants, _ held: Set<StatedGrants.Place>) -> Int? {
    grants.wraps.filter { !held.contains($0.key) }.compactMap { place, wraps in
      wraps.last.flatMap { mustHold(place, since: $0.seq) ? $0.seq : nil }
    }.min()
  }

  /// The present epochs hold what they were given; a member what their relation opens, unless they lost
  /// it with an earlier one.
  private func mustHold(_ place: StatedGrants.Place, since seq: Int) -> Bool {
    guard destroyed(place.keyClass, made: seq) == nil else { return false }
    if Restriction.isRestricted(place.keyClass) {
      // Wraps of one that nothing lies under any more are gone, and a number is used again.
      guard let use = last.restrictions.excluded(fromKey: place.keyClass), seq >= use.since
      else { return false }
    }
    if let role = StandingRole(place.principal) {
      return roster.epoch(of: role)?.epoch == Int(place.principal.epoch)
    }
    let member = MemberID(place.principal.id)
    guard roster.member(place.principal.id)?.suspended == nil,
      seq >= last.row.gone[member] ?? 0
    else { return false }
    if last.copies.contains(where: { $0.member == member && $0.keyClass == place.keyClass }) {
      return true
    }
    return holdsByCare(place.principal, place.keyClass)
  }

  /// Whether a member's relation opens the class of a key.
  private func holdsByCare(_ principal: Principal, _ keyClass: UInt16) -> Bool {
    guard let fieldClass = Restriction.fieldClass(of: keyClass) else { return false }
    return last.care.contains { given in
      given.care.member == MemberID(principal.id)
        && KeyTable.access(given.care.role, given.care.relation, to: fieldClass) == .key
    }
  }
}

extension Transaction {
  /// Whether a batch key is there in its only form. Its digest is in no entry: whether it opens, only
  /// its holder can tell (`KeyLook`).
  func holdsBatch(_ id: Identifier, principal: Int) throws(VaultError) -> Bool {
    try batch(id, principal: principal)?.count == BatchKey.count
  }
}
