import AuditLog
import FoundationEssentials
import Sealing

/// A receiving vault's signed word that it took a file in: the sending vault destroys its keys on it, and on
/// nothing else (Format.md, "An acceptance").
struct Acceptance {
  var receiver: Identifier
  var sender: Identifier
  var transfer: Identifier
  var part: TransferPart
  /// SHA-256 of the file.
  var sum: Digest
  /// The entry of the receiving vault that says so.
  var entry: Int

  static let header = "safekeep-acceptance/v1"
  static let maximumLength = 1_024

  private var text: [UInt8] {
    let lines = [
      Self.header, Vault.origin(of: receiver), Vault.origin(of: sender), transfer.hex, part.name,
      Data(sum.bytes).base64EncodedString(), "\(entry)",
    ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// Signed by who took the file in.
  func signed(by key: borrowing SigningKey) throws(VaultError) -> [UInt8] {
    do {
      var note = try SignedNote(text: text)
      let name = try NoteKey.actor(key.publicKey, origin: Vault.origin(of: receiver)).name
      try note.sign(as: name, with: key)
      return note.bytes
    } catch { throw .sealing }
  }

  /// Reads an acceptance of a transfer that was sent, and holds it against the card.
  ///
  /// - Throws: `.transfer` with `acceptanceForm`, `acceptanceOther` or `acceptanceSignature`.
  static func read(
    _ bytes: [UInt8], of sent: TransferItem.Sent, from sender: Identifier, card: VaultCard
  ) throws(VaultError) -> Acceptance {
    guard bytes.count <= maximumLength, let note = try? SignedNote(parsing: bytes),
      note.bytes == bytes, note.signatures.count == 1
    else { throw .transfer(.acceptanceForm) }
    let lines = String(decoding: note.text, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 8, lines[0] == header[...], let part = TransferPart(name: lines[4]),
      let entry = Int(lines[6])
    else { throw .transfer(.acceptanceForm) }
    guard let sum = sent.sum(of: part) else { throw .transfer(.acceptanceOther) }
    let acceptance = Acceptance(
      receiver: sent.receiver, sender: sender, transfer: sent.transfer, part: part,
      sum: sum, entry: entry)
    guard acceptance.text == note.text else { throw .transfer(.acceptanceOther) }
    guard card.signer(of: note, as: part.role) != nil
    else { throw .transfer(.acceptanceSignature) }
    return acceptance
  }
}
