import AuditLog
import Sealing

/// Destroys in what is restored what was destroyed after the backup, each with an entry of its own: a backup
/// brings nobody's file back (Law 91/2025 Art. 14(4)).
struct ErasureReplay {
  let context: ActContext
  /// What a newer log says of it; nil where there is none to ask.
  let newer: NewerLog?
  /// Whether custody has destroyed keys since the backup: then a case without any key is one of those.
  let isCustodyAhead: Bool
  /// The `vault.restore`, which the entries name.
  let restore: Int
  /// As what who restores does it.
  let role: Role

  /// `kind` of the entries.
  static let kind = "restore"

  private static let filesAtOnce = 512

  /// What was destroyed again.
  struct Done {
    var erased = 0
    /// Of cases that were handed over.
    var handedOver = 0
    /// Parts of cases.
    var parts = 0
    /// Entries that wait out of sight in the newer vault, and do here.
    var hidden = 0
    /// Cases in which something was restricted in the newer vault, or a consent withdrawn: nobody can do that here but
    /// who works on them.
    var restricted = 0
    var withdrawn = 0
    /// Cases of which a class was opened in an emergency there.
    var emergencies = 0
    /// Cases from which somebody was taken there, who has them here again, and of each how many.
    var reopened = 0
    var casesAgain: [MemberID: Int] = [:]
    /// What of it must be in no file from now on; nil where nothing was.
    fileprivate(set) var scan: ByteScan?

    /// What no entry here states, so that nothing here follows from it: whoever restores is told.
    fileprivate mutating func count(_ rec: Identifier, in newer: NewerLog) {
      restricted += newer.restricted.contains(rec) ? 1 : 0
      withdrawn += newer.withdrawn.contains(rec) ? 1 : 0
      emergencies += newer.emergencies.opened.contains(rec) ? 1 : 0
    }

    fileprivate mutating func look(for more: ByteScan) {
      if let scan { scan.join(more) } else { scan = more }
    }
  }

  func run() throws(VaultError) -> Done {
    var (done, last) = (Done(), 0)
    while case let keys = try context.tx.fileKeys(after: last, limit: Self.filesAtOnce),
      let newest = keys.last
    {
      last = newest
      for key in keys {
        guard let file = try context.tx.file(key: key), let rec = try context.provenPseudonym(file)
        else { continue }
        guard let act = try act(destroying: file, rec) else {
          for erasure in newer?.erasedParts[rec] ?? [] {
            guard let scan = try erase(erasure, of: file, rec) else { continue }
            done.parts += 1
            done.look(for: scan)
          }
          for gone in newer?.retracted[rec] ?? [] {
            guard let scan = try retract(gone, of: file, rec) else { continue }
            done.parts += 1
            done.look(for: scan)
          }
          done.hidden += try hide(newer?.waiting[rec] ?? [:], of: file)
          if let newer { done.count(rec, in: newer) }
          let again = try hasAgain(file, rec)
          for member in again { done.casesAgain[member, default: 0] += 1 }
          done.reopened += again.isEmpty ? 0 : 1
          continue
        }
        if act == Act.caseErase {
          done.look(for: try WholeErasure(context: context, file: file).traces())
        }
        _ = try CaseDestruction(context: context, file: file).destroy(act, pseudonym: rec) {
          ($0.ref, $0.role, $0.kind) = (restore, role.rawValue, Self.kind)
        }
        if act == Act.caseErase { done.erased += 1 } else { done.handedOver += 1 }
      }
    }
    return done
  }

  /// Who has a case here and has it in the newer vault no more.
  private func hasAgain(
    _ file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> Set<MemberID> {
    guard let newer, let roster = newer.roster,
      let live = try? context.gate.liveAssignments(of: file)
    else { return [] }
    let care = try live.map { row throws(VaultError) in
      Care(member: try context.tx.memberID(row.member), role: row.role, relation: row.relation)
    }
    return newer.care.ended(rec, of: care, roster)
  }

  /// A part of a case. Who restores holds no key of any: what is left of a field's history stays under the
  /// key that it is under, which is due for another version.
  ///
  /// - Returns: what must be in no file from now on; nil where there was nothing of it.
  private func erase(
    _ erasure: StatedErasure, of file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> ByteScan? {
    // With custody of after the erasure the whole case opens for nobody, for the outer key of before is destroyed:
    // it is counted among those. Custody of before may open it in a later restore, which must know.
    guard try CustodyFit(custody: context.custody, tx: context.tx).opens(file) else {
      try carry(erasure, rec)
      return nil
    }
    return try erase(
      erasure.part, of: file, keeping: erasure.least, keepsWraps: erasure.inRestore.keepsWraps)
  }

  /// An entry that was taken back, whether the backup has it out of sight or not.
  ///
  /// - Returns: what must be in no file from now on; nil where it was not there.
  private func retract(
    _ gone: StatedRetraction, of file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> ByteScan? {
    guard try CustodyFit(custody: context.custody, tx: context.tx).opens(file) else {
      try carry(gone, rec)
      return nil
    }
    for row in try context.tx.records(of: file.key) where row.entity < Excerpt.firstClass {
      let item = try context.custody.itemName(of: file.key, id: file.id, record: row.id)
      guard item == gone.item else { continue }
      return try erase(.record(row.id, kind: row.kind), of: file, keeping: 0, keepsWraps: true)
    }
    return nil
  }

  /// What was taken back and waits is shown to nobody here either: it may be of somebody else. Nobody can bring the ask
  /// along, for it stands in what is sealed to those who work on cases: one of them asks anew.
  ///
  /// - Returns: how many were in sight.
  private func hide(
    _ items: [Identifier: Int], of file: Transaction.File
  ) throws(VaultError) -> Int {
    guard !items.isEmpty, try CustodyFit(custody: context.custody, tx: context.tx).opens(file)
    else { return 0 }
    var count = 0
    for row in try context.tx.records(of: file.key) where row.entity < Retraction.kind {
      let item = try context.custody.itemName(of: file.key, id: file.id, record: row.id)
      guard items[item] != nil else { continue }
      let isHidden = try writer(of: file).hide(row.id, as: role) {
        ($0.ref, $0.kind) = (restore, Self.kind)
      }
      if isHidden { count += 1 }
    }
    return count
  }

  private func writer(of file: Transaction.File) throws(VaultError) -> CaseWriter {
    try CaseWriter(
      context, file.id, standing: Gate.Standing(role: role, relation: .stranger))
  }

  private func erase(
    _ part: ErasedPart, of file: Transaction.File, keeping least: UInt64, keepsWraps: Bool
  ) throws(VaultError) -> ByteScan? {
    do {
      let eraser = try PartEraser(part, of: writer(of: file), as: role, keeping: least)
      let scan = try eraser.traces(keepsWraps: keepsWraps)
      _ = try eraser.erase(keepsWraps: keepsWraps) {
        ($0.ref, $0.kind) = (restore, Self.kind)
      }
      return scan
    } catch .nothingToDo {
      return nil
    }
  }

  private func carry(_ gone: StatedRetraction, _ rec: Identifier) throws(VaultError) {
    try context.append(Act.caseRetract, .failed) { entry in
      (entry.rec, entry.why, entry.kind) = (rec, .state, Self.kind)
      (entry.ref, entry.role) = (restore, role.rawValue)
      (entry.item, entry.fields) = (gone.item, gone.codes)
    }
  }

  /// States that a part is to be erased and was not.
  private func carry(_ erasure: StatedErasure, _ rec: Identifier) throws(VaultError) {
    try context.append(Act.caseErase, .failed) { entry in
      (entry.rec, entry.why, entry.kind) = (rec, .state, Self.kind)
      (entry.ref, entry.role) = (restore, role.rawValue)
      entry.class = Int(erasure.fieldClass.rawValue)
      entry.fields = erasure.codes.isEmpty ? nil : erasure.codes.sorted()
    }
  }

  private func act(
    destroying file: Transaction.File, _ rec: Identifier
  ) throws(VaultError) -> String? {
    if let act = newer?.destroyed[rec] { return act }
    guard newer == nil, isCustodyAhead, try context.custody.newestNumber(of: file.key) == nil
    else { return nil }
    // Of a case that was handed over the key of its pseudonym is kept, and so is its row.
    let isNamed = (try? context.pseudonym(file)) != nil
    return isNamed ? Act.keyDestroy : Act.caseErase
  }
}

extension ActContext {
  /// By its key; without one, by the entry that the row names and that states the same manifest.
  func provenPseudonym(_ file: Transaction.File) throws(VaultError) -> Identifier? {
    if let rec = try? pseudonym(file) { return rec }
    guard (0..<vault.ledger.frontier.size).contains(file.seq) else { return nil }
    let entry = try vault.ledger.provenEntry(file.seq, in: tx)
    return entry.man == file.man ? entry.rec : nil
  }
}
