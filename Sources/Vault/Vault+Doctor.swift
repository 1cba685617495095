import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Looks at the vault's files without unlocking anybody and without an entry: for one that nobody can
  /// unlock. It shows no case, only what is not as it should be.
  public static func checkup(at path: String) throws(VaultError) -> CheckedUp {
    try Checkup(folder: VaultFolder(path)).run()
  }

  /// The same with what whoever looks can open, once an entry says so.
  public func checkup(
    after _: Int, as session: borrowing Session
  ) throws(VaultError) -> CheckedUp {
    try Checkup(folder: VaultFolder(store.folder), keyring: session.keyring).run()
  }

  /// Writes down that somebody looks at the files for damage, before the look.
  public func beginCheckup(as session: borrowing Session) throws(VaultError) -> Receipt {
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .examineFiles) else {
        return try context.refuse(Act.auditVerify, .role) { $0.kind = Self.doctorKind }
      }
      return .allowed(
        try context.append(Act.auditVerify) { entry in
          (entry.kind, entry.role) = (Self.doctorKind, role.rawValue)
        })
    }
    return Receipt(entry: entry)
  }

  /// `kind` of the look.
  static let doctorKind = "doctor"

  /// Whether nobody can be unlocked because of something that the log proves how it must be.
  public static func isShut(at path: String) throws(VaultError) -> Bool {
    try examine(path).findings.contains { ["stored.frontier", "pending.row"].contains($0.code) }
  }

  /// Sets the permissions of this account's files right where they keep everybody from writing, and so from the entry
  /// of it: whoever unlocks next writes it down (`repair`).
  public static func mendModes(at path: String) throws(VaultError) -> [Mended] {
    let modes = FileModes(folder: VaultFolder(path))
    guard modes.isShut else { return [] }
    let count = try modes.mend()
    return count > 0 ? [Mended(kind: .modes, count: count)] : []
  }

  /// Makes the stored tree anew from the entries, where it keeps everybody from unlocking. Nobody can sign for
  /// it before: whoever unlocks next writes it down (`repair`). Nothing is lost where nobody does, or the process
  /// dies: it is what the entries make, whoever makes it. What somebody planted is a trace, and goes only with
  /// its entry: whoever repairs passes over it until then (`passesOverPlanted`).
  ///
  /// - Throws: `logBroken` where the log itself does not verify; nothing is touched then.
  public static func mendUnseen(at path: String) throws(VaultError) -> [Mended] {
    let folder = VaultFolder(path)
    try folder.checkPresent()
    let store = try Store(opening: folder.records)
    let id = try store.look { tx throws(VaultError) in try tx.vault().id }
    let custody = try Custody(opening: folder.custody, vault: id)
    return try store.transaction { tx throws(VaultError) in
      try Mending(origin: origin(of: id), custody: custody, tx: tx).runTree()
    }
  }

  /// Sets right what the log proves, each with its entry: the stored tree, rows that no entry asks for,
  /// permissions, keys of cases that are erased; and takes away what killed restores left beside the vault.
  ///
  /// - Parameter unseen: what was set right before anybody could be unlocked.
  public func repair(
    after unseen: [Mended] = [], as session: borrowing Session
  ) throws(VaultError) -> [Mended] {
    let (mended, strays, parts) = try act(as: session) {
      context throws(VaultError) -> Ruling<([Mended], [Int], [KilledRestore])> in
      guard let role = context.role(for: .repairFiles) else {
        return try context.refuse(Act.recoveryRun, .role)
      }
      var mended =
        try unseen + Mending(origin: origin, custody: custody, tx: context.tx).run()
      // What this process believed of the stored hashes is not what is stored now.
      ledger.rewind(to: ledger.mark)
      let modes = try FileModes(folder: VaultFolder(store.folder)).mend()
      if modes > 0 { mended.append(Mended(kind: .modes, count: modes)) }
      let strays = try erasedStrays(context.tx)
      if !strays.isEmpty { mended.append(Mended(kind: .keys, count: strays.count)) }
      let parts = killedRestores()
      if !parts.isEmpty { mended.append(Mended(kind: .parts, count: parts.count)) }
      for place in mended.indices {
        mended[place].entry = try context.append(Act.recoveryRun) { entry in
          (entry.kind, entry.role) = (mended[place].kind.rawValue, role.rawValue)
          entry.n = Entry.bucket(mended[place].count)
        }
      }
      return .allowed((mended, strays, parts))
    }
    if !strays.isEmpty {
      // Custody changes only under the lock of the records, and after the entry.
      try store.transaction { _ throws(VaultError) in
        try custody.file.destroy(
          strays.map(CustodyFile.UselessKeys.all), generation: custody.currentGeneration())
      }
    }
    // After the entry too: these hold what the vault holds.
    for part in parts { try part.remove() }
    return mended
  }

  private func killedRestores() -> [KilledRestore] {
    (VaultFiles(VaultFolder(store.folder)).parts ?? []).compactMap { part in
      if case .killed(let killed) = KilledRestore.look(at: part) { killed } else { nil }
    }
  }

  /// The rows in custody of cases that entries say are erased and that the records do not have.
  private func erasedStrays(_ tx: Transaction) throws(VaultError) -> [Int] {
    var erased: Set<Identifier> = []
    try tx.eachLeaf(from: 0, below: ledger.frontier.size) { _, bytes throws(VaultError) in
      guard let entry = try? Leaf(parsing: bytes).entry,
        let rec = CaseDestruction.erased(by: entry)
      else { return }
      erased.insert(rec)
    }
    return try CustodyStrays(custody: custody, tx: tx).cases(erased: erased).erased
  }
}
