import AuditLog
import Foundation
import Sealing
import Testing

@testable import Vault

/// The folder of an export: what is there and right stays, what is half written does not, and nobody
/// else's files are touched.
@Suite struct ExportFolderTests {
  private let desk: Desk
  private let files = FileManager.default

  init() throws { desk = try Desk() }

  private var folder: String { desk.folder + "/export" }

  @discardableResult
  private func export() throws -> ExportedLog {
    try desk.act("auditor") { vault, session in
      try vault.exportLog(to: folder, from: 0, withHandles: false, as: session) { _ in }
    }
  }

  private func paths() throws -> [String] {
    try files.subpathsOfDirectory(atPath: folder).filter { name in
      files.contents(atPath: "\(folder)/\(name)") != nil
    }
  }

  /// Every file in it, not only those that have a form: nothing may be left over.
  private func fits() throws -> Bool {
    let root = folder
    let verdict = try ExportVerifier.verify(paths: paths(), trust: ExportTrust()) { path in
      FileManager.default.contents(atPath: "\(root)/\(path)").map { [UInt8]($0) }
    }
    return verdict.scope.size > 0
  }

  private func put(_ text: String, _ name: String) throws {
    let file = URL(fileURLWithPath: "\(folder)/\(name)")
    try files.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Of an export that was refused nothing is left where it had made the folder; what was there stays.
  @Test func aRefusedExportLeavesNoFolder() throws {
    func refused(_ handle: String, to place: String, from: Int = 0) throws {
      let size = try desk.entries().count
      #expect(throws: VaultError.self) {
        try desk.act(handle) { vault, session in
          _ = try vault.exportLog(to: place, from: from, withHandles: false, as: session) { _ in }
        }
      }
      #expect(try desk.entries().count > size)
    }
    for place in ["/export", "/export/", "/some/where/else"] {
      try refused("social", to: desk.folder + place)
      try refused("auditor", to: desk.folder + place, from: 100_000)
      for name in ["export", "some"] {
        #expect(!files.fileExists(atPath: desk.folder + "/" + name))
      }
    }
    try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try refused("social", to: folder)
    #expect(files.fileExists(atPath: folder))
    try put("mine", "../some/notes")
    try refused("social", to: desk.folder + "/some/where")
    #expect(try files.contentsOfDirectory(atPath: desk.folder + "/some") == ["notes"])
  }

  @Test func whatIsHalfWrittenIsWrittenAnew() throws {
    try export()
    #expect(try fits())
    // By the log's key a folder says whose it is: without it, it is anybody's, and refused.
    for name in try paths() where !["manifest", "keys/log-0.vkey"].contains(name) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
      try bytes.prefix(bytes.count / 2).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    try put("half", "tile/0/000.0123456789abcdef.safekeep-part")
    #expect(throws: ExportFinding.self) { try fits() }
    try export()
    #expect(try fits())
  }

  /// Without the list, which is written last, nobody takes it for an export.
  @Test func aCutOffExportIsNone() throws {
    try export()
    try files.removeItem(atPath: folder + "/manifest")
    let finding = #expect(throws: ExportFinding.self) { try fits() }
    #expect(finding?.isNoExport == true)
    #expect(try export().written < paths().count)
    #expect(try fits())
  }

  @Test func oneThatWasKilledAtItsFirstFileIsBegunAnew() throws {
    try put("half", "keys/log-0.vkey.0123456789abcdef.safekeep-part")
    try export()
    #expect(try fits())
  }

  @Test(arguments: ["notes.txt", "keys/other", "ev.csv.0123.safekeep-part", "manifest"])
  func nobodyElsesFilesAreTouched(name: String) throws {
    try put("mine", name)
    desk.expectNoted(.exportFolder) { try export() }
    #expect(try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) == "mine")
    // Nothing was given out, and the refusal is all that was written down.
    let told = try desk.entries().filter { $0.act == Act.auditExport }
    #expect(told.map(\.out) == [.failed] && told.map(\.why) == [.state])
  }

  /// What cannot be written to its end is told with the entry that stands, and the same command goes on once it can.
  @Test func oneThatWasBegunSaysSo() throws {
    let size = try desk.entries().count
    // Somebody puts a folder where a file is to be, while it is written.
    let place = "\(folder)/\(Tile(level: nil, index: 0, width: size + 1).path)"
    #expect(throws: VaultError.exportUnfinished(isFull: false, entry: size)) {
      try desk.act("auditor") { vault, session in
        _ = try vault.exportLog(to: folder, from: 0, withHandles: false, as: session) { _ in
          try? FileManager.default.createDirectory(
            atPath: place, withIntermediateDirectories: true)
          _ = FileManager.default.createFile(atPath: place + "/notes", contents: nil)
        }
      }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.seq == size && entry.act == Act.auditExport && entry.out == .ok)
    #expect(try paths().isEmpty == false)
    try files.removeItem(atPath: place)
    try export()
    #expect(try fits())
  }
}
