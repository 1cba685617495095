import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

extension Desk {
  @discardableResult
  func askErasure(
    of part: ErasedPart, by handle: String = "lead", of id: CaseID? = nil
  ) throws -> Int {
    try act(handle) { vault, session in
      var writing = CaseWriting(.erase)
      writing.second = .ask(
        subject: ErasureSubject("retention_ended", part).text, list: TestTable.pending)
      writing.kind = "retention_ended"
      return try vault.write(writing, to: id ?? shared, as: session).entry
    }
  }

  @discardableResult
  func erase(
    _ part: ErasedPart, of id: CaseID? = nil, by handle: String = "deputy"
  ) throws -> Erasure {
    try erase(id ?? shared, asked: askErasure(of: part, of: id), by: handle)
  }

  /// The act without what comes after it: the process died behind the commit.
  func eraseAndDie(_ part: ErasedPart) throws {
    let asked = AskedErasure(try askErasure(of: part), of: shared)
    try act("deputy") { vault, session in
      var place = 0
      _ = try vault.give([asked], waitingIn: TestTable.pending, at: &place, session)
    }
  }

  /// The kept versions of a field, over all records of a case; with copies, where they are asked for.
  func versions(
    _ field: FieldID, of id: CaseID? = nil, withCopies: Bool = false, in database: String? = nil
  ) throws -> [Int] {
    let file = try key(of: id ?? shared)
    return try inspect(database) { db in
      try Int.fetchAll(
        db,
        sql: """
          SELECT f.version FROM field f JOIN record r ON f.record=r.key \
          WHERE r.file=? AND f.id=? AND (r.entity<32768 OR ?) ORDER BY f.version
          """, arguments: [file, Int(field.rawValue), withCopies])
    }
  }

  /// Every sealed version of some fields, and the outer keys and packs of the case: what must be nowhere once
  /// they are erased.
  func secrets(of fields: [FieldID]) throws -> [Data] {
    let file = try key(of: shared)
    let sealed = try inspect { db in
      try fields.flatMap { field in
        try Data.fetchAll(
          db,
          sql:
            "SELECT blob FROM field WHERE id=? AND record IN (SELECT key FROM record WHERE file=?)",
          arguments: [Int(field.rawValue), file])
      }
        + Data.fetchAll(db, sql: "SELECT outer FROM pack WHERE file=?", arguments: [file])
    }
    let keys = try inspect(custody) { db in
      try Data.fetchAll(db, sql: "SELECT key FROM kk WHERE file=?", arguments: [file])
    }
    return (sealed + keys).map { $0.prefix(64) }
  }

  /// The versions of a class's key that somebody can still open.
  func keysHeld(_ handle: String, _ keyClass: UInt16) throws -> [UInt32] {
    try act(handle) { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<[UInt32]> in
        guard let file = try context.tx.file(shared) else { throw .noSuchCase }
        context.keyring.beginCase()
        let keys = try CaseKeys(
          file, for: context.principals(), keyring: context.keyring, custody: context.custody,
          context.tx)
        return .allowed(keys.versions(of: keyClass))
      }
    }
  }
}
