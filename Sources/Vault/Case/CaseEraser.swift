import AuditLog
import Sealing

/// The second person's part of an erasure, inside one transaction: another lead than the one who asked gives
/// it, of the history of a health field a duty officer, and what was asked goes with the entry.
struct CaseEraser {
  private let context: ActContext
  private let id: CaseID
  private let writer: CaseWriter

  init(_ context: ActContext, _ id: CaseID) throws(VaultError) {
    (self.context, self.id) = (context, id)
    writer = try CaseWriter(context, id)
  }

  /// What was done, and what must be in no file from now on.
  struct Done {
    var erasure: Erasure
    var scan: ByteScan
    /// What tells another process of it, should this one die before it has looked for that.
    var note: Digest
    /// The case, where it went whole.
    var gone: Transaction.File?
  }

  /// An erasure that may be done.
  struct Order {
    fileprivate let ask: PendingAsk
    fileprivate let subject: ErasureSubject
    fileprivate let rec: Identifier
    fileprivate let role: Role
    /// Nil for the whole case.
    fileprivate let eraser: PartEraser?
  }

  /// Whether it may be done; only a refusal is written.
  ///
  /// - Throws: `nothingAsked` where the entry asks for no erasure of this case; `nothingToDo` where there is
  ///   nothing of the part that was asked for.
  func rule(
    _ asked: Int, waitingIn list: FieldID, since version: UInt64?
  ) throws(VaultError) -> Ruling<Order> {
    let rec = try context.pseudonym(writer.file)
    guard context.asker.roles.contains(where: { $0 == .lead || $0 == .duty })
    else { return try refuse(.role, asked, rec) }
    guard version.map({ $0 == writer.file.version }) ?? true else { throw .changedMeanwhile }
    let ask = try writer.waiting(asked, in: list)
    guard ask.act.asksErasure, let subject = ErasureSubject(text: ask.subject),
      (ask.act == .retract) == (subject.part?.isRecord ?? false)
    else { throw .nothingAsked }
    let role = context.vault.fields.giver(ofErasing: subject.part)
    guard context.asker.roles.contains(role) else { return try refuse(.role, asked, rec) }
    guard ask.asker != context.asker.member else { return try refuse(.secondPerson, asked, rec) }
    if let lapse = try context.lapse(ofAsk: asked, in: writer.file) {
      return try refuse(lapse, asked, rec)
    }
    // A duty officer cannot hold the rules against the case: they stand as they were looked at. Of what is out of
    // sight there are none.
    guard role == .lead || ask.act == .retract || writer.file.seq == asked else {
      return try refuse(.state, asked, rec)
    }
    let eraser = try subject.part.map { part throws(VaultError) in
      try PartEraser(part, of: writer(as: role), as: role)
    }
    guard try eraser?.holdsWhatStays() ?? true else {
      return try refuse(.restricted, ask.entry, rec)
    }
    return .allowed(Order(ask: ask, subject: subject, rec: rec, role: role, eraser: eraser))
  }

  /// By assignment a duty officer may be nothing to the case: they are by their role.
  private func writer(as role: Role) throws(VaultError) -> CaseWriter {
    guard role == .duty else { return writer }
    return try CaseWriter(
      context, id, standing: Gate.Standing(role: role, relation: .emergency))
  }

  /// Does what may be done. Of a case that goes whole whoever calls takes it out of the index
  /// (``SearchIndex/forget(_:generation:)``).
  func carryOut(_ order: Order, waitingIn list: FieldID) throws(VaultError) -> Done {
    guard let part = order.subject.part, let eraser = order.eraser else {
      let whole = WholeErasure(context: context, file: writer.file)
      return try whole.run(
        order.ask.entry, because: order.subject.reason, order.rec, as: .lead)
    }
    let (ask, role) = (order.ask, order.role)
    let approval = try approve(ask, order.rec, role)
    let scan = try eraser.traces()
    let classes = eraser.classes
    let note = ErasureNote(
      seq: try context.nextEntry(), try eraser.tally(), classes,
      scan.imprints(in: context.vault.id)
    ).encoded
    try context.tx.insertNote(note)
    let done = try eraser.erase(try eraser.writer.answered(ask.entry, in: list)) { entry in
      (entry.ref, entry.by, entry.kind) = (ask.entry, approval, order.subject.reason)
      entry.note = Digest.of(note)
    }
    return Done(
      erasure: Erasure(
        entry: done.entry, approval: approval, asked: ask.entry, generation: done.generation,
        tally: done.tally, classes: classes, part: part, isRetraction: part.isRecord, role: role),
      scan: scan, note: Digest.of(note))
  }

  // MARK: The second person

  private func approve(
    _ ask: PendingAsk, _ rec: Identifier, _ role: Role
  ) throws(VaultError) -> Int {
    try context.append(Act.approvalGive) { entry in
      (entry.ref, entry.rec, entry.role) = (ask.entry, rec, role.rawValue)
    }
  }

  private func refuse(
    _ reason: Refusal, _ asked: Int, _ rec: Identifier
  ) throws(VaultError) -> Ruling<Order> {
    try context.refuse(Act.approvalGive, reason) { entry in
      (entry.ref, entry.rec) = (asked, rec)
    }
  }
}
