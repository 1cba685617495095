import Sealing

/// A file from another vault that was checked and opened; nothing of it is written yet.
public struct IncomingCase: Sendable {
  public let part: TransferPart
  /// The sending vault.
  public let origin: String
  public let office: String?
  /// The code that the case had there.
  public let code: String
  /// The operations row; empty in the clinical part.
  public let operations: [FieldID: FieldValue]
  /// What it was handed over on, as the sender's Casework names it; empty in the clinical part.
  public let basis: String
  /// When that ends, in UTC milliseconds; nil where nothing ends it.
  public let until: Int?
  /// What the sender knew this vault by: the name on the card that it was sealed to, and the vault's own.
  public let recipients: [String]
  let head: SealedFileHead
  /// SHA-256 of the file.
  let sum: Digest
  let parcel: CaseParcel

  /// - Parameter own: the card that it was sealed to; nil where it names none.
  init(
    _ file: SealedFile, _ parcel: CaseParcel, sum: Digest, from card: VaultCard, to own: VaultCard?
  ) {
    (part, origin, office) = (file.head.part, card.origin, card.office)
    (code, operations) = (parcel.code, parcel.operations)
    (basis, until) = (parcel.basis, parcel.until.map { Int($0) })
    recipients = [own?.office, Vault.origin(of: file.head.receiver)].compactMap(\.self)
    (head, self.sum, self.parcel) = (file.head, sum, parcel)
  }

  /// Of a referral its record, on both sides.
  public var referral: RecordID { RecordID(head.transfer) }

  /// The newest value of each field, record by record: what the sender's rules looked at.
  public var newest: [(id: RecordID, entity: UInt16, values: [FieldID: FieldValue])] {
    parcel.records.map { ($0.id, $0.entity, $0.newest.mapValues(\.value)) }
  }

  /// Whether any version of one of these fields was given: what was taken back since is in the file too.
  public func everGave(_ fields: Set<FieldID>) -> Bool {
    parcel.records.contains { $0.everGave(fields) }
  }

  /// Every value of every field, for whoever knows what a field may hold.
  public var values: [(FieldID, FieldValue)] {
    operations.map { ($0.key, $0.value) }
      + parcel.records.flatMap { $0.fields.map { ($0.id, $0.value) } }
  }
}
