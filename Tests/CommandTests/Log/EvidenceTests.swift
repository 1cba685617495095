import Foundation
import Testing

/// What leaves the vault for somebody who does not trust it: pins, proofs, exports; and copies held
/// against each other without any vault.
@Suite struct EvidenceTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
    try office.join("hoa", as: "social_worker")
  }

  private var path: String { office.home.path }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: path + "/" + name, encoding: .utf8)
  }

  private func field(_ key: String, _ words: [String], as handle: String = "kim") throws -> String {
    try Office.field(key, office.demand(words + office.by(handle)).output)
  }

  /// The vault of some moment, put in the place of the one of now.
  private func putBack(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/office")
    try FileManager.default.copyItem(atPath: path + "/" + name, toPath: path + "/office")
  }

  private func compare(_ a: String, _ b: String, _ more: [String] = []) throws -> Program.Run {
    try Program.safekeep.run(["log", "compare", a, b] + more, home: office.home)
  }

  // MARK: Proofs

  @Test func anEntryIsProvenInTwoSmallFiles() throws {
    let run = try office.demand(
      ["log", "prove", "7", "--to", "seven.tlog-proof"] + office.by("kim"))
    let proof = try read("seven.tlog-proof")
    #expect(proof.hasPrefix("c2sp.org/tlog-proof@v1\nindex 7\n"))
    #expect(proof.utf8.count < 1_500)
    let leaf = try read("seven.leaf")
    #expect(leaf.hasPrefix("audit-entry/v1 safekeep/") && leaf.contains(#""seq":7,"#))
    #expect(try Office.field("entry", run.output) != "")
    // Nothing is written over, and then nothing is asked of the vault either.
    let size = try #require(Int(try field("entries", ["log", "status"])))
    let again = try office.run(
      ["log", "prove", "8", "--to", "seven.tlog-proof"] + office.by("kim"))
    #expect(again.status == 73)
    #expect(try Int(field("entries", ["log", "status"])) == size + 2)
    let none = try office.run(["log", "prove", "70000"] + office.by("kim"))
    #expect(none.status == 66 && none.errors.contains("no such entry"))
    try office.demand(["log", "prove", "0"] + office.by("kim"))
    #expect(try read("0.leaf").contains("vault.create"))
  }

  @Test func whoReadsNoLogProvesNothing() throws {
    for words in [["log", "prove", "1"], ["log", "export", "out"], ["log", "tail", "--once"]] {
      let run = try office.run(words + office.by("hoa"))
      #expect(run.status == 77)
    }
    #expect(!FileManager.default.fileExists(atPath: path + "/1.tlog-proof"))
    // But everybody may keep the head, and look from their own pin on.
    try office.demand(["log", "pin", "--to", "hoa.pins"] + office.by("hoa"))
    let run = try office.demand(["log", "verify", "--from-pin"] + office.by("hoa"))
    #expect(run.errors.contains("not looked at") && !run.errors.contains("complete"))
    #expect(try Office.field("sound", run.output) == "yes")
  }

  // MARK: Pins

  @Test func aPinFileGrowsAndHoldsTheLog() throws {
    for count in 1...3 {
      let run = try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
      #expect(try Office.field("pins", run.output) == "\(count)")
    }
    let mode = try FileManager.default.attributesOfItem(atPath: path + "/kept")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let run = try office.demand(["log", "verify", "--pin", "kept"] + office.by("kim"))
    #expect(run.errors.contains(", pin 3 of the file"))
    #expect(run.errors.contains("held by pin 1 of the file"))
    let both = try office.run(["log", "verify", "--pin", "kept", "--from-pin"] + office.by("kim"))
    #expect(both.status == 64)
    try office.home.write("no pin\n", to: "other")
    for words in [["log", "pin", "--to", "other"], ["log", "verify", "--pin", "other"]] {
      let run = try office.run(words + office.by("kim"))
      #expect(run.status == 65 && run.errors.contains("not a pin file"))
    }
    #expect(try read("other") == "no pin\n")
  }

  @Test func aVaultThatWasPutBackContradictsThePinFile() throws {
    try office.copyVault(to: "before")
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("hoa")) }
    try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
    try putBack("before")
    try office.forgetPins()
    let shorter = try office.run(["log", "verify", "--pin", "kept", "--json"] + office.by("kim"))
    #expect(shorter.status == 20)
    #expect(shorter.errors.contains(#""reason":"rollback","pin":1"#))
    for _ in 0..<5 { try office.demand(["staff", "list"] + office.by("hoa")) }
    let other = try office.run(
      ["log", "verify", "--pin", "kept", "--lang", "vi"] + office.by("kim"))
    #expect(other.status == 20 && other.errors.contains("HAI BẢN KHÁC NHAU"))
    let kept = try read("kept")
    let pin = try office.run(["log", "pin", "--to", "kept"] + office.by("kim"))
    #expect(pin.status == 20 && pin.errors.contains("SPLIT VIEW"))
    #expect(try read("kept") == kept)
  }

  // MARK: A vault that was put back

  @Test func twoPeopleGoOnWithIt() throws {
    try office.copyVault(to: "before")
    for handle in ["lan", "minh", "kim"] {
      try office.demand(["staff", "list"] + office.by(handle))
    }
    try putBack("before")
    for handle in ["lan", "minh", "kim"] {
      let run = try office.run(["staff", "list"] + office.by(handle))
      #expect(run.status == 20 && run.errors.contains("log accept-rollback"))
    }
    try office.demand(["staff", "list"] + office.by("hoa"))
    let accept = ["log", "accept-rollback"]
    let unsure = try office.run(accept + ["--confirm", "yes"] + office.by("lan"))
    #expect(unsure.status == 64)
    let status = try office.demand(["vault", "status"] + office.by("hoa"))
    let origin = try Office.field("origin", status.output)
    let id = String(origin.dropFirst("safekeep/".count).prefix(8))
    let asked = try office.demand(accept + ["--confirm", id] + office.by("lan"))
    let seq = try Office.field("entry", asked.output)
    #expect(try office.run(["staff", "list"] + office.by("lan")).status == 20)
    // The asker cannot give it, and a lead neither.
    #expect(try office.run(accept + ["--confirm", seq] + office.by("minh")).status == 77)
    #expect(try office.run(accept + ["--confirm", "1"] + office.by("kim")).status == 64)
    try office.demand(accept + ["--confirm", seq] + office.by("kim"))
    for handle in ["lan", "minh", "kim"] {
      let run = try office.demand(["staff", "list"] + office.by(handle))
      // Who gave it knows it by that act.
      #expect(
        run.errors.contains("two people accepted it in log entry \(seq)") == (handle != "kim"))
      #expect(
        !(try office.demand(["staff", "list"] + office.by(handle))).errors.contains("accepted"))
    }
    let sound = try office.demand(["log", "verify", "--lang", "en"] + office.by("kim"))
    #expect(sound.errors.contains("put back from an older copy"), "\(sound.errors)")
    let report = try office.demand(["log", "report", "--json"] + office.by("kim"))
    #expect(report.output.contains(#""put_back""#), "\(report.output)")
    // Of no period can it be said that nobody looked.
    let period = ["log", "report", "--breach", "--since", "01/01/2020", "--until", "02/01/2020"]
    let breach = try office.demand(period + ["--json"] + office.by("kim"))
    #expect(breach.output.contains(#""put_back""#), "\(breach.output)")
    // Nor of anybody that they did no more: what they did after the copy is gone.
    let one = try office.demand(period + ["--member", "minh", "--json"] + office.by("kim"))
    #expect(one.output.contains(#""put_back""#), "\(one.output)")
    let rest = try office.demand(["log", "verify", "--from-pin", "--json"] + office.by("kim"))
    #expect(rest.output.contains("\"put_back\":[\(seq)]"), "\(rest.output)")
    // The next time it is refused again.
    try office.copyVault(to: "after")
    try office.demand(["staff", "list"] + office.by("minh"))
    try putBack("after")
    #expect(try office.run(["staff", "list"] + office.by("minh")).status == 20)
  }

  // MARK: Exports and copies

  @Test func anExportIsWholeAndCanBeMadeAgain() throws {
    let first = try office.demand(["log", "export", "out", "--with-handles"] + office.by("kim"))
    let size = try #require(Int(try Office.field("entries", first.output)))
    #expect(try read("out/checkpoint").contains("\n\(size)\n"))
    #expect(try read("out/handles.tsv").contains("\thoa\n"))
    #expect(try read("out/manifest").hasPrefix("safekeep-export/v1\n"))
    // What a program that died left is gone over again, and nothing of it stays.
    try FileManager.default.removeItem(atPath: path + "/out/manifest")
    try office.home.write("x", to: "out/tile/0/000.p/1.0123.safekeep-part")
    let again = try office.demand(["log", "export", "out"] + office.by("kim"))
    #expect(!FileManager.default.fileExists(atPath: path + "/out/handles.tsv"))
    let left = path + "/out/tile/0/000.p/1.0123.safekeep-part"
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(!FileManager.default.fileExists(atPath: path + "/out/tile/0/000.p/\(size)"))
    #expect(try Office.field("entries", again.output) != "\(size)")
    let shown = try office.demand(["log", "show", "--from", "\(size - 2)"] + office.by("kim"))
    #expect(shown.output.contains("\thandles\t") && shown.output.contains("\tlog\t"))
    try office.home.write("mine", to: "other/file")
    let refused = try office.run(["log", "export", "other"] + office.by("kim"))
    #expect(refused.status == 73)
    #expect(try read("other/file") == "mine")
    // Nor does an export take away what somebody put beside an earlier one.
    try office.home.write("mine", to: "out/notes.txt")
    #expect(try office.run(["log", "export", "out"] + office.by("kim")).status == 73)
    #expect(try read("out/notes.txt") == "mine" && read("out/manifest") != "")
    try FileManager.default.removeItem(atPath: path + "/out/notes.txt")
    try FileManager.default.createSymbolicLink(
      atPath: path + "/out/link", withDestinationPath: path)
    #expect(try office.run(["log", "export", "out"] + office.by("kim")).status == 73)
    try FileManager.default.removeItem(atPath: path + "/out/link")
    try office.demand(["log", "export", "out"] + office.by("kim"))
  }

  /// The auditor's own program, without the vault and without anybody's key.
  private func audit(_ words: [String]) throws -> Program.Run {
    let path = (Program.safekeep.path as NSString).deletingLastPathComponent + "/safekeep-verify"
    return try Program(path: path).run(words, home: office.home)
  }

  @Test func theAuditorsProgramAcceptsWhatTheVaultWrites() throws {
    let run = try office.demand(["log", "export", "out", "--with-handles"] + office.by("kim"))
    let origin = try Office.field("origin", run.output)
    let found = try audit(["out", "--origin", origin])
    #expect(found.status == 0, "\(found.output)\(found.errors)")
    #expect(try audit(["out"]).status == 1)
    #expect(
      try audit(["out", "--origin", "safekeep/" + String(repeating: "0", count: 32)]).status == 20)
    // From a pin on: only what is new, and the pin instead of the beginning.
    try office.demand(["log", "pin", "--to", "kept"] + office.by("kim"))
    let pinned = try #require(Int(try field("entries", ["log", "pin", "--to", "kept"])))
    for _ in 0..<3 { try office.demand(["staff", "list"] + office.by("hoa")) }
    let told = try office.demand(
      ["log", "export", "part", "--from", "\(pinned)"] + office.by("kim"))
    // Bundles are not divided, and that is said.
    #expect(
      told.errors.contains("it begins at entry 0, not \(pinned): entries go in bundles of 256"))
    #expect(!run.errors.contains("bundles"))
    let part = try audit(["part", "--pin", "kept"])
    #expect(part.status == 0, "\(part.output)\(part.errors)")
    // One byte of one entry.
    let bundle = path + "/out/tile/entries/000.p/"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: bundle).first)
    var bytes = try Data(contentsOf: URL(fileURLWithPath: bundle + name))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(fileURLWithPath: bundle + name))
    #expect(try audit(["out", "--origin", origin]).status == 20)
  }

  @Test func twoCopiesAreHeldAgainstEachOther() throws {
    try office.demand(["log", "export", "march"] + office.by("kim"))
    try office.copyVault(to: "before")
    try office.demand(["log", "export", "april"] + office.by("kim"))
    let longer = try compare("march", "april")
    #expect(longer.status == 0)
    #expect(try Office.field("relation", longer.output) == "extended")
    #expect(try Office.field("signed", longer.output) == "yes")
    #expect(try compare("april", "march/checkpoint").status == 0)
    #expect(try Office.field("relation", compare("april", "april").output) == "same")
    // Two checkpoints alone: nobody can tell.
    let bare = try compare("march/checkpoint", "april/checkpoint")
    #expect(bare.status == 1 && bare.errors.contains("cannot be told"))
    // Another log that begins as this one.
    try putBack("before")
    try office.forgetPins()
    for _ in 0..<2 { try office.demand(["staff", "list"] + office.by("hoa")) }
    try office.demand(["log", "export", "fork"] + office.by("kim"))
    #expect(try compare("march", "fork").status == 0)
    let split = try compare("april", "fork", ["--save", "proof"])
    #expect(split.status == 20 && split.errors.contains("SPLIT VIEW"))
    #expect(try read("proof/a.checkpoint") == read("april/checkpoint"))
    #expect(try read("proof/b.checkpoint") == read("fork/checkpoint"))
    #expect(try compare("proof/a.checkpoint", "fork").status == 20)
  }

  @Test func whatIsNoCopyIsRefusedByName() throws {
    try office.demand(["log", "export", "out"] + office.by("kim"))
    #expect(try compare("out", "none").status == 66)
    try office.home.write("x\n", to: "bad")
    #expect(try compare("bad", "out").errors.contains("the checkpoint of A does not have its form"))
    let head = try read("out/checkpoint")
    let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
    let moved = head.replacingOccurrences(of: "\n\(lines[1])\n", with: "\n3\n")
    try office.home.write(moved, to: "moved")
    let forged = try compare("out", "moved")
    #expect(forged.status == 65 && forged.errors.contains("under B is not good"))
    let other = head.replacingOccurrences(of: String(lines[0]), with: "safekeep/other")
    try office.home.write(other, to: "other")
    #expect(try compare("out", "other").errors.contains("two different logs"))
    try office.home.write("nokey\n", to: "key")
    #expect(try compare("out", "out", ["--key", "key"]).status == 65)
    try FileManager.default.copyItem(
      atPath: path + "/out/keys/log-0.vkey", toPath: path + "/log.vkey")
    let keyed = try compare("out/checkpoint", "out/checkpoint", ["--key", "log.vkey"])
    #expect(try Office.field("signed", keyed.output) == "yes")
  }

  // MARK: Following

  @Test func theTailIsTheLogAndOneEntry() throws {
    let size = try #require(Int(try field("entries", ["log", "status"])))
    let run = try office.demand(["log", "tail", "--from", "0", "--once"] + office.by("kim"))
    let rows = run.output.split(separator: "\n")
    #expect(rows.count == size + 2)
    #expect(rows.last?.contains("audit.search") == true && rows.last?.contains("\ttail\t") == true)
    let json = try office.demand(["log", "tail", "--once", "--json"] + office.by("kim"))
    let objects = json.output.split(separator: "\n")
    #expect(objects.count == 11)
    #expect(objects.allSatisfy { $0.hasPrefix(#"{"entry":"#) && $0.hasSuffix("}") })
  }
}
