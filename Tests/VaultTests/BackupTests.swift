import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// A backup is made while others work, is read back before it is called one, and is an entry before it is
/// anything.
@Suite struct BackupTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func itIsStatedBeforeAndAfter() throws {
    let size = try desk.entries().count
    let made = try desk.backUp()
    let entries = try desk.entries()
    let stated = entries[size...].filter { $0.act == Act.vaultBackup }
    #expect(stated.map(\.kind) == ["records", "custody", "records", "custody"])
    #expect(stated.allSatisfy { $0.out == .ok && $0.role == "admin" })
    #expect(stated.prefix(2).allSatisfy { $0.sum == nil })
    #expect(stated.suffix(2).map(\.ref) == stated.prefix(2).map(\.seq))
    // The copy has the entries that announce it, and not those that say that it is made.
    #expect(made.entries == stated[stated.startIndex + 1].seq + 1)
    for (file, entry) in zip(made.files, stated.suffix(2)) {
      let bytes = try Data(contentsOf: URL(filePath: desk.backupPath(file.kind)))
      #expect(Digest.of([UInt8](bytes)) == entry.sum && file.count == bytes.count)
      #expect(file.digest == entry.sum?.hex && file.entry == entry.seq)
      #expect(try mode(desk.backupPath(file.kind)) == 0o600)
    }
    let status = try desk.act("lead") { vault, session in try vault.status(as: session) }
    #expect(status.backups.map(\.entry) == made.files.map(\.entry))
    #expect(try desk.verify().findings == [])
  }

  @Test func theFileIsAsThePageSays() throws {
    let made = try desk.backUp()
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: desk.backupPath(.records))))
    #expect(bytes.starts(with: Array("safekeep-backup/v1".utf8) + [0, 0]))
    var reader = ByteReader(bytes.dropFirst(20))
    let first = reader.prefixed()
    let note = try SignedNote(parsing: try #require(first))
    let second = reader.prefixed()
    let checkpoint = try #require(second)
    let lines = String(decoding: note.text, as: UTF8.self).split(separator: "\n").map(String.init)
    let content = bytes.suffix(try #require(Int(lines[8])))
    #expect(lines.count == 10 && lines[0] == "safekeep-backup/v1" && lines[2] == "records")
    #expect(lines[1] == (try desk.vault("lead").origin))
    #expect(lines[3] == "6" && Int(lines[4]) == made.entries && Int(lines[6]) == made.generation)
    #expect(lines[5] == Data(Digest.of(checkpoint).bytes).base64EncodedString())
    #expect(lines[9] == Data(Digest.of(Array(content)).bytes).base64EncodedString())
    #expect(content.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(20 + 8 + note.bytes.count + checkpoint.count + content.count == bytes.count)
    #expect(String(decoding: checkpoint, as: UTF8.self) == made.checkpoint)
  }

  /// What a thief of the file finds: nothing of custody is in the backup of the records.
  @Test func theRecordsHoldNoKeyOfCustody() throws {
    try desk.backUp()
    let secrets = try desk.inspect(desk.custody) { db in
      try Data.fetchAll(db, sql: "SELECT key FROM kk UNION ALL SELECT key FROM rec")
    }
    let (records, custody) = (
      try Data(contentsOf: URL(filePath: desk.backupPath(.records))),
      try Data(contentsOf: URL(filePath: desk.backupPath(.custody)))
    )
    #expect(secrets.count > 4)
    #expect(secrets.allSatisfy { records.range(of: $0) == nil })
    #expect(secrets.allSatisfy { custody.range(of: $0) != nil })
  }

  /// What is copied is what is there: where a key is not the one that it was, an older copy of custody may be all that
  /// has it.
  @Test func aDamagedVaultIsNoReasonToDestroyOlderCopies() throws {
    #expect(try desk.backUp().ailments == 0)
    let file = try desk.key(of: desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "UPDATE kk SET key=randomblob(32) WHERE file=?", arguments: [file])
    }
    #expect(try desk.backUp([.custody], "2").ailments == 1)
    // Of the records alone nothing is destroyed.
    #expect(try desk.backUp([.records], "3").ailments == 0)
  }

  @Test func nobodyElseMay() throws {
    for handle in ["lead", "auditor", "social", "trustee", "duty"] {
      try desk.expectRefused(.role, Act.vaultBackup) { try desk.backUp(by: handle) }
    }
    #expect(!FileManager.default.fileExists(atPath: desk.backupPath(.records)))
  }

  @Test func nothingIsWrittenOver() throws {
    try desk.backUp()
    let before = try Data(contentsOf: URL(filePath: desk.backupPath(.custody)))
    let size = try desk.entries().count
    #expect(throws: VaultError.backup(.exists)) { try desk.backUp([.custody]) }
    #expect(try Data(contentsOf: URL(filePath: desk.backupPath(.custody))) == before)
    // Refused before anything was copied or stated.
    #expect(try desk.entries().count == size)
    #expect(throws: VaultError.backup(.unwritable)) {
      try desk.act("admin") { vault, session in
        _ = try vault.backUp(to: [.records: desk.folder + "/none/r"], as: session)
      }
    }
  }

  /// A vault whose log does not verify has no backup, and the entry says that it came to nothing.
  @Test func ofADamagedLogThereIsNone() throws {
    try desk.tamperLog { db in
      try db.execute(
        sql:
          "UPDATE audit_leaf SET leaf=CAST(replace(CAST(leaf AS TEXT),'\"t\":1','\"t\":2') AS BLOB) WHERE idx=20"
      )
    }
    let size = try desk.entries().count
    #expect(throws: VaultError.self) { try desk.backUp() }
    let failed = try desk.entries()[size...].filter { $0.out == .failed }
    #expect(failed.map(\.kind) == ["records", "custody"])
    #expect(failed.allSatisfy { $0.act == Act.vaultBackup && $0.why == .state && $0.ref != nil })
    #expect(!FileManager.default.fileExists(atPath: desk.backupPath(.records)))
    try desk.expectNothingRestored()
  }

  /// Everybody works on while copies are made; each copy is of one moment and proves itself.
  @Test func othersWorkMeanwhile() throws {
    let writer = Thread { [desk] in
      for round in 0..<40 {
        _ = try? desk.write("social", TestTable.phone, "+84\(round)", to: desk.shared)
      }
    }
    writer.start()
    var names: [String] = []
    while !writer.isFinished {
      names.append("-\(names.count)")
      try desk.backUp(BackupKind.allCases, names[names.count - 1])
    }
    #expect(names.count > 2)
    try desk.forgetPins()
    for name in names {
      let restored = try desk.restore(desk.plan(name))
      #expect(restored.gaps == 0 && restored.findings == 0)
      try FileManager.default.removeItem(atPath: desk.restoredPath)
    }
  }

  /// Where SQLite begins again and again, the copy is made in one piece.
  @Test func aCopyThatNeverEnds() throws {
    let path = desk.folder + "/copy.db"
    let store = try Store(opening: desk.records)
    var rounds = 0
    let head = try store.copy(to: path) { _ in
      rounds += 1
      guard rounds < 30 else { return }
      try? desk.tamper(
        sql: "UPDATE audit_inbox SET t=t+1; INSERT INTO audit_inbox(t,what) VALUES(1,x'00')")
    } beside: { tx throws(VaultError) in
      try tx.head()
    }
    #expect(try SQLiteCopy.head(in: path) == head)
    #expect(try SQLiteCopy.isSound(path))
  }

  // MARK: Copies while others write

  /// Somebody wrote between the last piece and the look: the copy is of one moment all the same.
  @Test(arguments: [false, true]) func aCopyIsOfOneMoment(_ isLarge: Bool) throws {
    if isLarge {
      // Of more than one piece, which begins again whenever somebody writes.
      try desk.tamper(sql: "INSERT INTO audit_inbox(t,what) VALUES(1,zeroblob(9000000))")
    }
    let place = desk.folder + "/copied.db"
    var writes = 0
    let head = try Store(opening: desk.records, isExamined: true).copy(
      to: place,
      { done in
        // The copy in one piece, which is told of when it is done, keeps others waiting.
        guard isLarge ? done < 2_000 : writes == 0 else { return }
        writes += 1
        do { try desk.look("lead") } catch { Issue.record("\(error)") }
      }, beside: { tx throws(VaultError) in try tx.head() })
    #expect(isLarge ? writes > 3 : writes == 1)
    #expect(try SQLiteCopy.head(in: place) == head)
    #expect(try SQLiteCopy.isSound(place))
    let there = try desk.inspect(place) { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_leaf")
    }
    #expect(there == head?.size)
  }
}
