import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

extension Desk {
  /// The entry that asks for a case to be erased.
  @discardableResult
  func askErasure(of id: CaseID, by handle: String = "lead") throws -> Int {
    try act(handle) { vault, session in
      var writing = CaseWriting(.erase)
      writing.second = .ask(subject: "retention_ended", list: TestTable.pending)
      writing.kind = "retention_ended"
      return try vault.write(writing, to: id, as: session).entry
    }
  }

  @discardableResult
  func erase(_ id: CaseID, asked: Int, by handle: String = "deputy") throws -> Erasure {
    try act(handle) { vault, session in
      try vault.erase(AskedErasure(asked, of: id), waitingIn: TestTable.pending, as: session)
    }
  }

  /// Asked by one lead and given by the other.
  @discardableResult
  func erase(_ id: CaseID) throws -> Erasure { try erase(id, asked: askErasure(of: id)) }

  /// The act without what comes after it: the process died behind the commit.
  func eraseAndDie(_ ids: [CaseID]) throws {
    let asked = try ids.map { AskedErasure(try askErasure(of: $0), of: $0) }
    try act("deputy") { vault, session in
      var place = 0
      _ = try vault.give(asked, waitingIn: TestTable.pending, at: &place, session)
    }
  }

  func eraseAndDie(_ id: CaseID) throws { try eraseAndDie([id]) }

  /// Several given together, and looked for.
  @discardableResult
  func erase(
    _ asked: [AskedErasure], by handle: String = "deputy", at place: inout Int
  ) throws -> [Erasure] {
    let search = ErasureSearch()
    return try act(handle) { vault, session in
      let done = try vault.erase(
        asked, waitingIn: TestTable.pending, searching: search, at: &place, as: session)
      try vault.finish(search, as: session)
      return done
    }
  }

  /// Custody destroys what is to be destroyed, and nobody looks.
  func sweepAndDie() throws {
    let vault = try Vault(opening: path, pins: pins("lead"), now: clock.now)
    try vault.store.transaction { tx throws(VaultError) in
      try vault.custody.looking { () throws(VaultError) in
        try vault.catchUp(tx)
        try vault.finishPending(tx)
      }
    }
  }

  /// What unlocking somebody finishes.
  func finish(_ handle: String) throws -> [FinishedErasure] {
    try act(handle) { _, session in session.finished }
  }

  /// Rows of a table of either file that name a case by its row.
  func rows(of file: Int, in table: String, of database: String? = nil) throws -> Int {
    let column = table == "file" ? "key" : "file"
    return try inspect(database) { db in
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM \(table) WHERE \(column)=?", arguments: [file]) ?? 0
    }
  }

  /// The beginning of everything sealed or secret that is stored of a case: what is longer, SQLite may lay
  /// over several pages.
  func secrets(of id: CaseID) throws -> [Data] {
    let file = try key(of: id)
    let sealed = try inspect { db in
      try Data.fetchAll(
        db,
        sql: """
          SELECT outer FROM pack WHERE file=:f UNION ALL SELECT operations FROM file WHERE key=:f \
          UNION ALL SELECT blob FROM field WHERE record IN (SELECT key FROM record WHERE file=:f) \
          UNION ALL SELECT list FROM grant_list WHERE file=:f \
          UNION ALL SELECT sealed FROM draft WHERE file=:f
          """, arguments: ["f": file])
    }
    let keys = try inspect(custody) { db in
      try Data.fetchAll(
        db, sql: "SELECT key FROM kk WHERE file=:f UNION ALL SELECT key FROM rec WHERE file=:f",
        arguments: ["f": file])
    }
    return (sealed + keys).map { $0.prefix(64) }
  }

  /// All files at one moment: read twice until nothing moved in between.
  func freeze(to folder: String) throws -> Bool {
    let names = ["custody.db", "custody.db-journal", "records.db", "records.db-journal"]
    func now() -> [Data?] {
      names.map { FileManager.default.contents(atPath: path + "/" + $0) }
    }
    let first = now()
    guard first == now() else { return false }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, data) in zip(names, first) {
      try data?.write(to: URL(filePath: folder + "/" + name))
    }
    return true
  }

  /// What the fields of a kind of record are sealed in.
  func blobs(of entity: UInt16, _ field: FieldID? = nil) throws -> [Data] {
    let record = try record(entity, of: shared)
    return try inspect { db in
      try Data.fetchAll(
        db, sql: "SELECT blob FROM field WHERE record=? AND (id=? OR ? IS NULL)",
        arguments: [record, field?.rawValue, field?.rawValue])
    }
  }

  /// Leaves bytes in pages that are free and were not cleared: in more than the next act takes into use.
  func forget(_ bytes: Data) throws {
    try tamper { db in
      try db.execute(sql: "PRAGMA secure_delete=OFF")
      try db.execute(
        sql: """
          CREATE TABLE t(x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<90) \
          INSERT INTO t SELECT zeroblob(9000) || ? FROM n; DROP TABLE t
          """, arguments: [bytes])
    }
  }

  /// Every byte of the vault's directory, one file after another.
  func everyByte() throws -> [Data] {
    try FileManager.default.contentsOfDirectory(atPath: path).map {
      try Data(contentsOf: URL(filePath: path + "/" + $0))
    }
  }
}
