import AuditLog
import Sealing

/// The second person's part of an erasure, inside one transaction: another lead than the one who asked gives
/// it, and everything of the case goes with the entry.
struct CaseEraser {
  private let writer: CaseWriter

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    writer = try CaseWriter(context, id)
  }

  /// What was done, and what must be in no file from now on.
  struct Done {
    var erasure: Erasure
    var scan: ByteScan
  }

  /// - Throws: `nothingAsked` where the entry asks for no erasure of this case.
  func erase(
    _ asked: Int, waitingIn list: FieldID, since version: UInt64?
  ) throws(VaultError) -> Ruling<Done> {
    let context = writer.context
    let rec = try context.pseudonym(writer.file)
    guard context.asker.roles.contains(.lead) else { return try refuse(.role, asked, rec) }
    guard version.map({ $0 == writer.file.version }) ?? true else { throw .changedMeanwhile }
    let ask = try writer.waiting(asked, in: list)
    guard ask.act == .erase else { throw .nothingAsked }
    guard ask.asker != context.asker.member else { return try refuse(.secondPerson, asked, rec) }
    let approval = try context.append(Act.approvalGive) { entry in
      (entry.ref, entry.rec, entry.role) = (asked, rec, Role.lead.rawValue)
    }
    let file = writer.file
    let (tally, classes) = (try context.tx.tally(file.key), try classes(of: file))
    let scan = try traces(of: file)
    let generation = context.custody.generation + 1
    let seq = try CaseDestruction(context: context, file: file).destroy(Act.caseErase) { entry in
      (entry.ref, entry.by, entry.kind) = (asked, approval, ask.subject)
      entry.role = Role.lead.rawValue
    }
    return .allowed(
      Done(
        erasure: Erasure(
          entry: seq, approval: approval, asked: asked, generation: generation, tally: tally,
          classes: classes),
        scan: scan))
  }

  private func refuse(
    _ reason: Refusal, _ asked: Int, _ rec: Identifier
  ) throws(VaultError) -> Ruling<Done> {
    try writer.context.refuse(Act.approvalGive, reason) { entry in
      (entry.ref, entry.rec) = (asked, rec)
    }
  }

  private func classes(of file: Transaction.File) throws(VaultError) -> [FieldClass] {
    let keys = try writer.tx.classKeys(of: file.key).map(\.keyClass)
    let found = Set(keys.compactMap { Restriction.fieldClass(of: $0)?.rawValue })
    return FieldClass.allCases.filter { found.contains($0.rawValue) }
  }

  private func traces(of file: Transaction.File) throws(VaultError) -> ByteScan {
    let segment = SearchSegment.number(ofFile: file.key)
    let scan = try writer.context.custody.scan(
      forKeysOf: file.key, and: SearchSegment.custodyFile(segment))
    if let sealed = try writer.tx.segment(segment) { scan.look(for: Array(sealed.dropFirst(4))) }
    try writer.tx.eachTrace(of: file) { scan.look(for: $0) }
    for note in try writer.context.gate.emergencyNotes(of: file) {
      if let sealed = try writer.tx.note(note) { scan.look(for: sealed) }
    }
    return scan
  }
}
