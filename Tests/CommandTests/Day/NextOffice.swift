import AuditLog
import Foundation
import Sealing

@testable import Vault

/// The vault of the office next door, as far as this one ever sees it: a card, and a file that comes from
/// there. Nobody has to found a second office for that.
final class NextOffice {
  let card: VaultCard
  private let lead: SigningKey

  init() throws {
    let root = try SigningKey.makeRandom()
    lead = try SigningKey.makeRandom()
    let vault = root.publicKey.digest.identifier
    let origin = Vault.origin(of: vault)
    card = VaultCard(
      vault: vault, office: "Sở Y tế Lào Cai",
      root: try NoteKey.actor(root.publicKey, origin: origin),
      lead: VaultCard.Epoch(number: 0, box: try BoxKey.makeRandom().publicKey),
      duty: VaultCard.Epoch(number: 0, box: try BoxKey.makeRandom().publicKey),
      signers: [
        VaultCard.Signer(role: .lead, key: try NoteKey.actor(lead.publicKey, origin: origin))
      ])
  }

  /// The fingerprint as somebody types it who does not care for spaces.
  var fingerprint: String { card.fingerprint.filter { $0 != " " } }

  /// A case of a made-up person.
  ///
  /// - Parameter basis: what the office says that it hands it over on.
  func file(
    for receiver: VaultCard, on basis: String = "provision L91_17_1_dd"
  ) throws -> [UInt8] {
    var parcel = CaseParcel(
      code: "K7M-2QX-9T8", first: .zero,
      operations: [FieldID(6): .text("received")],
      records: [
        ParcelRecord(
          id: RecordID(.makeRandom()), entity: 4,
          fields: [.init(id: FieldID(300), version: 1, value: .text("Vàng Thị Ví Dụ"))],
          awaited: [])
      ])
    parcel.basis = basis
    let head = SealedFileHead(
      part: .file, epoch: 0, receiver: receiver.vault, sender: card.vault, transfer: .makeRandom())
    return try SealedFile.seal(parcel.encoded, head, to: receiver, as: lead).bytes
  }

  /// A referral of the same person: a name, and what names it.
  func referral(for receiver: VaultCard) throws -> [UInt8] {
    let referral = Identifier.makeRandom()
    func field(_ id: UInt32, _ value: FieldValue) -> ParcelRecord.Field {
      .init(id: FieldID(id), version: 1, value: value)
    }
    var parcel = CaseParcel(
      code: "NZM-8RV-ED8", first: .zero, operations: [:],
      records: [
        ParcelRecord(
          id: RecordID(.makeRandom()), entity: 4,
          fields: [field(300, .text("Vàng Thị Ví Dụ"))], awaited: []),
        ParcelRecord(
          id: RecordID(referral), entity: 26,
          fields: [field(2502, .list(["person.full_name"])), field(2508, .text("sent"))],
          awaited: []),
      ].sorted { $0.id < $1.id })
    (parcel.basis, parcel.until) = ("provision L91_17_1_dd", 4_000_000_000_000)
    let head = SealedFileHead(
      part: .referral, epoch: 0, receiver: receiver.vault, sender: card.vault, transfer: referral)
    return try SealedFile.seal(parcel.encoded, head, to: receiver, as: lead).bytes
  }
}
