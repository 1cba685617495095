import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Proofs from remembered hashes: the same as without, never from an act that was undone, and never in
/// place of looking at the row.
@Suite struct ProofTests {
  /// Every entry, while the log grows past a full tile, forwards and backwards.
  @Test func everyEntryIsProvenWhileTheLogGrows() throws {
    let desk = try Desk()
    try desk.act("auditor") { vault, session in
      for goal in [60, 255, 256, 257, 300] {
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          while vault.ledger.frontier.size < goal { try context.append(Act.auditSearch) }
          return .allowed(())
        }
        try vault.store.look { tx throws(VaultError) in
          for seq in (0..<goal).reversed() {
            #expect(try vault.ledger.provenEntry(seq, in: tx).seq == seq)
          }
        }
      }
    }
    #expect(try desk.verify().findings == [])
  }

  /// What stood at a place in an act that failed must not stand in a later proof.
  @Test func anUndoneActLeavesNoHashes() throws {
    let desk = try Desk()
    try desk.act("auditor") { vault, session in
      let size = vault.ledger.frontier.size
      #expect(throws: VaultError.readOnly) {
        try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
          for _ in 0..<20 { try context.append(Act.auditVerify) }
          for seq in 0..<size + 20 { _ = try vault.ledger.provenEntry(seq, in: context.tx) }
          throw VaultError.readOnly
        }
      }
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        for _ in 0..<20 { try context.append(Act.auditSearch) }
        for seq in size..<size + 20 {
          #expect(try vault.ledger.provenEntry(seq, in: context.tx).act == Act.auditSearch)
        }
        return .allowed(())
      }
    }
  }

  /// The row itself is read and hashed each time; only its neighbours' hashes are remembered.
  @Test func aRowChangedBetweenTwoProofsIsRefused() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, session in
      let seq = 5
      func prove() throws -> Entry {
        try vault.store.look { tx throws(VaultError) in
          try vault.ledger.provenEntry(seq, in: tx)
        }
      }
      let entry = try prove()
      let bytes = try desk.inspect { db in
        try #require(
          try Data.fetchOne(db, sql: "SELECT leaf FROM audit_leaf WHERE idx=?", arguments: [seq]))
      }
      func put(_ leaf: Data) throws {
        try desk.tamperLog { db in
          try db.execute(
            sql: "UPDATE audit_leaf SET leaf=? WHERE idx=?", arguments: [leaf, seq])
        }
      }
      try put(bytes + Data([10]))
      #expect(throws: VaultError.logBroken(at: seq)) { try prove() }
      try put(bytes)
      #expect(try prove() == entry)
    }
  }

  /// A stored hash that is wrong spoils the proof and not the memory: the file mended, the same process
  /// goes on.
  @Test func aWrongNeighbourIsNotRemembered() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, _ in
      func prove(_ seq: Int) throws {
        _ = try vault.store.look { tx throws(VaultError) in
          try vault.ledger.provenEntry(seq, in: tx)
        }
      }
      let hash = try desk.inspect { db in
        try #require(try Data.fetchOne(db, sql: "SELECT hash FROM audit_leaf WHERE idx=6"))
      }
      func put(_ hash: Data) throws {
        try desk.tamperLog { db in
          try db.execute(sql: "UPDATE audit_leaf SET hash=? WHERE idx=6", arguments: [hash])
        }
      }
      try put(Data(repeating: 1, count: 32))
      // The one whose hash it is, not the one that was to be proven.
      #expect(throws: VaultError.logBroken(at: 6)) { try prove(7) }
      try put(hash)
      try prove(7)
    }
  }

  /// A row that is gone is a gap and not the next row's hash.
  @Test func aMissingRowIsAGap() throws {
    let desk = try Desk()
    try desk.act("lead") { vault, _ in
      try desk.tamperLog { db in try db.execute(sql: "DELETE FROM audit_leaf WHERE idx=6") }
      try vault.store.look { tx throws(VaultError) in
        #expect(throws: VaultError.logBroken(at: 6)) { try tx.leafHashes(from: 0, below: 9) }
        #expect(try tx.leafHashes(from: 0, below: 6).count == 6)
        #expect(try tx.leafHashes(from: 4, below: 4) == [])
      }
    }
  }
}
