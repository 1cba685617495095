import AuditLog
import Sealing

extension Vault {
  static let keysKind = "keys"

  /// How old which key is, and what is due. The look is an entry.
  public func keyStatus(as session: borrowing Session) throws(VaultError) -> KeyStatus {
    let keyring = session.keyring
    let entry = try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .readKeys) else {
        return try context.refuse(Act.list, .role) { $0.kind = Self.keysKind }
      }
      return .allowed(
        try context.append(Act.list) { entry in
          (entry.kind, entry.role) = (Self.keysKind, role.rawValue)
        })
    }
    let compromised = try dueAfterCompromise()
    return try store.look { tx throws(VaultError) in
      let due = try dueClassKeys(tx)
      return KeyStatus(
        keys: try memberKeys(keyring, tx) + officeKeys(tx) + custodyKeys(tx) + logKeys(tx),
        seedless: try seedless(keyring, tx),
        caseKeysDue: due.keys, casesDue: due.cases, waiting: try dueCases(tx),
        compromised: compromised,
        trusteesMissing: trusteesMissing, newest: ledger.time, entry: entry)
    }
  }

  private func seedless(
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [KeyStatus.Seedless] {
    try SeedHolders(directory: ledger.directory, tx: tx).without().map {
      item throws(VaultError) in
      KeyStatus.Seedless(
        handle: try handle(of: MemberID(item.member.id), keyring, tx), role: item.role,
        isGivable: item.isGivable)
    }
  }

  /// Those that their rows call due, and those of emergencies that ran out and that nobody closed.
  private func dueClassKeys(_ tx: Transaction) throws(VaultError) -> (keys: Int, cases: Int) {
    var due = try tx.countDueClassKeys()
    for key in try emergencyFiles(tx) {
      guard let file = try tx.file(key: key),
        // A case whose table was altered is told of by its next look and by `log verify`.
        let before = try? gate(tx).keysDueAfterEmergencies(of: file, at: emergencyTime),
        !before.isEmpty
      else { continue }
      let count = try tx.newestClassKeys(of: key).count { row in
        let seq = Restriction.fieldClass(of: row.keyClass).flatMap { before[$0] }
        return !row.isDue && row.seq < seq ?? 0
      }
      guard count > 0 else { continue }
      due.keys += count
      if try tx.dueClassKeys(of: key, before: .max).isEmpty { due.cases += 1 }
    }
    return due
  }

  private func memberKeys(
    _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [KeyStatus.Key] {
    var found: [KeyStatus.Key] = []
    for (place, member) in ledger.roster.members.enumerated() where member.suspended == nil {
      let seq = ledger.roster.keyChanges[place] ?? member.enrolled
      found.append(
        KeyStatus.Key(
          kind: .member, handle: try handle(of: MemberID(member.id), keyring, tx), role: nil,
          version: nil, entry: seq, made: try time(of: seq, tx),
          isDue: ledger.directory.waitingKey(of: member) != nil))
    }
    return found
  }

  private func officeKeys(_ tx: Transaction) throws(VaultError) -> [KeyStatus.Key] {
    var found: [KeyStatus.Key] = []
    for epoch in ledger.roster.epochs {
      found.append(
        KeyStatus.Key(
          kind: .epoch, handle: nil, role: epoch.role.name, version: epoch.epoch,
          entry: epoch.seq, made: try time(of: epoch.seq, tx),
          isDue: ledger.roster.isDue(epoch.role)))
    }
    let kinds: [(VaultKeyKind, KeyStatus.Key.Kind, OfficeKey)] = [
      (.vault, .vault, .vault), (.operations, .operations, .operations), (.index, .index, .index),
    ]
    for (stated, kind, key) in kinds {
      guard let version = ledger.roster.version(of: stated) else { continue }
      found.append(
        KeyStatus.Key(
          kind: kind, handle: nil, role: nil, version: version.version, entry: version.seq,
          made: try time(of: version.seq, tx), isDue: ledger.directory.isDue(key)))
    }
    return found
  }

  /// The day since which every outer key of custody is another one: the log's key follows each replacing of all of them
  /// at once, and the end of each access, which replaces some.
  private func custodyKeys(_ tx: Transaction) throws(VaultError) -> [KeyStatus.Key] {
    guard let first = ledger.roster.logKeys.first else { return [] }
    var seq = first.seq
    for key in ledger.roster.logKeys.dropFirst().reversed() {
      let before = try ledger.provenEntry(key.seq - 1, in: tx)
      guard before.act == Act.keyRotate, before.kind == Self.custodyKind else { continue }
      seq = before.seq
      break
    }
    return [
      KeyStatus.Key(
        kind: .custody, handle: nil, role: nil, version: nil, entry: seq,
        made: try time(of: seq, tx), isDue: false)
    ]
  }

  private func logKeys(_ tx: Transaction) throws(VaultError) -> [KeyStatus.Key] {
    guard let last = ledger.roster.logKeys.last else { return [] }
    return [
      KeyStatus.Key(
        kind: .log, handle: nil, role: nil, version: ledger.roster.logKeys.count - 1,
        entry: last.seq, made: try time(of: last.seq, tx), isDue: false)
    ]
  }

  private func time(of seq: Int, _ tx: Transaction) throws(VaultError) -> Int {
    try ledger.provenEntry(seq, in: tx).t
  }
}
