import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A copy of one vault with everybody in it, for a test to use up. The vault is made once a run, and
/// its members unlock with their bundle keys: stretching passphrases is what costs the time.
final class Desk: @unchecked Sendable {
  let folder: String
  let clock = TestClock()
  /// A case that only intake has touched, and one that social and health have been given.
  let fresh: CaseID
  let shared: CaseID
  private let bundleKeys: [String: [UInt8]]
  private let office: TestOffice

  static let crew =
    TestOffice.crew + [
      ("second", .socialWorker), ("figures", .statistician), ("police", .police),
      ("legal", .legalAid), ("deputy", .lead), ("trustee", .trustee), ("night", .duty),
    ]
  static let everyone: [(handle: String, role: Role)] =
    crew + [("lead", .lead), ("admin", .admin)]

  /// What every copy is made from.
  private struct Pattern: @unchecked Sendable {
    let office: TestOffice
    let fresh: CaseID
    let shared: CaseID
    let bundleKeys: [String: [UInt8]]
  }

  private static let pattern = Result { try makePattern(crew) }
  private static let sharedPattern = Result { try makePattern(crew + trustees) }
  private static let otherPattern = Result { try makePattern(TestOffice.crew) }

  private static func makePattern(_ crew: [(handle: String, role: Role)]) throws -> Pattern {
    let office = try TestOffice(crew: crew)
    let fresh = try office.openCase("ABCDEFGHJ")
    let shared = try office.openCase("BBCDEFGHK")
    try office.act("lead") { vault, session in
      _ = try vault.assign("social", to: shared, owner: true, as: session)
    }
    try office.act("duty") { vault, session in
      _ = try vault.assign("health", to: shared, owner: false, as: session)
      // A second duty officer has the key of the duty from the first.
      if crew.contains(where: { $0.handle == "night" }) {
        _ = try vault.admit("night", by: session)
      }
    }
    var keys: [String: [UInt8]] = [:]
    for member in crew + [("lead", .lead), ("admin", .admin)] {
      try office.act(member.handle) { _, session in
        keys[member.handle] = try session.keyring.withBundleKey { span throws(VaultError) in
          span.indices.map { span[$0] }
        }
      }
    }
    return Pattern(office: office, fresh: fresh, shared: shared, bundleKeys: keys)
  }

  /// With one trustee of the crew there are four: a new recovery seed is shared among the first three.
  static let trustees: [(handle: String, role: Role)] = [
    ("trustee2", .trustee), ("trustee3", .trustee), ("trustee4", .trustee),
  ]

  /// - Parameters:
  ///   - isOther: of another vault than the first: the office next door.
  ///   - hasTrustees: with four of them.
  init(isOther: Bool = false, hasTrustees: Bool = false) throws {
    let pattern = try
      (isOther ? Self.otherPattern : hasTrustees ? Self.sharedPattern : Self.pattern).get()
    office = pattern.office
    folder = NSTemporaryDirectory() + "safekeep-desk-" + UUID().uuidString
    try FileManager.default.copyItem(atPath: pattern.office.folder, toPath: folder)
    (fresh, shared, bundleKeys) = (pattern.fresh, pattern.shared, pattern.bundleKeys)
    clock.move(by: 60_000)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The sheets that were put away: of the root seed and of the first recovery seed.
  var sheets: (root: String, recovery: String) { (office.rootSeed, office.recoverySeed) }

  // MARK: Acting

  var path: String { folder + "/vault" }
  var records: String { path + "/records.db" }
  var custody: String { path + "/custody.db" }

  func pins(_ handle: String) -> String { folder + "/pins-" + handle }

  func vault(_ handle: String) throws -> Vault {
    try Vault(opening: path, pins: pins(handle), now: clock.now)
  }

  func bundleKey(_ handle: String) throws -> SecretBytes {
    let bytes = try #require(bundleKeys[handle])
    return try SecretBytes(capacity: 32) { out in for byte in bytes { out.append(byte) } }
  }

  @discardableResult
  func act<Result>(
    _ handle: String, passingOverPlanted: Bool = false,
    _ body: (Vault, borrowing Session) throws -> Result
  ) throws -> Result {
    let vault = try vault(handle)
    vault.passesOverPlanted = passingOverPlanted
    let session = try vault.unlock(
      handle, bundleKey: bundleKey(handle), sid: "0123456789abcdef")
    return try body(vault, session)
  }

  @discardableResult
  func read(
    _ handle: String, _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose? = .careManagement
  ) throws -> [FieldID: FieldValue] {
    try act(handle) { vault, session in
      let seen = try vault.read(fields, of: id, for: purpose, as: session)
      return seen.records.reduce(into: seen.operations) { $0.merge($1.fields) { $1 } }
    }
  }

  /// Writes one text field into its one record.
  @discardableResult
  func write(_ handle: String, _ field: FieldID, _ text: String, to id: CaseID) throws -> Int {
    try act(handle) { vault, session in
      let entity = try #require(vault.fields[field]).entity
      let change = RecordChange(.sole, entity: entity, fields: [field: .text(text)])
      return try vault.write([change], to: id, as: session).entry
    }
  }

  @discardableResult
  func verify() throws -> LogVerdict {
    try act("auditor") { vault, session in try vault.verifyLog(as: session) }
  }

  // MARK: The files, by other hands

  /// Plain SQL on a closed file, past every check of ours.
  @discardableResult
  func tamper<Result>(
    _ file: String? = nil, _ body: (Database) throws -> Result
  ) throws -> Result {
    let queue = try DatabaseQueue(path: file ?? records)
    defer { try? queue.close() }
    return try queue.write { db in try body(db) }
  }

  func tamper(sql: String, _ arguments: StatementArguments = []) throws {
    try tamper { db in
      try db.execute(sql: sql, arguments: arguments)
      #expect(db.changesCount > 0, "tampering must change something")
    }
  }

  /// The same on the log, whose triggers stop mistakes: taken away and put back.
  func tamperLog(_ body: (Database) throws -> Void) throws {
    try tamper { db in
      let triggers = try String.fetchAll(
        db, sql: "SELECT sql FROM sqlite_schema WHERE type='trigger'")
      try db.execute(sql: "DROP TRIGGER audit_leaf_stays; DROP TRIGGER audit_leaf_same;")
      try body(db)
      for trigger in triggers { try db.execute(sql: trigger) }
    }
  }

  /// A look that takes no write lock.
  func inspect<Result>(
    _ file: String? = nil, _ body: (Database) throws -> Result
  ) throws -> Result {
    let queue = try DatabaseQueue(path: file ?? records)
    defer { try? queue.close() }
    return try queue.read { db in try body(db) }
  }

  func entries() throws -> [Entry] {
    try inspect { db in
      try Data.fetchAll(db, sql: "SELECT leaf FROM audit_leaf ORDER BY idx").map {
        try Leaf(parsing: [UInt8]($0)).entry
      }
    }
  }

  /// The row of a case, a record and a member.
  func key(of id: CaseID) throws -> Int {
    try inspect { db in
      try #require(
        try Int.fetchOne(
          db, sql: "SELECT key FROM file WHERE id=?", arguments: [Data(id.identifier.bytes)]))
    }
  }

  func record(_ entity: UInt16, of id: CaseID) throws -> Int {
    let file = try key(of: id)
    return try inspect { db in
      try #require(
        try Int.fetchOne(
          db, sql: "SELECT key FROM record WHERE file=? AND entity=?",
          arguments: [file, Int(entity)]))
    }
  }

  func memberKey(_ handle: String) throws -> Int {
    let id = try vault(handle).act(named: handle)
    return try inspect { db in
      try #require(
        try Int.fetchOne(
          db, sql: "SELECT key FROM member WHERE id=?", arguments: [Data(id.identifier.bytes)]))
    }
  }
}

extension Vault {
  /// A member's id, with the log read first.
  fileprivate func act(named handle: String) throws -> MemberID {
    try store.look { tx throws(VaultError) in try catchUp(tx) }
    return try member(named: handle)
  }
}
