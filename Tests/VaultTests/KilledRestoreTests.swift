import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// What a killed restore left beside a vault is taken away, and nothing that is only called so.
@Suite struct KilledRestoreTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func ailments() throws -> [String] {
    try Vault.checkup(at: desk.path).ailments.map(\.code)
  }

  private func repair() throws -> [Mended] {
    try desk.act("admin") { vault, session in try vault.repair(as: session) }
  }

  private func part(_ name: String = "vault", _ files: [String] = ["records.db"]) throws -> String {
    let path = "\(desk.folder)/\(name).\(Identifier.makeRandom().hex).safekeep-part"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for file in files {
      try FileManager.default.copyItem(atPath: desk.records, toPath: path + "/" + file)
    }
    return path
  }

  @Test func whatAKilledRestoreLeftIsTakenAway() throws {
    let paths = [
      try part(), try part("elsewhere", VaultFiles.ownNames),
      try part("half", ["records.db", ".dat.nosync1f2e.Q3xYz0"]),
    ]
    #expect(try ailments() == ["parts"])
    let mended = try repair()
    #expect(mended.map(\.kind) == [.parts] && mended[0].count == 3)
    let last = try #require(try desk.entries().last)
    #expect(last.act == Act.recoveryRun && last.kind == "parts" && last.seq == mended[0].entry)
    #expect(try ailments() == [])
    for path in paths { #expect(!FileManager.default.fileExists(atPath: path)) }
  }

  /// What is only called so, what has a link in it, and what a restore is at work in stays.
  @Test func nothingElseIsTakenAway() throws {
    let linked = try part()
    try FileManager.default.linkItem(atPath: desk.custody, toPath: linked + "/custody.db")
    let symbolic = try part()
    try FileManager.default.createSymbolicLink(
      atPath: symbolic + "/custody.db", withDestinationPath: desk.custody)
    let paths = [linked, symbolic, try part("x", ["records.db", "notes.txt"])]
    let busy = try part("busy")
    let turn = try #require(FolderTurn(of: busy))
    #expect(turn.take(patience: .zero))
    let before = try Data(contentsOf: URL(filePath: desk.custody))
    #expect(try ailments() == ["files"] && repair() == [])
    #expect(
      try Vault.checkup(at: desk.path).ailments == [
        .strangers(names: paths.map { "../" + URL(filePath: $0).lastPathComponent }.sorted())
      ])
    #expect(try Data(contentsOf: URL(filePath: desk.custody)) == before)
    turn.giveBack()
    #expect(try ailments() == ["parts", "files"])
  }

  /// What a killed backup left beside its place is told by the next backup or restore, until it is taken away; one that is
  /// being written is not.
  @Test func whatAKilledBackupLeftIsTold() throws {
    let place = desk.backupPath(.records)
    #expect(LeftPart.beside([place, desk.path]) == [])
    let draft = try FileDraft(for: place)
    #expect(LeftPart.beside([place]) == [] && FileDraft.isAtWork(draft.path))
    #expect(try ailments() == [])
    let left = "\(place).\(Identifier.makeRandom().hex).safekeep-part"
    try FileManager.default.copyItem(atPath: desk.records, toPath: left)
    let folder = try part()
    #expect(Set(LeftPart.beside([place, desk.path])) == [left, folder])
    #expect(try ailments() == ["parts", "files"])
    #expect(try repair().map(\.kind) == [.parts])
    #expect(LeftPart.beside([place]) == [left])
    try FileManager.default.removeItem(atPath: left)
    #expect(LeftPart.beside([place]) == [] && draft.path != left)
  }

  /// A restore that is under way is not taken for one that was killed.
  @Test func aRestoreUnderWayIsLeftAlone() throws {
    try desk.backUp()
    try desk.forgetPins()
    let restoration = try Restoration(
      desk.plan { $0.acceptsRollback = true }, now: desk.clock.now)
    #expect(try ailments() == [] && repair() == [])
    let session = try restoration.vault.unlock(
      "admin", bundleKey: desk.bundleKey("admin"), sid: "0123456789abcdef")
    #expect(try restoration.finish(as: session).cases == 2)
  }
}
