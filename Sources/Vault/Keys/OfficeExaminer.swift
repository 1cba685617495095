import AuditLog
import Sealing

/// Holds what belongs to no case against the log: custody's own keys, the field table and the rule
/// book, the wraps of office keys, the rows of members.
struct OfficeExaminer {
  let vault: Identifier
  let custody: Custody
  let roster: Roster
  let stated: StatedOffice
  let look: KeyLook
  let tx: Transaction

  func findings() throws(VaultError) -> [LogFinding] {
    var found: [LogFinding] = []
    func note(_ code: String, _ entry: Int?) {
      if let entry { found.append(LogFinding(subject: .entry(entry), code: code)) }
    }
    note("vault.root", try tx.rootKey() == roster.root ? nil : 0)
    // Read now: another one may have been adopted since the examination began.
    if (try? tx.fieldTable())?.digest != roster.schema {
      note("schema.fields", stated.fields ?? 0)
    }
    if try RuleFile.digest(tx.ruleFiles()) != roster.rules {
      note("schema.rules", stated.rules ?? 0)
    }
    note("schema.proposal", try alteredProposal())
    note("custody.logKey", misheldLogKey())
    if let constants = stated.constants, (try? custody.constantsDigest()) != constants.list {
      note("custody.constants", constants.seq)
    }
    let (generation, isPlanted) = try pending()
    if isPlanted { note("pending.row", roster.size - 1) }
    // What another vault's has destroyed is of no time of this one.
    if !custody.isOfAnotherVault { try noteTime(generation, note) }
    if let fault = try grantFault() { note(fault.code, fault.entry) }
    for share in roster.shares {
      note("recovery.share", try tx.share(share.sum)?.count == SealedShare.count ? nil : share.seq)
    }
    for member in roster.members {
      note("member.row", try isWhole(member) ? nil : member.enrolled)
    }
    if try tx.countMembers() != roster.members.count { note("member.row", roster.size - 1) }
    return found
  }

  private func noteTime(
    _ pending: Int, _ note: (String, Int?) -> Void
  ) throws(VaultError) {
    let own = try custody.currentGeneration()
    if max(own, pending) < roster.generation { note("custody.behind", roster.size - 1) }
    // Custody destroys only what an entry states: more than that was destroyed after these records.
    if own > roster.generation { note("custody.ahead", roster.size - 1) }
  }

  /// The book that waits is the one that was proposed, and no other waits. A file of an earlier format has
  /// none.
  private func alteredProposal() throws(VaultError) -> Int? {
    guard try SQLiteFile.format(tx.db) > 2 else { return nil }
    let rows = try tx.countProposalRows()
    guard let waiting = roster.proposal else { return rows == 0 ? nil : roster.size - 1 }
    let files = try tx.proposal(seq: waiting.seq)
    return files.count == rows && RuleFile.digest(files) == waiting.rules ? nil : waiting.seq
  }

  /// The generation that custody has when what is left to be destroyed is destroyed, and whether there
  /// is more of that than entries state: no command would go on before it.
  private func pending() throws(VaultError) -> (generation: Int, isPlanted: Bool) {
    guard let rows = try? tx.pending() else { return (0, true) }
    var generation = 0
    for row in rows {
      // The log was read and found sound: its leaves can be taken as they stand.
      guard row.generation <= roster.generation,
        try tx.work(
          of: row, custody,
          entry: { seq throws(VaultError) in
            try tx.leaf(at: seq).flatMap { try? Leaf(parsing: $0).entry }
          }) != nil
      else { return (generation, true) }
      generation = max(generation, row.generation)
    }
    return (generation, false)
  }

  private func misheldLogKey() -> Int? {
    guard let stated = roster.logKey(size: roster.size) else { return nil }
    let held = try? custody.withLogKey(inForce: stated.key.key) { log throws(VaultError) in
      log.publicKey
    }
    return held == stated.key.key ? nil : stated.seq
  }

  /// The bundle and the slots of a member have their forms. What they seal only the member can tell.
  private func isWhole(_ member: RosterMember) throws(VaultError) -> Bool {
    guard let row = try tx.member(MemberID(member.id)),
      [MemberBundle.count, 2 * MemberBundle.count].contains(row.bundle.count)
    else { return false }
    let slots = try tx.slots(of: row.key)
    return !slots.isEmpty && slots.allSatisfy { (try? PassphraseSlot(bytes: $0)) != nil }
  }

  // MARK: Office keys

  private func grantFault() throws(VaultError) -> CaseExaminer.Fault? {
    var grants = StatedGrants()
    for act in stated.grants {
      guard grants.take(try tx.grantList(of: 0, seq: act.seq), of: act)
      else { return ("office.grants", act.seq) }
    }
    guard try tx.countGrantLists(of: 0) == stated.grants.count
    else { return ("office.grants", stated.grants.last?.seq ?? 0) }
    var held: Set<StatedGrants.Place> = []
    look.begin()
    for row in try tx.officePacks() {
      if let fault = try fault(row, grants, &held) { return fault }
    }
    look.endOffice()
    let missing = grants.wraps.filter { place, wraps in
      !held.contains(place) && mustHold(place, since: wraps.last?.seq ?? 0)
    }
    return missing.flatMap(\.value).map(\.seq).min().map { ("office.pack", $0) }
  }

  private func fault(
    _ row: Transaction.OfficePackRow, _ grants: StatedGrants,
    _ held: inout Set<StatedGrants.Place>
  ) throws(VaultError) -> CaseExaminer.Fault? {
    let known = StatedGrants.KeyVersion(keyClass: row.keyClass, version: row.version)
    let entry = grants.made[known] ?? stated.grants.last?.seq ?? 0
    guard let principal = try? tx.principal(row.principal),
      let pack = try? custody.openPack(
        row.outer, of: 0, caseID: CaseID(.zero), principal: principal, vault: vault),
      let item = pack.item(keyClass: row.keyClass, keyVersion: row.version), pack.items.count == 1,
      let wrap = grants.wrap(item, of: principal)
    else { return ("office.pack", entry) }
    let place = KeyLook.Place(
      caseID: CaseID(.zero), principal: principal, number: row.principal, custody: custody,
      roster: roster, tx: tx)
    guard try tx.holdsBatch(item.batch, principal: row.principal), try look.opens(item, at: place)
    else { return ("office.batch", wrap.seq) }
    held.insert(
      StatedGrants.Place(
        principal: principal, keyClass: row.keyClass, version: row.version))
    return nil
  }

  /// A member holds what they were given in a role that they still have; the vault key while they are in
  /// the office. Of epochs only the present one holds any.
  private func mustHold(_ place: StatedGrants.Place, since seq: Int) -> Bool {
    if let role = StandingRole(place.principal) {
      return roster.epoch(of: role)?.epoch == Int(place.principal.epoch)
    }
    guard let member = roster.member(place.principal.id), member.suspended == nil,
      let key = OfficeKey(keyClass: place.keyClass)
    else { return false }
    return key == .vault
      || member.roles.contains { held in
        held.added < seq && (Role(rawValue: held.role.rawValue).map(key.isHeld) ?? false)
      }
  }
}
