import AuditLog
import Foundation
import Testing

/// Files that are longer than any can be, and what is no file, at every place that is read.
@Suite struct ExportBoundsTests {
  private let export: SampleExport
  private let folder: ExportOnDisk
  private let beside: ExportOnDisk

  init() throws {
    export = try ExportVerifierTests.full.get()
    folder = try ExportOnDisk(export.folder.files)
    beside = try ExportOnDisk(["x": []])
  }

  private var origin: String { export.vault.log.origin }

  /// Three gigabytes that take no room on the disk.
  private func stretch(_ path: String) throws {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.truncate(atOffset: 3 << 30)
    try file.close()
  }

  @Test(arguments: [
    "tile/entries/000", "checkpoint", "manifest", "tile/0/000", "REPORT.txt", "directory/0.leaf",
    "keys/log-0.vkey", "pins/500.checkpoint", "consistency/500-2000",
  ])
  func aHugeFileIsRefusedByName(path: String) throws {
    try stretch("\(folder.path)/\(path)")
    let told = try Told.verify([folder.path, "--origin", origin])
    #expect(told.status == 20, "\(told.errors)")
    #expect(told.errors.contains("in the file \(path): the file is longer"), "\(told.errors)")
    if Told.python != nil {
      let script = try Told.script([folder.path, "--origin", origin])
      #expect(script.status == 20, "\(script.errors)")
      #expect(script.errors.contains("\(path) is longer"), "\(script.errors)")
    }
  }

  /// What the format allows is taken, and not one byte more.
  @Test func theLimitsAreThoseOfTheFormat() throws {
    #expect(ExportPath("tile/entries/000")?.limit == 256 * (2 + 65_535))
    #expect(ExportPath("tile/0/000.p/3")?.limit == 96)
    #expect(ExportPath("manifest")?.limit == 1 << 20)
    for (path, bytes) in export.folder.files {
      let limit = try #require(ExportPath(path)?.limit)
      #expect(bytes.count <= limit && limit <= 1 << 26, "\(path)")
    }
  }

  @Test(arguments: ["--pin", "--policy", "--tsa-ca"]) func whatIsBroughtIsBoundedToo(
    option: String
  ) throws {
    let (huge, pipe) = ("\(beside.path)/huge", "\(beside.path)/pipe")
    try stretch(huge)
    let told = try Told.verify([folder.path, option, huge])
    #expect(told.status == 65 && told.errors.contains("longer than any"), "\(told.errors)")
    let json = try Told.verify([folder.path, option, huge, "--json"])
    #expect(json.errors.contains(#""reason":"large""#), "\(json.errors)")
    // A pipe would be waited for, and a device never ends.
    #expect(try Told(running: "/usr/bin/mkfifo", [pipe]).status == 0)
    for path in [pipe, "/dev/zero"] {
      let told = try Told.verify([folder.path, option, path])
      #expect(told.status == 66 && told.errors.contains("a pipe or a device"), "\(told.errors)")
    }
    if option == "--pin", Told.python != nil {
      #expect(try Told.script([folder.path, option, huge]).status == 65)
      #expect(try Told.script([folder.path, option, pipe]).status == 66)
    }
  }

  @Test(arguments: [
    (["--bogus"], "unknown_option"), (["--pin"], "missing_value"), (["--origin", "x"], "origin"),
  ])
  func aSlipHasItsReason(words: [String], reason: String) throws {
    let told = try Told.verify([folder.path, "--json"] + words)
    #expect(told.status == 64, "\(told.errors)")
    #expect(told.errors.contains(#""reason":"\#(reason)""#), "\(told.errors)")
  }
}
