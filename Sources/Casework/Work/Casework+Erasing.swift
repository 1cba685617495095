public import Vault

/// A file is erased by two people, whole or a part of it: the owner or a lead asks, another lead gives it
/// (design, "Two people"); of the history of a health field a duty officer, who alone can seal what is left.
extension Casework {
  /// Asks somebody else to have a file erased, or a part of it.
  ///
  /// - Throws: `.stopped` where the file does not show the ground that is named.
  public func askErasure(
    of code: CaseCode, part: ErasedPart? = nil, because reason: Code, as session: borrowing Session
  ) throws(CaseworkError) -> ErasureAsk {
    var place = 0
    return try askErasure(
      of: [code], part: part, because: reason, at: &place, as: session)[0]
  }

  /// The same of several files on one ground, an entry each: all is asked, or, where something of one stands in the way,
  /// nothing.
  ///
  /// - Parameters:
  ///   - codes: none of them twice.
  ///   - place: where it throws, which of them stands in the way.
  public func askErasure(
    of codes: [CaseCode], part: ErasedPart? = nil, because reason: Code, at place: inout Int,
    as session: borrowing Session
  ) throws(CaseworkError) -> [ErasureAsk] {
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    let ids = try codes.map { code throws(CaseworkError) in try id(of: code) }
    return try stopping(.erase, ids, at: &place, session) {
      place, session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        let looks = try looksForErasure(ids, because: reason, at: &place, session)
        let leaves = try looks.map { look throws(CaseworkError) in
          part == nil ? try self.leaves(look) : .nothing
        }
        let writings = zip(codes, looks).map {
          (id: $1.id, writing: asking($0, $1, part, reason, list))
        }
        let receipts = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.write(.erase, writings, at: &place, as: session)
        }
        let givers = vault.givers(ofErasing: part, askedBy: session)
        return zip(zip(writings, leaves), receipts).map { asked, receipt in
          ErasureAsk(
            reason: reason, part: part, givers: givers, entry: receipt.entry,
            replaced: asked.0.writing.ref, leaves: asked.1)
        }
      }
    }
  }

  private func asking(
    _ code: CaseCode, _ look: CaseLook, _ part: ErasedPart?, _ reason: Code, _ list: FieldID
  ) -> CaseWriting {
    let subject = ErasureSubject(reason.code, part).text
    let before = look.value("case.pending").map { pending(in: [list: $0]) } ?? []
    var writing = CaseWriting(.erase, since: look.version)
    writing.second = .ask(subject: subject, list: list)
    writing.kind = reason.code
    // Of a part something is to be sealed anew, which no administrator can.
    writing.code = part == nil ? code.symbols : nil
    // The same asked again takes the place of what waits, and its entry says of which.
    writing.ref = before.first { $0.act == .erase && $0.subject == subject }?.entry
    return writing
  }

  /// Gives erasures of different cases that somebody else asked for, and has them done: all, or, where something of one
  /// stands in the way, none. The rules are asked again: a file may have changed since.
  ///
  /// - Parameters:
  ///   - search: collects what was destroyed: ``Vault/finish(_:as:)`` looks for it.
  ///   - place: where it throws, which of them stands in the way.
  public func erase(
    _ asked: [WaitingAsk], searching search: ErasureSearch, at place: inout Int,
    as session: borrowing Session
  ) throws(CaseworkError) -> [Approval] {
    guard let list = book["case.pending"]?.id else { throw .noSuchForm }
    let refs = asked.map(\.ask.entry)
    return try stopping(.approvalGive, asked.map(\.id), refs: refs, at: &place, session) {
      place, session throws(CaseworkError) in
      try steadily(session) { session throws(CaseworkError) in
        let (orders, leaves) = try orders(asked, at: &place, session)
        let done = try CaseworkError.ofVault { () throws(VaultError) in
          try vault.erase(orders, waitingIn: list, searching: search, at: &place, as: session)
        }
        return zip(asked, zip(done, leaves)).map {
          Approval(asked: $0, entry: $1.0.entry, erasure: $1.0, leaves: $1.1)
        }
      }
    }
  }

  /// Whoever may give each, with what the rules say of it now. A duty officer sees nothing of what they look at: for
  /// them the Vault asks that nobody wrote since it was asked.
  private func orders(
    _ asked: [WaitingAsk], at place: inout Int, _ session: borrowing Session
  ) throws(CaseworkError) -> ([AskedErasure], [ErasureLeaves]) {
    var reasons: [(place: Int, reason: Code)] = []
    for (number, one) in asked.enumerated() {
      place = number
      guard !one.isOwn else { throw .stopped(stopOfOwnWork(one)) }
      guard let subject = one.erasure, let reason = reason(subject, of: one.ask.act)
      else { throw .vault(.nothingAsked) }
      let role = vault.giver(ofErasing: subject.part)
      if let stop = try stopUnless(role, session) { throw .stopped(stop) }
      // What is taken back waits out of sight: nothing rests on it.
      if role == .lead, one.ask.act == .erase { reasons.append((number, reason)) }
    }
    let places = reasons.map(\.place)
    var versions: [Int: UInt64] = [:]
    var leaves = asked.map { _ in ErasureLeaves.nothing }
    var at = 0
    defer { if let found = places.indices.contains(at) ? places[at] : nil { place = found } }
    let looks = try lookForErasure(places.map { asked[$0].id }, at: &at, session)
    for (number, (look, one)) in zip(looks, reasons).enumerated() {
      at = number
      if let stop = ErasureRule(reason: one.reason, look: look).stop { throw .stopped(stop) }
      versions[one.place] = look.version
      if asked[one.place].erasure?.part == nil { leaves[one.place] = try self.leaves(look) }
    }
    let orders = asked.enumerated().map {
      AskedErasure($1.ask.entry, of: $1.id, since: versions[$0])
    }
    return (orders, leaves)
  }

  /// Who may give it may also refuse it; nothing changes but that the ask is gone.
  func unerased(
    _ asked: WaitingAsk, _ session: borrowing Session
  ) throws(CaseworkError) -> CheckedChanges {
    if let stop = try stopUnless(.lead, session) { throw .stopped(stop) }
    var place = 0
    let look = try lookForErasure([asked.id], at: &place, session)[0]
    return CheckedChanges(changes: CaseChanges(), look: look, now: moment)
  }

  /// On what ground it is asked; nil for a code that is none.
  func reason(_ subject: ErasureSubject, of act: CaseAct) -> Code? {
    let list = act == .retract ? book.retractionReasons : book.codeLists[ErasureRule.list]
    return list?[subject.reason]
  }

  func stopUnless(
    _ role: Role, _ session: borrowing Session
  ) throws(CaseworkError) -> RuleStop? {
    let roles = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.roles(as: session)
    }
    return roles.contains(role) ? nil : RuleStop(.otherRole, .role, names: [.role(role)])
  }

  private func looksForErasure(
    _ ids: [CaseID], because reason: Code, at place: inout Int, _ session: borrowing Session
  ) throws(CaseworkError) -> [CaseLook] {
    let looks = try lookForErasure(ids, at: &place, session)
    for (number, look) in looks.enumerated() {
      place = number
      if let stop = ErasureRule(reason: reason, look: look).stop { throw .stopped(stop) }
    }
    return looks
  }

  private func lookForErasure(
    _ ids: [CaseID], at place: inout Int, _ session: borrowing Session
  ) throws(CaseworkError) -> [CaseLook] {
    try looks(at: ids, book.ids(ErasureRule.looksAt + Self.always), at: &place, as: session)
  }
}
