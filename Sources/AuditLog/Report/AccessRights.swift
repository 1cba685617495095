import Sealing

/// Who has a right to which case at a moment, from the leaves alone. The same rules as the examiner's of
/// the vault: an opening, an assignment, an excerpt or an emergency gives one, and each has its end.
struct AccessRights: Sendable {
  struct Right: Hashable, Sendable {
    enum Source: Hashable, Sendable {
      case opener, owner, assigned
      case excerpt(class: Int?)
      /// Until a time, unless it is closed before.
      case emergency(until: Int)
    }

    let member: Identifier
    let role: String?
    let source: Source
    /// The entry that gave it, and who signed that.
    let seq: Int
    let giver: Identifier?
  }

  private var live: [Identifier: [Right]] = [:]
  /// Emergencies that wait for a second person, each with who asked, and in which role.
  private var asked: [Int: (member: Identifier, role: String?)] = [:]
  /// The entry by which a lead handed a case over, or took it in: a duty officer does the same with the
  /// clinical part.
  private var handed: [Identifier: Int] = [:]
  /// The newest answer of a second person, and whose it is.
  private var answer: (seq: Int, member: Identifier)?
  /// The newest restore, and who made it.
  private var restore: (seq: Int, member: Identifier)?
  /// Minutes that an emergency lasts.
  let emergency: Int

  init(emergency: Int) { self.emergency = emergency }

  /// The right that counts, the newest first.
  func right(of member: Identifier, to rec: Identifier, at t: Int) -> Right? {
    live[rec]?.last { right in
      if case .emergency(let until) = right.source, t > until { return false }
      return right.member == member
    }
  }

  /// The answer that an erasure carries out, of who gives it: an administrator has no right to the case.
  func answer(carriedOutBy entry: Entry, of member: Identifier) -> Int? {
    guard entry.isErasure, let answer, answer.seq == entry.by, answer.member == member
    else { return nil }
    return answer.seq
  }

  /// The restore that destroys again what had been destroyed after the backup: who made it has no right to any case.
  func restore(carriedOutBy entry: Entry, of member: Identifier) -> Int? {
    guard entry.isOfRestore, let restore, restore.seq == entry.ref, restore.member == member
    else { return nil }
    return restore.seq
  }

  func handing(_ rec: Identifier) -> Int? { handed[rec] }

  /// Whether two gave each other a case: `giver` now gives it to `member`, from whom they had it.
  func isMutual(_ giver: Identifier, _ member: Identifier, _ rec: Identifier) -> Bool {
    live[rec]?.contains { $0.member == giver && $0.giver == member && giver != member } ?? false
  }

  mutating func follow(_ entry: Entry, _ roster: Roster) {
    if entry.out == .ok { followLeaving(entry, roster) }
    followRestore(entry, roster)
    guard entry.out == .ok, let rec = entry.rec else { return }
    let actor = roster.member(entry.actor)?.id
    let subject = entry.subj.flatMap { roster.member($0)?.id }
    func give(_ member: Identifier?, _ role: String?, _ source: Right.Source) {
      guard let member else { return }
      live[rec, default: []].append(
        Right(member: member, role: role, source: source, seq: entry.seq, giver: actor))
    }
    switch entry.act {
    // Nobody opens the same case twice.
    case Act.recordCreate where live[rec] == nil:
      if entry.role == MemberRole.intake.rawValue { give(actor, entry.role, .opener) }
      if entry.role == MemberRole.socialWorker.rawValue { give(actor, entry.role, .owner) }
      give(subject, MemberRole.socialWorker.rawValue, .owner)
      if live[rec] == nil { live[rec] = [] }
      if entry.kind == "transfer" { handed[rec] = entry.seq }
    case Act.caseTransfer where entry.role == MemberRole.lead.rawValue: handed[rec] = entry.seq
    case Act.assignAdd:
      end(before: entry, of: subject, rec)
      give(subject, entry.grole, entry.kind == "owner" ? .owner : .assigned)
    case Act.assignRemove: live[rec]?.removeAll { $0.member == subject }
    case Act.excerptGive: give(subject, nil, .excerpt(class: entry.class))
    case Act.excerptEnd:
      live[rec]?.removeAll { $0.member == subject && $0.source == .excerpt(class: entry.class) }
    case Act.emergencyOpen where entry.class != Self.alone:
      asked[entry.seq] = actor.map { ($0, entry.role) }
    case Act.emergencyOpen: give(actor, entry.role, .emergency(until: entry.t + emergency * 60_000))
    case Act.approvalGive: followAnswer(entry, by: actor, rec)
    case Act.emergencyClose:
      live[rec]?.removeAll { $0.seq == entry.ref }
      entry.ref.map { asked[$0] = nil }
    // One that only asks for an erasure names no generation, one of a part names its class.
    case Act.caseErase where entry.gen != nil && entry.class == nil, Act.keyDestroy:
      (live[rec], handed[rec]) = ([], nil)
    default: break
    }
  }

  /// The one class that a duty officer opens alone: `vital`.
  private static let alone = 7

  /// The second person's answer. In an emergency the first one has a right from then on, and it is named by what
  /// they asked.
  private mutating func followAnswer(_ entry: Entry, by actor: Identifier?, _ rec: Identifier) {
    answer = actor.map { (entry.seq, $0) }
    guard let ref = entry.ref, let (member, role) = asked.removeValue(forKey: ref) else { return }
    live[rec, default: []].append(
      Right(
        member: member, role: role,
        source: .emergency(until: entry.t + emergency * 60_000), seq: ref, giver: actor))
  }

  /// Custody's has an entry of its own, which names the one that counts.
  private mutating func followRestore(_ entry: Entry, _ roster: Roster) {
    guard entry.out == .ok, entry.act == Act.vaultRestore, entry.ref == nil,
      let maker = roster.member(entry.actor)
    else { return }
    restore = (entry.seq, maker.id)
  }

  /// One entry ends what somebody had of every case.
  private mutating func followLeaving(_ entry: Entry, _ roster: Roster) {
    guard entry.act == Act.memberSuspend || entry.act == Act.roleRemove,
      let member = entry.subj.flatMap({ roster.member($0)?.id })
    else { return }
    for index in live.values.indices {
      live.values[index].removeAll { right in
        right.member == member && (entry.act == Act.memberSuspend || right.role == entry.grole)
      }
    }
  }

  /// A hand-over ends what openers had, and with a new owner what other owners had; who gets a case anew
  /// has it by the new entry.
  private mutating func end(before entry: Entry, of subject: Identifier?, _ rec: Identifier) {
    let isOwner = entry.kind == "owner"
    if entry.gen != nil {
      live[rec]?.removeAll { $0.source == .opener || isOwner && $0.source == .owner }
    }
    guard isOwner else { return }
    live[rec]?.removeAll { right in
      guard right.member == subject, right.role == entry.grole else { return false }
      return right.source == .owner || right.source == .assigned
    }
  }
}
