import Foundation
import Testing

@testable import Vault

/// What lies in the place of the custody file and is none.
@Suite struct CustodyPlaceTests {
  /// What lies there is said, and not that the directory is no vault.
  @Test func aBackupInCustodysPlace() throws {
    let desk = try Desk()
    try desk.backUp([.custody])
    try FileManager.default.removeItem(atPath: desk.custody)
    try FileManager.default.copyItem(atPath: desk.backupPath(.custody), toPath: desk.custody)
    #expect(throws: VaultError.custodyIsBackup) { try desk.vault("lead") }
    #expect(try Vault.isCustodyLost(at: desk.path))
  }
}
