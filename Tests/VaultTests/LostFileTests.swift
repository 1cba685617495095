import Foundation
import GRDB
import Testing

@testable import Vault

/// One of a vault's two files is gone, emptied, or no database any more: it is a vault all the same, and what became of it
/// is said, with the way out, instead of that there is none.
@Suite struct LostFileTests {
  enum Loss: CaseIterable { case deleted, emptied, overwritten }

  private let desk: Desk

  init() throws { desk = try Desk() }

  private func lose(_ path: String, _ loss: Loss) throws {
    switch loss {
    case .deleted: try FileManager.default.removeItem(atPath: path)
    case .emptied: try Data().write(to: URL(filePath: path))
    case .overwritten:
      var bytes = try Data(contentsOf: URL(filePath: path))
      bytes.replaceSubrange(0..<100, with: Data(count: 100))
      try bytes.write(to: URL(filePath: path))
    }
  }

  @Test(arguments: Loss.allCases) func theRecords(_ loss: Loss) throws {
    try lose(desk.records, loss)
    #expect(throws: VaultError.noDatabase) { try desk.vault("lead") }
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["storage.log"])
    let found = try Vault.checkup(at: desk.path).ailments
    // SQLite takes a file without a byte for an empty database.
    #expect(found.contains(.damaged(.records)) || loss == .emptied && !found.isEmpty)
    #expect(found.allSatisfy { !$0.isMendable(among: found) })
    #expect(FileManager.default.fileExists(atPath: desk.records) == (loss != .deleted))
  }

  @Test func custody() throws {
    try lose(desk.custody, .overwritten)
    #expect(throws: VaultError.noDatabase) { try desk.vault("lead") }
    #expect(try Vault.checkup(at: desk.path).ailments.contains(.damaged(.custody)))
  }

  /// Without custody the records are looked at all the same: whether they are whole decides what can be got back.
  @Test func custodyGone() throws {
    try lose(desk.custody, .deleted)
    #expect(throws: VaultError.custodyMissing) { try desk.vault("lead") }
    let found = try Vault.checkup(at: desk.path).ailments
    #expect(found.first == .damaged(.custody) && !found.contains(.damaged(.records)))
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["storage.custody"])
    #expect(!FileManager.default.fileExists(atPath: desk.custody))
    try desk.tamperLog { db in
      try db.execute(sql: "UPDATE audit_leaf SET hash=zeroblob(32) WHERE idx=2")
    }
    #expect(try Vault.examine(desk.path).findings.map(\.code).contains { $0 != "storage.custody" })
  }

  /// What is destroyed behind a link would be said to be gone and not be.
  @Test(arguments: ["records.db", "custody.db", "records.db-journal"])
  func aLinkInItsPlace(_ name: String) throws {
    let (path, other) = (desk.path + "/" + name, desk.folder + "/elsewhere")
    if FileManager.default.fileExists(atPath: path) {
      try FileManager.default.moveItem(atPath: path, toPath: other)
    }
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: other)
    #expect(throws: VaultError.notPlainFile) { try desk.vault("lead") }
    #expect(throws: VaultError.notPlainFile) { try Vault.checkup(at: desk.path) }
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(throws: VaultError.notPlainFile) { try Vault.examine(desk.path) }
  }

  /// Where neither stands there is no vault.
  @Test func both() throws {
    for path in [desk.records, desk.custody] { try lose(path, .deleted) }
    #expect(throws: VaultError.notAVault) { try desk.vault("lead") }
    #expect(throws: VaultError.notAVault) { try Vault.checkup(at: desk.path) }
  }
}
