import AuditLog
import Foundation
import Sealing
import Testing

/// What every report of the auditor's program ends with: the mode, what the log cannot show, and how much of it nothing
/// outside has seen since when (design, "What it can promise").
@Suite struct ExportLimitTests {
  static let limits =
    #""limits":["changed_program","newest_entries","failed_unlocks","photographed_screen","#
    + #""claimed_times"],"mode":"embedded","#

  private let export: SampleExport
  private let folder: ExportOnDisk
  private let beside: ExportOnDisk

  init() throws {
    export = try ExportVerifierTests.full(entries: 300)
    folder = try ExportOnDisk(export.folder.files)
    beside = try ExportOnDisk(["x": []])
  }

  private var origin: String { export.vault.log.origin }

  private func kept(_ size: Int) throws -> [String] {
    let book = PinBook(heads: [try PinnedHead(export.head(size))])
    try beside.put(book.bytes, at: "pins")
    return [folder.path, "--pin", "\(beside.path)/pins"]
  }

  private func vietnamese(_ words: [String]) throws -> Told {
    try Told(running: "/usr/bin/env", ["SAFEKEEP_LANG=vi", Told.program()] + words)
  }

  @Test func forPrograms() throws {
    let json = try Told.verify([folder.path, "--origin", origin, "--json"]).output
    #expect(json.contains(Self.limits))
    #expect(json.contains(#""unanchored":300,"unanchored_since":"20"#), "\(json)")
    let part = try Told.verify(kept(200) + ["--json"]).output
    #expect(part.contains(#""unanchored":100,"unanchored_since":"20"#), "\(part)")
    let whole = try Told.verify(kept(300) + ["--json"]).output
    #expect(whole.contains(#""unanchored":0,"unanchored_since":null"#), "\(whole)")
  }

  @Test func forPeople() throws {
    let english = try Told.verify(kept(200)).output
    for said in [
      "Nothing outside that you brought has seen entries 200 to 299, of which the first says",
      "Mode: embedded.", "failed unlocks that a writer of the file deleted",
    ] { #expect(english.contains(said), "\(english)") }
    let whole = try Told.verify(kept(300)).output
    #expect(whole.contains("Something outside that you brought has seen every entry."))
    let told = try vietnamese([folder.path]).output
    #expect(told.contains("Chế độ vận hành: trực tiếp."))
    #expect(told.contains("thấy các mục từ 0 đến 299; mục đầu trong số đó khai được ghi lúc"))
  }

  /// An origin is the root key's hash: it holds entries that are followed from there, and no tree.
  @Test func anOriginHoldsNoTree() throws {
    for words in [["--tree-only"], ["--tree-only", "--origin", origin]] {
      let told = try Told.verify([folder.path] + words)
      #expect(told.status == 1)
      #expect(told.output.contains("of a tree --origin holds nothing"), "\(told.output)")
      #expect(!told.output.contains("give --origin"))
      let translated = try vietnamese([folder.path] + words).output
      #expect(translated.contains("với riêng cây thì --origin không giữ được gì"))
    }
    let other = "safekeep/" + String(repeating: "0", count: 32)
    #expect(try Told.verify([folder.path, "--tree-only", "--origin", other]).status == 20)
  }
}
