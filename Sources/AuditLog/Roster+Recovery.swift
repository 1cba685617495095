public import Sealing

extension Roster {
  /// How many people share the recovery seed; it takes two of them.
  public static let shareCount = 3

  /// `kind` of the `key.wrap` that states a sealed share.
  public static let shareKind = "share"

  /// The trustees in force, the longest in office first.
  public var trustees: [RosterMember] {
    func since(_ member: RosterMember) -> Int {
      member.roles.first { $0.role == .trustee }?.added ?? 0
    }
    return holders(of: .trustee).sorted { since($0) < since($1) }
  }

  /// Whether the recovery seed has to be another one: a trustee who had a share is none any more, it was
  /// put together, or it lies on paper still and there are trustees by now.
  public var isRecoveryDue: Bool {
    guard let epoch = epoch(of: .recovery) else { return false }
    if let recovered, recovered.seq > epoch.seq { return true }
    guard !shares.isEmpty else { return trustees.count >= Self.shareCount }
    return shares.count < Self.shareCount
      || !shares.allSatisfy { members[$0.member].holds(.trustee) }
  }

  /// The share that a member keeps, and which of the set it is, from 0.
  public func share(of id: Identifier) -> (index: Int, share: SealedShareHolder)? {
    shares.firstIndex { members[$0.member].id == id }.map { ($0, shares[$0]) }
  }

  /// What waits for another trustee.
  public func askedRecovery(of id: Identifier, as role: StandingRole) -> AskedRecovery? {
    askedRecoveries.first { members[$0.member].id == id && $0.role == role }
  }

  // MARK: Shares

  /// `key.wrap` of kind `share`: by a lead, or who made the epoch in a recovery, of the present epoch, to a trustee who
  /// has none yet; or by a trustee whose own keys are new ones, of their own.
  mutating func wrapShare(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    guard let sum = entry.sum else { throw .directory(.missingKey) }
    let place = try subject(entry)
    guard members[place].holds(.trustee) else { throw .directory(.roleNotHeld) }
    guard let present = epoch(of: .recovery), entry.epoch == present.epoch,
      entry.ref == present.seq
    else { throw .directory(.epoch) }
    if let known = shares.firstIndex(where: { $0.member == place }) {
      guard signer.member == place else { throw .directory(.signerRole) }
      (shares[known].seq, shares[known].sum) = (entry.seq, sum)
    } else {
      if !sharesRecovered(present, entry, signer) { try require(signer, .lead) }
      guard shares.count < Self.shareCount else { throw .directory(.nothingWaits) }
      shares.append(SealedShareHolder(member: place, seq: entry.seq, sum: sum))
    }
  }

  // MARK: Recovery

  /// `key.recover`: a trustee asks, for somebody who has a standing role or for whom it waits. What was asked
  /// before for the same is asked no more: an ask that nobody answered in time is made anew.
  mutating func askRecovery(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    try require(signer, .trustee)
    let (place, role) = (try subject(entry), try recoverable(entry))
    guard let asker = signer.member else { throw .directory(.signerRole) }
    guard hasOrAwaits(role, place) else { throw .directory(.roleNotHeld) }
    if let waiting = waitingRole(role, place) { try checkSecond(for: waiting, signer) }
    askedRecoveries.removeAll { $0.member == place && $0.role == role }
    askedRecoveries.append(
      AskedRecovery(seq: entry.seq, askedBy: asker, member: place, role: role))
  }

  /// `recovery.run`: another trustee, with the shares. A role that waited is in force from here on: two
  /// trustees stand in for the lead whom nobody is left to be.
  mutating func runRecovery(_ entry: Entry, _ signer: RosterSigner) throws(AuditLogError) {
    try require(signer, .trustee)
    let (place, role) = (try subject(entry), try recoverable(entry))
    guard let asked = askedRecoveries.first(where: { $0.seq == entry.ref }),
      asked.member == place, asked.role == role, let runner = signer.member
    else { throw .directory(.nothingWaits) }
    guard runner != asked.askedBy else { throw .directory(.ownSecond) }
    if let waiting = waitingRole(role, place) {
      try checkSecond(for: waiting, signer)
      putInForce(waiting)
    }
    askedRecoveries.removeAll { $0 == asked }
    recovered = RunRecovery(seq: entry.seq, by: runner, role: role)
  }

  private func recoverable(_ entry: Entry) throws(AuditLogError) -> StandingRole {
    guard let name = entry.grole else { throw .directory(.missingKey) }
    guard let role = StandingRole(name: name), role != .recovery else {
      throw .directory(.roleUnknown)
    }
    return role
  }

  private func hasOrAwaits(_ role: StandingRole, _ place: Int) -> Bool {
    members[place].holds(role.maker) || waitingRole(role, place) != nil
  }

  private func waitingRole(_ role: StandingRole, _ place: Int) -> WaitingRole? {
    waitingRoles.first { $0.member == place && $0.role == role.maker }
  }

  /// What nobody who asked, or for whom it was asked, is there for any more.
  mutating func dropRecoveries() {
    let gone = askedRecoveries.filter {
      !members[$0.askedBy].holds(.trustee) || !hasOrAwaits($0.role, $0.member)
    }
    askedRecoveries.removeAll { gone.contains($0) }
  }

  /// Whether a signer may make the epoch of a role that they recovered: in the very next entry, which says
  /// so, and never again. The next epoch of recovery, whose seed they put together, comes in that entry or right
  /// behind it: they alone can put under it what nobody else who is left opens.
  func makesRecovered(_ role: StandingRole, _ entry: Entry, _ signer: RosterSigner) -> Bool {
    guard let recovered, signer.member == recovered.by, entry.by == recovered.seq
    else { return false }
    guard role == .recovery else {
      return recovered.role == role && entry.seq == recovered.seq + 1
    }
    let isFirst = epoch(of: .recovery).map { $0.seq < recovered.seq } ?? false
    return isFirst && entry.seq <= recovered.seq + 2
  }

  /// Whether a signer may share the seed of the recovery epoch: they made it so, in the entries before.
  private func sharesRecovered(
    _ present: StandingEpoch, _ entry: Entry, _ signer: RosterSigner
  ) -> Bool {
    guard let recovered, signer.member == recovered.by, entry.by == recovered.seq
    else { return false }
    return (1...2).contains(present.seq - recovered.seq)
      && entry.seq <= present.seq + Self.shareCount
  }
}
