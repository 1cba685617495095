import AuditLog
import Sealing

/// Every version of the index key that a member holds, in an arena of its own: a segment lies under the version of its
/// last sealing, and its tokens were made with that of their day.
final class IndexKeys: Sendable {
  private let arena: KeyArena
  let versions: [(version: UInt32, handle: KeyHandle)]

  /// Nil for who holds none.
  init?(_ vault: Vault, _ keyring: Keyring, _ tx: Transaction) throws(VaultError) {
    guard let newest = vault.ledger.directory.version(of: .index) else { return nil }
    var arena = try VaultError.sealing { () throws(SealingError) in
      try KeyArena(capacity: OperationsScan.versions)
    }
    var found: [(version: UInt32, handle: KeyHandle)] = []
    for version in (0...newest).reversed().prefix(OperationsScan.versions) {
      guard
        let handle = try? keyring.officeKey(.index, version: version, tx, vault.custody)
      else { continue }
      let copy = try VaultError.sealing { () throws(SealingError) in
        try keyring.lasting.withKey(handle) { key throws(SealingError) in try arena.load(key) }
      }
      found.append((version, copy))
    }
    guard !found.isEmpty else { return nil }
    self.arena = arena
    versions = found
  }

  func copy(into other: inout KeyArena) throws(VaultError) -> [UInt32: KeyHandle] {
    var found: [UInt32: KeyHandle] = [:]
    for (version, handle) in versions {
      found[version] = try VaultError.sealing { () throws(SealingError) in
        try arena.withKey(handle) { key throws(SealingError) in try other.load(key) }
      }
    }
    return found
  }

  func hash(_ terms: [SearchTerm]) -> HashedQuestion {
    HashedQuestion(terms, under: versions, in: arena)
  }

  func field(
    _ terms: [SearchTerm], of field: FieldID, version: UInt64, record: RecordID
  ) -> IndexedField {
    IndexedField(
      terms, of: field, version: version, record: record, keyVersion: versions[0].version,
      under: versions[0].handle, in: arena)
  }
}
