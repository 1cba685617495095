import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What was destroyed after a backup is destroyed in what is restored, as far as it is there; and what custody has too much
/// of goes.
@Suite struct RestoredAgainTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func restore() throws -> Restored {
    try desk.restoreBeside(desk.plan { $0.acceptsRollback = true })
  }

  /// Into the place of the vault of today, with an auditor's word for it.
  private func goOn(_ restored: Restored) throws {
    try desk.moveIn()
    try desk.giveRestore(restored.acceptance)
    try desk.expectSound()
  }

  // MARK: Parts

  /// A class is erased with all that restricts what is in it, whose class keeps its keys.
  @Test func aClassThatRestrictionsAreRecordedIn() throws {
    try desk.restrict(Table.shelter, from: .lead)
    try desk.backUp()
    try desk.erase(.fieldClass(.support))
    let restored = try restore()
    #expect(restored.parts == 1 && restored.findings == 0)
    try goOn(restored)
  }

  /// Nothing of it was in the backup yet.
  @Test func aClassThatCameLater() throws {
    let id = try desk.act("intake") { vault, session in
      var opening = TestOffice.opening("CBCDEFGHL")
      opening.records.removeAll { $0.entity == Table.protection }
      return try vault.openCase(opening, as: session).id
    }
    try desk.act("lead") { vault, session in
      _ = try vault.assign("social", to: id, owner: true, as: session)
    }
    try desk.backUp()
    try desk.write("social", Table.shelter, "Nhà số 8", to: id)
    try desk.erase(.fieldClass(.safety), of: id)
    let restored = try restore()
    #expect(restored.parts == 0 && restored.findings == 0)
    try goOn(restored)
  }

  /// An entry that was recorded, and taken back, since.
  @Test func anEntryThatCameLater() throws {
    try desk.backUp()
    try desk.add(Table.story, "Của người khác")
    let asked = try desk.retract(Table.statement)
    try desk.erase(desk.shared, asked: asked)
    let restored = try restore()
    #expect(restored.parts == 0 && restored.findings == 0)
    try goOn(restored)
    #expect(try desk.read("lead", [Table.story], of: desk.shared).count == 1)
  }

  // MARK: Custody

  /// Two outer keys of a case: somebody was killed between custody's commit and the other file's.
  @Test func anOuterKeyTooMany() throws {
    let file = try desk.key(of: desk.shared)
    try desk.tamper(desk.custody) { db in
      try db.execute(
        sql: "INSERT INTO kk SELECT file,number+7,key FROM kk WHERE file=?", arguments: [file])
    }
    func numbers(_ custody: String) throws -> [Int] {
      try desk.inspect(custody) { db in
        try Int.fetchAll(
          db, sql: "SELECT number FROM kk WHERE file=? ORDER BY number", arguments: [file])
      }
    }
    let copy = desk.folder + "/custody-copy.db"
    try FileManager.default.copyItem(atPath: desk.custody, toPath: copy)
    let before = try numbers(copy)
    #expect(before.count == 2)
    try desk.backUp()
    try desk.forgetPins()
    let restored = try desk.restore(desk.plan { $0.custody = copy })
    #expect(try numbers(desk.restoredPath + "/custody.db") == [before[0]])
    try goOn(restored)
    #expect(try desk.read("social", [Table.name], of: desk.shared).count == 1)
  }

  /// A case was opened and erased after the custody that is brought, and its destruction waits in the records: there is
  /// nothing left to destroy.
  @Test func destructionOfWhatThisCustodyNeverHad() throws {
    try desk.backUp([.custody])
    let id = try desk.act("intake") { vault, session in
      try vault.openCase(TestOffice.opening("CBCDEFGHL"), as: session).id
    }
    try desk.eraseAndDie(id)
    let copy = desk.folder + "/records-copy.db"
    try FileManager.default.copyItem(atPath: desk.records, toPath: copy)
    let waiting = try desk.inspect(copy) { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM pending WHERE file>0")
    }
    #expect(waiting == 1)
    try desk.forgetPins()
    let restored = try desk.restore(
      desk.plan { ($0.records, $0.acceptsGaps) = (copy, true) })
    #expect(restored.cases == 2 && restored.gaps == 0 && restored.findings == 0)
    let left = try desk.inspect(desk.restoredPath + "/records.db") { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM pending")
    }
    #expect(left == 0)
  }

  // MARK: What is brought

  @Test func recordsOfAVaultSayWhichLogTheyAreOf() throws {
    let origin = try desk.vault("lead").origin
    for path in [desk.records, desk.path] { #expect(try Vault.origin(ofBackup: path) == origin) }
  }

  /// A head that the log of the backup signed, and that its entries did not make.
  @Test func aHeadOfAnotherPast() throws {
    let older = desk.folder + "/older"
    try FileManager.default.copyItem(atPath: desk.path, toPath: older)
    let head = try desk.act("lead") { vault, session in try vault.pin(into: nil, as: session) }
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.moveItem(atPath: older, toPath: desk.path)
    try desk.forgetPins()
    for _ in 0..<4 { try desk.write("social", Table.phone, "+85", to: desk.shared) }
    try desk.backUp()
    try desk.forgetPins()
    let thrown = #expect(throws: VaultError.self) {
      try desk.restore(desk.plan { ($0.heads, $0.acceptsRollback) = (head.file, true) })
    }
    guard case .splitView(_, head.size)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    try desk.expectNothingRestored()
  }

  /// Where nothing can be made nothing is left, and what is there stays.
  @Test func aPlaceInAFile() throws {
    try desk.backUp()
    let file = desk.folder + "/notes"
    try Data([1, 2, 3]).write(to: URL(filePath: file))
    #expect(throws: VaultError.readOnly) {
      try desk.restore(desk.plan { $0.place = file + "/restored" })
    }
    #expect(FileManager.default.contents(atPath: file) == Data([1, 2, 3]))
  }
}
