import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

extension Desk {
  func backupPath(_ kind: BackupKind, _ name: String = "") -> String {
    "\(folder)/\(kind.rawValue)\(name).backup"
  }

  @discardableResult
  func backUp(
    _ kinds: [BackupKind] = BackupKind.allCases, _ name: String = "", by handle: String = "admin"
  ) throws -> BackedUp {
    let places = Dictionary(uniqueKeysWithValues: kinds.map { ($0, backupPath($0, name)) })
    return try act(handle) { vault, session in try vault.backUp(to: places, as: session) }
  }

  var restoredPath: String { folder + "/restored" }

  func plan(
    _ name: String = "", by handle: String = "admin",
    _ change: (inout RestorePlan) -> Void = { _ in }
  ) -> RestorePlan {
    var plan = RestorePlan(
      records: backupPath(.records, name), custody: backupPath(.custody, name),
      place: restoredPath, handle: handle, pins: pins(handle))
    change(&plan)
    return plan
  }

  /// Where nothing of the vault is left but what is brought.
  @discardableResult
  func restore(_ plan: RestorePlan) throws -> Restored {
    let restoration = try Restoration(plan, now: clock.now)
    let session = try restoration.vault.unlock(
      plan.handle, bundleKey: bundleKey(plan.handle), sid: "0123456789abcdef")
    return try restoration.finish(as: session)
  }

  /// Beside the vault of today.
  @discardableResult
  func restoreBeside(_ plan: RestorePlan, by handle: String = "admin") throws -> Restored {
    try act(handle) { vault, session in try vault.restore(plan, as: session) }
  }

  func forgetPins() throws {
    for member in Desk.everyone { try? FileManager.default.removeItem(atPath: pins(member.handle)) }
  }

  /// The restored vault takes the place of the one that is here.
  func moveIn() throws {
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.moveItem(atPath: restoredPath, toPath: path)
  }

  /// A command that leaves an entry.
  func look(_ handle: String) throws {
    try act(handle) { vault, session in _ = try vault.status(as: session) }
  }

  /// As `log accept-rollback` opens the vault.
  func accepting<Result>(
    _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    vault.acceptsRollback = true
    let session = try vault.unlock(
      handle, bundleKey: bundleKey(handle), sid: "0123456789abcdef")
    return try body(vault, session)
  }

  /// An auditor gives what the restore asks for.
  func giveRestore(_ seq: Int) throws {
    try accepting("auditor") { vault, session in
      _ = try vault.giveAcceptance(of: seq, as: session)
    }
  }

  /// Nothing is at the new place, and nothing of it lies about.
  func expectNothingRestored(_ place: SourceLocation = #_sourceLocation) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!names.contains { $0.hasPrefix("restored") }, sourceLocation: place)
    #expect(!names.contains { $0.hasSuffix(".safekeep-part") }, sourceLocation: place)
  }
}

extension Desk {
  private var secretsPath: String { folder + "/secrets" }

  /// What is stored of the shared case, to be looked for later.
  func keepSecrets() throws {
    try JSONEncoder().encode(try secrets(of: shared)).write(to: URL(filePath: secretsPath))
  }

  var secretsBefore: Result<[Data], any Error> {
    Result {
      try JSONDecoder().decode([Data].self, from: Data(contentsOf: URL(filePath: secretsPath)))
    }
  }

  func restoredEntries() throws -> [Entry] {
    try inspect(restoredPath + "/records.db") { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx")
    }.map { try Leaf(parsing: [UInt8]($0)).entry }
  }
}
