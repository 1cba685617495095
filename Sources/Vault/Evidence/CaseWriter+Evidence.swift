import AuditLog
import FoundationEssentials
import Sealing

extension CaseWriter {
  /// Seals a file piece by piece into the table and puts what is said of its content into its record.
  ///
  /// The rows are in the table before the entry, in the same transaction: without the entry there is neither.
  ///
  /// - Parameter records: the first is the one that the file is of, new and with a name.
  func attach(
    _ source: EvidenceSource, to records: inout [RecordChange]
  ) throws(VaultError) -> SealedEvidence {
    guard let record = records.first?.name, records[0].entity == Evidence.entity,
      let rule = context.vault.fields[Evidence.keyField]
    else { throw .fieldOfAnotherRecord(Evidence.sumField) }
    let key = keyring.atHand.makeRandom()
    let place = Evidence.place(
      context.vault.id, file, record, rule, writer: context.asker.member)
    var sealer = try VaultError.sealing { () throws(SealingError) in
      try AttachmentSealer(at: place, under: key, in: keyring.atHand)
    }
    var row = Transaction.EvidenceRow(
      key: try tx.nextEvidenceKey(), record: record, front: sealer.front, parts: 0, seq: 0)
    // Two digests take as long as sealing and storing: a second thread reckons them, of these pieces and of the rows that
    // the last ones gave.
    let (plain, sealed) = (StreamDigest(), StreamDigest())
    var stored = [sealer.front]
    try source.eachBatch(of: Evidence.piecesAtOnce, AttachmentRows.capacity) {
      pieces, isLast throws(VaultError) in
      let before = stored
      let (_, parts) = try Aside.run({
        sealed.update(before)
        plain.update(pieces)
      }) { () throws(VaultError) -> [[UInt8]] in
        try seal(pieces, isLast: isLast, with: &sealer, into: &row)
      }
      stored = parts
    }
    sealed.update(stored)
    records[0].fields[Evidence.sumField] = .text(plain.finish().hex)
    // For this moment the key lies where the content lay: in ordinary memory, as each value of a form does.
    records[0].fields[Evidence.keyField] = .bytes(keyring.atHand.withKey(key) { $0.bytes })
    return SealedEvidence(row: row, sum: sealed.finish())
  }

  func keep(_ evidence: SealedEvidence, at seq: Int) throws(VaultError) {
    var row = evidence.row
    row.seq = seq
    try tx.insert(row, of: file.key)
  }

  private func seal(
    _ pieces: [[UInt8]], isLast: Bool, with sealer: inout AttachmentSealer,
    into row: inout Transaction.EvidenceRow
  ) throws(VaultError) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    for (number, piece) in pieces.enumerated() {
      guard sealer.count + piece.count <= Evidence.longest else { throw .evidence(.tooLarge) }
      parts += try Self.seal(piece, isLast: isLast && number + 1 == pieces.count, with: &sealer)
    }
    for part in parts {
      try tx.insertEvidencePart(part, of: row.key, number: row.parts)
      row.parts += 1
    }
    return parts
  }

  /// Behind the last piece come the rows that hide how long it is: at most an eighth as many again.
  private static func seal(
    _ piece: [UInt8], isLast: Bool, with sealer: inout AttachmentSealer
  ) throws(VaultError) -> [[UInt8]] {
    do throws(SealingError) {
      guard isLast else { return [try sealer.seal(piece.span)] }
      var parts: [[UInt8]] = []
      try sealer.finish(piece.span) { part throws(SealingError) in parts.append(part) }
      return parts
    } catch { throw .sealing }
  }
}

extension Evidence {
  /// Where a content belongs: its record, for good. Under which key of the class the content's own key lies
  /// may change, and does not move it.
  static func place(
    _ vault: Identifier, _ file: Transaction.File, _ record: RecordID, _ rule: FieldRule,
    writer: MemberID
  ) -> FieldPlace {
    FieldPlace(
      vault: vault, caseID: file.id.identifier, record: record.identifier,
      writer: writer.identifier, entity: rule.entity, fieldClass: rule.fieldClass.rawValue,
      field: rule.id.rawValue, keyVersion: 1, fieldVersion: 1)
  }
}

extension Span<UInt8> {
  fileprivate var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    for index in indices { bytes.append(self[index]) }
    return bytes
  }
}
