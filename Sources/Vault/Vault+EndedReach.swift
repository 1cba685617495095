import AuditLog
import Sealing

extension Vault {
  /// What those whose access to one case an act ended could read of it. The entry of the act stands for this look too:
  /// it names the case and who asked, and is made by nobody who may not end that access.
  public func reach(
    of ended: EndedAccess, as session: borrowing Session
  ) throws(VaultError) -> [EndedReach] {
    guard !ended.members.isEmpty else { return [] }
    let (file, rec) = try store.look { tx throws(VaultError) in
      guard let file = try tx.storedFile(ended.caseID) else { throw .noSuchCase }
      return (file, try custody.pseudonym(of: file.key, id: file.id))
    }
    var stated = try statedReaches(ended, rec)
    for (member, one) in stated {
      var one = one
      try store.look { tx throws(VaultError) in try narrow(&one, of: file, rec, to: member, tx) }
      stated[member] = one
    }
    let people = PersonBook(self, session.keyring, withHandles: true)
    var found: [EndedReach] = []
    for member in ended.members {
      guard var one = stated[member] else { continue }
      if !ended.isToldLooks { one.forgetLooks() }
      let actor = ledger.directory.actor(of: member)
      found.append(
        EndedReach(
          handle: try actor.flatMap { actor throws(VaultError) in try people.person(actor).handle },
          stated: one.told(rec, nil), isToldLooks: ended.isToldLooks))
    }
    return found
  }

  /// Only entries that hold the case's pseudonym are read; all are hashed.
  private func statedReaches(
    _ ended: EndedAccess, _ rec: Identifier
  ) throws(VaultError) -> [MemberID: LeaverReach.Stated] {
    var stated: [MemberID: LeaverReach.Stated] = [:]
    let (directory, fields) = (ledger.directory, fields)
    try eachLeaf(below: ended.entry, naming: rec) { leaf throws(VaultError) in
      guard leaf.entry.out == .ok, leaf.entry.rec == rec else { return }
      for member in ended.members {
        stated[member, default: LeaverReach.Stated()].follow(
          leaf.entry, member, directory, fields)
      }
    }
    return stated
  }

  /// Leaves what the entries of the case state that was wrapped to them. Of a case that is gone they are gone too, and
  /// what the roles read stands.
  func narrow(
    _ stated: inout LeaverReach.Stated, of file: Transaction.File, _ rec: Identifier,
    to member: MemberID, _ tx: Transaction
  ) throws(VaultError) {
    let gate = Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
    let keys = try gate.granted(of: file.key, rec: rec, to: [.member(member.identifier)])
    stated.narrow(to: Set(keys.map(\.keyClass)))
  }
}
