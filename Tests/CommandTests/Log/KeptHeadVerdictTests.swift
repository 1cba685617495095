import Foundation
import Testing

@testable import safekeep

/// One verdict on kept heads, whoever is asked: the vault, the side door and the independent script (Format.md, "Kept
/// heads held against a log").
@Suite(.enabled(if: Program.python != nil)) struct KeptHeadVerdictTests {
  private let office: Office
  private let script: String

  init() throws {
    office = try Office()
    try office.open()
    for handle in ["kim", "ada", "quan"] { try office.join(handle, as: "auditor") }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    script = root.path + "/Documentation/verify-export.py"
  }

  private var verifier: Program {
    let folder = (Program.safekeep.path as NSString).deletingLastPathComponent
    return Program(path: folder + "/safekeep-verify")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(office.home.path)/\(name)", encoding: .utf8)
  }

  /// Of a name and a size, by a key of nobody.
  private func invented(_ size: Int, of origin: String) -> String {
    let line = Data(repeating: 7, count: 68).base64EncodedString()
    return "\(origin)\n\(size)\n\(Data(repeating: 9, count: 32).base64EncodedString())\n\n"
      + "— \(origin) \(line)\n\n"
  }

  private func expect(
    _ status: Int32, _ pins: String, _ place: SourceLocation = #_sourceLocation
  ) throws {
    try? FileManager.default.removeItem(atPath: "\(office.home.path)/out")
    try office.demand(["log", "export", "out"] + office.by("ada"))
    for name in ["pins", "added"] { try office.home.write(pins, to: name) }
    let words = ["out", "--pin", "pins"]
    let told = [
      try office.run(["log", "verify", "--pin", "pins"] + office.by("ada")),
      try office.run(["log", "pin", "--to", "added"] + office.by("ada")),
      try verifier.run(words, home: office.home),
      try #require(Program.python).run([script] + words, home: office.home),
    ]
    #expect(
      told.map(\.status) == told.map { _ in status }, "\(told.map(\.errors))",
      sourceLocation: place)
    if status != 0 { #expect(try text("added") == pins, sourceLocation: place) }
  }

  @Test func allSayTheSame() throws {
    try office.copyVault(to: "before")
    try office.demand(["staff", "suspend", "quan", "--confirm", "quan"] + office.by("lan"))
    let pinned = try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
    let size = try #require(Int(Office.field("entries", pinned.output)))
    let kept = try text("kept") + "\n"
    let origin = try #require(
      kept.split(separator: "\n").first { $0.hasPrefix("safekeep/") }.map(String.init))
    let other = invented(size, of: "safekeep/" + String(repeating: "0", count: 32))
    // A sound log.
    try expect(0, kept)
    try expect(0, other + kept)
    try expect(65, other)
    for made in [3, size, size + 500] {
      try expect(65, invented(made, of: origin) + kept)
      try expect(65, kept + invented(made, of: origin))
    }
    // One that was put back behind a change of its key, gone on with, and the holder of the head suspended.
    try FileManager.default.removeItem(atPath: "\(office.home.path)/\(office.vault)")
    try FileManager.default.moveItem(
      atPath: "\(office.home.path)/before", toPath: "\(office.home.path)/\(office.vault)")
    try office.forgetPins()
    for _ in 0..<12 { try office.demand(["staff", "list"] + office.by("lan")) }
    try expect(20, kept)
    try office.demand(["staff", "suspend", "kim", "--confirm", "kim"] + office.by("lan"))
    try expect(20, kept)
    for made in [3, size, size + 500] {
      try expect(20, invented(made, of: origin) + kept)
      try expect(20, other + kept + invented(made, of: origin))
      try expect(65, invented(made, of: origin))
    }
  }
}

extension Program {
  /// Debian's Python, where it has what the independent script needs.
  fileprivate static let python: Program? = {
    let python = Program(path: "/usr/bin/python3")
    guard FileManager.default.isExecutableFile(atPath: python.path), let home = try? TemporaryHome()
    else { return nil }
    return (try? python.run(["-c", "import cryptography"], home: home).status) == 0 ? python : nil
  }()
}
