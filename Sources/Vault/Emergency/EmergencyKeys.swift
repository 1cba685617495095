import AuditLog
import Sealing

/// The key of a class that a lead gives in an emergency, wrapped to who asked alone: none of their role
/// holds it. It goes when the emergency ends, and the outer key is replaced with it, so that an old copy of
/// their wraps opens nothing with the custody of after (design, keys: "with the wrap").
struct EmergencyKeys {
  let context: ActContext
  let file: Transaction.File
  let item: StatedEmergencies.Item

  /// Wraps that are made and not stored yet.
  struct Wraps {
    var grants: GrantMaker.Grants
    var list: GrantList
  }

  private var tx: Transaction { context.tx }
  private var principal: Principal { .member(item.member.identifier) }

  /// What the asker opens wraps of: their own, and as a lead those of the role.
  private var own: [Principal] {
    let lead = item.role == .lead ? context.directory.epoch(of: .lead) : nil
    let standing = lead.map { StandingRole.lead.principal(epoch: $0.number) }
    return [principal, standing].compactMap(\.self)
  }

  // MARK: Giving

  /// Every version of the class's key, and of what is restricted in it, that the giver holds and the asker
  /// does not; nil where they hold all of it by something else.
  func wrap() throws(VaultError) -> Wraps? {
    guard let box = context.directory.box(of: item.member) else { throw .noSuchMember }
    context.keyring.beginCase()
    try CaseCheck(vault: context.vault, keyring: context.keyring, tx: tx).checkRow(file)
    let keys = try CaseKeys(
      file, for: context.principals(), keyring: context.keyring, custody: context.custody, tx)
    var held: [GrantPack] = []
    for own in own { if let pack = try context.pack(of: own, in: file) { held.append(pack) } }
    let maker = try GrantMaker(vault: context.vault.id)
    var grants = GrantMaker.Grants()
    for keyClass in keys.keyClasses.sorted()
    where Restriction.fieldClass(of: keyClass) == item.fieldClass {
      for version in keys.versions(of: keyClass)
      where !held.contains(where: { $0.item(keyClass: keyClass, keyVersion: version) != nil }) {
        let key = GrantMaker.NewKey(
          keyClass: keyClass, version: version, handle: try keys.key(keyClass, version: version, tx)
        )
        try maker.wrap(
          key, in: context.keyring.atHand, of: file.id, to: principal, box: box, into: &grants, tx)
      }
    }
    let entries = grants.entries
    guard !entries.isEmpty else { return nil }
    let list = try VaultError.sealing { () throws(SealingError) in try GrantList(entries) }
    return Wraps(grants: grants, list: list)
  }

  /// Whether nobody has given the giver the key of the class: they would open nothing to who asked, whose hour would run.
  func isUngiven() throws(VaultError) -> Bool {
    guard let newest = try tx.newestKey(of: item.fieldClass, in: file.key) else { return false }
    let needed = StatedGrants.KeyVersion(keyClass: item.fieldClass.rawValue, version: newest)
    let never = try context.gate.neverGiven(
      [needed], of: file, to: context.asker.member, context.principals())
    return never.isEmpty == false
  }

  func give(_ wraps: Wraps, at seq: Int) throws(VaultError) {
    try tx.insertGrantList(wraps.list.bytes, of: file.key, seq: seq)
    let number = try CaseOperations.number(file)
    let outer = try context.custody.outerKey(
      of: file.key, number: number, into: &context.keyring.atHand)
    try CasePacks(
      context: context, file: file.key, id: file.id, number: number, outer: outer
    ).add(wraps.grants)
  }

  // MARK: Taking away

  /// The keys that it gave, less those that the asker has by now in another way.
  ///
  /// - Parameter ending: assignments that end with it.
  func toTake(
    with ending: [Transaction.AssignmentRow] = []
  ) throws(VaultError) -> Set<UInt16> {
    let classes = Set(try given().map(\.keyClass))
    let assignments = try context.gate.liveAssignments(of: file).filter { !ending.contains($0) }
    let restrictions = try context.gate.restrictions(of: file)
    var taken: Set<UInt16> = []
    for keyClass in classes {
      let readers = try context.gate.readers(
        of: item.fieldClass, in: assignments, less: restrictions.excluded(fromKey: keyClass))
      if !readers.contains(where: { $0.principal == principal }) { taken.insert(keyClass) }
    }
    return taken
  }

  /// What emergencies in force gave members of a case, by principal: it is theirs for the hour, whatever else of theirs
  /// ends.
  static func inForce(
    for members: Set<Int>, of file: Transaction.File, _ context: ActContext
  ) throws(VaultError) -> [Int: Set<StatedGrants.KeyVersion>] {
    let time = context.vault.emergencyTime
    var kept: [Int: Set<StatedGrants.KeyVersion>] = [:]
    for known in try context.gate.emergencies(of: file)
    where members.contains(known.row.member) && known.item.state(at: time) == .inForce {
      let principal = Principal.member(known.item.member.identifier)
      let keys = EmergencyKeys(context: context, file: file, item: known.item)
      kept[try context.tx.principalKey(principal), default: []].formUnion(try keys.given())
    }
    return kept
  }

  /// The wraps that were given with it, as the entry of the giving states them.
  private func given() throws(VaultError) -> [StatedGrants.KeyVersion] {
    guard item.hasKey, let given = item.given else { return [] }
    guard let bytes = try tx.grantList(of: file.key, seq: given) else {
      // Nothing had to be given, or the list is gone.
      guard try context.vault.ledger.provenEntry(given, in: tx).grant == nil
      else { throw .assignmentAltered(entry: given) }
      return []
    }
    let entry = try context.vault.ledger.provenEntry(given, in: tx)
    guard entry.grant == Digest.of(bytes), let list = try? GrantList(reading: bytes.span)
    else { throw .assignmentAltered(entry: given) }
    return list.entries.map {
      StatedGrants.KeyVersion(keyClass: $0.context.keyClass, version: $0.context.keyVersion)
    }
  }

  func take(_ keyClasses: Set<UInt16>, generation: Int) throws(VaultError) {
    context.keyring.beginCase()
    try OuterKeyReplacement(context: context, file: file).replace(
      generation: generation, ended: [tx.principalKey(principal): keyClasses])
  }
}
