import AuditLog
import Sealing

/// What one act of a member works with, inside its transaction.
struct ActContext {
  let vault: Vault
  let tx: Transaction
  let asker: Gate.Asker
  let keyring: Keyring
  let sid: String

  var gate: Gate { Gate(ledger: vault.ledger, fields: vault.fields, custody: custody, tx: tx) }
  var custody: Custody { vault.custody }
  var directory: Directory { vault.ledger.directory }

  /// Appends an entry of this member.
  @discardableResult
  func append(
    _ act: String, _ outcome: Outcome = .ok, _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Int {
    try vault.check(act, outcome)
    return try vault.ledger.append(act, outcome, by: keyring.bundle.signing, in: tx) { entry in
      entry.sid = sid
      fill(&entry)
    }
  }

  /// The number that the next entry of this member will have.
  func nextEntry() throws(VaultError) -> Int {
    try vault.ledger.nextEntry(by: keyring.bundle.signing, in: tx)
  }

  /// Writes a refusal down and hands it on; nothing else of the act happens.
  func refuse<Value>(
    _ act: String, _ reason: Refusal, _ fill: (inout Entry) -> Void = { _ in }
  ) throws(VaultError) -> Ruling<Value> {
    let seq = try append(act, .denied) { entry in
      entry.why = reason
      entry.role = asker.roles.first?.rawValue
      fill(&entry)
    }
    return .refused(reason, entry: seq)
  }

  /// The role under which the asker may do an act of the office, or nil.
  func role(for act: OfficeAct) -> Role? { asker.roles.first { act.roles.contains($0) } }

  /// Whether the asker was given copies of this case's fields that have not run out: for police that is the
  /// open request by which they may also deposit.
  func holdsExcerpt(of file: Transaction.File) throws(VaultError) -> Bool {
    try gate.liveExcerpts(of: file, for: asker.memberKey, at: vault.now()).isEmpty == false
  }

  // MARK: Principals and office keys

  /// Those whose wraps this member can open: their own, and the epochs of their roles, the present one
  /// first; in a recovery the epoch whose seed is at hand. Wraps of earlier ones are all that is left of a key until the present one has been given it.
  func principals() -> [Principal] {
    var found = [keyring.principal, keyring.recoveredPrincipal].compactMap(\.self)
    for standing in StandingRole.allCases {
      guard let epoch = directory.epoch(of: standing),
        asker.roles.contains(where: { $0.standingNumber == standing.rawValue })
      else { continue }
      for number in (0...epoch.number).reversed()
      where number == epoch.number || wasGiven(standing, number) {
        found.append(standing.principal(epoch: number))
      }
    }
    return found
  }

  /// Whether the seed of an epoch was ever wrapped to this member: who came after a recovery was given
  /// none of before, and what was wrapped to those must not stand in the way of what they do hold.
  private func wasGiven(_ standing: StandingRole, _ epoch: UInt32) -> Bool {
    let holders = SeedHolders(directory: directory, tx: tx)
    return (try? holders.holds(standing, epoch, keyring.principal.id)) ?? false
  }

  func operationsKey() throws(VaultError) -> (version: UInt32, handle: KeyHandle) {
    guard let version = directory.version(of: .operations) else { throw .officersMissing }
    return (version, try keyring.officeKey(.operations, version: version, tx, custody))
  }

  // MARK: Pseudonyms

  /// K_rec of a case, in the arena of the case at hand.
  func recordKey(_ file: Transaction.File) throws(VaultError) -> KeyHandle {
    try custody.recordKey(of: file.key, id: file.id, into: &keyring.atHand)
  }

  func pseudonym(_ file: Transaction.File) throws(VaultError) -> Identifier {
    try custody.pseudonym(of: file.key, id: file.id)
  }
}
