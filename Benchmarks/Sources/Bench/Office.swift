import Casework
import Foundation
import Sealing
import Vault

/// A vault with the people that a case needs, at the lowest permitted cost: stretching passphrases is not what is
/// measured. Everything goes through the interface that the commands use.
struct Office {
  let folder: String

  var path: String { folder + "/vault" }

  static let people: [(handle: String, role: Role)] = [
    ("admin", .admin), ("lead", .lead), ("duty", .duty), ("social", .socialWorker),
  ]

  static let clock: @Sendable () -> Int = { Int(Date().timeIntervalSince1970 * 1000) }

  /// Makes the vault and admits everyone, as people join: invited, enrolled, admitted by two.
  static func make(in folder: String) throws -> Office {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let office = Office(folder: folder)
    try office.found()
    for (handle, role) in people.dropFirst(2) { try office.join(handle, as: role) }
    return office
  }

  /// The same vault again, for a round to use up.
  func copy(to folder: String) throws -> Office {
    try? FileManager.default.removeItem(atPath: folder)
    try FileManager.default.copyItem(atPath: self.folder, toPath: folder)
    return Office(folder: folder)
  }

  /// A fresh opening and an unlocked session, as every command makes one.
  func act<Result>(
    _ handle: String, _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    let session = try vault.unlock(handle, passphrase: Self.passphrase(handle))
    return try body(vault, session)
  }

  func vault(_ handle: String) throws -> Vault {
    try Vault(opening: path, pins: folder + "/pins-" + handle, now: Self.clock)
  }

  private func found() throws {
    let book = try RuleBook.standard()
    let plan = VaultPlan(
      path: path, pins: folder + "/pins-admin", admin: "admin", firstLead: "lead",
      isLowCost: true, fields: try book.fieldTable(), rules: book.ruleFiles)
    let founding = try Vault.create(plan, passphrase: Self.passphrase("admin"), now: Self.clock)
    _ = try vault("lead").enrol(
      "lead", code: founding.invitation, passphrase: Self.passphrase("lead"))
    try act("admin") { vault, session in _ = try vault.admit("lead", by: session) }
    try act("lead") { vault, session in _ = try vault.makeRecoverySeed(as: session) }
  }

  func invite(_ handle: String, as role: Role) throws {
    try act("admin") { vault, session in
      let invitation = try vault.invite(handle, as: role, by: session)
      _ = try self.vault(handle).enrol(
        handle, code: invitation.code, passphrase: Self.passphrase(handle))
    }
  }

  func join(_ handle: String, as role: Role) throws {
    try invite(handle, as: role)
    try act("admin") { vault, session in _ = try vault.admit(handle, by: session) }
    try act("lead") { vault, session in _ = try vault.admit(handle, by: session) }
    // Makes the keys that wait for a first holder.
    try act(handle) { _, _ in }
  }

  static func passphrase(_ handle: String) throws -> SecretBytes {
    try secret("made-up people of \(handle) 47")
  }

  static func secret(_ words: String) throws -> SecretBytes {
    try SecretBytes(capacity: words.utf8.count) { out in
      for byte in words.utf8 { out.append(byte) }
    }
  }
}

extension Office {
  /// Opens one case, as the register's import would; its code.
  func openCase() throws -> String {
    try act("social") { vault, session in try Self.openCase(in: vault, session) }
  }

  static func openCase(in vault: Vault, _ session: borrowing Session) throws -> String {
    let code = CaseCode.makeRandom().symbols
    let opening = CaseOpening(
      code: code, operations: [:], records: [try name()], owner: nil, isMinor: false)
    _ = try vault.openCase(opening, as: session)
    return code
  }

  /// A change of one field, as long as a name is.
  static func name() throws -> RecordChange {
    guard let name = try RuleBook.standard()["person.full_name"] else { throw BenchError.usage }
    return RecordChange(.sole, entity: name.entity, fields: [name.id: .text("Bùi Thị Mai Thanh")])
  }
}
