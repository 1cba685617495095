public import Vault

extension Casework {
  /// Takes in a referral that came as a file: a new case under a code of its own, reported and not yet received,
  /// with what was named in it and nothing else. It waits for this office's answer.
  ///
  /// - Throws: `.stopped` where what it rests on does not hold here; `.vault(.file)`.
  public func receiveReferral(
    _ incoming: IncomingCase, as session: borrowing Session
  ) throws(CaseworkError) -> ReceivedReferral {
    guard incoming.part == .referral else { throw try otherKind(.referralReceive, session) }
    let lists = try transferLists()
    let packet = try ReferralPacket(incoming, book)
    if var stop = packet.stop(at: moment) {
      stop.isFromOutside = true
      let obstacle = stop.obstacle
      stop.entry = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.refuse(incoming, because: obstacle, as: session)
      }
      throw .stopped(stop)
    }
    let copies = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.copies(of: incoming, lists: lists, as: session)
    }
    for attempt in 1... {
      let code = CaseCode.makeRandom()
      let opening = packet.opening(code: code, now: moment)
      do throws(VaultError) {
        let receipt = try vault.receiveReferral(
          incoming, as: code.symbols, operations: opening.operations, records: opening.records,
          lists: lists, terms: terms(of: incoming), as: session)
        var taken = ReceivedReferral(
          code: code.text, record: incoming.referral, entry: receipt.entry, due: packet.due)
        taken.earlier = link(code, to: copies, takenBy: taken.entry, session)
        return taken
      } catch {
        guard error == .alreadyRecorded, attempt < 5 else { throw .vault(error) }
      }
    }
    preconditionFailure("left an endless loop")
  }
}
