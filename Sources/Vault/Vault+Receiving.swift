import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// The most bytes that a file from another vault may have.
  public static var longestFile: Int { SealedFile.maximumLength }

  /// The same of an acceptance.
  public static var longestAcceptance: Int { Acceptance.maximumLength }

  /// Checks a file from another vault and opens it: its form, for whom it is, whose it is, that it was not
  /// taken in before, that this vault has every field. Nothing is written but the entry of a refusal.
  ///
  /// - Parameter act: as which a file is taken in that does not say what it is.
  /// - Throws: `noted` with `.file` or `foreignFields`; `denied`, `transferRefused`.
  public func openTransfer(
    _ bytes: [UInt8], from card: VaultCard, by act: CaseAct = .receive,
    as session: borrowing Session
  ) throws(VaultError) -> IncomingCase {
    let file: SealedFile
    do { file = try SealedFile(parsing: bytes) } catch {
      let roles = act == .receive ? TransferPart.allCases.map(\.role) : [TransferPart.referral.role]
      throw try noteFailed(act, for: Set(roles), because: error, session)
    }
    let part = file.head.part
    do { return try open(file, Digest.of(bytes), from: card, session) } catch {
      switch error {
      case .file, .foreignFields:
        throw try noteFailed(part.receiveAct, for: [part.role], because: error, session)
      default: throw error
      }
    }
  }

  /// A file of another kind than what is taken in: a referral is none of a whole case. To who may take nothing in
  /// it is not told what it is.
  ///
  /// - Returns: what to throw.
  public func noteOtherKind(
    _ act: CaseAct, as session: borrowing Session
  ) throws(VaultError) -> VaultError {
    let parts: [TransferPart] = act == .receive ? [.file, .clinical] : [.referral]
    return try noteFailed(
      act, for: Set(parts.map(\.role)), because: .file(.otherKind), session)
  }

  /// What was brought is not what it must be: an entry, as of a head or a time-stamp. Its hash is not stated: it may
  /// be any file.
  ///
  /// - Returns: what to throw: of who may not take anything in, that they may not.
  func noteFailed(
    _ act: CaseAct, of id: CaseID? = nil, for roles: Set<Role>, because error: VaultError,
    _ session: borrowing Session
  ) throws(VaultError) -> VaultError {
    let entry = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.asker.roles.first(where: { roles.contains($0) }) else {
        return try context.refuse(act.rawValue, .role)
      }
      context.keyring.beginCase()
      let rec = try id.flatMap { id throws(VaultError) in try context.tx.file(id) }
        .flatMap { try? context.pseudonym($0) }
      return .allowed(
        try context.append(act.rawValue, .failed) { entry in
          (entry.why, entry.rec, entry.role) = (.tampered, rec, role.rawValue)
        })
    }
    return .noted(error, entry: entry)
  }

  private func open(
    _ file: SealedFile, _ sum: Digest, from card: VaultCard, _ session: borrowing Session
  ) throws(VaultError) -> IncomingCase {
    let part = file.head.part
    let keyring = session.keyring
    // Who may not take it in learns nothing of it.
    let epoch = try act(as: session) { context throws(VaultError) -> Ruling<UInt32?> in
      guard context.asker.roles.contains(part.role) else {
        return try context.refuse(part.receiveAct.rawValue, .role) { $0.sum = sum }
      }
      return .allowed(context.directory.epoch(of: part.standing)?.number)
    }
    try file.check(receiver: id, epoch: epoch, from: card)
    try refuseSecond(sum, part.receiveAct, session)
    let parcel = try store.look { tx throws(VaultError) in
      let seed = try keyring.officeKey(
        .standing(part.standing), version: file.head.epoch, tx, custody)
      let box = try VaultError.sealing { () throws(SealingError) in
        try BoxKey(seed: seed, in: keyring.lasting)
      }
      return try file.open(with: box)
    }
    try checkFields(of: parcel, part)
    return IncomingCase(file, parcel, sum: sum, from: card, to: try ownCard(in: parcel))
  }

  /// Every field must be one of this vault, and in the kind of record that it is in here; the classes are
  /// this vault's own.
  private func checkFields(
    of parcel: CaseParcel, _ part: TransferPart
  ) throws(VaultError) {
    var foreign = Set(
      parcel.operations.keys.filter { fields[$0]?.fieldClass != .operations })
    for record in parcel.records {
      for id in record.fields.map(\.id) + record.awaited.map(\.id) {
        guard let rule = fields[id], rule.entity == record.entity,
          rule.fieldClass != .operations,
          part != .referral || part.classes.contains(rule.fieldClass)
        else {
          foreign.insert(id)
          continue
        }
      }
    }
    guard foreign.isEmpty else { throw .foreignFields(foreign.sorted()) }
  }

  /// A file that was taken in once is not taken in again, also where the case has gone on since: the log
  /// keeps what it was.
  func refuseSecond(
    _ sum: Digest, _ act: CaseAct, _ session: borrowing Session
  ) throws(VaultError) {
    let refused = try self.act(as: session) { context throws(VaultError) -> Ruling<Int?> in
      guard try context.entry(thatTook: sum) != nil else { return .allowed(nil) }
      return .allowed(try context.noteRefused(act, rec: nil, sum: sum))
    }
    if let refused { throw .transferRefused(.receivedBefore, entry: refused) }
  }

  /// Opens a new case from a file with the lead's part, sealed under keys of its own.
  ///
  /// - Parameters:
  ///   - code: the new code, in normal form.
  ///   - operations: the operations row as it is to stand here.
  ///   - terms: what its people can be found by.
  /// - Throws: `denied`; `alreadyRecorded` where the code is taken; `officersMissing`.
  public func receive(
    _ incoming: IncomingCase, as code: String, operations: [FieldID: FieldValue],
    lists: TransferLists, terms: [SearchField] = [], as session: borrowing Session
  ) throws(VaultError) -> ReceivedCase {
    precondition(incoming.part == .file, "the clinical part goes into the case that is there")
    try refuseSecond(incoming.sum, .receive, session)
    let opened = try act(as: session) {
      context throws(VaultError) -> Ruling<(seq: Int, id: CaseID)> in
      guard context.asker.roles.contains(.lead) else {
        return try context.refuse(CaseAct.receive.rawValue, .role) { $0.sum = incoming.sum }
      }
      try checkOfficers()
      let entry = try context.nextEntry()
      let origin = TransferItem.received(
        TransferItem.Received(
          entry: entry, transfer: incoming.head.transfer, sender: incoming.head.sender,
          sum: incoming.sum, code: incoming.code))
      var opening = CaseOpening(
        code: code, operations: operations, records: [], isMinor: true)
      opening.operations[lists.transfer] = .list([origin.text])
      (opening.kept, opening.source) = (incoming.parcel.records, incoming.sum)
      opening.keptTerms = terms
      let ready = opening
      return try custody.adding { additions throws(VaultError) in
        try CaseOpener(context, additions, role: .lead).open(ready)
      }
    }
    return try accepted(incoming, opened.id, opened.seq, operations, session)
  }

  /// Puts a file with the clinical part into the case that the lead's part has become.
  ///
  /// - Throws: `denied`; `transferRefused` where that was not taken in, or this was.
  public func receiveClinical(
    _ incoming: IncomingCase, lists: TransferLists, as session: borrowing Session
  ) throws(VaultError) -> ReceivedCase {
    precondition(incoming.part == .clinical, "the lead's part opens a case")
    try refuseSecond(incoming.sum, .receive, session)
    let found = try act(as: session) { context throws(VaultError) -> Ruling<TakenIn?> in
      .allowed(try context.file(thatTook: incoming, lists))
    }
    guard let found else {
      let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        .allowed(try context.noteRefused(.receive, rec: nil, sum: incoming.sum))
      }
      throw .transferRefused(.fileFirst, entry: entry)
    }
    var writing = CaseWriting(.receive)
    writing.taking = ParcelTaking(
      records: incoming.parcel.records, sum: incoming.sum, ref: found.entry)
    let ready = writing
    let entry = try notingTransfer(.receive, of: found.id, as: session) {
      session throws(VaultError) in
      try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard context.asker.roles.contains(.duty) else {
          return try context.refuse(CaseAct.receive.rawValue, .role) { $0.sum = incoming.sum }
        }
        return try CaseWriter(
          context, found.id, standing: TransferPart.clinical.standingOfMember
        ).write(ready).entry
      }
    }
    return try accepted(incoming, found.id, entry, found.operations, session)
  }

  private func accepted(
    _ incoming: IncomingCase, _ id: CaseID, _ entry: Int, _ operations: [FieldID: FieldValue],
    _ session: borrowing Session
  ) throws(VaultError) -> ReceivedCase {
    let acceptance = Acceptance(
      receiver: self.id, sender: incoming.head.sender, transfer: incoming.head.transfer,
      part: incoming.part, sum: incoming.sum, entry: entry)
    return ReceivedCase(
      id: id, part: incoming.part, entry: entry, operations: operations,
      acceptance: try acceptance.signed(by: session.keyring.bundle.signing))
  }
}

/// The case that a lead's part has become.
private struct TakenIn {
  var id: CaseID
  var entry: Int
  var operations: [FieldID: FieldValue]
}

extension ActContext {
  /// The entry that took in a file, if one did: it states the file's hash.
  func entry(thatTook sum: Digest) throws(VaultError) -> Int? {
    for seq in try tx.leaves(naming: sum) where (0..<vault.ledger.frontier.size).contains(seq) {
      let entry = try vault.ledger.provenEntry(seq, in: tx)
      let takes = [Act.recordCreate, CaseAct.receive.rawValue].contains(entry.act)
      if takes, entry.out == .ok, entry.sum == sum { return seq }
    }
    return nil
  }

  /// The case that the lead's part of the same transfer has become, and the entry that took it in.
  fileprivate func file(
    thatTook incoming: IncomingCase, _ lists: TransferLists
  ) throws(VaultError) -> TakenIn? {
    guard let seq = try entry(thatTook: incoming.parcel.first),
      let key = try tx.fileKey(openedBy: seq), let file = try tx.file(key: key)
    else { return nil }
    keyring.beginCase()
    let row = try vault.operations(of: file, keyring, tx).values
    for case .received(let from) in try TransferItem.all(in: row[lists.transfer]) {
      guard from.transfer == incoming.head.transfer, from.sender == incoming.head.sender,
        from.sum == incoming.parcel.first, from.entry == seq
      else { continue }
      return TakenIn(id: file.id, entry: seq, operations: row)
    }
    return nil
  }
}
