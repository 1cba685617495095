import Sealing

extension Roster {
  /// The acceptances that two people gave, in the order in which they were asked for.
  public var acceptances: [AcceptedRollback] { rollbacks.filter { $0.approval != nil } }

  /// Those that wait for an auditor.
  public var waitingAcceptances: [AcceptedRollback] { rollbacks.filter(\.waits) }

  /// Entries by which an administrator asked to go on with a log that was put back, given, refused or neither: what was
  /// written after the copy is in none of them.
  public var putBacks: [Int] { rollbacks.map(\.seq) }

  /// The newest that an auditor refused, where nobody has asked since.
  public var refusedAcceptance: RefusedAcceptance? {
    guard let last = rollbacks.last, let refusal = last.ending,
      members[last.askedBy].suspended != refusal
    else { return nil }
    return RefusedAcceptance(asked: last.seq, refusal: refusal, askedBy: last.askedBy)
  }

  /// The newest acceptance that two people gave and that was asked for where another roster of this log does not know it.
  ///
  /// Whoever remembers other entries may go on with this log only where there is one: what was asked, or given, before
  /// says nothing about a log that was put back after it, whenever the ask is answered.
  public func acceptance(after old: Roster) -> AcceptedRollback? {
    acceptances.last { !old.remembers($0) }
  }

  /// Whether this roster knows that very ask.
  public func remembers(_ asked: AcceptedRollback) -> Bool {
    rollbacks.contains { $0.leaf == asked.leaf }
  }

  /// Who asked for it: by root's word the trustee whom that names.
  public func asker(of asked: AcceptedRollback) -> RosterMember { members[asked.askedBy] }

  /// `vault.accept`: an administrator asks; or by root's word a trustee, where no administrator is left who could.
  /// Nothing comes of it alone.
  mutating func askAcceptance(_ leaf: Leaf, _ signer: RosterSigner) throws(AuditLogError) {
    let member: Int
    if let own = signer.member {
      try require(signer, .admin)
      member = own
    } else {
      member = try subject(leaf.entry)
      guard members[member].holds(.trustee) else { throw .directory(.signerRole) }
    }
    guard leaf.entry.sum != nil else { throw .directory(.missingKey) }
    rollbacks.append(AcceptedRollback(seq: leaf.entry.seq, leaf: leaf.hash, askedBy: member))
  }

  /// `approval.give` of a `vault.accept`: by an auditor, who is another person.
  ///
  /// - Returns: whether that is what the entry answers.
  mutating func giveAcceptance(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) -> Bool {
    guard let place = rollbacks.firstIndex(where: { $0.seq == entry.ref }) else { return false }
    try requireSecond(signer, for: rollbacks[place])
    rollbacks[place].approval = entry.seq
    return true
  }

  /// `approval.refuse` of a `vault.accept`: by whoever might give it.
  ///
  /// - Returns: whether that is what the entry answers.
  mutating func refuseAcceptance(
    _ entry: Entry, _ signer: RosterSigner
  ) throws(AuditLogError) -> Bool {
    guard let place = rollbacks.firstIndex(where: { $0.seq == entry.ref }) else { return false }
    try requireSecond(signer, for: rollbacks[place])
    rollbacks[place].ending = entry.seq
    return true
  }

  /// What somebody asked for does not outlast their right to ask; that they asked is told on.
  mutating func endAcceptances(of member: Int, at seq: Int) {
    for place in rollbacks.indices
    where rollbacks[place].askedBy == member && rollbacks[place].waits {
      rollbacks[place].ending = seq
    }
  }

  private func requireSecond(
    _ signer: RosterSigner, for asked: AcceptedRollback
  ) throws(AuditLogError) {
    guard asked.waits else { throw .directory(.nothingWaits) }
    guard signer.member != asked.askedBy else { throw .directory(.ownSecond) }
    guard holds(signer, .auditor) else { throw .directory(.second) }
  }
}
