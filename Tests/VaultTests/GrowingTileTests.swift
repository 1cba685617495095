import Foundation
import GRDB
import Testing

@testable import AuditLog
@testable import Vault

/// The tiles above the leaves are stored before they are full, so that a proof in a long log does not read
/// all full tiles below them.
struct GrowingTileTests {
  /// Every question for the state of the log is an entry.
  private func fill(_ desk: Desk, to size: Int) throws {
    try desk.act("lead") { vault, session in
      while vault.ledger.frontier.size < size { _ = try vault.logStatus(as: session) }
    }
  }

  private func growing(_ desk: Desk) throws -> Data? {
    try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT hashes FROM audit_tile WHERE level=1 AND n=0")
    }
  }

  @Test func itHoldsTheRootsOfTheFullTiles() throws {
    let desk = try Desk()
    try fill(desk, to: 520)
    let bytes = try #require(try growing(desk))
    let leaves = try desk.inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx LIMIT 512")
    }.map { Tree.leafHash([UInt8]($0)) }
    let roots = [Tree.root(of: leaves[..<256]), Tree.root(of: leaves[256..<512])]
    #expect([UInt8](bytes) == Tiles.encoded(roots))
    #expect(try desk.verify().findings == [])
  }

  /// As in a vault of an earlier program: a proof is built from below, and the next full tile mends it.
  @Test func whereItIsMissingItIsMadeAnew() throws {
    let desk = try Desk()
    try fill(desk, to: 300)
    try desk.tamper(sql: "DELETE FROM audit_tile WHERE level=1")
    #expect(try desk.verify().findings == [])
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    try fill(desk, to: 520)
    #expect(try growing(desk)?.count == 64)
    #expect(try desk.verify().findings == [])
  }
}
