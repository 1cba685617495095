import AuditLog
import Sealing

/// Referrals that pass between vaults as one file, by the keys and checks of a transfer.
extension Vault {
  /// Whether bytes begin as a word about a referral does, and not as a sealed file.
  public static func isReferralNote(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: Array(ReferralNote.header.utf8))
  }

  /// Reads a word about a referral as far as that takes no card.
  ///
  /// - Throws: `.transfer(.answerForm)`.
  public static func checkReferralNote(_ bytes: [UInt8]) throws(VaultError) {
    _ = try ReferralNote.parse(bytes)
  }

  /// Seals named fields of a case for another vault. The entry that gives the file out is durable before its
  /// first byte is handed over. A lead does it: the card's reader checks a lead's signature.
  ///
  /// - Throws: `denied`; `file(.tooLarge)`; `changedMeanwhile` where somebody wrote since the look.
  public func refer(
    _ order: ReferralOrder, of id: CaseID, as session: borrowing Session
  ) throws(VaultError) -> SentFile {
    guard order.card.vault != self.id else { throw .card(.ownVault) }
    let file = try sealed(order, session.keyring)
    let bytes = file.bytes
    let act = order.writing.act
    let entry = try noting(act.rawValue, id, session) { session throws(VaultError) in
      let entry = try self.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard context.asker.roles.contains(.lead) else {
          return try context.refuseReferring(act, of: id)
        }
        let seq = try context.nextEntry()
        var writing = order.writing
        writing.sum = Digest.of(bytes)
        let items = try context.transferItems(of: id, order.lists)
        let sent = TransferItem.Referral(
          entry: seq, referral: order.referral.identifier, receiver: order.card.vault,
          card: order.card.digest, sum: Digest.of(bytes))
        writing.operations[order.lists.transfer] = .list((items + [.referral(sent)]).map(\.text))
        let ruling = try CaseChain(context: context, id: id).write(writing).entry
        // The item names its own entry: nothing may have come between.
        if case .allowed(let written) = ruling, written != seq { throw .changedMeanwhile }
        return ruling
      }
      return entry
    }
    return SentFile(
      bytes: bytes, transfer: file.head.transfer.hex, part: .referral, entry: entry)
  }

  private func sealed(
    _ order: ReferralOrder, _ keyring: Keyring
  ) throws(VaultError) -> SealedFile {
    var parcel = CaseParcel(
      code: order.code, first: .zero, operations: [:], records: order.records)
    parcel.basis = order.basis.text
    parcel.until = order.basis.until.map { UInt64($0) }
    parcel.card = Array(order.card.text.utf8)
    let head = SealedFileHead(
      part: .referral, epoch: order.card.epoch(of: .lead).number, receiver: order.card.vault,
      sender: id, transfer: order.referral.identifier)
    return try SealedFile.seal(
      parcel.encoded, head, to: order.card, as: keyring.bundle.signing)
  }

  /// Opens a new case from a referral that came as a file, sealed under keys of its own.
  ///
  /// - Parameters:
  ///   - operations: the operations row as it is to stand here.
  ///   - records: what the program itself writes into a new case.
  /// - Throws: `denied`; `alreadyRecorded` where the code is taken; `officersMissing`.
  public func receiveReferral(
    _ incoming: IncomingCase, as code: String, operations: [FieldID: FieldValue],
    records: [RecordChange], lists: TransferLists, terms: [SearchField],
    as session: borrowing Session
  ) throws(VaultError) -> Receipt {
    precondition(incoming.part == .referral, "a transfer is taken in as one")
    try refuseSecond(incoming.sum, .referralReceive, session)
    let seq = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard context.asker.roles.contains(.lead) else {
        return try context.refuse(CaseAct.referralReceive.rawValue, .role) {
          $0.sum = incoming.sum
        }
      }
      try checkOfficers()
      let origin = TransferItem.referred(
        TransferItem.Received(
          entry: try context.nextEntry(), transfer: incoming.head.transfer,
          sender: incoming.head.sender, sum: incoming.sum, code: incoming.code))
      var opening = CaseOpening(
        code: code, operations: operations, records: records, isMinor: true)
      opening.operations[lists.transfer] = .list([origin.text])
      (opening.kept, opening.source) = (incoming.parcel.records, incoming.sum)
      (opening.sourceKind, opening.keptTerms) = (incoming.part.entryKind, terms)
      let ready = opening
      return try custody.adding { additions throws(VaultError) in
        switch try CaseOpener(context, additions, role: .lead).open(ready) {
        case .allowed(let opened): .allowed(opened.seq)
        case .refused(let why, let entry): .refused(why, entry: entry)
        }
      }
    }
    return Receipt(entry: seq)
  }

  /// Records an answer to a referral that came as a file, or that one which was sent so is taken back, and signs
  /// the word of it for the other vault.
  ///
  /// - Parameter isLast: whether nothing of the case is kept here: its keys go in the same transaction.
  /// - Throws: `denied`; `noSuchRecord` where no such referral passed, or it is not this side's to say.
  public func tell(
    _ word: ReferralWord, of referral: RecordID, with writing: CaseWriting, in id: CaseID,
    lists: TransferLists, isLast: Bool = false, as session: borrowing Session
  ) throws(VaultError) -> (entry: Int, note: [UInt8]) {
    let told = try noting(writing.act.rawValue, id, session) { session throws(VaultError) in
      let told = try act(as: session) { context throws(VaultError) -> Ruling<Told> in
        guard context.asker.roles.contains(.lead) else {
          return try context.refuseReferring(writing.act, of: id)
        }
        let items = try context.transferItems(of: id, lists)
        guard let party = items.party(to: referral.identifier, told: word)
        else { throw .noSuchRecord }
        switch try CaseChain(context: context, id: id).write(writing).entry {
        case .allowed(let entry):
          if isLast { try context.destroy(id, after: entry, party.sum) }
          return .allowed(Told(entry: entry, vault: party.vault, sum: party.sum))
        case .refused(let why, let entry): return .refused(why, entry: entry)
        }
      }
      return told
    }
    if writing.endsExcerpts || isLast { try sweep(session) }
    let note = ReferralNote(
      sender: self.id, receiver: told.vault, referral: referral.identifier, word: word,
      sum: told.sum, entry: told.entry, at: now() / 1_000)
    return (told.entry, try note.signed(by: session.keyring.bundle.signing))
  }

  /// Holds a word from another vault against its card and against what passed.
  ///
  /// - Parameter row: the case's list of transfers, as it was looked at.
  /// - Throws: `noted` with `.transfer`.
  public func readWord(
    _ bytes: [UInt8], from card: VaultCard, about row: FieldValue?, of id: CaseID,
    as session: borrowing Session
  ) throws(VaultError) -> (referral: RecordID, word: ReferralWord, at: Int?) {
    do {
      let note = try ReferralNote.read(
        bytes, to: self.id, from: card, about: try TransferItem.all(in: row))
      return (RecordID(note.referral), note.word, note.at)
    } catch {
      guard case .transfer = error else { throw error }
      throw try noteFailed(
        .referralReceive, of: id, for: Set(Role.allCases), because: error, session)
    }
  }
}

private struct Told {
  var entry: Int
  var vault: Identifier
  var sum: Digest
}

extension [TransferItem] {
  /// To whom a word about a referral goes, and of which file.
  fileprivate func party(
    to referral: Identifier, told word: ReferralWord
  ) -> (vault: Identifier, sum: Digest)? {
    for item in self {
      switch item {
      case .referral(let sent) where sent.referral == referral && word == .revoked:
        return (sent.receiver, sent.sum)
      case .referred(let from) where from.transfer == referral && word != .revoked:
        return (from.sender, from.sum)
      default: continue
      }
    }
    return nil
  }
}

extension ActContext {
  fileprivate func transferItems(
    of id: CaseID, _ lists: TransferLists
  ) throws(VaultError) -> [TransferItem] {
    guard let file = try tx.file(id) else { throw .noSuchCase }
    keyring.beginCase()
    return try TransferItem.all(in: vault.operations(of: file, keyring, tx).values[lists.transfer])
  }

  /// What came with a referral that is not taken on is the sender's to keep, and nobody's here.
  fileprivate func destroy(
    _ id: CaseID, after entry: Int, _ sum: Digest
  ) throws(VaultError) {
    guard let file = try tx.file(id) else { throw .noSuchCase }
    _ = try CaseDestruction(context: self, file: file).destroy { destroyed in
      (destroyed.ref, destroyed.role, destroyed.sum) = (entry, Role.lead.rawValue, sum)
    }
  }

  /// The card's reader checks a lead's signature, so nobody else gives one.
  fileprivate func refuseReferring<Value>(
    _ act: CaseAct, of id: CaseID
  ) throws(VaultError) -> Ruling<Value> {
    let rec = try tx.file(id).map { file throws(VaultError) in try pseudonym(file) }
    return try refuse(act.rawValue, .role) { $0.rec = rec }
  }
}
