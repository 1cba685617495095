import AuditLog
import FoundationEssentials
import Sealing

extension SealedFile {
  /// Reads a file as far as that takes no key.
  ///
  /// - Throws: `.file` with `length`, `header` or `note`.
  init(parsing bytes: [UInt8]) throws(VaultError) {
    guard bytes.count > Self.prelude, bytes.count <= Self.maximumLength
    else { throw .file(.length) }
    guard let head = SealedFileHead(Array(bytes[..<SealedFileHead.count]))
    else { throw .file(.header) }
    var reader = ByteReader(bytes[SealedFileHead.count...])
    guard let box = reader.take(FileKey.count), let count: UInt64 = reader.integer(),
      let length = Int(exactly: count), FileSeal.isStep(length - FileSeal.overhead),
      let sealed = reader.take(length)
    else { throw .file(.length) }
    let rest = Array(bytes[(Self.prelude + length)...])
    guard rest.count <= Self.noteMaximum, let note = try? SignedNote(parsing: rest),
      note.bytes == rest, note.signatures.count == 1,
      note.text == Self.noteText(head, box, sealed)
    else { throw .file(.note) }
    self.init(head: head, box: box, sealed: sealed, note: note)
  }

  /// Holds the file against who receives it and whose card was given.
  ///
  /// - Parameter epoch: the epoch in force of the role that it is sealed to.
  /// - Throws: `.file` with `otherVault`, `otherSender`, `oldCard` or `signature`.
  func check(
    receiver: Identifier, epoch: UInt32?, from card: VaultCard
  ) throws(VaultError) {
    guard head.receiver == receiver else { throw .file(.otherVault) }
    guard head.sender == card.vault, head.sender != receiver else { throw .file(.otherSender) }
    guard head.epoch == epoch else { throw .file(.oldCard) }
    guard card.signer(of: note, as: head.part.role) != nil else { throw .file(.signature) }
  }

  /// - Throws: `.file` with `seal` or `content`.
  func open(with box: borrowing BoxKey) throws(VaultError) -> CaseParcel {
    let associated = Self.associated(head, self.box, count: sealed.count)
    let content: [UInt8]
    do throws(SealingError) {
      var arena = try KeyArena(capacity: 1)
      let key = try FileKey.open(self.box.span, head: head.bytes, with: box, into: &arena)
      content = try FileSeal.open(sealed.span, associated: associated, under: key, in: arena)
    } catch {
      throw error == .doesNotOpen ? .file(.seal) : VaultError(error)
    }
    guard let parcel = CaseParcel(decoding: content), parcel.fits(head.part)
    else { throw .file(.content) }
    return parcel
  }
}

extension CaseParcel {
  /// The clinical part names the file that it goes with, and holds no operations row.
  fileprivate func fits(_ part: TransferPart) -> Bool {
    switch part {
    case .file: first == .zero && !operations.isEmpty
    // What the fields say now, and nothing of what they said before.
    case .referral:
      first == .zero && operations.isEmpty
        && records.allSatisfy { record in
          record.awaited.isEmpty && record.fields.count == record.newest.count
        }
    case .clinical:
      first != .zero && operations.isEmpty && records.allSatisfy(\.awaited.isEmpty)
    }
  }
}
