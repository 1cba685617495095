/// Named fields of a case that are to be made into a file for another vault, with the referral that they go with.
public struct ReferralOrder: Sendable {
  /// The record of the referral: it names the file on both sides.
  public var referral: RecordID
  /// The kind of record that it is, and what of it the receiver sees, as it stands when it has gone out.
  public var entity: UInt16
  public var own: [FieldID: FieldValue]
  /// The code of the case, for whoever has to ask.
  public var code: String
  public var card: VaultCard
  public var lists: TransferLists
  /// What it rests on, and the last moment at which the file is taken in.
  public var basis: TransferBasis
  /// What was just read to be given (`Vault.read`).
  public var copies: [DisclosedRecord]
  /// What is recorded with it; nothing may have been written since the look that it rests on.
  public var writing: CaseWriting

  public init(
    _ referral: RecordID, of code: String, to card: VaultCard, lists: TransferLists,
    on basis: TransferBasis, copies: [DisclosedRecord], writing: CaseWriting
  ) {
    (self.referral, self.code, self.card, self.lists) = (referral, code, card, lists)
    (self.basis, self.copies, self.writing) = (basis, copies, writing)
    (entity, own) = (0, [:])
  }

  /// The records as they travel: of each field what it says now, and nothing of what it said before.
  var records: [ParcelRecord] {
    var all = copies.map { ($0.id, $0.entity, $0.fields) }
    all.append((referral, entity, own))
    return all.filter { !$0.2.isEmpty }.map { id, entity, fields in
      ParcelRecord(
        id: id, entity: entity,
        fields: fields.sorted { $0.key < $1.key }.map {
          ParcelRecord.Field(id: $0.key, version: 1, value: $0.value)
        }, awaited: [])
    }.sorted { $0.id < $1.id }
  }
}
