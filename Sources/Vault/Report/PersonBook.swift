import AuditLog
import Sealing

/// Names people for a report. Each handle is opened once, in a look of its own: the store is not busy
/// when a report asks.
final class PersonBook {
  private let vault: Vault
  private let keyring: Keyring
  private let withHandles: Bool
  private var known: [ActorID: ReportedPerson] = [:]
  private var tried: [Digest: ReportedPerson] = [:]

  init(_ vault: Vault, _ keyring: Keyring, withHandles: Bool) {
    (self.vault, self.keyring, self.withHandles) = (vault, keyring, withHandles)
  }

  func person(_ actor: ActorID) throws(VaultError) -> ReportedPerson {
    if let known = known[actor] { return known }
    var handle: String?
    if withHandles, let member = vault.ledger.directory.member(actor) {
      let keyring = keyring
      handle = try vault.store.look { tx throws(VaultError) in
        try vault.handle(of: member, keyring, tx)
      }
    }
    let person = ReportedPerson(actor: actor.description, handle: handle)
    known[actor] = person
    return person
  }

  /// Whose passphrase failed, where the name is a member's; a name that nobody has is nobody.
  func person(who: Digest) throws(VaultError) -> ReportedPerson? {
    guard let member = vault.ledger.roster.member(who: who) else { return nil }
    return try person(member.actor)
  }
}
