import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Custody answers an act from one look: what is changed meanwhile is on disk at once all the same, and
/// no key is used that is not in force.
@Suite struct CustodyLookTests {
  private func generation(_ desk: Desk) throws -> Int {
    try desk.inspect(desk.custody) { db in
      try Int.fetchOne(db, sql: "SELECT generation FROM custody") ?? -1
    }
  }

  @Test func aChangeWithinALookIsCommittedAtOnce() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    let file = try desk.key(of: desk.shared)
    let next = try generation(desk) + 1
    try vault.custody.looking { () throws(VaultError) in
      let newest = try vault.custody.newestNumber(of: file) ?? 0
      var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
      try vault.custody.keepOuter(arena.makeRandom(), in: arena, file: file, number: newest + 1)
      try vault.custody.destroy(
        [.init(id: 0, generation: next, file: file, below: newest + 1)])
      // Another connection sees it before the look ends,
      #expect((try? generation(desk)) == next)
      // and so does the look itself.
      #expect(try vault.custody.newestNumber(of: file) == newest + 1)
      #expect(throws: VaultError.keyMissing) {
        try vault.custody.withOuterKey(of: file, number: newest) { _, _ in }
      }
    }
    #expect(try generation(desk) == next)
  }

  @Test func aLookOutlivesAChangeThatFails() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    let file = try desk.key(of: desk.shared)
    try vault.custody.looking { () throws(VaultError) in
      let newest = try vault.custody.newestNumber(of: file)
      #expect(throws: VaultError.readOnly) {
        try vault.custody.adding { additions throws(VaultError) in
          var arena = try VaultError.sealing { () throws(SealingError) in
            try KeyArena(capacity: 1)
          }
          try additions.keep(outer: arena.makeRandom(), in: arena, file: file, number: 900)
          throw VaultError.readOnly
        }
      }
      #expect(try vault.custody.newestNumber(of: file) == newest)
    }
    // And afterwards custody answers and takes as before.
    #expect(try desk.read("lead", [TestTable.name], of: desk.shared).count == 1)
    _ = try vault.custody.adding { _ throws(VaultError) in }
  }

  @Test func aLookLocksNobodyOutAfterwards() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    #expect(throws: VaultError.locked) {
      try vault.custody.looking { () throws(VaultError) in
        _ = try vault.custody.newestNumber(of: 1)
        throw .locked
      }
    }
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "UPDATE custody SET generation=generation")
    }
    #expect(try vault.custody.newestNumber(of: 1) != nil)
  }

  /// The pseudonym and the keys are those that a look of their own gives.
  @Test func lentKeysAreTheRightOnes() throws {
    let desk = try Desk()
    let vault = try desk.vault("lead")
    let keys = (try desk.key(of: desk.shared), try desk.key(of: desk.fresh))
    var arena = try KeyArena(capacity: 4)
    let expected = Pseudonym.ofCase(
      try vault.custody.recordKey(of: keys.0, id: desk.shared, into: &arena), in: arena)
    #expect(try vault.custody.pseudonym(of: keys.0, id: desk.shared) == expected)
    #expect(try vault.custody.pseudonym(of: keys.1, id: desk.fresh) != expected)
    let number = try #require(try vault.custody.newestNumber(of: keys.0))
    let message: [UInt8] = [1, 2, 3]
    let handle = try vault.custody.outerKey(of: keys.0, number: number, into: &arena)
    let known = KeyedHash.hmacSHA256(message, key: handle, in: arena)
    let lent = try vault.custody.withOuterKey(of: keys.0, number: number) { key, arena in
      KeyedHash.hmacSHA256(message, key: key, in: arena)
    }
    #expect(lent == known)
    #expect(throws: VaultError.keyMissing) {
      try vault.custody.pseudonym(of: keys.0, id: desk.fresh)
    }
  }

  /// The key that signs heads is kept only as long as the log says that it is the one.
  @Test func aLogKeyThatIsNotInForceIsReadAnew() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, _ in
      let stated = try #require(vault.ledger.logKey)
      func key(_ inForce: VerifyingKey?) throws -> VerifyingKey {
        try vault.custody.withLogKey(inForce: inForce) { key throws(VaultError) in key.publicKey }
      }
      #expect(try key(stated) == stated)
      try desk.tamper(desk.custody) { db in
        try db.execute(
          sql: "UPDATE custody SET log_seed=?", arguments: [Data(repeating: 5, count: 32)])
      }
      // Still the one that the log names: there is nothing to read.
      #expect(try key(stated) == stated)
      let other = try key(nil)
      #expect(other != stated)
      #expect(try key(other) == other)
      // Not the one that the log names: custody is asked, which knows no better.
      #expect(try key(stated) == other)
    }
  }
}
