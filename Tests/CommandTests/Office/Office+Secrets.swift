import Foundation
import Sealing

@testable import Vault

extension Office {
  /// The keys that a member's program holds while it runs: their own, the office keys, and those of a case. A
  /// test looks for them afterwards.
  ///
  /// - Parameter code: of a case that the member may read.
  func keys(of handle: String, case code: String) throws -> [(name: String, bytes: [UInt8])] {
    let vault = try Vault(
      opening: home.path + "/" + vault, pins: home.path + "/pins-of-the-test",
      now: { Int(Date().timeIntervalSince1970 * 1_000) })
    let passphrase = try SecretBytes(copying: Array(Self.passphrase(handle).utf8).span)
    let session = try vault.unlock(handle, passphrase: passphrase)
    let keyring = session.keyring
    var found: [(name: String, bytes: [UInt8])] = []
    func add(_ name: String, _ key: Span<UInt8>) {
      found.append(("\(handle): \(name)", key.indices.map { key[$0] }))
    }
    keyring.bundle.box.withSeed { add("box seed", $0) }
    keyring.bundle.signing.withSeed { add("signing seed", $0) }
    try keyring.withBundleKey { (key) throws(VaultError) in add("bundle key", key) }
    let asker = vault.asker(session.member, session.memberKey)
    let (id, sid) = (try vault.caseID(ofCode: code.filter { $0 != "-" }), session.sid)
    try vault.store.look { tx throws(VaultError) in
      let context = ActContext(vault: vault, tx: tx, asker: asker, keyring: keyring, sid: sid)
      // An auditor, an administrator and the police hold none.
      if let key = try? keyring.officeKey(.operations, version: 1, tx, vault.custody) {
        keyring.lasting.withKey(key) { add("operations key", $0) }
      }
      guard let file = try tx.file(id) else { throw .noSuchCase }
      keyring.beginCase()
      let keys = try CaseKeys(
        file, for: context.principals(), keyring: keyring, custody: vault.custody, tx)
      for row in try tx.classKeys(of: file.key) {
        guard let key = try? keys.key(row.keyClass, version: row.version, tx) else { continue }
        keyring.atHand.withKey(key) { add("class key \(row.keyClass)", $0) }
      }
    }
    return found
  }
}
