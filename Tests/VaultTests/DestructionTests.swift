import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// The destruction of a case: it is finished whatever happens in between, and nobody can have custody
/// destroy what no entry says.
@Suite struct DestructionTests {
  private func destroy(_ desk: Desk, _ id: CaseID) throws {
    try desk.act("lead") { vault, session in
      _ = try vault.act(as: session) { context throws(VaultError) -> Ruling<Int> in
        guard let file = try context.tx.file(id) else { throw .noSuchCase }
        context.keyring.beginCase()
        return .allowed(try CaseDestruction(context: context, file: file).destroy())
      }
    }
  }

  private func keys(_ desk: Desk, of file: Int) throws -> Int {
    try desk.inspect(desk.custody) { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM kk WHERE file=?", arguments: [file]) ?? 0
    }
  }

  /// The process dies after the commit, before custody: whoever takes the lock next goes on.
  @Test func itIsFinishedByTheNext() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try destroy(desk, desk.shared)
    #expect(try keys(desk, of: file) == 1)
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    #expect(try keys(desk, of: file) == 0)
    #expect(
      try desk.inspect { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pending") } == 0)
    #expect(try desk.verify().findings == [])
  }

  /// It dies between custody and the records: the row says it again, and nothing is left to destroy.
  @Test func itIsFinishedTwice() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try destroy(desk, desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
    }
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    #expect(try desk.verify().findings == [])
  }

  /// A row of `pending` planted for a case that nobody destroyed.
  @Test(arguments: [3, 1 << 31]) func plantedRows(_ below: Int) throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(
      sql: "INSERT INTO pending(gen,file,below) VALUES(0,?,?)", [file, below])
    #expect(throws: VaultError.pendingAltered) {
      try desk.read("lead", [TestTable.name], of: desk.fresh)
    }
    #expect(try keys(desk, of: file) > 0)
    #expect(try Vault.examine(desk.path).findings.map(\.code) == ["pending.row"])
  }

  /// The row emptied by hand, so that it looks like a destroyed one.
  @Test func aRowEmptiedByHand() throws {
    let desk = try Desk()
    let file = try desk.key(of: desk.shared)
    try desk.tamper(sql: "UPDATE file SET operations=x'' WHERE key=?", [file])
    try desk.tamper(sql: "INSERT INTO pending(gen,file,below) VALUES(0,?,9)", [file])
    #expect(throws: VaultError.pendingAltered) {
      try desk.read("lead", [TestTable.name], of: desk.fresh)
    }
    #expect(try keys(desk, of: file) > 0)
    let codes = try Vault.examine(desk.path).findings.map(\.code)
    #expect(codes.contains("case.altered"))
  }

  // MARK: What verifying sees

  @Test func whatIsPutBackIsSeen() throws {
    let desk = try Desk()
    let (file, old) = (try desk.key(of: desk.shared), desk.folder + "/old")
    try FileManager.default.copyItem(atPath: desk.records, toPath: old)
    let kept = try desk.inspect(desk.custody) { db in
      try Data.fetchOne(db, sql: "SELECT key FROM kk WHERE file=?", arguments: [file])
    }
    try destroy(desk, desk.shared)
    try desk.read("lead", [TestTable.name], of: desk.fresh)
    #expect(try desk.verify().findings == [])
    // Its key.
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk(file,number,key) VALUES(?,1,?)", arguments: [file, kept])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.key"])
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "DELETE FROM kk WHERE file=?", arguments: [file])
    }
    // Its pack.
    try desk.tamper { db in
      try db.execute(sql: "ATTACH ? AS old", arguments: [old])
      try db.execute(
        sql: "INSERT INTO pack SELECT * FROM old.pack WHERE file=?", arguments: [file])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.altered"])
    try desk.tamper(sql: "DELETE FROM pack WHERE file=?", [file])
    // Its row.
    try desk.tamper { db in
      try db.execute(sql: "ATTACH ? AS old", arguments: [old])
      try db.execute(
        sql: "UPDATE file SET operations=(SELECT operations FROM old.file WHERE key=?) WHERE key=?",
        arguments: [file, file])
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.older"])
    try desk.tamper(sql: "UPDATE file SET operations=x'' WHERE key=?", [file])
    // And taken away for good.
    try desk.tamper(sql: "UPDATE file SET seq=seq-1 WHERE key=?", [file])
    #expect(try desk.verify().findings.map(\.code) == ["case.row"])
    try desk.tamper(sql: "DELETE FROM file WHERE key=?", [file])
    #expect(try desk.verify().findings.map(\.code) == ["case.missing"])
  }

  /// Roles that come later owe a destroyed case nothing, wherever it stands among the others.
  @Test func aRoleThatComesLater() throws {
    let desk = try Desk()
    try destroy(desk, desk.fresh)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    #expect(try desk.verify().findings == [])
  }
}
