import AuditLog
import Sealing

/// Opens the content of a file, once its entry is durable.
struct EvidenceReading {
  let vault: Vault
  let keyring: Keyring
  let drawer: Drawer
  let record: RecordID

  /// Hands over the content piece by piece. What was handed over counts for nothing if this throws.
  func read(
    _ put: ([UInt8]) -> Bool
  ) throws(VaultError) -> (count: Int, sum: Digest) {
    let (row, sum, place, key) = try start()
    guard row.parts <= Evidence.mostRows else { throw .doesNotOpen }
    var opener = try VaultError.sealing { () throws(SealingError) in
      try AttachmentOpener(row.front.span, at: place, under: key, in: keyring.atHand)
    }
    // What was opened is hashed by a second thread, while the next rows are.
    let (digest, most) = (StreamDigest(), Evidence.piecesAtOnce)
    var pieces: [[UInt8]] = []
    for first in stride(from: 0, to: row.parts, by: most) {
      let before = pieces
      (_, pieces) = try Aside.run({ digest.update(before) }) { () throws(VaultError) in
        // A reader holds up writers only so long.
        let parts = try vault.store.look { tx throws(VaultError) in
          try tx.evidenceParts(of: row.key, from: first, count: min(most, row.parts - first))
        }
        return try Self.open(parts, with: &opener, put)
      }
    }
    digest.update(pieces)
    let found = digest.finish()
    guard opener.isComplete, .text(found.hex) == sum else { throw .doesNotOpen }
    return (opener.count, found)
  }

  private static func open(
    _ parts: [[UInt8]], with opener: inout AttachmentOpener, _ put: ([UInt8]) -> Bool
  ) throws(VaultError) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    for part in parts {
      let piece: [UInt8]
      do { piece = try opener.open(part.span) } catch { throw .doesNotOpen }
      guard put(piece) else { throw .evidence(.unwritable) }
      pieces.append(piece)
    }
    return pieces
  }

  /// The case held against its last entry, the content's key, and what the content must come to.
  private func start() throws(VaultError) -> (
    row: Transaction.EvidenceRow, sum: FieldValue?, place: FieldPlace, key: KeyHandle
  ) {
    keyring.beginCase()
    return try vault.looking { tx throws(VaultError) in
      try CaseCheck(vault: vault, keyring: keyring, tx: tx).check(drawer.file, drawer.whole)
      guard let own = drawer.rows.first(where: { $0.row.id == record }),
        let rule = vault.fields[Evidence.keyField]
      else { throw .noSuchRecord }
      guard let field = own.fields.first(where: { $0.id == Evidence.keyField }) else {
        throw .evidence(.notHere)
      }
      guard let row = try tx.evidence(of: drawer.file.key).first(where: { $0.record == record })
      else { throw .doesNotOpen }
      let keys = try CaseKeys(
        drawer.file, for: drawer.principals, keyring: keyring, custody: vault.custody, tx)
      let opener = FieldOpener(
        vault: vault.id, file: drawer.file, record: record, keys: keys, keyring: keyring, tx: tx)
      guard
        case .bytes(let bytes) = try opener.open(
          field, rule, keyClass: rule.fieldClass.rawValue)
      else { throw .doesNotOpen }
      let key = try VaultError.sealing { () throws(SealingError) in
        try keyring.atHand.load(bytes.span)
      }
      let place = Evidence.place(
        vault.id, drawer.file, record, rule, writer: try tx.memberID(field.writer))
      return (row, try sum(in: own, opener), place, key)
    }
  }

  private func sum(
    in own: Drawer.Row, _ opener: FieldOpener
  ) throws(VaultError) -> FieldValue? {
    guard let field = own.fields.first(where: { $0.id == Evidence.sumField }),
      let rule = vault.fields[Evidence.sumField]
    else { return nil }
    return try opener.open(field, rule, keyClass: drawer.restrictions.keyClass(of: rule))
  }
}
