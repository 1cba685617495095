import AuditLog
import Foundation
import Sealing
import Testing

/// Whose key the comparison of two copies takes, and what is said where the proof of a split view cannot be kept.
@Suite struct CompareCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
    try office.demand(["log", "export", "out"] + office.by("kim"))
  }

  private var path: String { office.home.path }

  private func compare(_ words: [String]) throws -> Program.Run {
    try Program.safekeep.run(["log", "compare"] + words + ["--json"], home: office.home)
  }

  /// Of a log's heads only the log's own keys say anything: not a member's, not another log's, not a witness's; and a
  /// file without any key is not taken for none having been asked for.
  @Test func onlyKeysOfThisLogAreTaken() throws {
    let keys = try FileManager.default.contentsOfDirectory(atPath: path + "/out/keys")
    let log = try String(contentsOfFile: path + "/out/keys/log-0.vkey", encoding: .utf8)
    #expect(try compare(["out", "out", "--key", "out/keys/log-0.vkey"]).status == 0)
    let member = try #require(keys.first { $0.hasPrefix("a-") })
    try office.home.write("", to: "empty")
    try office.home.write("\n\n", to: "blank")
    try office.home.write("no key\n", to: "nonsense")
    try office.home.write(log + "no key\n", to: "half")
    try office.home.write(
      "auditor.example/w1+c7344387+BM70XapFOLgdtG9O1vySgOOVJKj5BmPnyJ734x5plxK3\n", to: "witness")
    let other = try Office()
    try other.open()
    try other.join("kim", as: "auditor")
    try other.demand(["log", "export", "out"] + other.by("kim"))
    let foreign = other.home.path + "/out/keys/log-0.vkey"
    for name in ["out/keys/" + member, "empty", "blank", "nonsense", "half", "witness", foreign] {
      let told = try compare(["out", "out", "--key", name])
      #expect(told.status == 65 && told.output.isEmpty, "\(name) \(told.errors)")
      let isElse = ["out/keys/" + member, "witness", foreign].contains(name)
      let reason = isElse ? "copy_other_key" : "copy_key"
      #expect(told.errors.contains("\"reason\":\"\(reason)\""), "\(name) \(told.errors)")
    }
  }

  /// Whoever has the saved folder alone, and takes the key in it for the log's, can check both signatures and that
  /// neither continues the other.
  @Test func theSavedPairConvincesOthers() throws {
    try fork()
    let saved = try compare(["april", "fork", "--save", "proof"])
    #expect(saved.status == 20, "\(saved.errors)")
    let stranger = try TemporaryHome()
    try FileManager.default.copyItem(atPath: path + "/proof", toPath: stranger.path + "/got")
    func told(_ words: [String]) throws -> Program.Run {
      try Program.safekeep.run(["log", "compare"] + words + ["--json"], home: stranger)
    }
    let pair = ["got/a.checkpoint", "got/b.checkpoint"]
    let shown = try told(pair + ["--key", "got/log.vkey"])
    #expect(shown.status == 20 && shown.errors.contains(#""reason":"split_view""#))
    #expect(shown.output.contains(#""signed":true"#), "\(shown.output)")
    // Without the key, or with one byte of either head changed, it convinces nobody.
    #expect(try told(pair).status == 1)
    for name in pair {
      // The last digit of the size, which the log's line covers.
      let head = try String(contentsOfFile: "\(stranger.path)/\(name)", encoding: .utf8)
      var lines = head.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      lines[1] += "0"
      try stranger.write(lines.joined(separator: "\n"), to: "changed")
      let words = pair.map { $0 == name ? "changed" : $0 }
      #expect(try told(words + ["--key", "got/log.vkey"]).status == 65)
    }
    // The key is the one that an export of either ties to the name of the log.
    let key = try String(contentsOfFile: path + "/april/keys/log-0.vkey", encoding: .utf8)
    #expect(try String(contentsOfFile: path + "/proof/log.vkey", encoding: .utf8) == key)
  }

  /// A head that nobody of the log signed, beside a real one and with a key of its own beside the log's: two keys of
  /// one file show nothing.
  @Test func aMadeUpHeadIsNoProof() throws {
    let real = try String(contentsOfFile: path + "/out/checkpoint", encoding: .utf8)
    let lines = real.split(separator: "\n").map(String.init)
    let stranger = try SigningKey.makeRandom()
    var made = try SignedNote(
      text: Checkpoint(
        origin: lines[0], size: try #require(Int(lines[1])), root: Digest.of([UInt8]([7]))
      ).text)
    try made.sign(as: lines[0], with: stranger)
    let key = try String(contentsOfFile: path + "/out/keys/log-0.vkey", encoding: .utf8)
    try office.home.write(real, to: "real")
    try office.home.write(String(decoding: made.bytes, as: UTF8.self), to: "made")
    let strange = try NoteKey(name: lines[0], key: stranger.publicKey).text
    try office.home.write(key + strange + "\n", to: "both")
    let told = try compare(["real", "made", "--key", "both", "--save", "kept"])
    #expect(told.status == 1 && told.errors.contains(#""reason":"several_keys""#), "\(told.errors)")
    #expect(!FileManager.default.fileExists(atPath: path + "/kept/log.vkey"))
    // Nor does a line of one's own under the real head make one's key the log's.
    var crowded = try SignedNote(parsing: Array(real.utf8))
    try crowded.sign(as: lines[0], with: stranger)
    try office.home.write(String(decoding: crowded.bytes, as: UTF8.self), to: "crowded")
    let still = try compare(["crowded", "made", "--key", "both"])
    #expect(still.status == 1 && still.errors.contains(#""reason":"several_keys""#))
    // With the export beside it that has the real key, no more.
    #expect(try compare(["out", "made", "--key", "both"]).status == 1)
  }

  /// Two logs that part, each with a key of its own since: the exports show whose keys those are, the heads do not.
  @Test func aForkAcrossAChangeOfTheKey() throws {
    try office.join("mai", as: "social_worker")
    try office.join("hoa", as: "social_worker")
    try fork { office, name in
      let gone = name == "april" ? "mai" : "hoa"
      try office.demand(["staff", "suspend", gone, "--confirm", gone] + office.by("lan"))
    }
    let told = try compare(["april", "fork", "--save", "proof"])
    #expect(told.status == 20 && told.errors.contains(#""reason":"split_view""#), "\(told.errors)")
    #expect(!FileManager.default.fileExists(atPath: path + "/proof/log.vkey"))
    let said = try Program.safekeep.run(
      ["log", "compare", "april", "fork", "--save", "again", "--lang", "en"], home: office.home)
    #expect(said.errors.contains("the two exports are the proof"), "\(said.errors)")
  }

  /// Two exports of one vault that part, `april` and `fork`.
  private func fork(_ change: (Office, String) throws -> Void = { _, _ in }) throws {
    try office.copyVault(to: "before")
    try change(office, "april")
    try office.demand(["staff", "list"] + office.by("lan"))
    try office.demand(["log", "export", "april"] + office.by("kim"))
    try FileManager.default.removeItem(atPath: path + "/office")
    try FileManager.default.copyItem(atPath: path + "/before", toPath: path + "/office")
    try office.forgetPins()
    try change(office, "fork")
    for _ in 0..<4 { try office.demand(["staff", "list"] + office.by("lan")) }
    try office.demand(["log", "export", "fork"] + office.by("kim"))
  }

  /// That two logs part is told first, whether or not the pair could be kept; and nothing is written over.
  @Test func whatCannotBeSavedHidesNothing() throws {
    try fork()
    try office.home.write("mine\n", to: "file")
    try FileManager.default.createDirectory(
      atPath: path + "/full", withIntermediateDirectories: false)
    try office.home.write("mine\n", to: "full/a.checkpoint")
    for folder in ["missing/proof", "file/proof", "file", "full"] {
      let words = ["log", "compare", "april", "fork", "--save", folder]
      for (language, said) in [("en", "the pair is not saved"), ("vi", "cặp này chưa được lưu")] {
        let told = try Program.safekeep.run(words + ["--lang", language], home: office.home)
        #expect(told.status == 20, "\(folder) \(told.errors)")
        #expect(told.errors.contains(said), "\(folder) \(told.errors)")
        #expect(told.output.contains("split_view") || told.output.contains("SPLIT"))
      }
    }
    #expect(try String(contentsOfFile: path + "/full/a.checkpoint", encoding: .utf8) == "mine\n")
    #expect(!FileManager.default.fileExists(atPath: path + "/full/b.checkpoint"))
  }
}
