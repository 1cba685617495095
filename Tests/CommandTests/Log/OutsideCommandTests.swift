import Foundation
import Testing

/// The journey of a head to a witness, to an authority, onto paper, by the real program.
@Suite struct OutsideCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.write(["witness"])
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: "\(office.home.path)/\(name)", encoding: .utf8)
  }

  private func ask(_ name: String, _ more: [String] = []) throws {
    try office.demand(["log", "cosign-request", "--to", name] + more + office.by("lan"))
  }

  private func cosign(_ name: String, _ more: [String] = []) throws -> Program.Run {
    try office.run(
      ["log", "cosign", name, "--as-witness", "auditor.example/w1", "--kdf", "low"]
        + office.secret("witness") + more)
  }

  private func logKey() throws -> String {
    try Office.field("log_key", office.demand(["log", "status"] + office.by("lan")).output)
  }

  @Test func aWitnessSignsAndTheVaultKeepsIt() throws {
    try ask("first")
    #expect(try cosign("first").status == 64)
    // The key that a request says is the one that every head was signed by.
    let request = try office.demand(["log", "cosign-request", "--to", "other"] + office.by("lan"))
    #expect(try Office.field("log_key", request.output) == logKey())
    let signed = try cosign("first", ["--log-key", logKey(), "--to", "answer"])
    #expect(signed.status == 0)
    let key = try Office.field("vkey", signed.output)
    #expect(try read("answer").hasSuffix("=\n"))
    let unknown = try office.run(["log", "add-cosignature", "answer"] + office.by("lan"))
    #expect(unknown.status == 65 && unknown.errors.contains("--witness"))
    let added = try office.demand(
      ["log", "add-cosignature", "answer", "--witness", key] + office.by("lan"))
    #expect(added.errors.contains("are held by auditor.example/w1"))
    let status = try office.demand(["log", "status", "--json"] + office.by("lan"))
    #expect(status.output.contains(#""cosigned":[{"witness":"auditor.example/w1","#))
    #expect(!status.errors.contains("nothing outside this machine holds any entry yet"))
    let verified = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(verified.errors.contains("held by nothing outside this machine, since"))
    // The second time neither key is needed, and the answer may go through a pipe.
    try ask("second")
    let again = try cosign("second")
    #expect(again.status == 0 && again.output.hasPrefix("safekeep/"))
    try office.home.write(again.output, to: "again")
    try office.demand(["log", "add-cosignature", "again"] + office.by("lan"))
  }

  @Test func aWitnessRefusesAVaultThatWasPutBack() throws {
    try office.copyVault(to: "before")
    try ask("first")
    #expect(try cosign("first", ["--log-key", logKey(), "--to", "a1"]).status == 0)
    office.vault = "before"
    try office.forgetPins()
    // As many entries as before, at another time: another head of the same size.
    try ask("fork")
    let run = try cosign("fork", ["--json", "--to", "a2"])
    #expect(run.status == 20)
    #expect(run.errors.hasPrefix(#"{"error":"log","exit":20,"reason":"#))
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/a2"))
    let told = try cosign("fork", ["--lang", "vi"])
    #expect(told.errors.contains("KHÔNG KÝ"))
    // Later it has more entries, and no proof that leads from what was signed.
    try ask("later")
    let later = try cosign("later", ["--json"])
    let recorded = later.errors.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
    #expect(later.status == 65 && later.errors.contains(#""reason":"old_size","recorded":"#))
    try ask("last", ["--old", String(recorded)])
    let last = try cosign("last", ["--json"])
    #expect(last.status == 20 && last.errors.contains(#""reason":"proof""#))
    let wrong = try office.run(["log", "cosign", "a1", "--as-witness", "auditor.example/w1"])
    #expect(wrong.status == 65)
    #expect(try cosign("nowhere").status == 66)
  }

  /// A file that is there already stays, and no entry is written.
  @Test func nothingIsOverwritten() throws {
    try office.home.write("mine\n", to: "there")
    let before = try office.demand(["log", "show", "--limit", "1"] + office.by("lan")).output
    for words in [
      ["log", "cosign-request", "--to", "there"], ["log", "checkpoint", "--to", "there"],
      ["log", "timestamp", "request", "--to", "there"],
      ["log", "timestamp", "request", "--to", "q", "--note", "there"],
      ["log", "cosign-request", "--to", "no/such/folder"],
      ["log", "pin", "--to", "no/such/pins"], ["log", "pin", "--to", "there/pins"],
    ] {
      #expect(try office.run(words + office.by("lan")).status == 73)
    }
    #expect(try read("there") == "mine\n")
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/q"))
    let after = try office.demand(["log", "show", "--limit", "1"] + office.by("lan")).output
    let numbers = [before, after].map { Int($0.prefix { $0 != "\t" }) ?? 0 }
    // The look before, and the unlocking for the look after.
    #expect(numbers[1] - numbers[0] == 2)
  }

  @Test func aHeadIsPrinted() throws {
    let shown = try office.demand(["log", "checkpoint", "--qr"] + office.by("lan"))
    let note = shown.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(note.contains { $0.hasPrefix("safekeep/") } && note.contains { $0.hasPrefix("— safe") })
    try office.demand(["log", "checkpoint", "--to", "head.html"] + office.by("lan"))
    let page = try read("head.html")
    #expect(page.hasPrefix("<!doctype html>") && page.contains("— safekeep/"))
    #expect(page.contains("Printed by lan") && page.contains("Người in: lan"))
    let json = try office.demand(["log", "checkpoint", "--json"] + office.by("lan"))
    #expect(json.output.contains(#""file":"safekeep/"#))
  }

  @Test func aTimestampIsAskedForAndNonsenseRefused() throws {
    try office.demand(
      ["log", "timestamp", "request", "--to", "q.tsq", "--note", "q.note"] + office.by("lan"))
    #expect(try read("q.note").hasPrefix("safekeep/"))
    try office.home.write("no time-stamp", to: "q.tsr")
    try office.home.write("no certificate", to: "ca.pem")
    let run = try office.run(
      ["log", "timestamp", "add", "q.tsr", "--ca", "ca.pem", "--json"] + office.by("lan"))
    #expect(run.status == 65 && run.errors.contains(#""reason":"malformed""#))
  }
}
