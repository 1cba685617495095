import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// Who left a case: old keys, old files and today's custody open nothing, and nothing new is theirs.
@Suite struct LeaverTests {
  private typealias Table = TestTable

  /// Whether a member's keys open any class key of a case, the policy left out.
  private func opensAnything(
    _ desk: Desk, _ handle: String, _ id: CaseID
  ) throws -> Bool {
    let vault = try desk.vault(handle)
    let session = try vault.unlock(
      handle, bundleKey: desk.bundleKey(handle), sid: "0123456789abcdef")
    let keyring = session.keyring
    return try vault.store.look { tx throws(VaultError) in
      guard let file = try tx.file(id) else { throw .noSuchCase }
      keyring.beginCase()
      guard
        let keys = try? CaseKeys(
          file, for: [keyring.principal], keyring: keyring, custody: vault.custody, tx)
      else { return false }
      return FieldClass.keyed.contains { !keys.versions(of: $0.rawValue).isEmpty }
    }
  }

  @Test func afterTheHandOverIntakeOpensNothing() throws {
    let desk = try Desk()
    #expect(try opensAnything(desk, "intake", desk.fresh))
    let kept = desk.folder + "/kept.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: kept)
    try desk.act("lead") { vault, session in
      _ = try vault.assign("second", to: desk.fresh, owner: true, as: session)
    }
    #expect(try !opensAnything(desk, "intake", desk.fresh))
    #expect(throws: VaultError.self) { try desk.read("intake", [Table.name], of: desk.fresh) }
    #expect(try desk.entries().last?.why == .notAssigned)
    #expect(try desk.read("second", [Table.name], of: desk.fresh).count == 1)
    // With the records of before and the custody of today. (The pin would refuse first.)
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: kept, toPath: desk.records)
    try FileManager.default.removeItem(atPath: desk.pins("intake"))
    #expect(try !opensAnything(desk, "intake", desk.fresh))
  }

  @Test func theUnassignedOpenNothing() throws {
    let desk = try Desk()
    #expect(try opensAnything(desk, "health", desk.shared))
    let kept = desk.folder + "/kept.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: kept)
    try desk.act("duty") { vault, session in
      _ = try vault.unassign("health", from: desk.shared, as: session)
    }
    #expect(try !opensAnything(desk, "health", desk.shared))
    // The others go on.
    #expect(try desk.read("social", [Table.story], of: desk.shared).count == 1)
    try FileManager.default.removeItem(atPath: desk.records)
    try FileManager.default.copyItem(atPath: kept, toPath: desk.records)
    try FileManager.default.removeItem(atPath: desk.pins("health"))
    #expect(try !opensAnything(desk, "health", desk.shared))
  }

  /// A duty officer takes back what a duty officer gives.
  @Test func dutyDoesNotEndASocialWorker() throws {
    let desk = try Desk()
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.role, entry: size)) {
      try desk.act("duty") { vault, session in
        try vault.unassign("social", from: desk.shared, as: session)
      }
    }
    #expect(try desk.read("social", [Table.name], of: desk.shared).count == 1)
  }

  /// Who copied custody earlier keeps what they opened then, and nothing that is written afterwards.
  @Test func dueKeysRotateAtTheNextWrite() throws {
    let desk = try Desk()
    let before = try versions(desk)
    let copied = desk.folder + "/custody-copied.db"
    try FileManager.default.copyItem(atPath: desk.custody, toPath: copied)
    try desk.act("lead") { vault, session in
      _ = try vault.unassign("social", from: desk.shared, as: session)
    }
    try desk.write("lead", Table.story, "sau đó", to: desk.shared)
    let after = try versions(desk)
    #expect(after[.sensitive] == (before[.sensitive] ?? 0) + 1)
    #expect(after[.identity] == before[.identity])
    let mine = try wrapped(desk, .sensitive, version: after[.sensitive] ?? 0)
    #expect(!mine.contains(try identifier("social", desk)))
    #expect(mine.count == 2, "the epochs of lead and recovery")
    #expect(try desk.read("lead", [Table.story], of: desk.shared)[Table.story] == .text("sau đó"))
    #expect(try desk.verify().findings == [])
    // The leaver's client, with the keys it may still have: the pack is gone under every custody.
    try FileManager.default.removeItem(atPath: desk.custody)
    try FileManager.default.copyItem(atPath: copied, toPath: desk.custody)
    #expect(try !opensAnything(desk, "social", desk.shared))
  }

  private func versions(_ desk: Desk) throws -> [FieldClass: Int] {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect { db in
      var found: [FieldClass: Int] = [:]
      for row in try Row.fetchAll(
        db, sql: "SELECT class,max(version) FROM class_key WHERE file=? GROUP BY class",
        arguments: [file])
      {
        if let fieldClass = FieldClass(rawValue: row[0]) { found[fieldClass] = row[1] }
      }
      return found
    }
  }

  private func identifier(_ handle: String, _ desk: Desk) throws -> Identifier {
    let key = try desk.memberKey(handle)
    let bytes = try desk.inspect { db in
      try Data.fetchOne(db, sql: "SELECT id FROM member WHERE key=?", arguments: [key])
    }
    let raw = try #require(bytes)
    return try #require(Identifier([UInt8](raw)))
  }

  /// Whom the grant list of a version names.
  private func wrapped(
    _ desk: Desk, _ fieldClass: FieldClass, version: Int
  ) throws -> [Identifier] {
    let file = try desk.key(of: desk.shared)
    let bytes = try desk.inspect { db in
      try Data.fetchOne(
        db,
        sql: """
          SELECT g.list FROM grant_list g JOIN class_key k ON g.file=k.file AND g.seq=k.seq \
          WHERE k.file=? AND k.class=? AND k.version=?
          """, arguments: [file, Int(fieldClass.rawValue), version])
    }
    let raw = try #require(bytes)
    let list = [UInt8](raw)
    return try GrantList(reading: list.span).entries
      .filter { $0.context.keyClass == fieldClass.rawValue }.map(\.context.principal.id)
  }
}
