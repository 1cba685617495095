import AuditLog
import Sealing

/// Holds the sealed data of a case against what the log states of it: only ciphertext is hashed, and custody's seal
/// taken off the wraps; of whoever looks the wraps are opened too, and nothing that lies under the keys in them. Finds what the reader of a single case
/// cannot see: a whole older state put back, a case dropped, a row exchanged, a wrap spoilt.
struct CaseExaminer {
  let vault: Identifier
  let custody: Custody
  let fields: FieldTable?
  let look: KeyLook
  private var seen: Set<Identifier> = []

  init(vault: Identifier, custody: Custody, fields: FieldTable?, look: KeyLook) {
    (self.vault, self.custody, self.fields, self.look) = (vault, custody, fields, look)
  }

  /// The first thing about a case that does not fit the log as it is read up to this transaction.
  mutating func finding(
    _ file: Transaction.File, _ log: LogExaminer, _ tx: Transaction
  ) throws(VaultError) -> LogFinding? {
    if let gap = try acceptedGap(file, log, tx) { return gap }
    guard let rec = try? custody.pseudonym(of: file.key, id: file.id) else {
      if try isAlmostErased(file, log, tx) { return nil }
      return try withoutKey(file, log, tx)
        ?? LogFinding(
          subject: .file(pseudonym: "", entry: file.seq), code: "case.key")
    }
    guard let last = log.stated[rec] else {
      return try withoutKey(file, log, tx)
        ?? LogFinding(
          subject: .file(pseudonym: rec.hex, entry: nil), code: "case.unstated")
    }
    // Two rows that claim one case: the second is none that the log stated.
    guard seen.insert(rec).inserted else {
      return LogFinding(subject: .file(pseudonym: rec.hex, entry: nil), code: "case.unstated")
    }
    let isGone = file.isGone || last.destroyed != nil
    let fault =
      isGone ? try goneFault(file, last, tx) : try fault(file, last, log.roster, tx)
    return fault.map {
      LogFinding(subject: .file(pseudonym: rec.hex, entry: $0.entry), code: $0.code)
    }
  }

  /// What is stated and was not seen, once every case of the file was.
  func missing(_ log: LogExaminer) -> [LogFinding] {
    log.stated.filter { !$0.value.isErased && !seen.contains($0.key) }
      .sorted { $0.value.seq < $1.value.seq }
      .map {
        LogFinding(subject: .file(pseudonym: $0.key.hex, entry: $0.value.seq), code: "case.missing")
      }
  }

  typealias Fault = (code: String, entry: Int)

  private func fault(
    _ file: Transaction.File, _ last: LogExaminer.LastStated, _ roster: Roster, _ tx: Transaction
  ) throws(VaultError) -> Fault? {
    do {
      if let code = try dataFault(file, last, tx) { return (code, last.seq) }
      if let code = try careFault(file, last, tx) { return (code, last.seq) }
      if let fault = try restrictionFault(file, last, tx) { return fault }
      if let fault = try draftFault(file, last, roster, tx) { return fault }
      if let fault = try evidenceFault(file, tx) { return fault }
      return try GrantExaminer(
        vault: vault, custody: custody, roster: roster, file: file, last: last, look: look,
        tx: tx
      ).fault()
    } catch {
      // A row that cannot even be read is the case's own fault, not the end of the examination.
      guard error.isAlteration else { throw error }
      return ("case.altered", last.seq)
    }
  }

  /// Whether custody is done with the erasure of a case, and the row goes with the next act of anybody.
  private mutating func isAlmostErased(
    _ file: Transaction.File, _ log: LogExaminer, _ tx: Transaction
  ) throws(VaultError) -> Bool {
    guard file.isGone, let bytes = try tx.leaf(at: file.seq),
      let rec = (try? Leaf(parsing: bytes).entry)?.rec, let last = log.stated[rec], last.isErased,
      last.destroyed == file.seq, try tx.isEmptied(file.key),
      try custody.newestNumber(of: file.key) == nil
    else { return false }
    return try tx.pending().contains { $0.file == file.key }
  }

  /// A case of which custody has no key, as a restore left it and two people accepted: nothing that is sealed in it can
  /// be held against the log, only its row.
  private mutating func acceptedGap(
    _ file: Transaction.File, _ log: LogExaminer, _ tx: Transaction
  ) throws(VaultError) -> LogFinding? {
    var rec = try? custody.pseudonym(of: file.key, id: file.id)
    if rec == nil { rec = try self.rec(namedBy: file, log, tx) }
    guard !file.isGone, let rec, let last = log.stated[rec], last.destroyed == nil,
      let entry = log.gaps.accepted(rec, log.roster),
      try CustodyFit(custody: custody, tx: tx).opens(file) == false, try fits(file, last, tx),
      seen.insert(rec).inserted
    else { return nil }
    return LogFinding(subject: .file(pseudonym: rec.hex, entry: entry), code: LogFinding.gap)
  }

  /// The key of the pseudonym is missing or another: the entry that the row names may still say which
  /// case of the log it is.
  private mutating func withoutKey(
    _ file: Transaction.File, _ log: LogExaminer, _ tx: Transaction
  ) throws(VaultError) -> LogFinding? {
    guard let rec = try rec(namedBy: file, log, tx), seen.insert(rec).inserted else { return nil }
    return LogFinding(subject: .file(pseudonym: rec.hex, entry: file.seq), code: "case.key")
  }

  private func rec(
    namedBy file: Transaction.File, _ log: LogExaminer, _ tx: Transaction
  ) throws(VaultError) -> Identifier? {
    guard let bytes = try tx.leaf(at: file.seq), let entry = try? Leaf(parsing: bytes).entry,
      let rec = entry.rec, entry.man == file.man, log.stated[rec]?.seq == file.seq
    else { return nil }
    return rec
  }
}
