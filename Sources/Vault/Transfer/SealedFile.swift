import AuditLog
import FoundationEssentials
import Sealing

/// A file for another vault (Format.md, "A sealed file"): a head in the clear, the file's key in a box, the
/// sealed parcel, and a signed note that names all of it.
struct SealedFile {
  let head: SealedFileHead
  /// The file's key in its box.
  let box: [UInt8]
  /// nonce ‖ ciphertext ‖ tag.
  let sealed: [UInt8]
  private(set) var note: SignedNote

  /// The most that a case may come to: it is held in memory whole, to be checked before anything is written.
  static let maximumContent = 1 << 26
  /// The most that a file may come to, the note included.
  static let maximumLength = maximumContent + 4_096
  static let noteMaximum = 1_024

  /// Where the sealed parcel begins.
  static let prelude = SealedFileHead.count + FileKey.count + 8

  init(
    head: SealedFileHead, box: [UInt8], sealed: [UInt8], note: SignedNote
  ) {
    (self.head, self.box, self.sealed, self.note) = (head, box, sealed, note)
  }

  var bytes: [UInt8] {
    Self.associated(head, box, count: sealed.count) + sealed + note.bytes
  }

  /// What stands before the sealed parcel is its associated data: the head, the box and the length.
  static func associated(_ head: SealedFileHead, _ box: [UInt8], count: Int) -> [UInt8] {
    var out = head.bytes + box
    out.append(littleEndian: UInt64(count))
    return out
  }

  // MARK: Sealing

  /// Seals a parcel to a card and signs it.
  ///
  /// - Throws: `.file(.tooLarge)`.
  static func seal(
    _ content: [UInt8], _ head: SealedFileHead, to card: VaultCard,
    as signer: borrowing SigningKey
  ) throws(VaultError) -> SealedFile {
    guard content.count < maximumContent else { throw .file(.tooLarge) }
    let recipient = card.epoch(of: head.part.standing).box
    let (box, sealed) = try VaultError.sealing {
      () throws(SealingError) -> ([UInt8], [UInt8]) in
      var arena = try KeyArena(capacity: 1)
      let key = arena.makeRandom()
      let box = try FileKey.seal(key, in: arena, head: head.bytes, to: recipient)
      let count = FileSeal.paddedCount(content.count) + FileSeal.overhead
      let sealed = FileSeal.seal(
        content, associated: associated(head, box, count: count), under: key, in: arena)
      return (box, sealed)
    }
    do {
      var note = try SignedNote(text: noteText(head, box, sealed))
      let origin = Vault.origin(of: head.sender)
      try note.sign(as: NoteKey.actor(signer.publicKey, origin: origin).name, with: signer)
      return SealedFile(head: head, box: box, sealed: sealed, note: note)
    } catch { throw .sealing }
  }

  /// label, sender, receiver, part, transfer, and base64 of SHA-256 of everything before the note.
  static func noteText(
    _ head: SealedFileHead, _ box: [UInt8], _ sealed: [UInt8]
  ) -> [UInt8] {
    var digest = DigestContext()
    digest.update(associated(head, box, count: sealed.count))
    digest.update(sealed)
    let sum = Data(digest.finish().bytes).base64EncodedString()
    let lines = [
      "safekeep-file/v1", Vault.origin(of: head.sender), Vault.origin(of: head.receiver),
      head.part.name, head.transfer.hex, sum,
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }
}
