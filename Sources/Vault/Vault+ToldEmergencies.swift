import AuditLog
import Sealing

/// Who is told of emergencies without asking for one: part of another look.
extension Vault {
  /// Those that nobody has reviewed, for leads and duty officers: part of another look.
  ///
  /// - Parameter isMeant: whether those of somebody with these roles are looked for.
  func unreviewedEmergencies(
    for member: MemberID, _ tx: Transaction, _ isMeant: ([Role]) -> Bool = { _ in true }
  ) throws(VaultError) -> [Emergency] {
    let roles = ledger.directory.roles(of: member)
    guard roles.contains(.lead) || roles.contains(.duty) else { return [] }
    let gate = gate(tx)
    var found: [Emergency] = []
    for key in try emergencyFiles(tx, isMeant) {
      guard let file = try tx.file(key: key) else { continue }
      // A case whose table was altered is told of by its next look and by `log verify`.
      guard let known = try? gate.emergencies(of: file) else { continue }
      found += known.map(\.item).filter { $0.reviewed == nil }
        .map { Emergency($0, of: file.id, at: emergencyTime) }
    }
    return found.sorted { $0.entry < $1.entry }
  }

  /// Those that nobody has reviewed of the cases that a member answers for, as their owner, and where a lead asks
  /// all: who is to be told of each. Part of another look, which is the entry.
  public func toldEmergencies(as session: borrowing Session) throws(VaultError) -> [Emergency] {
    let (member, memberKey) = (session.member, session.memberKey)
    return try looking { tx throws(VaultError) in
      try toldEmergencies(member, memberKey, tx)
    }
  }

  func toldEmergencies(
    _ member: MemberID, _ memberKey: Int, _ tx: Transaction
  ) throws(VaultError) -> [Emergency] {
    let (gate, asker) = (gate(tx), asker(member, memberKey))
    var found: [Emergency] = []
    for key in try emergencyFiles(tx) {
      guard let file = try tx.file(key: key) else { continue }
      // A case whose table was altered is told of by its next look and by `log verify`.
      let isTold = (try? gate.standings(of: asker, to: file)).map { standings in
        standings.contains { $0.relation == .owner || $0.role == .lead }
      }
      guard isTold ?? false, let known = try? gate.emergencies(of: file) else { continue }
      found += known.map(\.item).filter { $0.reviewed == nil }
        .map { Emergency($0, of: file.id, at: emergencyTime) }
    }
    return found.filter { !$0.hasLapsed }.sorted { $0.entry < $1.entry }
  }

  func gate(_ tx: Transaction) -> Gate {
    Gate(ledger: ledger, fields: fields, custody: custody, tx: tx)
  }

  /// The cases with an emergency of somebody that nobody has reviewed.
  func emergencyFiles(
    _ tx: Transaction, _ isMeant: ([Role]) -> Bool = { _ in true }
  ) throws(VaultError) -> Set<Int> {
    var files: Set<Int> = []
    for person in ledger.roster.members
    where isMeant(ledger.directory.roles(of: MemberID(person.id))) {
      guard let key = try tx.member(MemberID(person.id))?.key else { continue }
      files.formUnion(try tx.emergencyFiles(of: key))
    }
    return files
  }
}
