import Sealing

extension Roster {
  /// Checks who signed the note of the head that belongs to this roster.
  ///
  /// Two kinds of line are needed. The log's: by the key in force at this size, and by the one before
  /// where the last entry brought in the new one, so that whoever knows only the old key can follow. The
  /// member's: by whoever signed the last entry, or by root or any member who is not suspended.
  ///
  /// - Throws: ``HeadFault/logSignature``, ``HeadFault/memberLine``.
  public func checkSignatures(of note: SignedNote) throws(AuditLogError) {
    guard let current = logKeys.last, note.verdict(of: current.key) == .valid else {
      throw .head(.logSignature)
    }
    for old in logKeys.dropLast() where note.verdict(of: old.key) == .invalid {
      throw .head(.logSignature)
    }
    if current.seq == size - 1, logKeys.count > 1 {
      let before = logKeys[logKeys.count - 2]
      guard note.verdict(of: before.key) == .valid else { throw .head(.logSignature) }
    }
    try checkMemberLines(of: note)
  }

  /// Every line by a key of this log must be good (c2sp.org/signed-note), and one must count.
  private func checkMemberLines(of note: SignedNote) throws(AuditLogError) {
    var counts = false
    let prefix = "\(origin)/a/"
    for line in note.signatures where line.name.hasPrefix(prefix) {
      guard let actor = ActorID(String(line.name.dropFirst(prefix.count))),
        let key = key(of: actor), line.names(key)
      else { continue }
      guard note.verdict(of: key) == .valid else { throw .head(.memberLine) }
      counts = counts || canStandBehindHead(actor)
    }
    guard counts else { throw .head(.memberLine) }
  }

  func canStandBehindHead(_ actor: ActorID) -> Bool {
    if actor == lastActor { return true }
    switch signatories[actor]?.part {
    case .root: return true
    case .member(let place): return members[place].suspended == nil
    case .invitation, .coming, .former, nil: return false
    }
  }
}
