public import Vault

extension Casework {
  /// What erasing whole files would leave undone, one after the other, for whoever is about to give that: looking is an
  /// entry for each file. Of a part nothing is left: the rest of the file says it still.
  public func leaves(
    _ asked: [WaitingAsk], as session: borrowing Session
  ) throws(CaseworkError) -> [ErasureLeaves] {
    let whole = asked.filter { $0.ask.act == .erase && $0.erasure?.part == nil }
    let fields = book.ids(ErasureRule.looksAt + Self.always)
    var place = 0
    let looks = try looks(at: whole.map(\.id), fields, at: &place, as: session)
    var found: [Int: ErasureLeaves] = [:]
    for (ask, look) in zip(whole, looks) { found[ask.ask.entry] = try leaves(look) }
    return asked.map { found[$0.ask.entry] ?? .nothing }
  }

  func leaves(_ look: CaseLook) throws(CaseworkError) -> ErasureLeaves {
    let isUntold = isToTell(look)
    var referrals = try referralsOut(look)
    // What ended with its consent ended here alone: until the other office has a signed word it goes on with it.
    if isUntold { referrals += try passed(look, in: [.revoked]) }
    return ErasureLeaves(isUntold: isUntold, referrals: referrals)
  }

  private func isToTell(_ look: CaseLook) -> Bool {
    DueItem.all(in: look.value("case.due")).contains { item in
      let ends = book.clocks[item.clock]?.end.fields ?? []
      return !item.isResting && ends.contains("consent.recipients_told_at")
    }
  }

  /// What lies at another office as a sealed file and is neither done nor taken back.
  func referralsOut(_ look: CaseLook) throws(CaseworkError) -> [RecordID] {
    try passed(look, in: [.sent, .accepted])
  }

  private func passed(
    _ look: CaseLook, in states: Set<ReferralState>
  ) throws(CaseworkError) -> [RecordID] {
    try passed(look).filter { passed in
      let state = Referral(passed.referral, in: look.records)?.state
      return !passed.isIncoming && state.map(states.contains) ?? false
    }.map(\.referral)
  }
}
