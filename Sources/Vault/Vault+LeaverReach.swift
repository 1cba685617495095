import AuditLog
import FoundationEssentials
import Sealing

extension Vault {
  /// Hands over, from the log, each case that somebody who leaves was given or looked at. A lead gets what
  /// the office sees of it; an administrator, who reads no case, the pseudonyms of the log.
  ///
  /// - Parameter left: what ended, or would: of a plan the look is that entry.
  public func reach(
    of handle: String, _ left: Left, as session: borrowing Session,
    _ show: (LeaverReach.Case) throws(VaultError) -> Void
  ) throws(VaultError) -> LeaverReach {
    let found = try leaver(handle)
    let member = MemberID(found.id)
    var (stated, spans) = try statedCases(of: member)
    let entry = try noteReach(found, stated.count, left, session)
    let standing = try standingRoles(of: member, ending: left.roles).map { role in
      LeaverReach.Standing(role: role, cases: spans.count(during: held(role, by: member)))
    }
    var reach = LeaverReach(entry: entry, standing: standing)
    reach.given = stated.values.count { $0.isGiven }
    reach.looked = stated.values.count { $0.looks > 0 }
    let isLead = ledger.directory.roles(of: session.member).contains(.lead)
    let named = try showOpened(&stated, of: member, isLead: isLead, session, show)
    for (rec, one) in stated.sorted(by: { $0.key.hex < $1.key.hex }) where !named.contains(rec) {
      try show(one.told(rec, nil))
    }
    return reach
  }

  /// The standing roles that end, and those that ended before: what they opened was read by somebody who may remember.
  /// Who was never given the key of a role opened nothing by it.
  private func standingRoles(
    of member: MemberID, ending ended: [Role]
  ) throws(VaultError) -> [Role] {
    let roster = ledger.roster
    let place = roster.members.firstIndex { MemberID($0.id) == member }
    let before = roster.endedRoles.filter { $0.member == place }.compactMap {
      Role(rawValue: $0.role.rawValue)
    }
    let keys = try store.look { tx throws(VaultError) in
      try Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
        .granted(of: 0, rec: nil, to: [.member(member.identifier)]).map(\.keyClass)
    }
    return Role.allCases.filter { role in
      guard let standing = role.standing else { return false }
      return (ended.contains(role) || before.contains(role))
        && keys.contains(OfficeKey.standing(standing).keyClass)
    }
  }

  /// From which entry to which somebody held a role.
  private func held(_ role: Role, by member: MemberID) -> [Range<Int>] {
    let roster = ledger.roster
    guard let place = roster.members.firstIndex(where: { MemberID($0.id) == member })
    else { return [] }
    let ended = roster.endedRoles.filter {
      $0.member == place && $0.role.rawValue == role.rawValue
    }.map { $0.added..<$0.ended }
    let present = roster.members[place].roles.filter { $0.role.rawValue == role.rawValue }.map {
      $0.added..<Int.max
    }
    return ended + present
  }

  /// Whether somebody may be told what another could read: who may suspend.
  public func mayReport(as session: borrowing Session) -> Bool {
    ledger.directory.roles(of: session.member).contains {
      OfficeAct.suspendMember.roles.contains($0)
    }
  }

  private func statedCases(
    of member: MemberID
  ) throws(VaultError) -> ([Identifier: LeaverReach.Stated], CaseSpans) {
    var spans = CaseSpans()
    var stated: [Identifier: LeaverReach.Stated] = [:]
    let (directory, fields) = (ledger.directory, fields)
    try eachLeaf(below: ledger.frontier.size) { leaf throws(VaultError) in
      guard leaf.entry.out == .ok, let rec = leaf.entry.rec else { return }
      spans.follow(leaf.entry, rec)
      var one = stated[rec] ?? LeaverReach.Stated()
      one.follow(leaf.entry, member, directory, fields)
      if one.isGiven || one.looks > 0 || !one.asked.isEmpty { stated[rec] = one }
    }
    return (stated.filter { $0.value.isGiven || $0.value.looks > 0 }, spans)
  }

  private func noteReach(
    _ member: RosterMember, _ count: Int, _ left: Left, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    if left.isPlan { return left.entry }
    return try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .suspendMember) else {
        return try context.refuse(Act.list, .role) { entry in
          (entry.kind, entry.subj) = (Self.leaverKind, member.actor)
        }
      }
      return .allowed(
        try context.append(Act.list) { entry in
          (entry.kind, entry.subj) = (Self.leaverKind, member.actor)
          (entry.n, entry.role) = (Entry.bucket(count), role.rawValue)
        })
    }
  }

  private static let filesAtOnce = 512

  /// Leaves of what their roles read what they were given the keys of, and shows a lead what the office sees.
  ///
  /// - Returns: those that were shown.
  private func showOpened(
    _ stated: inout [Identifier: LeaverReach.Stated], of member: MemberID, isLead: Bool,
    _ session: borrowing Session, _ show: (LeaverReach.Case) throws(VaultError) -> Void
  ) throws(VaultError) -> Set<Identifier> {
    let keyring = session.keyring
    var shown: Set<Identifier> = []
    var last = 0
    while true {
      var found: [LeaverReach.Case] = []
      let keys = try looking { tx throws(VaultError) in
        let keys = try tx.fileKeys(after: last, limit: Self.filesAtOnce)
        for key in keys {
          guard let file = try tx.file(key: key),
            let rec = try? custody.pseudonym(of: file.key, id: file.id), var one = stated[rec]
          else { continue }
          if one.isGiven { try narrow(&one, of: file, rec, to: member, tx) }
          stated[rec] = one
          guard isLead else { continue }
          keyring.beginCase()
          shown.insert(rec)
          found.append(one.told(rec, (try? operations(of: file, keyring, tx))?.values))
        }
        return keys
      }
      for one in found { try show(one) }
      guard let newest = keys.last else { return shown }
      last = newest
    }
  }
}
