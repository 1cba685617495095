import Foundation
import Testing

@testable import Vault

/// A vault whose making fails leaves the place as it was, so that the same command can be given again.
@Suite struct FailedCreationTests {
  private let folder: String
  private let clock = TestClock()

  init() throws {
    folder = NSTemporaryDirectory() + "safekeep-failed-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func create(at path: String, pins: String) throws {
    let plan = VaultPlan(
      path: path, pins: pins, admin: "admin", firstLead: "lead", isLowCost: true,
      fields: try TestTable.table(), rules: [RuleFile(name: "fields.csv", bytes: [0x61])])
    _ = try Vault.create(
      plan, passphrase: TestOffice.secret("correct horse of admin 47"), now: clock.now)
  }

  /// The pin is written last: by then every file is there, and every entry committed.
  @Test func whatWasMadeIsTakenAway() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/new/vault"
    #expect(throws: VaultError.self) { try create(at: path, pins: "/proc/nowhere") }
    #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
    try create(at: path, pins: folder + "/pins")
    #expect(Vault.exists(at: path))
  }

  @Test func whatWasThereStays() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data([1]).write(to: URL(fileURLWithPath: folder + "/letter"))
    #expect(throws: VaultError.self) { try create(at: folder, pins: "/proc/nowhere") }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["letter"])
    try Data().write(to: URL(fileURLWithPath: folder + "/records.db"))
    #expect(throws: VaultError.alreadyThere) { try create(at: folder, pins: folder + "/pins") }
    #expect(FileManager.default.fileExists(atPath: folder + "/records.db"))
  }
}
