import AuditLog
import Sealing

/// Looks at the files of a vault, changes nothing, and needs nobody's key: what a vault has that is too
/// damaged for anybody to unlock, too. What only its owner opens is looked at by whoever looks, where it is theirs.
struct Checkup {
  let folder: VaultFolder
  /// Nil where nobody is unlocked.
  var keyring: Keyring?

  /// Leaves read in one transaction: a reader holds up writers only that long.
  private static let chunk = 4_096

  func run() throws(VaultError) -> CheckedUp {
    do {
      try folder.checkPresent()
    } catch .custodyMissing {
      // Whether the records are whole is what is asked next.
    } catch {
      guard error.isDamage else { throw error }
      // There is no records file, and nothing can be asked of it.
      return CheckedUp(
        ailments: [.damaged(.records)] + modes() + leftovers(), unlooked: Unlooked())
    }
    var found: [Ailment] = []
    for kind in BackupKind.allCases where try isSound(path(of: kind)) == false {
      found.append(.damaged(kind))
    }
    let verdict = try Vault.examine(folder.path, opening: keyring)
    found += (verdict.findings + verdict.gaps).map(Ailment.finding)
    // Of a file that SQLite cannot read nothing more is asked.
    if found.isEmpty || !found.contains(where: { if case .damaged = $0 { true } else { false } }) {
      found += (try? beside()) ?? []
    }
    return CheckedUp(
      ailments: found + modes() + leftovers(), unlooked: verdict.unlooked)
  }

  private func path(of kind: BackupKind) -> String {
    kind == .records ? folder.records : folder.custody
  }

  private func isSound(_ path: String) throws(VaultError) -> Bool {
    guard path != folder.custody || folder.hasCustody else { return false }
    do { return try SQLiteCopy.isSound(examined: path) } catch {
      guard error.isDamage || error == .notAVault else { throw error }
      return false
    }
  }

  // MARK: Custody beside the log

  /// What the entries say of destructions.
  private struct Destroyed {
    var erased: Set<Identifier> = []

    mutating func note(_ bytes: [UInt8]) {
      guard let entry = try? Leaf(parsing: bytes).entry, entry.out == .ok else { return }
      if let rec = CaseDestruction.erased(by: entry) { erased.insert(rec) }
    }
  }

  private func beside() throws(VaultError) -> [Ailment] {
    let store = try Store(opening: folder.records, isExamined: true)
    let id = try store.look { tx throws(VaultError) in try tx.vault().id }
    let custody = try Custody(opening: folder.custody, vault: id, isExamined: true)
    let destroyed = try destroyed(store)
    var found: [Ailment] = []
    let rows = try store.look { tx throws(VaultError) in try tx.pending().count }
    if rows > 0 { found.append(.unfinished(rows: rows)) }
    let (erased, nothing) = try store.look { tx throws(VaultError) in
      try CustodyStrays(custody: custody, tx: tx).cases(erased: destroyed.erased)
    }
    if !erased.isEmpty { found.append(.keysOfErased(cases: erased.count)) }
    if nothing > 0 { found.append(.keysOfNothing(cases: nothing)) }
    return try found + index(store, custody)
  }

  /// What can be seen of the search index without a key: that there is a segment for each case, of a length that one
  /// can have, and a key of it in custody.
  private func index(_ store: Store, _ custody: Custody) throws(VaultError) -> [Ailment] {
    // A vault of an earlier format has none, and its next opening makes the table.
    guard try store.format() == Schema.format else { return [] }
    let kept = try custody.file.segmentKeys()
    let (lost, unindexed) = try store.look { tx throws(VaultError) -> (Int, Int) in
      var lost = 0
      for number in try tx.segmentNumbers() {
        guard let sealed = try tx.segment(number) else { continue }
        let outer = (try? OuterSeal.number(of: sealed.span)) ?? 0
        if !SearchSegment.isLength(sealed.count) || kept[number]?.contains(outer) != true {
          lost += 1
        }
      }
      return (lost, try tx.countUnindexed())
    }
    return (lost > 0 ? [.segments(lost: lost)] : [])
      + (unindexed > 0 ? [.unindexed(cases: unindexed)] : [])
  }

  private func destroyed(_ store: Store) throws(VaultError) -> Destroyed {
    var (destroyed, next, isAtEnd) = (Destroyed(), 0, false)
    while !isAtEnd {
      try store.look { tx throws(VaultError) in
        let size = try tx.head()?.size ?? 0
        let end = min(next + Self.chunk, size)
        try tx.eachLeaf(from: next, below: end) { _, bytes throws(VaultError) in
          destroyed.note(bytes)
        }
        (next, isAtEnd) = (end, end == size)
      }
    }
    return destroyed
  }

  // MARK: Files

  private func modes() -> [Ailment] {
    let modes = FileModes(folder: folder)
    return [true, false].compactMap { isOwn in
      let count = modes.wrong(isOwn: isOwn).count
      return count == 0 ? nil : .modes(files: count, isOwn: isOwn)
    }
  }

  /// In the directory, and beside it: a restore that is at work is none.
  private func leftovers() -> [Ailment] {
    let files = VaultFiles(folder)
    var (killed, others) = ([String](), (files.others ?? []).map(\.name))
    for part in files.parts ?? [] {
      switch KilledRestore.look(at: part) {
      case .killed: killed.append(part.name)
      case .busy: continue
      case .other: others.append(part.name)
      }
    }
    return (killed.isEmpty ? [] : [.parts(names: killed)])
      + (others.isEmpty ? [] : [.strangers(names: others)])
  }
}
