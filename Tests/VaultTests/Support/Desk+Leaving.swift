import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// For tests of who leaves: the deed, and what a changed program could still open with old files.
extension Desk {
  /// Whether a member's keys open any class key of a case by what the files hold, the policy and the log
  /// left out: what a changed program would try.
  func opensAnything(_ handle: String, _ id: CaseID) throws -> Bool {
    let vault = try Vault(
      opening: path, pins: folder + "/pins-none-\(UUID().uuidString)",
      now: clock.now)
    let keyring = try keyring(handle, vault)
    return try vault.store.look { tx throws(VaultError) in
      guard let file = try tx.file(id) else { return false }
      keyring.beginCase()
      let principals =
        [keyring.principal]
        + StandingRole.allCases.flatMap { role in (0...2).map { role.principal(epoch: $0) } }
      for principal in principals {
        guard
          let keys = try? CaseKeys(
            file, for: [principal], keyring: keyring, custody: vault.custody, tx)
        else { continue }
        for fieldClass in FieldClass.keyed {
          for version in keys.versions(of: fieldClass.rawValue)
          where (try? keys.key(fieldClass.rawValue, version: version, tx)) != nil { return true }
        }
      }
      return false
    }
  }

  /// The member's own keys, opened past the log.
  private func keyring(_ handle: String, _ vault: Vault) throws -> Keyring {
    try vault.store.look { tx throws(VaultError) in try vault.ledger.catchUp(tx) }
    let member = try vault.member(named: handle)
    let row = try #require(
      try vault.store.look { tx throws(VaultError) in try tx.member(member) })
    var arena = try KeyArena(capacity: 1)
    let key = try bundleKey(handle).withSpan { span throws(SealingError) in
      try arena.load(span)
    }
    let bundle = try MemberBundle.open(
      row.bundle.span, vault: vault.id, member: member.identifier, under: key, in: arena)
    return try Keyring(vault: vault.id, member: member, bundle: bundle)
  }

  @discardableResult
  func suspend(
    _ handle: String, by lead: String = "lead", compromised: Bool = false, unread: Bool = false
  ) throws -> Left {
    try act(lead) { vault, session in
      try vault.suspend(handle, compromised: compromised, unread: unread, as: session)
    }
  }

  /// A further role, by an administrator and the second person: a lead, of an administrator a trustee.
  func give(_ role: Role, to handle: String) throws {
    try act("admin") { vault, session in _ = try vault.add(role, to: handle, by: session) }
    try act(role == .admin ? "trustee" : "lead") { vault, session in
      _ = try vault.admit(handle, by: session)
    }
  }

  func kept() throws -> String {
    let copy = folder + "/kept"
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    return copy
  }

  func put(_ file: String, from folder: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
    try FileManager.default.copyItem(
      atPath: folder + "/" + file, toPath: path + "/" + file)
  }
}
