import AuditLog
public import Sealing

/// One vault: two files in a directory, and the only door to them. It knows locks, not lives.
///
/// Every public act takes the write lock, reads the log up to its head, decides, appends its entry,
/// signs the head, commits, and only then shows or returns anything.
public final class Vault {
  /// The first 16 bytes of SHA-256 of the root key.
  public let id: Identifier
  /// All members stretch their passphrases at the lowest permitted cost.
  public let isLowCost: Bool
  /// Every field's class, readers and writers, as the log binds them.
  public private(set) var fields: FieldTable

  let store: Store
  let custody: Custody
  let ledger: Ledger
  /// Of the field table as it was read last.
  private var schema: Digest
  let pins: String
  /// Lets a member in whose client remembers another log than this one, to ask that two people accept
  /// it, or to be one of them. Their pin stays as it is.
  public var acceptsRollback = false
  /// Entries that this process is to answer: whoever remembers more is let in where one of them waits for an auditor's word
  /// on going on with this log, and for nothing else.
  public var answers: Set<Int> = []
  /// The key of the invitation that this process takes up.
  var enrolling: ActorID?
  /// Leaves rows that no entry asks for where they are, instead of stopping at them: for whoever is to take them
  /// out, with their entry (`repair`).
  public var passesOverPlanted = false
  /// Whether it is on its way to its place yet: then custody may be of another time than the records.
  var isBeingRestored = false
  /// While an accepting of a log that was put back is asked for or answered.
  var isAccepting = false
  /// What this member's client remembers, where this log does not continue it.
  public internal(set) var putBack: PutBack?
  /// Where the log that this client refuses says that an auditor refused to go on with it.
  public internal(set) var refusedPutBack: (asked: Int, refusal: Int)?
  /// Where two people accepted the log that this client refuses, and it knows one of them as dismissed: what asked for it.
  public internal(set) var doubtedAcceptance: Int?
  /// False for a vault that is being restored: it may be thrown away yet, and a pin that had seen it would
  /// then refuse every other.
  var keepsPins = true
  /// The newest entry of this process that its pin does not reach, because the pin could not be written.
  public internal(set) var unpinned: Int?
  /// Whether this process has an act in the log already.
  private var hasActed = false
  let now: @Sendable () -> Int

  public var origin: String { ledger.origin }

  /// - Parameters:
  ///   - path: the vault's directory.
  ///   - pins: the directory of this account's pins, outside the vault.
  ///   - now: UTC milliseconds.
  public convenience init(
    opening path: String, pins: String, now: @escaping @Sendable () -> Int
  ) throws(VaultError) {
    let folder = VaultFolder(path)
    try folder.checkPresent()
    let store = try Self.store(in: folder)
    let (id, low) = try store.look { tx throws(VaultError) in try tx.vault() }
    let custody = try Self.custody(in: folder, vault: id)
    try store.look { tx throws(VaultError) in try custody.checkConstants(tx) }
    try self.init(
      id: id, isLowCost: low, store: store, custody: custody,
      fields: store.look { tx throws(VaultError) in try tx.fieldTable() }, pins: pins, now: now)
  }

  init(
    id: Identifier, isLowCost: Bool, store: Store, custody: Custody, fields: FieldTable,
    pins: String, now: @escaping @Sendable () -> Int
  ) throws(VaultError) {
    self.id = id
    self.isLowCost = isLowCost
    self.store = store
    self.custody = custody
    self.fields = fields
    schema = fields.digest
    self.pins = pins
    self.now = now
    ledger = Ledger(origin: Self.origin(of: id), now: now)
  }

  private static func custody(
    in folder: VaultFolder, vault id: Identifier
  ) throws(VaultError) -> Custody {
    do { return try Custody(opening: folder.custody, vault: id) } catch .notAVault {
      throw BackupFile.isOne(folder.custody) ? .custodyIsBackup : .noDatabase
    }
  }

  /// Where both files stand it is a vault, whatever became of the first bytes of one.
  private static func store(in folder: VaultFolder) throws(VaultError) -> Store {
    do { return try Store(opening: folder.records) } catch .notAVault { throw .noDatabase }
  }

  static func origin(of id: Identifier) -> String { "safekeep/" + id.hex }

  /// The rule book's files, as this vault adopted them and as the log binds them.
  public func ruleFiles() throws(VaultError) -> [RuleFile] {
    try store.look { tx throws(VaultError) in
      // In one look, so that a book adopted meanwhile is held against its own entry.
      try catchUp(tx)
      let files = try tx.ruleFiles()
      guard RuleFile.digest(files) == ledger.directory.rules else { throw .schemaAltered }
      return files
    }
  }

  /// Reads the log up to its head, and holds the field table against the hash that it states: letters
  /// widened by hand would otherwise let a role read what it holds the class of.
  func catchUp(_ tx: Transaction) throws(VaultError) {
    try ledger.catchUp(tx)
    guard ledger.directory.schema != schema else { return }
    // Another one may have been adopted since: it is the one that the file has now, or none is.
    let table = try tx.fieldTable()
    guard ledger.directory.schema == table.digest else { throw .schemaAltered }
    (fields, schema) = (table, table.digest)
  }

  // MARK: The one transaction

  /// Runs an act under the write lock, with the log read up to its head and, if entries were
  /// appended, the new head signed before the commit. If it does not commit, what this process
  /// believed of the log goes back to what it was.
  func commit<Result>(
    by key: borrowing SigningKey, _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    let mark = ledger.mark
    do {
      return try store.transaction { tx throws(VaultError) in
        // Custody's look ends before the records commit, as its changes must.
        try custody.looking { () throws(VaultError) in
          try catchUp(tx)
          try finishPending(tx)
          let size = ledger.frontier.size
          let result = try body(tx)
          if ledger.frontier.size > size { try signHead(member: key, in: tx) }
          return result
        }
      }
    } catch {
      ledger.rewind(to: mark)
      throw error
    }
  }

  func signHead(member: borrowing SigningKey, in tx: Transaction) throws(VaultError) {
    try custody.withLogKey(inForce: ledger.logKey) { log throws(VaultError) in
      guard let old = ledger.logKeyBefore else {
        return try ledger.signHead(member: member, log: log, in: tx)
      }
      try custody.withLogKey(inForce: old) { old throws(VaultError) in
        try ledger.signChange(of: log, from: old, member: member, in: tx)
      }
    }
  }

  /// The same for a member's act, with their pin moved on after the commit. A refusal is thrown only
  /// once its entry is durable.
  func act<Value>(
    as session: borrowing Session, _ body: (ActContext) throws(VaultError) -> Ruling<Value>
  ) throws(VaultError) -> Value {
    let keyring = session.keyring
    let (member, memberKey, sid) = (session.member, session.memberKey, session.sid)
    let actor = ActorID(keyring.bundle.signing.publicKey)
    // A client that cannot remember what it sees begins nothing.
    if !hasActed { try keepPin(handle: session.handle, actor: actor) }
    hasActed = true
    let ruling = try commit(by: keyring.bundle.signing) {
      tx throws(VaultError) -> Ruling<Value> in
      // Under the lock and after the log was read: a role may have ended since unlocking.
      let asker = asker(member, memberKey)
      let context = ActContext(vault: self, tx: tx, asker: asker, keyring: keyring, sid: sid)
      guard !ledger.directory.isSuspended(member) else {
        return try context.refuse(Act.authOK, .suspended)
      }
      return try body(context)
    }
    // What is done is done: whoever is told that it failed does it twice.
    do { try keepPin(handle: session.handle, actor: actor) } catch {
      unpinned = ledger.frontier.size - 1
    }
    return try ruling.get()
  }

  func asker(_ member: MemberID, _ memberKey: Int) -> Gate.Asker {
    Gate.Asker(
      member: member, memberKey: memberKey,
      roles: Role.allCases.filter { ledger.directory.roles(of: member).contains($0) })
  }

  /// Rows held in memory together.
  private static let destroyedAtOnce = 4_096

  /// A row planted in the records file must not make custody destroy a key in use.
  private func work(
    of row: Transaction.PendingRow, _ tx: Transaction
  ) throws(VaultError) -> Transaction.PendingWork {
    guard row.generation <= ledger.directory.generation,
      let work = try tx.work(
        of: row, custody,
        entry: { seq throws(VaultError) in
          guard (0..<ledger.frontier.size).contains(seq) else { return nil }
          return try ledger.provenEntry(seq, in: tx)
        })
    else { throw .pendingAltered }
    return work
  }

  private func planted(_ tx: Transaction) throws(VaultError) -> Set<Int> {
    var planted: Set<Int> = []
    for row in try tx.pending() {
      do throws(VaultError) { _ = try work(of: row, tx) } catch .pendingAltered {
        planted.insert(row.id)
      }
    }
    return planted
  }

  /// Destroys what an act committed earlier left to be destroyed; whoever next takes the lock
  /// finishes it, before custody is compared with the log.
  func finishPending(_ tx: Transaction) throws(VaultError) {
    let planted = passesOverPlanted ? try self.planted(tx) : []
    while case let rows = try tx.pending(limit: Self.destroyedAtOnce + planted.count)
      .filter({ !planted.contains($0.id) }), !rows.isEmpty
    {
      var whole: [Transaction.PendingRow] = []
      for row in rows where try work(of: row, tx) == .everything { whole.append(row) }
      let gone = Set(whole.map(\.id))
      try custody.destroy(rows.filter { !gone.contains($0.id) }, whole: whole)
      for row in whole { try tx.deleteFile(row.file) }
      for row in rows { try tx.deletePending(row.id) }
    }
    try custody.refreshGeneration()
    guard custody.generation >= ledger.directory.generation else { throw .custodyBehindLog }
    // Custody destroys only what an entry states: more than that was destroyed after these records.
    guard
      custody.generation == ledger.directory.generation || acceptsRollback || isBeingRestored
        || isAnswered(in: ledger.roster)
    else { throw .recordsBehindCustody }
  }
}
