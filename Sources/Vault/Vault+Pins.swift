import AuditLog

extension Vault {
  /// Goes on from what this member's client saw last, and refuses a log that does not continue it.
  ///
  /// - Throws: `rolledBack` where the log is sound in itself and shorter, `splitView` where it is sound
  ///   and another one; what reading the log throws where it is neither.
  func resume(handle: String) throws(VaultError) -> Pin? {
    guard let pin = try pinFile(handle).read() else { return nil }
    ledger.resume(from: pin)
    do {
      try store.look { tx throws(VaultError) in try ledger.catchUp(tx) }
      return pin
    } catch {
      guard error.mayBeOfAnotherPast else { throw error }
      try goOn(without: pin, error)
      return nil
    }
  }

  /// The log is not the one that the client remembers. Two people may have accepted that; or somebody
  /// comes to do so.
  private func goOn(without pin: Pin, _ refusal: VaultError) throws(VaultError) {
    let whole = Ledger(origin: origin, now: now)
    do {
      // Every signature: nothing that was seen before vouches for any of it.
      try store.look { tx throws(VaultError) in try whole.catchUp(tx, signatures: .all) }
    } catch { throw refusal }
    let (acceptance, doubted) = try acceptance(of: whole, after: pin)
    guard acceptance != nil || acceptsRollback || isAnswered(in: whole.roster) else {
      refusedPutBack = whole.roster.refusedAcceptance.map { ($0.asked, $0.refusal) }
      doubtedAcceptance = doubted?.seq
      throw Self.refusal(of: whole.frontier.size, pinned: pin.size)
    }
    ledger.resume(as: whole)
    putBack = PutBack(pin: pin, acceptance: acceptance?.seq)
  }

  /// Whether this process was let into a log that is not the one that its member remembers, or that custody is ahead of:
  /// to have it accepted, and for nothing else.
  var isLetInToAccept: Bool {
    guard !isBeingRestored else { return false }
    let isAhead = acceptsRollback && custody.generation > ledger.directory.generation
    return isAhead || putBack.map { $0.acceptance == nil } ?? false
  }

  /// - Throws: what refused the member, for all that somebody who was let in so would do besides.
  func check(_ act: String, _ outcome: Outcome) throws(VaultError) {
    guard outcome == .ok, !isAccepting, isLetInToAccept else { return }
    guard !["auth.", "session."].contains(where: act.hasPrefix) else { return }
    guard let pinned = putBack?.remembered else { throw .recordsBehindCustody }
    throw Self.refusal(of: ledger.frontier.size, pinned: pinned)
  }

  private static func refusal(of size: Int, pinned: Int) -> VaultError {
    size < pinned
      ? .rolledBack(size: size, pinned: pinned) : .splitView(size: size, pinned: pinned)
  }

  /// Whether this process is there to answer what waits for an auditor, or to become the one who can.
  func isAnswered(in roster: Roster) -> Bool {
    roster.waitingAcceptances.contains { answers.contains($0.seq) }
      || enrolling.map { roster.isAwaitedAuditor($0) } ?? false
  }

  /// A member's own entries can only grow: fewer than the pin counts means that some were dropped.
  func check(_ pin: Pin?, actor: ActorID) throws(VaultError) {
    // Who was invited anew under the handle of somebody who left has a count of their own: a pin that does
    // not know them yet was the former's. Its head was held against the log all the same.
    guard let pin, let member = ledger.roster.member(actor),
      let then = pin.roster.member(member.id)?.actor
    else { return }
    // What was counted then were entries by the key of then.
    guard ledger.directory.nextSequence(of: then) >= pin.sequence
    else { throw .rolledBack(size: ledger.frontier.size, pinned: pin.size) }
  }

  func keepPin(handle: String, actor: ActorID) throws(VaultError) {
    guard keepsPins else { return }
    let file = pinFile(handle)
    if let old = putBack, !old.isKept {
      // As long as nobody has accepted the log, the old pin is what shows that it was put back.
      guard old.acceptance != nil else { return }
      try file.keepBeside(old.pin)
      putBack?.isKept = true
    }
    try file.write(
      Pin(
        frontier: ledger.frontier, roster: ledger.roster, time: ledger.time, note: ledger.note,
        sequence: ledger.directory.nextSequence(of: actor), who: custody.who(handle)))
  }

  private func pinFile(_ handle: String) -> PinFile {
    PinFile(directory: pins, vault: id, who: custody.who(handle))
  }
}

extension Roster {
  /// Whether a key is that of root's invitation to somebody who is to answer what waits for an auditor.
  fileprivate func isAwaitedAuditor(_ key: ActorID) -> Bool {
    guard !waitingAcceptances.isEmpty, let invitation = invitation(key) else { return false }
    return invitation.byRoot && invitation.role == .auditor
  }
}

extension VaultError {
  /// Whether a log that is sound in itself, but not the one that is remembered, gives this error.
  fileprivate var mayBeOfAnotherPast: Bool {
    switch self {
    case .rolledBack, .logBroken: true
    default: false
    }
  }
}
