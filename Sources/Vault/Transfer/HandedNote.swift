import AuditLog
import Sealing

/// To which office a case went, for the leads of the one that it left. The release that said so goes with the file; by
/// this the person who comes back is sent on, and may ask the right office (Format.md, "A transfer").
struct HandedNote {
  let bytes: [UInt8]
  /// The epoch of leads that it is sealed to.
  let epoch: Int

  /// - Parameter card: of the office that took the case in.
  static func seal(
    _ card: VaultCard, on rec: Identifier, _ context: ActContext
  ) throws(VaultError) -> HandedNote {
    guard let lead = context.directory.epoch(of: .lead),
      let actor = context.directory.actor(of: context.asker.member)
    else { throw .officersMissing }
    let text = [card.office, card.origin].compactMap(\.self).joined(separator: ", ")
    let place = place(by: actor, on: rec, vault: context.vault.id)
    let bytes = try VaultError.sealing { () throws(SealingError) in
      try SealedNote.seal(Array(text.utf8), at: place, to: lead.box)
    }
    return HandedNote(bytes: bytes, epoch: Int(lead.number))
  }

  /// What it is bound to: this case of this vault, and who ended the transfer.
  fileprivate static func place(
    by actor: ActorID, on rec: Identifier, vault: Identifier
  ) -> Digest {
    Digest.of(
      Array("safekeep/transferred/1".utf8) + vault.bytes + rec.bytes
        + Array(actor.description.utf8))
  }
}

extension Vault {
  /// What the note says, for a lead; the entry of the refusal that it is told with is durable.
  ///
  /// - Parameter file: gone.
  func handedTo(
    _ file: Transaction.File, _ keyring: Keyring
  ) throws(VaultError) -> HandedTo {
    try looking { tx throws(VaultError) -> HandedTo in
      guard (0..<ledger.frontier.size).contains(file.seq) else { return .unknown }
      let entry = try ledger.provenEntry(file.seq, in: tx)
      guard entry.act == Act.keyDestroy, let digest = entry.note, let sealed = try tx.note(digest),
        let epoch = entry.epoch.flatMap(UInt32.init(exactly:))
      else { return .unknown }
      // Who became a lead without the seed of that epoch asks one who has it.
      guard let seed = try? keyring.officeKey(.standing(.lead), version: epoch, tx, custody)
      else { return .leadsKnow }
      let rec = try custody.pseudonym(of: file.key, id: file.id)
      let place = HandedNote.place(by: entry.actor, on: rec, vault: id)
      let bytes = try? VaultError.sealing { () throws(SealingError) in
        let box = try BoxKey(seed: seed, in: keyring.lasting)
        return try SealedNote.open(sealed.span, at: place, with: box)
      }
      guard let bytes, Digest.of(sealed) == digest else { return .unknown }
      return .office(String(decoding: bytes, as: UTF8.self))
    }
  }
}
