import AuditLog
import Sealing

extension Vault {
  /// Makes a case, or its clinical part, into a file for another vault. The case stays as it is and goes on
  /// being used; the entry that gives the file out is durable before its first byte is handed over.
  ///
  /// - Throws: `denied`; `transferRefused` where the lead's part was not made for this card; `file(.tooLarge)`;
  ///   `changedMeanwhile` where somebody wrote since the look that it rests on.
  public func transfer(
    _ order: TransferOrder, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> SentFile {
    guard order.card.vault != self.id else { throw .card(.ownVault) }
    return try notingTransfer(.transfer, of: id, as: session) { session throws(VaultError) in
      let keyring = session.keyring
      let (_, drawer) = try act(as: session) {
        context throws(VaultError) -> Ruling<(Int, Drawer)> in
        try context.ruleOnTransfer(order, of: id)
      }
      var whole = try openWhole(drawer, order.part, keyring)
      var leftOut = Set<FieldID>()
      if order.leavesOut { whole.records = order.leavingOut(of: whole.records, &leftOut) }
      guard !whole.records.contains(where: { $0.everGave(order.unnamed) })
      else { throw .transfer(.unnamed) }
      // What it is given on goes with it, or it would be nowhere once the keys here are destroyed.
      let records = order.named
      whole.records = (whole.records + records.compactMap(ParcelRecord.init(made:)))
        .sorted { $0.id < $1.id }
      let file = try sealed(order, whole, keyring)
      let bytes = file.bytes
      var writing = CaseWriting(.transfer, records: records, since: drawer.file.version)
      guard order.since.map({ $0 == drawer.file.version }) ?? true else { throw .changedMeanwhile }
      writing.sending = TransferSending(
        part: order.part, lists: order.lists, card: order.card, transfer: file.head.transfer,
        sum: Digest.of(bytes), basis: order.basis)
      let ready = writing
      let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        try CaseWriter(context, id, standing: order.part.standingOfMember).write(ready).entry
      }
      return SentFile(
        bytes: bytes, transfer: file.head.transfer.hex, part: order.part, entry: entry,
        evidence: try evidenceCount(in: id), leftOut: leftOut.sorted())
    }
  }

  private func sealed(
    _ order: TransferOrder,
    _ whole: (records: [ParcelRecord], operations: [FieldID: FieldValue]), _ keyring: Keyring
  ) throws(VaultError) -> SealedFile {
    var (transfer, first) = (Identifier.makeRandom(), Digest.zero)
    var until = order.basis?.until
    if order.part == .clinical {
      let items = try TransferItem.all(in: whole.operations[order.lists.transfer])
      guard let sent = items.sent, sent.receiver == order.card.vault,
        sent.card == order.card.digest
      else { throw .transfer(.notSent) }
      guard sent.isLive(at: now()) else { throw .transfer(.basisEnded) }
      (transfer, first, until) = (sent.transfer, sent.file, sent.until)
    }
    var parcel = CaseParcel(
      code: order.code, first: first,
      operations: order.part == .file ? order.lists.carried(whole.operations) : [:],
      records: whole.records)
    parcel.until = until.map { UInt64($0) }
    if order.part == .file {
      (parcel.basis, parcel.card) = (order.basis?.text ?? "", Array(order.card.text.utf8))
    }
    let head = SealedFileHead(
      part: order.part, epoch: order.card.epoch(of: order.part.standing).number,
      receiver: order.card.vault, sender: id, transfer: transfer)
    return try SealedFile.seal(
      parcel.encoded, head, to: order.card, as: keyring.bundle.signing)
  }

  /// Ends a transfer on the receiver's signed word: the status moves by the step that the rules allowed, and
  /// the keys of the case are destroyed with everything stored of it.
  ///
  /// - Returns: the entry that says that they are.
  /// - Throws: `denied`; `transferRefused` where something is in no file that was accepted; `.transfer` for an
  ///   acceptance that does not belong to it.
  public func finishTransfer(
    _ writing: CaseWriting, on acceptances: [[UInt8]], by card: VaultCard, lists: TransferLists,
    of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    let entry = try notingTransfer(writing.act, of: id, as: session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        let writer = try CaseWriter(context, id)
        guard context.asker.roles.contains(.lead) else {
          let rec = try context.pseudonym(writer.file)
          return try context.refuse(writing.act.rawValue, .role) { $0.rec = rec }
        }
        try context.checkNoRetraction(of: writer.file, waitingIn: lists.pending)
        try Retraction.checkNone(waitsAmong: writer.rows.map { ($0, writer.kept[$0.key] ?? []) })
        try writer.checkAccepted(acceptances, by: card, lists)
        let ruling = try writer.write(writing).entry
        guard case .allowed(let step) = ruling, let file = try context.tx.file(id)
        else { return ruling }
        return .allowed(try context.giveUp(file, to: card, on: acceptances, as: step))
      }
    }
    try sweep(session)
    return Receipt(entry: entry)
  }

  /// An act of a transfer on a case. What the state of the case forbids is an entry.
  func notingTransfer<Value: ~Copyable>(
    _ act: CaseAct, of id: CaseID, as session: borrowing Session,
    _ body: (borrowing Session) throws(VaultError) -> Value
  ) throws(VaultError) -> Value {
    do {
      return try noting(act.rawValue, id, session, body)
    } catch .transfer(let fault) where fault.isOfCase {
      throw .transferRefused(
        fault, entry: try refuse(act, id, fault.isOfConsent ? .consent : .state, session))
    } catch .retractionsWaitWithin(let asked) {
      throw .retractionsWait(asked, entry: try refuse(act, id, .state, session))
    }
  }

  private func refuse(
    _ act: CaseAct, _ id: CaseID, _ why: Refusal, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      let rec = try context.tx.file(id).map { file throws(VaultError) in
        try context.pseudonym(file)
      }
      return .allowed(try context.noteRefused(act, rec: rec, why: why))
    }
  }
}

extension TransferPart {
  /// A duty officer acts by standing access to what only health staff read; a lead by their own.
  var standingOfMember: Gate.Standing? {
    self == .clinical ? Gate.Standing(role: .duty, relation: .emergency) : nil
  }
}

extension ActContext {
  /// Destroys a case that another vault has, and leaves to the leads which that is.
  fileprivate func giveUp(
    _ file: Transaction.File, to card: VaultCard, on acceptances: [[UInt8]], as step: Int
  ) throws(VaultError) -> Int {
    let note = try HandedNote.seal(card, on: pseudonym(file), self)
    let seq = try CaseDestruction(context: self, file: file).destroy { entry in
      (entry.ref, entry.role) = (step, Role.lead.rawValue)
      entry.sum = Digest.of(Array(acceptances.joined()))
      (entry.note, entry.epoch) = (Digest.of(note.bytes), note.epoch)
    }
    try tx.insertNote(note.bytes)
    return seq
  }

  /// A refusal for the state of a case, told by who catches it.
  func noteRefused(
    _ act: CaseAct, rec: Identifier?, sum: Digest? = nil, why: Refusal = .state
  ) throws(VaultError) -> Int {
    try append(act.rawValue, .denied) { entry in
      (entry.why, entry.rec, entry.sum) = (why, rec, sum)
      entry.role = asker.roles.first?.rawValue
    }
  }
}
