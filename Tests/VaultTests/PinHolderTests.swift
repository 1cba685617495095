import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// Whoever puts a vault back goes on with it, and could wish away whose head shows that.
@Suite struct PinHolderTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func verify(_ book: [UInt8]) throws -> LogVerdict {
    try desk.act("auditor") { vault, session in try vault.verifyLog(pins: book, as: session) }
  }

  /// Who put the vault back can suspend whose head shows it, alone and at once.
  @Test(arguments: [false, true])
  func nobodyHidesAPutBackBySuspendingTheHolder(growsPastIt: Bool) throws {
    try FileManager.default.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    try desk.act("admin") { vault, session in _ = try vault.suspend("social", as: session) }
    let book = try desk.act("lead") { vault, session in try vault.pin(into: nil, as: session).file }
    let size = try PinBook(parsing: book).heads[0].checkpoint.size
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: desk.folder + "/older", toPath: desk.path)
    for handle in ["auditor", "admin", "lead"] {
      try? FileManager.default.removeItem(atPath: desk.pins(handle))
    }
    try desk.act("admin") { vault, session in _ = try vault.suspend("lead", as: session) }
    while try growsPastIt && desk.entries().count <= size { try desk.verify() }
    let isLonger = try desk.entries().count >= size
    let found = try verify(book)
    #expect(found.pins.first?.isContradicted == true)
    #expect(found.findings.map(\.code) == [isLonger ? "head.pin" : "head.rollback"])
    // A head of nobody beside it changes nothing.
    let forged = try invented(size, of: desk.vault("auditor").origin)
    for file in [forged + book, book + forged] {
      #expect(try verify(file).pins.count { $0.isContradicted } == 1)
    }
    desk.expectNoted(.pinFileForeign(number: 1)) { _ = try verify(forged) }
  }

  private func invented(_ size: Int, of origin: String) throws -> [UInt8] {
    let key = try SigningKey.makeRandom()
    let head = Checkpoint(origin: origin, size: size, root: Tree.emptyRoot)
    return try head.signed(log: key, member: key).bytes + [0x0a]
  }
}
