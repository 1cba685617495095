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
  let head: SealedFileHead
  /// SHA-256 of the file.
  let sum: Digest
  let parcel: CaseParcel

  init(_ file: SealedFile, _ parcel: CaseParcel, sum: Digest, from card: VaultCard) {
    (part, origin, office) = (file.head.part, card.origin, card.office)
    (code, operations) = (parcel.code, parcel.operations)
    (head, self.sum, self.parcel) = (file.head, sum, parcel)
  }

  /// Every value of every field, for whoever knows what a field may hold.
  public var values: [(FieldID, FieldValue)] {
    operations.map { ($0.key, $0.value) }
      + parcel.records.flatMap { $0.fields.map { ($0.id, $0.value) } }
  }
}
