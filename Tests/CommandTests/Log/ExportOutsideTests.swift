import Foundation
import Testing

@testable import safekeep

/// An export with everything that outsiders gave, by the built programs from the vault to the auditor.
@Suite struct ExportOutsideTests {
  private let office: Office
  private let authority: StampAuthority
  private let witnessKey: String
  /// The sizes that the witness and the authority saw.
  private let cosigned: [Int]
  private let stamped: Int

  private static let name = "auditor.example/w1"

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
    try office.write(["witness"])
    authority = try StampAuthority(in: office.home)
    let first = try Self.cosign(1, office)
    witnessKey = first.key
    stamped = try Self.stamp(office, authority)
    cosigned = [first.size, try Self.cosign(2, office).size]
  }

  /// A request carried to the witness, and the answer back.
  private static func cosign(_ number: Int, _ office: Office) throws -> (key: String, size: Int) {
    let (request, answer) = ("request\(number)", "answer\(number)")
    try office.demand(["log", "cosign-request", "--to", request] + office.by("kim"))
    let key = try Office.field(
      "log_key", office.demand(["log", "status"] + office.by("kim")).output)
    let signed = try office.demand(
      ["log", "cosign", request, "--as-witness", name, "--log-key", key, "--to", answer]
        + ["--kdf", "low"] + office.secret("witness"))
    let witness = try Office.field("vkey", signed.output)
    let added = try office.demand(
      ["log", "add-cosignature", answer, "--witness", witness] + office.by("kim"))
    return (witness, try #require(Int(try Office.field("entries", added.output))))
  }

  private static func stamp(_ office: Office, _ authority: StampAuthority) throws -> Int {
    try office.demand(["log", "timestamp", "request", "--to", "q.tsq"] + office.by("kim"))
    try authority.answer("q.tsq", to: "q.tsr")
    let added = try office.demand(
      ["log", "timestamp", "add", "q.tsr", "--ca", StampAuthority.certificates] + office.by("kim"))
    return try #require(Int(try Office.field("entries", added.output)))
  }

  @discardableResult
  private func export(_ folder: String, _ more: [String] = []) throws -> (size: Int, origin: String)
  {
    let run = try office.demand(["log", "export", folder] + more + office.by("kim"))
    #expect(try Office.field("stamps", run.output) == "1")
    return (
      try #require(Int(try Office.field("entries", run.output))),
      try Office.field("origin", run.output)
    )
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(office.home.path)/\(name)", encoding: .utf8)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(office.home.path)/\(folder)").sorted()
  }

  private func audit(_ words: [String]) throws -> Program.Run {
    let path = (Program.safekeep.path as NSString).deletingLastPathComponent + "/safekeep-verify"
    return try Program(path: path).run(words, home: office.home)
  }

  /// A policy that asks for the witness alone.
  private func policy() throws -> [String] {
    try office.home.write(
      "witness w1 \(witnessKey)\nquorum w1\n", to: "policy")
    return ["--policy", "policy", "--tsa-ca", StampAuthority.certificates]
  }

  @Test func theAuditorIsToldWhatItIsProvenBy() throws {
    let (size, _) = try export("out")
    let id = witnessKey.split(separator: "+")[1]
    #expect(
      try names("out/cosigs") == cosigned.map { "\($0)-\(id).checkpoint" }.sorted())
    #expect(try names("out/tsr") == ["\(stamped)-0.note", "\(stamped)-0.tsr"])
    #expect(try names("out/keys").contains("witness-\(id).vkey"))
    #expect(
      try Set(names("out/consistency")).isSuperset(
        of: (cosigned + [stamped]).map { "\($0)-\(size)" }))
    #expect(authority.accepts("out/tsr/\(stamped)-0.tsr", of: "out/tsr/\(stamped)-0.note"))
    let found = try audit(["out", "--lang", "en"] + policy())
    #expect(found.status == 0, "\(found.output)\(found.errors)")
    for sentence in [
      "Proven up to entry \(cosigned[1] - 1), by the quorum of your policy.",
      "Cosigned up to entry \(cosigned[0] - 1) by \(Self.name)",
      "Cosigned up to entry \(cosigned[1] - 1) by \(Self.name)",
      "Time-stamped: entries up to \(stamped - 1) are older than ", "on are younger than that.",
    ] { #expect(found.output.contains(sentence), "\(found.output)") }
    // Nor is an authority that somebody else made the one that stamped it: that is said, and not that none was given.
    let strange = try TemporaryHome()
    _ = try StampAuthority(in: strange)
    let another = try audit([
      "out", "--lang", "en", "--tsa-ca", "\(strange.path)/\(StampAuthority.certificates)",
    ])
    #expect(another.output.contains("does not lead to the authority of --tsa-ca"))
    #expect(!another.output.contains("give --tsa-ca"))
    #expect(try audit(["out", "--lang", "en"]).output.contains("give --tsa-ca"))
    // Another witness is not the one that the policy asks for.
    let other = "auditor.example/w1+c7344387+BM70XapFOLgdtG9O1vySgOOVJKj5BmPnyJ734x5plxK3"
    try office.home.write("witness w1 \(other)\nquorum w1\n", to: "strange")
    #expect(try audit(["out", "--policy", "strange"]).status == 1)
  }

  @Test func fromAnEntryOnOnlyWhatIsNewGoes() throws {
    try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
    let from = try Office.field(
      "entries", office.demand(["log", "pin", "--to", "kept"] + office.by("kim")).output)
    try export("part", ["--from", from])
    // The newest of the witness and of the authority, though older than that.
    #expect(try names("part/cosigs").map { $0.prefix { $0 != "-" } } == ["\(cosigned[1])"])
    #expect(try names("part/tsr").count == 2)
    let found = try audit(["part", "--lang", "en", "--pin", "kept"] + policy())
    #expect(found.status == 0, "\(found.output)\(found.errors)")
    #expect(found.output.contains("by the quorum of your policy"))
  }

  @Test(arguments: Language.allCases) func theReportGoesWithIt(language: Language) throws {
    let words = language.words
    let (size, _) = try export("out", ["--lang", language.rawValue])
    let page = try read("out/REPORT.txt")
    for text in [
      words.reportTitle, words.reportMadeFrom(size: size, entry: size - 1), words.reportIntervals,
      words.reportNoAccesses, words.reportLimits,
    ] { #expect(page.contains(text)) }
    #expect(page.hasSuffix("\n"))
    #expect(try audit(["out"]).status == 1)
  }

  @Test func oneFlippedByteInAnyOfItIsRefused() throws {
    let (_, origin) = try export("out")
    let script = try Self.script()
    let trust = try policy()
    #expect(try script?.run(["--origin", origin], office.home).status ?? 0 == 0)
    let files =
      try names("out/cosigs").map { "out/cosigs/\($0)" }
      + names("out/tsr").map { "out/tsr/\($0)" } + ["out/REPORT.txt"]
    #expect(files.count == 5)
    for name in files {
      let file = URL(fileURLWithPath: "\(office.home.path)/\(name)")
      let bytes = try Data(contentsOf: file)
      for place in [0, bytes.count / 2, bytes.count - 1] {
        var changed = bytes
        changed[place] ^= 1
        try changed.write(to: file)
        let found = try audit(["out", "--lang", "en"] + trust)
        #expect(found.status == 20, "\(name) at \(place)")
        #expect(found.errors.contains(name.dropFirst("out/".count)))
      }
      #expect(try script?.run(["--origin", origin], office.home).status ?? 20 == 20)
      try bytes.write(to: file)
    }
    #expect(try audit(["out"] + trust).status == 0)
  }

  /// The independent script, where Debian's Python has what it needs.
  private struct Script {
    let python: String
    let path: String

    func run(_ words: [String], _ home: TemporaryHome) throws -> Program.Run {
      try Program(path: python).run([path, "out"] + words, home: home)
    }
  }

  private static func script() throws -> Script? {
    let (python, home) = ("/usr/bin/python3", try TemporaryHome())
    guard FileManager.default.isExecutableFile(atPath: python),
      try Program(path: python).run(["-c", "import cryptography"], home: home).status == 0
    else { return nil }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return Script(python: python, path: root.path + "/Documentation/verify-export.py")
  }
}
