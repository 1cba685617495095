import AuditLog
import Sealing

/// Heads of the log that are carried out to witnesses and authorities, and what comes back. No network: every
/// question and every answer is a file.
extension Vault {
  static let cosignRequest = "cosign-request"
  static let timestampRequest = "timestamp-request"

  /// A head as it is carried out.
  public struct CarriedHead: Sendable {
    /// The file: of a witness request its body, of a time-stamp the query, of a checkpoint the note.
    public let bytes: [UInt8]
    /// The bytes that are to be signed or stamped: the head with the log's line.
    public let note: [UInt8]
    public let size: Int
    /// What a witness request begins from.
    public let old: Int
    public let entry: Int
    /// The vkeys of the log that signed it, the newest last: two where it changed its key with this head, and
    /// a witness is told the second with it.
    public var logKeys: [String] = []
  }

  // MARK: Authorities

  /// A question to a time-stamping authority about the present head (RFC 3161).
  public func timestampRequest(as session: borrowing Session) throws(VaultError) -> CarriedHead {
    var query: [UInt8] = []
    let (entry, note) = try carry(Self.timestampRequest, session) { note throws(VaultError) in
      do { query = try TimeReceipt.query(for: note.bytes) } catch { throw .sealing }
      return query
    }
    return CarriedHead(
      bytes: query, note: note.bytes, size: ledger.frontier.size, old: 0, entry: entry)
  }

  /// Takes in an authority's answer: checked against what was asked, stored and stated by an entry in one
  /// transaction.
  ///
  /// - Parameters:
  ///   - response: DER, as the authority sent it.
  ///   - authority: the authority's certificates, PEM: whom to believe is the member's decision.
  ///   - query: the question, where another than this vault's own was sent.
  /// - Throws: `timestamp` by reason.
  public func addTimestamp(
    _ response: [UInt8], authority: [UInt8], query: [UInt8]?, as session: borrowing Session
  ) throws(VaultError) -> StampedHead {
    try notingBrought(
      Act.anchorReceipt, kind: OutsideCheck.timestamp, for: .anchorLog, session
    ) { session throws(VaultError) in
      try keep(timestamp: Timestamp.plain(response), authority, query, session)
    }
  }

  private func keep(
    timestamp response: [UInt8], _ authority: [UInt8], _ query: [UInt8]?,
    _ session: borrowing Session
  ) throws(VaultError) -> StampedHead {
    try act(as: session) { context throws(VaultError) -> Ruling<StampedHead> in
      guard let role = context.role(for: .anchorLog) else {
        return try context.refuse(Act.anchorReceipt, .role) { $0.kind = OutsideCheck.timestamp }
      }
      let asked = try self.asked(response, query, context.tx)
      let receipt: TimeReceipt
      do throws(AuditLogError) {
        receipt = try TimeReceipt(
          verifying: response, of: asked.note, answering: asked.query, authority: authority)
      } catch { throw Self.stampFault(error) }
      var isKnown = false
      try context.tx.eachAnchor { isKnown = isKnown || $0.token == response }
      guard !isKnown else { throw VaultError.timestamp(.known) }
      let seq = try context.append(Act.anchorReceipt) { entry in
        (entry.kind, entry.sum) = (OutsideCheck.timestamp, receipt.sum)
        (entry.ref, entry.role) = (asked.size - 1, role.rawValue)
      }
      try context.tx.insert(
        .init(
          seq: seq, size: asked.size, kind: OutsideCheck.timestamp, note: asked.note,
          query: asked.query, authority: authority, token: response))
      return .allowed(StampedHead(size: asked.size, time: receipt.time, entry: seq))
    }
  }

  /// The head that an answer is about, among those that were carried out; each must be one of this log.
  private func asked(
    _ response: [UInt8], _ query: [UInt8]?, _ tx: Transaction
  ) throws(VaultError) -> Transaction.AskedRow {
    let imprint: Digest
    do { imprint = try Timestamp.imprint(in: response) } catch {
      guard case .timestamp(let fault) = error else { throw .sealing }
      throw .timestamp(StampFault(fault))
    }
    let rows = try tx.asked(Self.timestampRequest)
    guard var row = rows.first(where: { Digest.of($0.note) == imprint }),
      try OutsideCheck(prover: prover(tx), roster: ledger.roster).isHead(row.note, ofSize: row.size)
    else { throw .timestamp(.unasked) }
    if let query { row.query = query }
    return row
  }

  private static func stampFault(_ error: AuditLogError) -> VaultError {
    guard case .timestamp(let fault) = error else { return .timestamp(.unasked) }
    return .timestamp(StampFault(fault))
  }

  // MARK: The head itself

  /// The present head, to be printed, kept or compared by people outside.
  public func checkpoint(as session: borrowing Session) throws(VaultError) -> CarriedHead {
    let (entry, note) = try carry("checkpoint", session) { _ throws(VaultError) in [] }
    return CarriedHead(
      bytes: note.bytes, note: note.bytes, size: ledger.frontier.size, old: 0, entry: entry)
  }

  /// Writes down that a head goes out, and keeps the one that does: the head over that very entry.
  func carry(
    _ kind: String, from old: Int = 0, to head: Int? = nil, _ session: borrowing Session,
    _ query: (SignedNote) throws(VaultError) -> [UInt8]
  ) throws(VaultError) -> (entry: Int, note: SignedNote) {
    let (entry, isThere) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, Bool)> in
      guard let role = context.role(for: .anchorLog) else {
        return try context.refuse(Act.auditExport, .role) { $0.kind = kind }
      }
      var isThere = (0...ledger.frontier.size + 1).contains(old)
      if isThere, let head {
        let asked = try askedHead(head, context.tx)
        isThere = old <= head && asked != nil
      }
      let seq = try context.append(Act.auditExport, isThere ? .ok : .denied) { entry in
        (entry.kind, entry.role) = (kind, role.rawValue)
        (entry.why, entry.ref) = isThere ? (nil, nil) : (.state, Entry.number(head ?? old))
      }
      return .allowed((seq, isThere))
    }
    guard isThere else { throw .noted(.noSuchSize, entry: entry) }
    let note: SignedNote
    do { note = try SignedNote(parsing: ledger.note).bare() } catch { throw .logBroken(at: nil) }
    guard kind != "checkpoint" else { return (entry, note) }
    let row = Transaction.AskedRow(
      kind: kind, size: ledger.frontier.size, note: note.bytes, query: try query(note))
    // A row beside the log, which no entry needs: the head is signed by now, and cannot be before.
    try store.transaction { tx throws(VaultError) in try tx.keep(row) }
    return (entry, note)
  }

  func prover(_ tx: Transaction) -> HeadProver {
    HeadProver(origin: origin, frontier: ledger.frontier, tx: tx)
  }

  // MARK: What is kept

  /// What holds of all that is kept, in the order of the log.
  struct OutsideHeads {
    var cosigned: [CosignedHead] = []
    var stamped: [StampedHead] = []
    /// Times of theirs that the entries beside them contradict.
    var contradicted: [ContradictedTime] = []

    /// Up to which size anybody outside holds the log.
    var reach: Int { max(cosigned.map(\.size).max() ?? 0, stamped.map(\.size).max() ?? 0) }

    /// The largest of each witness's key: two keys under one name are two witnesses.
    var newestCosigned: [CosignedHead] {
      var newest: [String: CosignedHead] = [:]
      for head in cosigned where head.size >= newest[head.vkey]?.size ?? 0 {
        newest[head.vkey] = head
      }
      return newest.values.sorted { $0.vkey < $1.vkey }
    }

    /// When each was made, by the entry of its receipt.
    var times: [Int: Int] {
      let cosigned = cosigned.map { ($0.entry, $0.time) }
      return Dictionary(
        cosigned + stamped.map { ($0.entry, $0.time) }, uniquingKeysWith: { first, _ in first })
    }

    /// The longest time from one stamp to the next.
    var interval: Int? {
      let times = stamped.map(\.time).sorted()
      return zip(times, times.dropFirst()).map { $1 - $0 }.max()
    }
  }

  /// Rows that do not hold are passed over here: `verifyLog` names them.
  func outsideHeads() throws(VaultError) -> OutsideHeads {
    try store.look { tx throws(VaultError) in
      let check = OutsideCheck(prover: prover(tx), roster: ledger.roster)
      var heads = OutsideHeads()
      for row in try tx.cosignatures() where row.seq < ledger.frontier.size && row.seq >= 0 {
        let entry = try ledger.provenEntry(row.seq, in: tx)
        guard let head = try check.cosigned(row, entry) else { continue }
        heads.cosigned.append(head)
        heads.contradicted += try [
          contradicted(isTimeStamp: false, at: head.time, size: head.size, by: entry, tx)
        ].compactMap(\.self)
      }
      try tx.eachAnchor { row throws(VaultError) in
        guard row.seq >= 0, row.seq < ledger.frontier.size else { return }
        let entry = try ledger.provenEntry(row.seq, in: tx)
        guard let head = try check.stamped(row, entry) else { return }
        heads.stamped.append(head)
        heads.contradicted += try [
          contradicted(isTimeStamp: true, at: head.time, size: head.size, by: entry, tx)
        ].compactMap(\.self)
      }
      heads.stamped.sort { $0.size < $1.size }
      heads.contradicted.sort { $0.receipt < $1.receipt }
      return heads
    }
  }
}
