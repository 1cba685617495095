import AuditLog
import Sealing

extension Vault {
  /// Adds the newest head to a pin file, for whoever wants to know later that the log still begins so.
  /// Every member may; it is an entry, written first and counted by the head.
  ///
  /// - Parameter book: what the file holds already; nil for a new one.
  /// - Throws: `pinFileUnreadable`, `pinFileForeign`; nothing is added then, nor where an earlier head is
  ///   no beginning of this log, which the answer tells.
  public func pin(
    into book: [UInt8]?, as session: borrowing Session
  ) throws(VaultError) -> PinnedLog {
    var pins = try brought(book.flatMap { $0.isEmpty ? nil : $0 }, for: .pinLog, session)
    let entry = try stateExport("pin", as: .pinLog, session)
    let earlier = try compare(pins.heads, after: entry, for: .pinLog, session)
    if !earlier.contains(where: \.isContradicted) {
      do {
        pins.heads.append(
          try PinnedHead(
            ledger.signedHead(), frontier: ledger.frontier, roster: ledger.roster))
      } catch let error as VaultError { throw error } catch { throw .logBroken(at: nil) }
    }
    return PinnedLog(
      file: pins.bytes, size: ledger.frontier.size, earlier: earlier, entry: entry)
  }

  /// The heads of a pin file, for an act of this office; none where there is no file.
  ///
  /// - Throws: `pinFileUnreadable`, after its entry.
  func brought(
    _ book: [UInt8]?, for office: OfficeAct, _ session: borrowing Session
  ) throws(VaultError) -> PinBook {
    guard let book else { return PinBook() }
    let (act, kind) = Self.act(on: office)
    return try notingBrought(act, kind: kind, for: office, session) { _ throws(VaultError) in
      do { return try PinBook(parsing: book) } catch { throw .pinFileUnreadable }
    }
  }

  private static func act(on office: OfficeAct) -> (String, kind: String?) {
    office == .pinLog ? (Act.auditExport, "pin") : (Act.auditVerify, nil)
  }

  /// Holds heads that somebody kept against the log as this process read it.
  ///
  /// - Throws: what ``HeldHeads/sound()`` throws, after its entry.
  func compare(
    _ heads: [PinnedHead], after entry: Int, for office: OfficeAct, _ session: borrowing Session
  ) throws(VaultError) -> [CheckedPin] {
    let (act, kind) = Self.act(on: office)
    return try notingBrought(act, kind: kind, for: office, ref: entry, session) {
      _ throws(VaultError) in
      try store.look { tx throws(VaultError) in try compare(heads, tx) }.sound()
    }
  }

  /// The same where the log was read up to its head, and without an entry.
  func compare(
    _ heads: [PinnedHead], _ tx: Transaction
  ) throws(VaultError) -> HeldHeads {
    let witnesses = try witnessKeys(tx)
    var held = HeldHeads()
    for head in heads {
      let size = head.checkpoint.size
      guard head.checkpoint.origin == origin else {
        held.add(CheckedPin(size: size, verdict: .another))
        continue
      }
      let root = try ledger.root(size: size, in: tx)
      guard root == head.checkpoint.root else {
        let isOurs = ledger.roster.isContradicted(by: head.note)
        let verdict: CheckedPin.Verdict = root == nil ? .rollback : .splitView
        held.add(CheckedPin(size: size, verdict: isOurs ? verdict : .unsigned))
        continue
      }
      held.add(
        CheckedPin(size: size, verdict: .held),
        signed: ledger.roster.isSigned(head.note, size: size),
        known: ledger.roster.knowsLines(of: head.note, witnesses: witnesses))
    }
    return held
  }

  /// Reads what came after the member's own pin, with every signature, and nothing before it. Every
  /// member may: it shows nothing of any entry.
  ///
  /// - Throws: `noPin` where this client has seen nothing of the log before.
  public func verifyFromPin(
    as session: borrowing Session
  ) throws(VaultError) -> ContinuedLog {
    let pin = ledger.begun
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .pinLog) else {
        return try context.refuse(Act.auditVerify, .role) { $0.kind = "pin" }
      }
      return .allowed(
        try context.append(Act.auditVerify) { entry in
          entry.kind = "pin"
          entry.role = role.rawValue
        })
    }
    guard let pin else { throw .noPin(recorded: entry) }
    let (checkpoint, finding) = try ledger.examine(after: pin, store)
    let size = ledger.frontier.size
    let tail =
      try finding == nil ? tail(behind: outsideHeads().reach, size: size) : nil
    return ContinuedLog(
      pinned: pin.size, size: size, checkpoint: checkpoint, finding: finding, tail: tail,
      entry: entry)
  }
}

extension Ledger {
  /// Leaves read in one transaction: a reader holds up writers only that long.
  private static let chunk = 4_096

  /// The root that the log had at a size, proven from the root of now; nil where it never had as many.
  func root(size: Int, in tx: Transaction) throws(VaultError) -> Digest? {
    guard size <= frontier.size else { return nil }
    guard size > 0 else { return Tree.emptyRoot }
    let reader = reader(tx)
    let read = { (level: Int, index: Int) throws(VaultError) in
      try reader.hash(level: level, index: index)
    }
    let root = try Tree.root(size: size, read: read)
    let proof = try Tree.consistencyProof(from: size, to: frontier.size, read: read)
    do {
      try Tree.verifyConsistency(
        from: size, root: root, to: frontier.size, root: frontier.root, proof: proof)
      return root
    } catch {
      reader.cache.forget()
      throw .logBroken(at: try firstMisfit(in: tx) ?? size)
    }
  }

  /// Reads from a pin to the head with every signature, in short transactions.
  func examine(
    after pin: Pin, _ store: Store
  ) throws(VaultError) -> (checkpoint: String, finding: LogFinding?) {
    var verifier = try Self.verifier(roster: pin.roster, frontier: pin.frontier, .all)
    var broken: Finding?
    while broken == nil, verifier.frontier.size < frontier.size {
      let start = verifier.frontier.size
      let end = min(start + Self.chunk, frontier.size)
      try store.look { tx throws(VaultError) in
        try tx.eachLeaf(from: start, below: end) { _, bytes throws(VaultError) in
          guard broken == nil else { return }
          do throws(Finding) { try verifier.consume(bytes) } catch { broken = error }
        }
      }
      if broken == nil, verifier.frontier.size != end {
        broken = Finding(seq: verifier.frontier.size, fault: .chain(.missing))
      }
    }
    if let broken { return ("", broken.shown) }
    do throws(Finding) {
      let checkpoint = try verifier.finish(head: note)
      return (String(decoding: checkpoint.text, as: UTF8.self), nil)
    } catch { return ("", error.shown) }
  }
}

extension Finding {
  var shown: LogFinding { LogFinding(subject: .entry(seq), code: fault.code) }
}
