import AuditLog
import Sealing

extension ActContext {
  /// Decides on a transfer and writes the reading down: everything of a part, every kept version of it.
  func ruleOnTransfer(
    _ order: TransferOrder, of id: CaseID
  ) throws(VaultError) -> Ruling<(Int, Drawer)> {
    let part = order.part
    guard let file = try tx.file(id) else { throw .noSuchCase }
    keyring.beginCase()
    let rec = try pseudonym(file)
    guard asker.roles.contains(part.role) else {
      return try refuse(CaseAct.transfer.rawValue, .role) { $0.rec = rec }
    }
    try checkGoes(order, file)
    // What the person keeps from somebody would be kept from nobody over there: restrictions name roles of
    // this office. They are lifted first, by the person's word, and asked for again where the file goes.
    let restrictions = try gate.restrictions(of: file)
    guard !restrictions.isInForce else {
      return try refuse(CaseAct.transfer.rawValue, .restricted) { $0.rec = rec }
    }
    try checkNoRetraction(of: file, waitingIn: order.lists.pending)
    if part == .clinical { try checkNoReferral(since: file, order.lists.transfer) }
    var whole: [Drawer.Row] = []
    var codes: [FieldID: UInt64] = [:]
    for record in try tx.records(of: file.key) {
      let row = Drawer.Row(row: record, fields: try tx.fields(of: record.key))
      whole.append(row)
      guard !row.isCopy, !record.isRetracted else { continue }
      codes.merge(CaseState.versions(row.fields, part, vault.fields)) { max($0, $1) }
    }
    let operations = part == .file ? vault.fields.fields(of: 1).map(\.id) : []
    for field in operations { codes[field] = file.revision }
    guard !codes.isEmpty else { throw .nothingToDo }
    try Retraction.checkNone(waitsAmong: whole.map { ($0.row, $0.fields) })
    let seq = try append(Act.fieldRead) { entry in
      (entry.rec, entry.role) = (rec, part.role.rawValue)
      entry.purp = Purpose.careManagement.rawValue
      entry.fields = codes.map { Entry.fieldCode($0.key.rawValue, version: $0.value) }.sorted()
    }
    // A key of an earlier epoch may be all that opens an old version.
    let drawer = Drawer(
      file: file, principals: principals(), operations: [],
      restrictions: restrictions, rows: [], whole: whole)
    return .allowed((seq, drawer))
  }

  /// A file that could be taken in over there, and never leave here, is not made; nothing of it is read before.
  ///
  /// - Throws: `.transfer(.noStep)`.
  private func checkGoes(_ order: TransferOrder, _ file: Transaction.File) throws(VaultError) {
    guard let going = order.going else { return }
    let row = try vault.operations(of: file, keyring, tx).values
    guard case .text(let status) = row[going.status], going.from.contains(status) else {
      throw .transfer(.noStep)
    }
  }

  /// Who makes the second file reads no referral: of one that went to another office after the first was made it is not
  /// asked how it stands. The end of the transfer would be refused, and both files are made again.
  ///
  /// - Throws: `.transfer(.referralOut)`.
  private func checkNoReferral(
    since file: Transaction.File, _ list: FieldID
  ) throws(VaultError) {
    let items = try TransferItem.all(in: vault.operations(of: file, keyring, tx).values[list])
    guard let sent = items.sent else { return }
    for case .referral(let referral) in items where referral.entry > sent.entry {
      throw .transfer(.referralOut)
    }
  }

  /// What waits to be destroyed or to be there again would be in no file, and destroyed here without a second person.
  ///
  /// - Throws: `retractionsWaitWithin`.
  func checkNoRetraction(
    of file: Transaction.File, waitingIn list: FieldID
  ) throws(VaultError) {
    let row = try vault.operations(of: file, keyring, tx).values
    let asked = try PendingAsk.all(in: row[list]).filter { $0.act == .retract }.map(\.entry)
    guard asked.isEmpty else { throw .retractionsWaitWithin(asked.sorted()) }
  }
}

extension Vault {
  /// What a part of a case holds, opened, and the operations row; its entry is durable.
  func openWhole(
    _ drawer: Drawer, _ part: TransferPart, _ keyring: Keyring
  ) throws(VaultError) -> (records: [ParcelRecord], operations: [FieldID: FieldValue]) {
    return try opening(drawer, keyring) { keys, tx throws(VaultError) in
      var records: [ParcelRecord] = []
      // A restriction is an act of this vault, stated by its entries; over there it would be nobody's. None is
      // in force, and the log keeps that there was one.
      for row in drawer.whole
      where !row.isCopy && !row.row.isRetracted && row.row.entity != Restriction.entity {
        let opener = FieldOpener(
          vault: id, file: drawer.file, record: row.row.id, keys: keys, keyring: keyring, tx: tx)
        let record = try parcel(row, part, opener)
        if !record.fields.isEmpty || !record.awaited.isEmpty { records.append(record) }
      }
      return (records, try operations(of: drawer.file, keyring, tx).values)
    }
  }

  private func parcel(
    _ row: Drawer.Row, _ part: TransferPart, _ opener: FieldOpener
  ) throws(VaultError) -> ParcelRecord {
    var fields: [ParcelRecord.Field] = []
    for field in row.fields {
      // A content does not travel: its key would open nothing over there.
      guard field.id != Evidence.keyField else { continue }
      guard let rule = self.fields[field.id] else { throw .doesNotOpen }
      guard part.classes.contains(rule.fieldClass) else { continue }
      fields.append(
        ParcelRecord.Field(
          id: field.id, version: field.version,
          value: try opener.open(field, rule, keyClass: rule.fieldClass.rawValue)))
    }
    let others =
      part == .file ? CaseState.versions(row.fields, .clinical, self.fields) : [:]
    return ParcelRecord(
      id: row.row.id, entity: row.row.entity, fields: fields,
      awaited: others.sorted { $0.key < $1.key }.map {
        ParcelRecord.Awaited(id: $0.key, version: $0.value)
      })
  }
}
