import Sealing

/// The field table and the rule book: root's word at the beginning, two people's later.
extension Roster {
  /// Who proposed the rule book that waits.
  public var proposer: RosterMember? { proposal.map { members[$0.askedBy] } }

  /// `rules.adopt`: root's counts at once; a lead's waits, in the place of one that waited before.
  mutating func adoptRules(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    guard let sum = entry.sum else { throw .directory(.missingKey) }
    if try isFirst(rules, signer) {
      rules = sum
      return
    }
    guard let member = signer.member else { throw .directory(.signerRole) }
    proposal = ProposedRules(seq: entry.seq, rules: sum, askedBy: member)
  }

  /// `schema.set`: root's counts at once; a lead's belongs to the rule book that the same lead proposed,
  /// and waits with it.
  mutating func setSchema(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    guard let sum = entry.sum, entry.kind == "fields" else { throw .directory(.missingKey) }
    if try isFirst(schema, signer) {
      schema = sum
      return
    }
    guard let waiting = proposal, waiting.seq == entry.ref, waiting.askedBy == signer.member,
      waiting.schema == nil
    else { throw .directory(.nothingWaits) }
    proposal?.schema = sum
  }

  /// Whether it is root's first word; else it must be a lead's.
  private func isFirst(
    _ known: Digest?, _ signer: RosterSigner
  ) throws(AuditLogError) -> Bool {
    if signer == .root, known == nil { return true }
    guard known != nil else { throw .directory(.signerRole) }
    try require(signer, .lead)
    return false
  }

  /// `approval.give` of the rule book that waits: by another lead or an administrator.
  ///
  /// - Returns: whether that is what the entry answers.
  mutating func giveRules(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) -> Bool {
    guard let waiting = proposal, waiting.seq == entry.ref else { return false }
    guard signer.member != waiting.askedBy else { throw .directory(.ownSecond) }
    guard holds(signer, .lead, .admin) else { throw .directory(.second) }
    rules = waiting.rules
    if let table = waiting.schema { schema = table }
    adoption = AdoptedRules(seq: waiting.seq, approval: entry.seq)
    proposal = nil
    return true
  }

  /// `approval.refuse` of the rule book that waits: by whoever might give it, or who asked for it. Of other
  /// refusals that of a put-back is the directory's, and no more.
  mutating func refuse(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    if try refuseAcceptance(entry, signer) { return }
    guard proposal != nil, proposal?.seq == entry.ref else { return }
    guard holds(signer, .lead, .admin) else { throw .directory(.second) }
    proposal = nil
  }

  /// What somebody asked for does not outlast their right to ask.
  mutating func dropProposal(of member: Int) {
    if proposal?.askedBy == member { proposal = nil }
  }
}
