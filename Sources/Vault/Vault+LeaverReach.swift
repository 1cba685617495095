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
    let stated = try statedCases(of: member)
    let entry = try noteReach(found, stated.count, left, session)
    let standing = standingRoles(of: member, ending: left.roles)
    let everyCase =
      !standing.isEmpty
      ? try store.look { tx throws(VaultError) in
        try tx.fileCount()
      } : nil
    var reach = LeaverReach(entry: entry, everyCase: everyCase, standing: standing)
    reach.given = stated.values.count { $0.isGiven }
    reach.looked = stated.values.count { $0.looks > 0 }
    let isLead = ledger.directory.roles(of: session.member).contains(.lead)
    let named = isLead ? try showOpened(stated, session, show) : []
    for (rec, one) in stated.sorted(by: { $0.key.hex < $1.key.hex }) where !named.contains(rec) {
      try show(one.told(rec, nil))
    }
    return reach
  }

  /// The standing roles that end, and those that ended before: what they opened was read by somebody who may remember.
  private func standingRoles(of member: MemberID, ending ended: [Role]) -> [Role] {
    let roster = ledger.roster
    let place = roster.members.firstIndex { MemberID($0.id) == member }
    let before = roster.endedRoles.filter { $0.member == place }.compactMap {
      Role(rawValue: $0.role.rawValue)
    }
    return Role.allCases.filter { role in
      role.standingNumber != nil && (ended.contains(role) || before.contains(role))
    }
  }

  /// Whether somebody may be told what another could read: who may suspend.
  public func mayReport(as session: borrowing Session) -> Bool {
    ledger.directory.roles(of: session.member).contains {
      OfficeAct.suspendMember.roles.contains($0)
    }
  }

  private func statedCases(
    of member: MemberID
  ) throws(VaultError) -> [Identifier: LeaverReach.Stated] {
    var stated: [Identifier: LeaverReach.Stated] = [:]
    let directory = ledger.directory
    try eachLeaf(below: ledger.frontier.size) { leaf throws(VaultError) in
      guard leaf.entry.out == .ok, let rec = leaf.entry.rec else { return }
      var one = stated[rec] ?? LeaverReach.Stated()
      one.follow(leaf.entry, member, directory)
      if one.isGiven || one.looks > 0 || !one.asked.isEmpty { stated[rec] = one }
    }
    return stated.filter { $0.value.isGiven || $0.value.looks > 0 }
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

  /// - Returns: those that were shown.
  private func showOpened(
    _ stated: [Identifier: LeaverReach.Stated], _ session: borrowing Session,
    _ show: (LeaverReach.Case) throws(VaultError) -> Void
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
            let rec = try? custody.pseudonym(of: file.key, id: file.id), let one = stated[rec]
          else { continue }
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

extension LeaverReach.Stated {
  fileprivate func told(
    _ rec: Identifier, _ operations: [FieldID: FieldValue]?
  ) -> LeaverReach.Case {
    LeaverReach.Case(
      pseudonym: rec.hex, operations: operations, isGiven: isGiven, looks: looks, last: last)
  }
}
