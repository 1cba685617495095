import AuditLog
import FoundationEssentials
import Sealing

/// New keys of a member's own: signed for with the old ones, made theirs by an admin who compares the
/// fingerprint, and taken into use by the member's next command.
extension Vault {
  /// Offers new keys. The old ones stay in use until an admin admits them (`admit`).
  ///
  /// - Throws: `lastAdministrator` for whom nobody else could admit them.
  public func renewOwnKeys(
    as session: borrowing Session
  ) throws(VaultError) -> (entry: Int, fingerprint: String) {
    let (keyring, memberKey) = (session.keyring, session.memberKey)
    let id = id
    let new = try VaultError.sealing { () throws(SealingError) in
      try MemberBundle.makeRandom(vault: id)
    }
    let sealed = try keyring.seal(new)
    let (vkey, box) = (try Enrolment.vkey(new.signing.publicKey, origin), new.box.publicKey)
    let fingerprint = Fingerprint(new.signing.publicKey).text
    let member = session.member
    var isAlone = false
    do throws(VaultError) {
      let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard context.role(for: .renewOwnKeys) != nil else {
          return try context.refuse(Act.keyRotate, .role) { $0.kind = Self.memberKind }
        }
        guard hasOtherAdministrator(than: member) else {
          isAlone = true
          return try context.refuse(Act.keyRotate, .secondPerson) { $0.kind = Self.memberKind }
        }
        guard let row = try context.tx.member(member) else { throw .noSuchMember }
        try context.tx.setBundle(
          Array(row.bundle.prefix(MemberBundle.count)) + sealed, of: memberKey)
        return .allowed(
          try context.append(Act.keyRotate) { entry in
            (entry.kind, entry.vkey) = (Self.memberKind, vkey)
            entry.box = Data(box.bytes).base64EncodedString()
            entry.role = context.asker.roles.first?.rawValue
          })
      }
      return (entry, fingerprint)
    } catch .denied(_, let entry) where isAlone { throw .lastAdministrator(entry: entry) }
  }

  /// Keys that nobody could ever admit are not offered.
  private func hasOtherAdministrator(than member: MemberID) -> Bool {
    ledger.roster.holders(of: .admin).contains { MemberID($0.id) != member }
  }

  /// Whether new keys of a member wait for an admin.
  public func hasNewKeys(_ handle: String) -> Bool {
    ledger.roster.member(who: custody.who(handle)).flatMap(ledger.directory.waitingKey) != nil
  }

  static let memberKind = "member"
  /// `kind` of the entry by which a member seals to new keys what was sealed to the old ones.
  static let selfKind = "self"

  private static let batchesAtOnce = 512

  /// Seals to the new keys whatever was sealed to the old ones, and forgets the old ones: only batch keys
  /// were, so no wrap changes and no grant.
  func takeOwnKeys(_ session: borrowing Session) throws(VaultError) {
    let (keyring, memberKey, member) = (session.keyring, session.memberKey, session.member)
    guard keyring.former != nil else { return }
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      guard let row = try context.tx.member(member) else { throw .noSuchMember }
      try context.append(Act.keyWrap) { entry in
        (entry.kind, entry.role) = (Self.selfKind, context.asker.roles.first?.rawValue)
      }
      try context.resealBatches(atOnce: Self.batchesAtOnce)
      try context.resealShare()
      try context.resealDrafts()
      try context.tx.setBundle(
        Array(row.bundle.dropFirst(MemberBundle.count)), of: memberKey)
      return .allowed(())
    }
    keyring.former = nil
  }
}

extension ActContext {
  fileprivate func resealBatches(atOnce: Int) throws(VaultError) {
    guard let principal = try tx.knownPrincipalKey(keyring.principal) else { return }
    var last: Identifier?
    while case let rows = try tx.batches(of: principal, after: last, limit: atOnce), !rows.isEmpty {
      last = rows.last?.id
      for row in rows {
        guard let sealed = try keyring.resealToOwn(row.sealed, row.id) else { continue }
        try tx.setBatch(row.id, principal: principal, sealed: sealed)
      }
    }
  }

  /// An admin who compared the fingerprint makes new keys the member's.
  func takeKeys(_ waiting: WaitingKey, of member: RosterMember) throws(VaultError) -> Ruling<Int> {
    func fill(_ entry: inout Entry) {
      (entry.kind, entry.subj) = (Vault.memberKind, member.actor)
    }
    guard asker.roles.contains(.admin) else {
      return try refuse(Act.keyRotate, .role, fill)
    }
    guard MemberID(member.id) != asker.member else {
      return try refuse(Act.keyRotate, .secondPerson, fill)
    }
    return .allowed(
      try append(Act.keyRotate) { entry in
        fill(&entry)
        (entry.ref, entry.role) = (waiting.seq, Role.admin.rawValue)
      })
  }
}

extension Keyring {
  /// A batch key that was sealed to the keys before, sealed to these; nil where it was not sealed to them.
  fileprivate func resealToOwn(
    _ sealed: [UInt8], _ batch: Identifier
  ) throws(VaultError) -> [UInt8]? {
    beginCase()
    let (vault, principal) = (vault, principal)
    guard let key = try? openFormer(sealed, batch, principal) else { return nil }
    do {
      return try BatchKey.seal(
        key, in: atHand, vault: vault, batch: batch, to: principal, bundle.box.publicKey)
    } catch { throw VaultError(error) }
  }

  private func openFormer(
    _ sealed: [UInt8], _ batch: Identifier, _ principal: Principal
  ) throws(SealingError) -> KeyHandle {
    switch former {
    case .some(let former):
      try BatchKey.open(
        sealed.span, vault: vault, batch: batch, principal: principal, with: former.box,
        into: &atHand)
    case .none: throw .doesNotOpen
    }
  }
}
