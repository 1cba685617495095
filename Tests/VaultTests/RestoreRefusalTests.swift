import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// What is not restored, each by its name; and nothing of it is anywhere afterwards.
@Suite struct RestoreRefusalTests {
  private let desk: Desk

  init() throws {
    desk = try Desk()
    try desk.backUp()
    try desk.forgetPins()
  }

  private func refused(
    _ error: VaultError, _ place: SourceLocation = #_sourceLocation,
    _ change: (inout RestorePlan) -> Void = { _ in }
  ) throws {
    let plan = desk.plan("", change)
    #expect(throws: error, sourceLocation: place) { try desk.restore(plan) }
    try desk.expectNothingRestored(place)
  }

  private func bytes(_ kind: BackupKind) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(filePath: desk.backupPath(kind))))
  }

  private func put(_ bytes: [UInt8], as kind: BackupKind) throws {
    try Data(bytes).write(to: URL(filePath: desk.backupPath(kind)))
  }

  /// A bit anywhere: in the label, the lengths, the manifest, the checkpoint, the copy.
  @Test(arguments: BackupKind.allCases) func aBitAnywhere(_ kind: BackupKind) throws {
    let whole = try bytes(kind)
    var places = Array(stride(from: 0, to: 1_600, by: 37))
    places += (0..<12).map { _ in Int.random(in: 1_600..<whole.count) } + [whole.count - 1]
    for place in places {
      var spoilt = whole
      spoilt[place] ^= 1 << UInt8.random(in: 0..<8)
      try put(spoilt, as: kind)
      let thrown = #expect(throws: VaultError.self, "bit of byte \(place)") {
        try desk.restore(desk.plan())
      }
      switch thrown {
      case .backup(.form), .backup(.damaged), .backup(.unsigned), .backup(.kind),
        .custodyOfAnotherVault, nil:
        break
      default: Issue.record("byte \(place): \(String(describing: thrown))")
      }
    }
    try desk.expectNothingRestored()
    try put(whole, as: kind)
    try desk.restore(desk.plan())
  }

  @Test func cutShortOrLonger() throws {
    let whole = try bytes(.records)
    for count in [0, 19, 30, 700, whole.count - 1] {
      try put(Array(whole.prefix(count)), as: .records)
      #expect(throws: VaultError.self) { try desk.restore(desk.plan()) }
    }
    try put(whole + [0], as: .records)
    try refused(.backup(.damaged))
  }

  @Test func filesThatAreNone() throws {
    try refused(.backup(.missing)) { $0.records += "-none" }
    try refused(.backup(.missing)) { $0.custody += "-none" }
    try refused(.backup(.strange)) { $0.records = desk.folder }
    try refused(.backup(.form)) { $0.custody = desk.records }
    try refused(.backup(.kind)) { ($0.records, $0.custody) = ($0.custody, $0.records) }
    try refused(.backup(.kind)) { $0.custody = $0.records }
    try refused(.backup(.newerLog)) { $0.newer = desk.folder }
  }

  @Test func nothingMakesWay() throws {
    let before = try Data(contentsOf: URL(filePath: desk.records))
    #expect(throws: VaultError.alreadyThere) {
      try desk.restore(desk.plan { $0.place = desk.path })
    }
    #expect(try Data(contentsOf: URL(filePath: desk.records)) == before)
    #expect(throws: VaultError.backup(.exists)) {
      try desk.restore(desk.plan { $0.place = desk.folder })
    }
    try desk.expectNothingRestored()
    // An empty one does.
    try FileManager.default.createDirectory(
      atPath: desk.restoredPath, withIntermediateDirectories: false)
    try desk.restore(desk.plan { $0.place += "/" })
  }

  @Test func anotherVaults() throws {
    let other = try Desk(isOther: true)
    try other.backUp()
    for custody in [other.backupPath(.custody), other.custody] {
      try refused(.custodyOfAnotherVault) { $0.custody = custody }
    }
    try other.act("auditor") { vault, session in
      _ = try vault.exportLog(
        to: other.folder + "/export", from: 0, withHandles: false, as: session
      ) {
        _ in
      }
    }
    try refused(.backup(.otherVault)) { $0.newer = other.folder + "/export" }
    // The vault of today is another one than the backup is of, and says so in its log.
    let plan = desk.plan { $0.records = other.backupPath(.records) }
    desk.expectNoted(.custodyOfAnotherVault) { try desk.restoreBeside(plan) }
    let whole = desk.plan { plan in
      (plan.records, plan.custody) = (other.backupPath(.records), other.backupPath(.custody))
    }
    desk.expectNoted(.backup(.otherVault)) { try desk.restoreBeside(whole) }
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.vaultRestore && last.out == .failed && last.why == .state)
    #expect(try Vault.origin(ofBackup: other.backupPath(.records)) != desk.vault("lead").origin)
    try desk.expectNothingRestored()
  }

  /// Whoever writes a manifest of their own must be one whom the log inside knows.
  @Test func aManifestByAStranger() throws {
    let file = try BackupFile(desk.backupPath(.records), .records)
    let key = try SigningKey.makeRandom()
    let start = BackupFile.prelude(file.signed, file.checkpoint).count
    let made = BackupFile.prelude(try file.manifest.signed(by: key), file.checkpoint)
    try put(made + (try bytes(.records)).dropFirst(start), as: .records)
    try refused(.backup(.unsigned))
  }

  /// After every key of custody was made anew, custody of before belongs to records of before.
  @Test func aCustodyOfAnotherTime() throws {
    try desk.act("admin") { vault, session in _ = try vault.rotateCustody(as: session) }
    try desk.backUp(BackupKind.allCases, "-later")
    try desk.forgetPins()
    try refused(.backup(.custodyApart)) { $0.custody = desk.backupPath(.custody, "-later") }
    try refused(.backup(.custodyApart)) { $0.custody = desk.custody }
    try refused(.backup(.custodyApart)) { $0.records = desk.backupPath(.records, "-later") }
    try desk.restore(desk.plan("-later"))
  }

  /// One bit of what names every case and every member.
  @Test func aCustodyWhoseConstantsWereAltered() throws {
    try desk.tamper(desk.custody) { db in
      try db.execute(sql: "UPDATE custody SET code_key=zeroblob(32)")
    }
    try refused(.custodyAltered(entry: 1)) { $0.custody = desk.custody }
  }

  /// A log that went another way after the backup than the backup's own.
  @Test func aForkedPast() throws {
    let older = desk.folder + "/older"
    try FileManager.default.copyItem(atPath: desk.path, toPath: older)
    for _ in 0..<3 { try desk.write("social", TestTable.phone, "+84", to: desk.shared) }
    try desk.backUp(BackupKind.allCases, "-fork")
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.copyItem(atPath: older, toPath: desk.path)
    try desk.forgetPins()
    for _ in 0..<9 { try desk.write("social", TestTable.phone, "+85", to: desk.shared) }
    let size = try desk.entries().count
    let thrown = #expect(throws: VaultError.self) {
      try desk.restoreBeside(desk.plan("-fork") { $0.acceptsRollback = true })
    }
    guard case .noted(.splitView(_, let pinned), let entry)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    let last = try desk.entries().last
    #expect(pinned > size && entry == last?.seq && last?.out == .failed)
  }

  /// The same where the log of today is the shorter one; and one that is only behind is no fork.
  @Test func aShorterPast() throws {
    let older = desk.folder + "/older"
    try FileManager.default.copyItem(atPath: desk.path, toPath: older)
    for _ in 0..<9 { try desk.write("social", TestTable.phone, "+84", to: desk.shared) }
    try desk.backUp(BackupKind.allCases, "-long")
    try FileManager.default.removeItem(atPath: desk.path)
    try FileManager.default.copyItem(atPath: older, toPath: desk.path)
    try desk.forgetPins()
    let plan = desk.plan("-long") { $0.acceptsRollback = true }
    let thrown = #expect(throws: VaultError.self) { try desk.restoreBeside(plan) }
    guard case .noted(.splitView, _)? = thrown else {
      // Its own entry of the restore is what makes it another log.
      Issue.record("\(String(describing: thrown))")
      return
    }
    try desk.expectNothingRestored()
  }

  /// Whatever stops it beside a vault of today is an entry there, after one that announced it.
  @Test func theVaultOfTodayIsTold() throws {
    for _ in 0..<3 { try desk.write("social", TestTable.phone, "+84", to: desk.shared) }
    let size = try desk.entries().count
    let thrown = #expect(throws: VaultError.self) { try desk.restoreBeside(desk.plan()) }
    guard case .noted(.rolledBack, let entry)? = thrown else {
      Issue.record("\(String(describing: thrown))")
      return
    }
    let told = try desk.entries()[size...]
    #expect(told.map(\.act) == [Act.vaultRestore, Act.vaultRestore])
    #expect(told.map(\.out) == [.ok, .failed] && told.last?.seq == entry)
    #expect(told.last?.ref == told.first?.seq && told.last?.why == .state)
    desk.expectNoted(.backup(.missing)) { try desk.restoreBeside(desk.plan { $0.records += "-" }) }
    #expect(try desk.entries().last?.why == .tampered)
    try desk.expectNothingRestored()
  }
}
