import AuditLog
import Sealing

/// The erasure of a whole case, by whoever gives it: the second person's entry, what there was, and its end. In the
/// index the case still stands then (`ErasureBatch`).
struct WholeErasure {
  let context: ActContext
  let file: Transaction.File

  /// - Parameters:
  ///   - asked: the entry that asks, and on what ground.
  ///   - role: in which it is given.
  func run(
    _ asked: Int, because reason: String, _ rec: Identifier, as role: Role
  ) throws(VaultError) -> CaseEraser.Done {
    let approval = try context.append(Act.approvalGive) { entry in
      (entry.ref, entry.rec, entry.role) = (asked, rec, role.rawValue)
    }
    let (tally, classes) = (try context.tx.tally(file.key), try classes())
    let scan = try traces()
    for (note, entry) in try context.askNotes() where entry.rec == rec {
      scan.look(for: note.encoded)
    }
    let generation = context.custody.generation + 1
    let note = ErasureNote(
      seq: try context.nextEntry(), tally, classes, scan.imprints(in: context.vault.id)
    ).encoded
    try context.tx.insertNote(note)
    let destruction = CaseDestruction(context: context, file: file)
    let seq = try destruction.destroy(Act.caseErase, leavesIndex: true) { entry in
      (entry.ref, entry.by, entry.kind) = (asked, approval, reason)
      (entry.role, entry.note) = (role.rawValue, Digest.of(note))
    }
    try context.dropAskNotes(of: rec)
    return CaseEraser.Done(
      erasure: Erasure(
        entry: seq, approval: approval, asked: asked, generation: generation, tally: tally,
        classes: classes, part: nil, role: role),
      scan: scan, note: Digest.of(note), gone: file)
  }

  private func classes() throws(VaultError) -> [FieldClass] {
    let keys = try context.tx.classKeys(of: file.key).map(\.keyClass)
    let found = Set(keys.compactMap { Restriction.fieldClass(of: $0)?.rawValue })
    return FieldClass.allCases.filter { found.contains($0.rawValue) }
  }

  /// What must be in no file afterwards. To be made before anything of it has gone.
  func traces() throws(VaultError) -> ByteScan {
    let segment = SearchSegment.number(ofFile: file.key)
    let scan = try context.custody.scan(
      forKeysOf: file.key, and: SearchSegment.custodyFile(segment))
    if let sealed = try context.tx.segment(segment) { scan.look(for: Array(sealed.dropFirst(4))) }
    try context.tx.eachTrace(of: file) { scan.look(for: $0) }
    for note in try context.gate.emergencyNotes(of: file) {
      if let sealed = try context.tx.note(note) { scan.look(for: sealed) }
    }
    return scan
  }
}
