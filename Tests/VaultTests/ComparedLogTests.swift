import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// Two copies of a log without any vault: whose signatures are under them.
@Suite struct ComparedLogTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func keep(_ name: String) throws -> String {
    let path = desk.folder + "/" + name
    let pinned = try desk.act("auditor") { vault, session in try vault.pin(into: nil, as: session) }
    try Data(pinned.file).write(to: URL(filePath: path))
    return path
  }

  /// Whoever brings a key is told that it is not the one, and of which copy.
  @Test func aKeyThatSignedNeither() throws {
    let copies = (try keep("first"), try keep("second"))
    let origin = try desk.vault("lead").origin
    let key = try NoteKey(name: origin, key: SigningKey.makeRandom().publicKey)
    #expect(throws: VaultError.logCopy(.signature, number: 1)) {
      _ = try ComparedLogs.compare(copies, keys: Array("\(key.text)\n".utf8))
    }
    let status = try desk.act("auditor") { vault, session in try vault.logStatus(as: session) }
    let compared = try ComparedLogs.compare(copies, keys: Array("\(status.logKey)\n".utf8))
    #expect(compared.first.isSigned && compared.second.isSigned)
  }

  /// An export without its beginning leads to the present key of the log by the leaves of the directory that it has.
  @Test func aPartOfALogThatChangedItsKey() throws {
    try desk.act("lead") { vault, session in
      for _ in 0..<240 { _ = try vault.logStatus(as: session) }
    }
    try desk.suspend("second")
    let first = try keep("first")
    let folder = desk.folder + "/export"
    try desk.act("auditor") { vault, session in
      let exported = try vault.exportLog(to: folder, from: 260, withHandles: false, as: session) {
        _ in
      }
      _ = exported
    }
    #expect(!FileManager.default.fileExists(atPath: folder + "/tile/entries/000"))
    let compared = try ComparedLogs.compare((first, folder), keys: nil)
    #expect(compared.relation == .extended && compared.first.isSigned && compared.second.isSigned)
    guard case .oneKey = compared.binding else {
      Issue.record("\(compared.binding)")
      return
    }
  }
}
