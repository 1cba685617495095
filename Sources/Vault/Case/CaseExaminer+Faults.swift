import AuditLog
import Sealing

extension CaseExaminer {
  // MARK: What is sealed

  /// Records, fields, operations row and the case's own row against the last manifest.
  func dataFault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> String? {
    guard let inner = try inner(file) else {
      if try opensAnyPack(file, tx) { return "case.altered" }
      // Nothing of the case opens: either custody's key is not the one that the case is under, or the
      // case is not, because it is of before the log says that its key was replaced.
      let number = (try? CaseOperations.number(file)).map(Int.init) ?? 0
      return number < last.row.leastOuterNumber ? "case.older" : "case.key"
    }
    var records: [Drawer.Row] = []
    var hashes: [(RecordID, Digest)] = []
    var rowsFit = true
    for record in try tx.records(of: file.key) {
      let kept = try tx.fields(of: record.key)
      records.append(Drawer.Row(row: record, fields: kept))
      let hash = Manifest.recordHash(
        record.id, version: record.version, writer: try tx.memberID(record.writer), fields: kept,
        isRetracted: record.isRetracted)
      hashes.append((record.id, hash))
      rowsFit = rowsFit && hash == record.hash
    }
    guard fields?.fits(records) ?? true else { return "case.altered" }
    func manifest(_ version: UInt64, _ previous: Digest) -> Digest {
      Manifest.hash(
        vault: vault, caseID: file.id, version: version, previous: previous, operations: inner,
        records: hashes)
    }
    guard manifest(last.row.version, last.previous) == last.man else {
      // It fits an entry, but not the last one: an older state.
      let isOlder = manifest(file.version, file.prev) == file.man && file.seq < last.seq
      return isOlder ? "case.older" : "case.altered"
    }
    let isOwn = try fits(file, last, tx)
    return rowsFit && isOwn ? nil : "case.row"
  }

  /// The numbers of a case's row are what the next writer goes on from.
  func fits(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard file.man == last.man, file.prev == last.previous, file.seq == last.seq,
      file.version == last.row.version
    else { return false }
    // Which fields are of the operations row is said by the field table.
    guard fields != nil else { return true }
    let writer = try tx.memberID(file.writer)
    return file.revision == last.row.revision && writer == last.row.writer
  }

  /// The operations row with custody's seal off; nil where that does not open.
  private func inner(_ file: Transaction.File) throws(VaultError) -> [UInt8]? {
    guard let number = try? CaseOperations.number(file) else { return nil }
    return try? custody.withOuterKey(of: file.key, number: number) {
      key, arena throws(VaultError) in
      try CaseOperations.inner(file, under: key, in: arena, vault: vault)
    }
  }

  private func opensAnyPack(
    _ file: Transaction.File, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    for (row, sealed) in try tx.packs(of: file.key) {
      guard let principal = try? tx.principal(row) else { continue }
      let pack = try? custody.openPack(
        sealed, of: file.key, caseID: file.id, principal: principal, vault: vault)
      if pack != nil { return true }
    }
    return false
  }

  // MARK: What was destroyed

  /// Of a destroyed case nothing is left but its row, and custody has no key that opened it: a row put back
  /// opens nothing, and a key put back would open every old copy.
  func goneFault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> Fault? {
    guard let destroyed = last.destroyed else { return ("case.altered", last.seq) }
    guard file.isGone else { return ("case.older", destroyed) }
    guard try tx.isEmptied(file.key) else { return ("case.altered", destroyed) }
    guard file.seq == destroyed, file.man == last.man, file.prev == last.previous,
      file.version == last.row.version
    else { return ("case.row", destroyed) }
    let isPending = try tx.pending().contains { $0.file == file.key }
    let isLeft = try custody.newestNumber(of: file.key) != nil && !isPending
    return isLeft ? ("case.key", destroyed) : nil
  }

  // MARK: Who cares

  /// The tables that say who cares and which keys are due are caches: an end that was taken back by
  /// hand would have the next writer wrap new keys to somebody who left.
  func careFault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> String? {
    var live: Set<LogExaminer.Given> = []
    for row in try tx.assignments(of: file.key) where row.ended == nil {
      let care = Care(
        member: try tx.memberID(row.member), role: row.role, relation: row.relation)
      live.insert(LogExaminer.Given(care: care, since: row.since))
    }
    let emergencies = last.emergencies.live.map { item in
      LogExaminer.Given(
        care: Care(member: item.member, role: item.role, relation: .emergency), since: item.since)
    }
    guard live == Set(last.care + emergencies) else { return "case.care" }
    var copies: Set<LogExaminer.Copies> = []
    for row in try tx.excerpts(of: file.key) where row.ended == nil {
      copies.insert(
        LogExaminer.Copies(
          member: try tx.memberID(row.member), keyClass: row.keyClass, since: row.since))
    }
    guard copies == Set(last.copies) else { return "case.excerpt" }
    return try holdsStaleCopy(file, last, tx) ? "case.excerpt" : nil
  }

  /// A copy that was not sealed anew with what it copies: somebody hid the excerpt from the writer. Only
  /// after its day nothing is copied any more; which that is, the last writer's clock said.
  private func holdsStaleCopy(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    let live = try tx.excerpts(of: file.key).filter { $0.ended == nil && last.time < $0.until }
    guard !live.isEmpty else { return false }
    var records: [Drawer.Row] = []
    for row in try tx.records(of: file.key) {
      records.append(Drawer.Row(row: row, fields: try tx.fields(of: row.key)))
    }
    let copies = records.filter { record in live.contains { $0.keyClass == record.row.entity } }
    return !copies.allSatisfy { Excerpt.source(of: $0, among: records) != nil }
  }
}

extension Custody {
  /// Takes custody's seal off a pack. File 0 is the vault's own.
  func openPack(
    _ outer: [UInt8], of file: Int, caseID: CaseID, principal: Principal, vault: Identifier
  ) throws(VaultError) -> GrantPack {
    let number = try VaultError.sealing { () throws(SealingError) in
      try GrantPack.number(of: outer.span)
    }
    return try withOuterKey(of: file, number: number) { key, arena throws(VaultError) in
      try VaultError.sealing { () throws(SealingError) in
        try GrantPack.open(
          outer.span, under: key, in: arena, vault: vault, caseID: caseID.identifier,
          principal: principal)
      }
    }
  }
}
