import AuditLog
import Sealing

/// What a writing says of a file that it gives out.
struct TransferSending: Sendable {
  var part: TransferPart
  var lists: TransferLists
  var card: VaultCard
  var transfer: Identifier
  /// SHA-256 of the file.
  var sum: Digest
  /// What the lead's file is handed over on.
  var basis: TransferBasis?
}

extension CaseWriter {
  /// What was sent, as the operations row is to say it: with the state of the case after this very writing.
  ///
  /// - Returns: the row's new values, and the entry that the item names where it is this one.
  func noting(
    _ sending: TransferSending?, _ written: [SealedRecord]
  ) throws(VaultError) -> (values: [FieldID: FieldValue], entry: Int?, ref: Int?) {
    guard let sending else { return ([:], nil, nil) }
    let row = try context.vault.operations(of: file, keyring, tx).values
    let items = try TransferItem.all(in: row[sending.lists.transfer])
    let clinical = try state(of: .clinical, sending.lists, row, after: written)
    guard sending.part == .file else {
      guard var sent = items.sent, sent.transfer == sending.transfer
      else { throw .transfer(.notSent) }
      guard sent.isLive(at: context.vault.now()) else { throw .transfer(.basisEnded) }
      // The lead's file numbers what travels here; what was written since would have no place there.
      guard clinical == sent.states.clinical else { throw .transfer(.changed) }
      sent.clinical = sending.sum
      return ([sending.lists.transfer: items.replacing(sent: sent)], nil, sent.entry)
    }
    let entry = try context.nextEntry()
    let sent = TransferItem.Sent(
      entry: entry, transfer: sending.transfer, receiver: sending.card.vault,
      card: sending.card.digest,
      states: TransferItem.States(
        file: try state(of: .file, sending.lists, row, after: written), clinical: clinical),
      file: sending.sum, by: sending.basis?.by, until: sending.basis?.until)
    return ([sending.lists.transfer: items.replacing(sent: sent)], entry, nil)
  }

  /// What was handed over on a consent that ends with this writing is handed over no further: no second file
  /// goes out after the first (`TransferItem.Sent.isLive`).
  func ended(_ writing: CaseWriting) throws(VaultError) -> [FieldID: FieldValue] {
    guard let lists = writing.transfers, let ending = writing.ending else { return [:] }
    let row = try context.vault.operations(of: file, keyring, tx).values
    let items = try TransferItem.all(in: row[lists.transfer])
    let now = context.vault.now()
    guard var sent = items.sent, sent.rests(on: ending), sent.isLive(at: now) else { return [:] }
    sent.until = now
    return [lists.transfer: items.replacing(sent: sent)]
  }

  /// What is recorded of a part now, or will be after some records are written.
  func state(
    of part: TransferPart, _ lists: TransferLists, _ row: [FieldID: FieldValue],
    after written: [SealedRecord] = []
  ) throws(VaultError) -> Digest {
    var all: [RecordID: [Transaction.FieldRow]] = [:]
    for record in try whole() { all[record.row.id] = record.fields }
    for record in written where record.row.entity < Excerpt.firstClass && !record.row.isRetracted {
      all[record.row.id, default: []] += record.fields
    }
    return CaseState.digest(
      all.map { ($0.key, $0.value) }, part, context.vault.fields,
      operations: lists.recorded(row))
  }

  /// Every record that goes with the file, with every kept version: copies are made anew, and what was taken back goes
  /// nowhere.
  private func whole() throws(VaultError) -> [Drawer.Row] {
    try rows.map { row throws(VaultError) in
      Drawer.Row(row: row, fields: try tx.fields(of: row.key))
    }.filter { !$0.isCopy && !$0.row.isRetracted }
  }

  // MARK: The end of a transfer

  /// Whether the case may be destroyed: everything in it is in files that the other vault took in.
  ///
  /// - Throws: `.transfer`.
  func checkAccepted(
    _ acceptances: [[UInt8]], by card: VaultCard, _ lists: TransferLists
  ) throws(VaultError) {
    let row = try context.vault.operations(of: file, keyring, tx).values
    guard let sent = try TransferItem.all(in: row[lists.transfer]).sent,
      sent.receiver == card.vault, sent.card == card.digest
    else { throw .transfer(.notSent) }
    var accepted: Set<TransferPart> = []
    for bytes in acceptances {
      accepted.insert(
        try Acceptance.read(bytes, of: sent, from: context.vault.id, card: card).part)
    }
    try checkIsWhole(sent, lists, row)
    let needed: Set<TransferPart> = sent.clinical == nil ? [.file] : [.file, .clinical]
    guard accepted == needed else { throw .transfer(.acceptanceMissing) }
  }

  /// Nothing was recorded since the files were made, and nothing is in no file.
  private func checkIsWhole(
    _ sent: TransferItem.Sent, _ lists: TransferLists, _ row: [FieldID: FieldValue]
  ) throws(VaultError) {
    guard try state(of: .file, lists, row) == sent.states.file,
      try state(of: .clinical, lists, row) == sent.states.clinical
    else { throw .transfer(.changed) }
    guard sent.clinical == nil else { return }
    let isThere = try whole().contains { record in
      !CaseState.versions(record.fields, .clinical, context.vault.fields).isEmpty
    }
    // Whether anything was given the lead cannot see, and absence must not be visible.
    guard !isThere else { throw .transfer(.clinicalMissing) }
  }
}
