import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// For tests of recovery: what trustees hold in their hands, and who comes when nobody is left.
extension Desk {
  /// The words of the shares of a sheet.
  static func shares(on sheet: String) -> [String] {
    sheet.components(separatedBy: "\n\n").map { part in
      part.split(whereSeparator: \.isWhitespace).dropFirst().joined(separator: " ")
    }
  }

  /// The words that a trustee is shown.
  func share(of handle: String) throws -> String {
    try act(handle) { vault, session in
      let own = try vault.ownShare(as: session)
      return TestOffice.text(own.words)
    }
  }

  func read(
    _ shares: [String], for use: ShareUse, _ vault: Vault, _ session: borrowing Session
  ) throws -> [BroughtShare] {
    var read: [BroughtShare] = []
    for (index, words) in shares.enumerated() {
      read.append(
        try vault.readShare(
          try TestOffice.secret(words), number: index + 1, for: use, as: session))
    }
    return read
  }

  @discardableResult
  func drill(_ shares: [String], by handle: String = "trustee") throws -> Drilled {
    try act(handle) { vault, session in
      try vault.drill(try read(shares, for: .drill, vault, session), as: session)
    }
  }

  @discardableResult
  func ask(for handle: String, by trustee: String) throws -> RecoveryStep {
    try act(trustee) { vault, session in
      try vault.beginRecovery(of: handle, as: nil, by: session).step
    }
  }

  @discardableResult
  func recover(
    _ handle: String, as role: Role = .lead, with shares: [String], by trustee: String
  ) throws -> Recovered {
    try act(trustee) { vault, session in
      try vault.recover(
        handle, as: role, with: try read(shares, for: .recovery, vault, session), by: session)
    }
  }

  func passphrase(_ handle: String) throws -> SecretBytes {
    try TestOffice.secret("correct horse of \(handle) 47")
  }

  /// Invited, enrolled, and given the role by the administrator alone: no lead is there to confirm it.
  func bring(_ handle: String, as role: Role) throws {
    let code = try act("admin") { vault, session in
      let invitation = try vault.invite(handle, as: role, by: session)
      return TestOffice.text(invitation.code)
    }
    _ = try vault(handle).enrol(
      handle, code: TestOffice.secret(code), passphrase: passphrase(handle))
    try act("admin") { vault, session in _ = try vault.admit(handle, by: session) }
  }

  /// Somebody who came after the pattern was made.
  @discardableResult
  func actNew<Result>(
    _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    let session = try vault.unlock(handle, passphrase: passphrase(handle))
    return try body(vault, session)
  }

  /// What two trustees put together opens of a case and of the office, by what the files hold.
  func opens(
    _ shares: [String], epoch: UInt32, of id: CaseID, in folder: String? = nil
  ) throws -> (classes: Set<FieldClass>, office: Set<String>) {
    let vault = try Vault(
      opening: folder ?? path, pins: self.folder + "/pins-none-\(UUID().uuidString)", now: clock.now
    )
    let seed = try Slip39.combine(
      shares.map { try Slip39Share(reading: try TestOffice.secret($0)) })
    let member = MemberID(Identifier.makeRandom())
    let keyring = try Keyring(
      vault: vault.id, member: member, bundle: MemberBundle.makeRandom(vault: vault.id))
    keyring.recovered = RecoveredKey(box: try BoxKey(seed: seed), epoch: epoch)
    let principal = StandingRole.recovery.principal(epoch: epoch)
    return try vault.store.look { tx throws(VaultError) in
      var (classes, office): (Set<FieldClass>, Set<String>) = ([], [])
      for key in [OfficeKey.vault, .operations, .index]
      where (0...3).contains(where: {
        (try? keyring.officeKey(key, version: $0, tx, vault.custody)) != nil
      }) { office.insert(key.kind) }
      guard let file = try tx.file(id),
        let keys = try? CaseKeys(
          file, for: [principal], keyring: keyring, custody: vault.custody, tx)
      else { return (classes, office) }
      for fieldClass in FieldClass.keyed {
        for version in keys.versions(of: fieldClass.rawValue)
        where (try? keys.key(fieldClass.rawValue, version: version, tx)) != nil {
          classes.insert(fieldClass)
        }
      }
      return (classes, office)
    }
  }
}
