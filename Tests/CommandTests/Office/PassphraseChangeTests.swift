import Foundation
import Testing

/// `passphrase change`, by the program itself.
@Suite struct PassphraseChangeTests {
  let office: Office

  init() throws {
    office = try Office()
    _ = try office.found()
  }

  private func change(_ lines: [String], _ options: [String] = []) throws -> Program.Run {
    try office.home.write(lines.joined(separator: "\n") + "\n", to: "change.pass")
    return try office.run(
      ["passphrase", "change", "--as", "lan", "--passphrase-file", "change.pass"] + options)
  }

  @Test func theNewOneServesAndTheOldOneDoesNot() throws {
    let run = try change([Office.passphrase("lan"), "bốn con mèo trên mái"])
    #expect(run.status == 0)
    #expect(run.errors.contains("passphrase changed, log entry"))
    #expect(run.errors.contains("your keys are the same as before"))
    let entry = try Office.field("entry", run.output)
    #expect(try office.run(["staff", "list"] + office.by("lan")).status == 10)
    try office.home.write("bốn con mèo trên mái\n", to: "lan.pass")
    let shown = try office.demand(
      ["log", "show", "--from", entry, "--limit", "1"] + office.by("lan")
    ).output
    #expect(shown.contains("key.wrap"))
  }

  @Test func nothingChangesWithoutTheOldOneOrWithAWeakOne() throws {
    #expect(try change(["not this one", "bốn con mèo trên mái"]).status == 10)
    let weak = try change([Office.passphrase("lan"), "1234"], ["--lang", "vi"])
    #expect(weak.status == 64)
    #expect(weak.errors.contains("mật khẩu ngắn"))
    #expect(try change([Office.passphrase("lan"), Office.passphrase("lan")]).status == 1)
    try office.demand(["staff", "list"] + office.by("lan"))
  }
}
