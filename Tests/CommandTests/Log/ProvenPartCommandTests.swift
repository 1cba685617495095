import Foundation
import Testing

@testable import safekeep

/// A log that does not fit, a vault that was put back, and two copies that contradict each other: what is said
/// of how far it is proven, and by what.
@Suite struct ProvenPartCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
  }

  private var path: String { office.home.path }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  private func size() throws -> Int {
    let run = try office.demand(["log", "status"] + office.by("kim"))
    return try #require(Int(Office.field("entries", run.output)))
  }

  private func putBack(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/office")
    try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/office")
  }

  // MARK: A broken log

  @Test(.enabled(if: Office.hasSQLite)) func aBrokenLogIsProvenUpToAPin() throws {
    let run = try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
    let pinned = try #require(Int(Office.field("entries", run.output)))
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("lan")) }
    try office.change(entry: pinned + 2)
    try office.forgetPins()
    let words = ["log", "verify", "--pin", "kept"] + office.by("kim")
    let told = try office.run(words + ["--lang", "en"])
    #expect(told.status == 20, "\(told.errors)")
    #expect(
      told.errors.contains("entries 0 to \(pinned + 1) fit each other and their signatures"),
      "\(told.errors)")
    #expect(told.errors.contains("proven up to entry \(pinned - 1), held by pin 1 of the file"))
    #expect(told.errors.contains("at entry \(pinned + 2): its signature is not valid"))
    #expect(!told.errors.lowercased().contains("complete"))
    let vietnamese = try office.run(words + ["--lang", "vi"])
    #expect(vietnamese.errors.contains("các mục từ 0 đến \(pinned + 1) khớp với nhau"))
    #expect(vietnamese.errors.contains("đã chứng minh đến mục số \(pinned - 1)"))
    let json = try office.run(words + ["--json"])
    #expect(
      json.errors == #"{"error":"log","entry":\#(pinned + 2),"exit":20,"reason":"signature","#
        + #""code":"signer.signature","fits":\#(pinned + 2),"pinned":\#(pinned)}"# + "\n")
    // Without any pin it is said that nothing holds them.
    let bare = try office.run(["log", "verify", "--lang", "en"] + office.by("kim"))
    #expect(bare.status == 20 && bare.errors.contains("no pin holds them"), "\(bare.errors)")
  }

  // MARK: A vault that was put back

  @Test func howMuchIsGoneIsSaid() throws {
    try office.copyVault(to: "before")
    let old = try size()
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("kim")) }
    let pinned = try size()
    try putBack("before")
    // The status above was read from a copy that is made before its own entries.
    let there = old - 2
    for words in [["log", "verify"], ["staff", "list"]] {
      let json = try office.run(words + ["--json"] + office.by("kim"))
      #expect(json.status == 20)
      #expect(
        json.errors == #"{"error":"log","exit":20,"reason":"rollback","size":\#(there),"#
          + #""pinned":\#(pinned)}"# + "\n")
      let told = try office.run(words + ["--lang", "en"] + office.by("kim"))
      #expect(told.errors.contains("this log has \(there) entries"), "\(told.errors)")
      #expect(told.errors.contains("seen it with \(pinned), up to entry \(pinned - 1)"))
      let vietnamese = try office.run(words + ["--lang", "vi"] + office.by("kim"))
      #expect(vietnamese.errors.contains("nhật ký này có \(there) mục"), "\(vietnamese.errors)")
      #expect(vietnamese.errors.contains("đã thấy \(pinned) mục"))
    }
    // It grows past what was seen: now it is another log.
    for _ in 0..<8 { try office.demand(["staff", "list"] + office.by("lan")) }
    for words in [["log", "verify"], ["staff", "list"]] {
      let json = try office.run(words + ["--json"] + office.by("kim"))
      #expect(json.status == 20 && json.errors.contains(#""reason":"split_view","size":"#))
      #expect(json.errors.contains(#""pinned":\#(pinned)}"#), "\(json.errors)")
      let told = try office.run(words + ["--lang", "en"] + office.by("kim"))
      #expect(told.errors.contains("SPLIT VIEW") && told.errors.contains("seen it with \(pinned)"))
    }
  }

  /// What lies in the directory already is proof that entries are gone.
  @Test(arguments: Language.allCases) func aLongerExportIsNotWrittenOver(
    language: Language
  ) throws {
    try office.copyVault(to: "before")
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("lan")) }
    try office.demand(["log", "export", "out"] + office.by("kim"))
    let (list, head) = (try read("out/manifest"), try read("out/checkpoint"))
    try putBack("before")
    try office.forgetPins()
    let words = ["log", "export", "out"] + office.by("kim")
    let json = try office.run(words + ["--json"])
    #expect(json.status == 20 && json.errors.contains(#""reason":"rollback","size":"#))
    #expect(json.errors.hasPrefix(#"{"error":"log","entry":"#), "\(json.errors)")
    let told = try office.run(words + ["--lang", language.rawValue])
    #expect(told.errors.contains(language.words.exportContradictsHint), "\(told.errors)")
    #expect(try read("out/manifest") == list && read("out/checkpoint") == head)
    let shown = try office.demand(["log", "show", "--from", "-6"] + office.by("kim"))
    #expect(shown.output.contains("audit.export\tfailed\ttampered"), "\(shown.output)")
  }

  /// Also where the log does not know the key that signed it any more, and what would lead to that key is damaged: the
  /// line of a member whom it knows is under the head.
  @Test(arguments: ["manifest", "directory/1.leaf"])
  func anExportOfALostKeyIsNotWrittenOver(file: String) throws {
    try office.join("quan", as: "auditor")
    try office.copyVault(to: "before")
    try office.demand(["staff", "suspend", "quan", "--confirm", "quan"] + office.by("lan"))
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("lan")) }
    try office.demand(["log", "export", "out"] + office.by("kim"))
    let head = try read("out/checkpoint")
    try FileManager.default.removeItem(atPath: "\(path)/out/\(file)")
    try putBack("before")
    try office.forgetPins()
    let told = try office.run(["log", "export", "out", "--json"] + office.by("kim"))
    #expect(told.status == 20, "\(told.errors)")
    #expect(try read("out/checkpoint") == head)
  }

  // MARK: Two copies

  private func compare(_ words: [String]) throws -> Program.Run {
    try Program.safekeep.run(["log", "compare"] + words, home: office.home)
  }

  /// Two logs that part, of different sizes.
  private func fork() throws {
    try office.copyVault(to: "before")
    try office.demand(["log", "export", "april"] + office.by("kim"))
    try putBack("before")
    try office.forgetPins()
    for _ in 0..<9 { try office.demand(["staff", "list"] + office.by("lan")) }
    try office.demand(["log", "export", "fork"] + office.by("kim"))
    let key = try read("april/keys/log-0.vkey")
    try office.home.write(key, to: "log.vkey")
  }

  @Test func theSavedPairConvincesWhoHasNothingElse() throws {
    try fork()
    #expect(try compare(["april", "fork", "--save", "proof"]).status == 20)
    let names = try FileManager.default.contentsOfDirectory(atPath: path + "/proof")
    #expect(names.contains { $0.hasPrefix("consistency-") })
    for name in ["april", "fork"] { try FileManager.default.removeItem(atPath: path + "/" + name) }
    for words in [
      ["proof/a.checkpoint", "proof/b.checkpoint"], ["proof/b.checkpoint", "proof/a.checkpoint"],
      ["proof/a.checkpoint", "proof"], ["proof", "proof/b.checkpoint"], ["proof", "proof"],
    ] {
      let told = try compare(words + ["--key", "log.vkey"])
      #expect(told.status == 20 && told.errors.contains("SPLIT VIEW"), "\(words) \(told.errors)")
      #expect(try Office.field("signed", told.output) == "yes")
    }
    // The two heads alone prove nothing, and an altered proof does not either.
    let proof = try #require(names.first { $0.hasPrefix("consistency-") })
    let hashes = try read("proof/" + proof)
    try office.home.write(String(hashes.dropFirst(45)), to: "proof/" + proof)
    #expect(try compare(["proof/a.checkpoint", "proof/b.checkpoint"]).status == 1)
    try FileManager.default.removeItem(atPath: path + "/proof/" + proof)
    #expect(try compare(["proof/a.checkpoint", "proof/b.checkpoint"]).status == 1)
  }

  /// Anybody can write down two heads that differ: without the log's signatures under both it is no proof.
  @Test func aPairThatTheLogDidNotSignIsNoSplitView() throws {
    try office.demand(["log", "export", "out"] + office.by("kim"))
    var lines = try read("out/checkpoint").split(separator: "\n", omittingEmptySubsequences: false)
    lines[2] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
    try office.home.write(lines.joined(separator: "\n"), to: "forged")
    try office.home.write(read("out/checkpoint"), to: "head")
    let told = try compare(["head", "forged", "--json"])
    #expect(told.status == 1 && told.errors.contains(#""reason":"unsigned""#), "\(told.errors)")
    #expect(!told.errors.contains("SPLIT"))
    try office.home.write(read("out/keys/log-0.vkey"), to: "log.vkey")
    #expect(try compare(["head", "forged", "--key", "log.vkey"]).status == 65)
  }

  @Test func whatIsNoFileIsSaidToBeNone() throws {
    try office.demand(["log", "export", "out"] + office.by("kim"))
    let pipe = Process()
    pipe.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
    pipe.arguments = [path + "/pipe"]
    try pipe.run()
    pipe.waitUntilExit()
    for name in ["pipe", "/dev/zero"] {
      let told = try compare(["out", name, "--json"])
      #expect(told.status == 66 && told.errors.contains(#""reason":"copy_strange""#))
      let key = try compare(["out", "out", "--key", name, "--json"])
      #expect(key.status == 66 && key.errors.contains(#""reason":"strange""#), "\(key.errors)")
    }
    for words in [
      ["log", "verify", "--pin", "pipe"], ["log", "pin", "--to", "pipe"],
      ["log", "add-cosignature", "pipe"], ["log", "timestamp", "add", "pipe", "--ca", "pipe"],
      ["log", "cosign", "pipe", "--as-witness", "auditor.example/w1"],
    ] {
      let told = try office.run(words + ["--json"] + office.by("kim"))
      #expect(told.status == 66 && told.errors.contains(#""reason":"strange""#), "\(told.errors)")
    }
    try office.home.write("x", to: "huge")
    let file = try #require(FileHandle(forUpdatingAtPath: path + "/huge"))
    try file.truncate(atOffset: 3 << 30)
    try file.close()
    let huge = try compare(["out", "huge", "--json"])
    #expect(huge.status == 65 && huge.errors.contains(#""reason":"copy_large""#), "\(huge.errors)")
  }

  // MARK: The entry of a refusal

  @Test func aRefusalNamesItsEntry() throws {
    try office.home.write("nonsense\n", to: "bad")
    try office.home.write("mine", to: "other/file")
    for words in [
      ["log", "verify", "--pin", "bad"], ["log", "pin", "--to", "bad"],
      ["log", "add-cosignature", "bad"], ["log", "timestamp", "add", "bad", "--ca", "bad"],
      ["log", "export", "other"],
    ] {
      let told = try office.run(words + ["--json"] + office.by("kim"))
      let newest = try size() - 3
      #expect(told.errors.contains(#","entry":\#(newest),"#), "\(words) \(told.errors) \(newest)")
    }
  }

  @Test func anAlteredMemoryOfOnesOwnIsRefused() throws {
    try office.demand(["log", "status"] + office.by("kim"))
    let folder = path + "/.local/state/safekeep/pins"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let file = URL(fileURLWithPath: folder + "/" + name)
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count / 2] ^= 1
      try bytes.write(to: file)
    }
    for empty in [false, true] {
      let told = try office.run(["log", "status", "--json"] + office.by("kim"))
      #expect(told.status == 65 && told.errors.contains(#""reason":"own_pin""#), "\(told.errors)")
      guard !empty else { continue }
      for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
        try Data().write(to: URL(fileURLWithPath: folder + "/" + name))
      }
    }
  }
}
