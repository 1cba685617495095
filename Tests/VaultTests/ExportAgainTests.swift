import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// An export that is written again into its own directory, after the log has grown, was cut short, or was put
/// back.
@Suite struct ExportAgainTests {
  private let desk: Desk
  private let files = FileManager.default

  init() throws { desk = try Desk() }

  private var folder: String { desk.folder + "/export" }

  @discardableResult
  private func export(from: Int = 0) throws -> ExportedLog {
    try desk.act("auditor") { vault, session in
      try vault.exportLog(to: folder, from: from, withHandles: false, as: session) { _ in }
    }
  }

  /// As both verifiers look: at every file, and no folder is empty.
  private func expectWhole(_ place: SourceLocation = #_sourceLocation) throws {
    let (all, root) = (try files.subpathsOfDirectory(atPath: folder), folder)
    var plain: [String] = []
    for name in all {
      if try isFolder(name) {
        let inside = try files.contentsOfDirectory(atPath: "\(root)/\(name)")
        #expect(!inside.isEmpty, "\(name) is empty", sourceLocation: place)
      } else {
        plain.append(name)
      }
    }
    let verdict = try ExportVerifier.verify(paths: plain, trust: ExportTrust()) { path in
      FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) }
    }
    #expect(try verdict.scope.size == desk.entries().count, sourceLocation: place)
  }

  private func isFolder(_ name: String) throws -> Bool {
    let found = try files.attributesOfItem(atPath: "\(folder)/\(name)")
    return found[.type] as? FileAttributeType == .typeDirectory
  }

  /// Until the log has so many entries.
  private func grow(to size: Int) throws {
    try desk.act("auditor") { vault, session in
      while vault.size < size { _ = try vault.logStatus(as: session) }
    }
  }

  /// Whose turn does not come is told so, with an entry, and has written nothing.
  @Test func anotherExportThatGoesOnIsWaitedForNoLonger() throws {
    try export()
    let turn = try #require(FolderTurn(of: folder))
    #expect(turn.take(patience: .zero))
    let before = try files.contentsOfDirectory(atPath: folder).sorted()
    desk.expectNoted(.exportBusy) {
      try desk.act("auditor") { vault, session in
        _ = try vault.exportLog(
          to: folder, from: 0, withHandles: false, patience: .zero, as: session
        ) { _ in }
      }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == "audit.export" && entry.kind == "log" && entry.out == .failed)
    #expect(entry.why == .state)
    #expect(try files.contentsOfDirectory(atPath: folder).sorted() == before)
    turn.giveBack()
    try export()
    try expectWhole()
  }

  @Test func oneThatGrewPastABundleIsWhole() throws {
    try grow(to: 240)
    try export()
    #expect(files.fileExists(atPath: folder + "/tile/0/000.p"))
    try grow(to: 262)
    try export()
    #expect(!files.fileExists(atPath: folder + "/tile/0/000.p"))
    #expect(!files.fileExists(atPath: folder + "/tile/entries/000.p"))
    try expectWhole()
  }

  @Test func foldersOfWhatIsNotThereAnyMoreGoToo() throws {
    try export()
    try files.createDirectory(atPath: folder + "/more/of/it", withIntermediateDirectories: true)
    for name in ["cosigs/3-01234567.checkpoint", "tsr/3-0.tsr", "tile/7/000.p/1"] {
      let file = URL(fileURLWithPath: "\(folder)/\(name)")
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data([1]).write(to: file)
    }
    try export()
    try expectWhole()
  }

  /// Killed at any of its steps, it is gone over again: the steps are told by when each file was written.
  @Test func killedAnywhereItIsGoneOverAgain() throws {
    try grow(to: 250)
    try export()
    let before = desk.folder + "/before"
    try files.copyItem(atPath: folder, toPath: before)
    try grow(to: 257)
    try export()
    let after = desk.folder + "/after"
    try files.moveItem(atPath: folder, toPath: after)
    for state in try states(from: before, to: after) {
      try state(folder)
      try export()
      try expectWhole()
      try files.removeItem(atPath: folder)
    }
  }

  /// Every state between two exports: files that were written, in their order; then those that were taken
  /// away, one after the other; then folders.
  private func states(
    from before: String, to after: String
  ) throws -> [(String) throws -> Void] {
    let (old, new) = (try plain(before), try plain(after))
    let added = new.filter { name in
      !old.contains(name)
        || files.contents(atPath: "\(before)/\(name)")
          != files.contents(atPath: "\(after)/\(name)")
    }.filter { $0 != "manifest" }
    let gone = old.filter { !new.contains($0) }
    let steps =
      added.map { (name: $0, isWritten: true) } + gone.map { (name: $0, isWritten: false) }
    #expect(added.count > 5 && gone.count > 1)
    return (0...steps.count).map { count in
      { folder in
        let files = FileManager.default
        try files.copyItem(atPath: before, toPath: folder)
        try files.removeItem(atPath: folder + "/manifest")
        for step in steps.prefix(count) {
          let file = URL(fileURLWithPath: "\(folder)/\(step.name)")
          if step.isWritten {
            try files.createDirectory(
              at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(contentsOf: URL(fileURLWithPath: "\(after)/\(step.name)")).write(to: file)
          } else {
            try files.removeItem(at: file)
          }
        }
        // The file that was being written when it was killed.
        let part = "keys/log-0.vkey.0123456789abcdef.safekeep-part"
        try Data([1]).write(to: URL(fileURLWithPath: "\(folder)/\(part)"))
      }
    }
  }

  private func plain(_ folder: String) throws -> [String] {
    try files.subpathsOfDirectory(atPath: folder).filter { name in
      let found = try files.attributesOfItem(atPath: "\(folder)/\(name)")
      return found[.type] as? FileAttributeType == .typeRegular
    }.sorted()
  }

  // MARK: One that contradicts the log

  private func contents() throws -> [String: Data?] {
    Dictionary(
      uniqueKeysWithValues: try plain(folder).map {
        ($0, files.contents(atPath: "\(folder)/\($0)"))
      })
  }

  private func putBack() throws {
    try files.removeItem(atPath: desk.path)
    try files.copyItem(atPath: desk.folder + "/older", toPath: desk.path)
    try? files.removeItem(atPath: desk.pins("auditor"))
  }

  private func expectRefused(
    _ verdict: CheckedPin.Verdict, _ exported: Int, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let (before, size) = (try contents(), try desk.entries().count)
    desk.expectNoted(
      .exportContradicts(CheckedPin(size: exported, verdict: verdict), size: size), place
    ) { try export() }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditExport && entry.kind == "log", sourceLocation: place)
    #expect(entry.out == .failed && entry.why == .tampered, sourceLocation: place)
    #expect(try contents() == before, sourceLocation: place)
  }

  @Test func aLongerOneIsNotWrittenOver() throws {
    try files.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    try grow(to: desk.entries().count + 5)
    let exported = try export().size
    try putBack()
    try expectRefused(.rollback, exported)
    // The same once the log is long enough again: it is another one then.
    try grow(to: exported)
    try expectRefused(.splitView, exported)
  }

  /// The same of a part, which a put-back log knows by the leaves of the directory alone where the log's key was
  /// changed since.
  @Test(arguments: [false, true]) func aLongerPartIsNotWrittenOver(isChanged: Bool) throws {
    try grow(to: 520)
    try files.copyItem(atPath: desk.path, toPath: desk.folder + "/older")
    if isChanged {
      try desk.act("admin") { vault, session in _ = try vault.suspend("social", as: session) }
    }
    try grow(to: desk.entries().count + 5)
    let exported = try export(from: 300).size
    try putBack()
    try expectRefused(.rollback, exported)
  }

  /// Whoever can write there could make a sound log look put back: only the log's signature counts.
  @Test func oneThatTheLogNeverSignedIsWrittenOver() throws {
    let size = try export().size
    let head = Checkpoint(
      origin: try desk.vault("auditor").origin, size: size + 900, root: Tree.emptyRoot)
    let key = try SigningKey.makeRandom()
    let note = try head.signed(log: key, member: key)
    try Data(note.bytes).write(to: URL(fileURLWithPath: folder + "/checkpoint"))
    try export()
    try expectWhole()
  }

  // MARK: What is left out

  @Test func whatAnEntryStatesAndNoRowHoldsIsCounted() throws {
    try desk.stamp(StampOffice())
    try desk.cosign()
    #expect(try export().leftOut == 0)
    try desk.tamper(sql: "DELETE FROM audit_anchor")
    #expect(try export().leftOut == 1)
    try desk.tamper(sql: "DELETE FROM audit_cosig")
    let exported = try export()
    #expect(exported.leftOut == 2 && exported.cosigned == 0 && exported.stamped == 0)
    try expectWhole()
  }
}
