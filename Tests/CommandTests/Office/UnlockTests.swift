import Foundation
import Testing

@testable import safekeep

/// What an unlocked session does, where the kernel keeps keys.
@Suite(.enabled(if: KernelKeys.areKept)) struct UnlockTests {
  let office: Office

  init() throws {
    office = try Office()
    _ = try office.found()
  }

  @Test func oneUnlockingServesTheCommandsAfterIt() throws {
    let opened = try office.demand(["unlock"] + office.by("lan"))
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    #expect(opened.errors.contains("unlocked for lan until"))
    let list = try office.demand(["staff", "list", "--as", "lan", "--no-input"])
    #expect(list.output.hasPrefix("lan\tadmin\tactive"))
    let who = try office.demand(["whoami", "--as", "lan"])
    #expect(try Office.field("unlocked", who.output) == "yes")
    #expect(try Office.field("roles", who.output) == "admin")
  }

  /// Nobody is asked for anything, so nothing is told but the name that was given: of somebody who is a member no more
  /// than of somebody who is none.
  @Test(arguments: ["lan", "minh", "nobody"]) func whoIsLockedIsToldNothing(handle: String) throws {
    let who = try office.demand(["whoami", "--as", handle, "--json"])
    #expect(
      who.output
        == #"{"handle":"\#(handle)","roles":null,"standing":null,"unlocked":false,"until":null}"#
        + "\n")
  }

  @Test func lockingEndsItAndIsWrittenDown() throws {
    try office.demand(["unlock"] + office.by("lan"))
    let locked = try office.demand(["lock", "--as", "lan"])
    let entry = try Office.field("entry", locked.output)
    let list = try office.run(["staff", "list", "--as", "lan", "--no-input"])
    #expect(list.status == 64)
    #expect(try office.demand(["lock", "--as", "lan"]).errors == "safekeep: was locked already\n")
    let shown = try office.demand(
      ["log", "show", "--from", entry, "--limit", "1"] + office.by("lan"))
    #expect(shown.output.contains("session.close"))
  }

  /// Not only a form: whatever is asked, the answer to somebody at the door is the same.
  @Test func hidingLocks() throws {
    try office.demand(["unlock"] + office.by("lan"))
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["case", "show", "K7M-2QX-9T8", "--class", "safety", "--as", "lan", "--vault", office.vault],
      at: terminal, home: office.home)
    #expect(terminal.waitFor("What for?") != nil)
    terminal.type("!\n")
    process.waitUntilExit()
    let list = try office.run(["staff", "list", "--as", "lan", "--no-input"])
    #expect(process.terminationStatus == 130)
    #expect(list.status == 64)
  }

  /// An open terminal is not enough to take an account over, and what the old passphrase unlocked does
  /// not outlive it.
  @Test func changingThePassphraseAsksForTheOldOneAndLocks() throws {
    try office.demand(["unlock"] + office.by("lan"))
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let asked = try office.run(["passphrase", "change", "--as", "lan", "--no-input"])
    #expect(asked.status == 64)
    try office.home.write(
      Office.passphrase("lan") + "\nbốn con mèo trên mái\n", to: "change.pass")
    let changed = try office.demand(
      ["passphrase", "change", "--as", "lan", "--passphrase-file", "change.pass"])
    #expect(changed.errors.contains("safekeep: locked, log entry"))
    let list = try office.run(["staff", "list", "--as", "lan", "--no-input"])
    #expect(list.status == 64)
  }

  /// The first person to come to an account that is unlocked must not work as somebody else.
  @Test func aSecondMemberEndsTheSharingOfAnAccount() throws {
    try office.demand(["unlock"] + office.by("lan"))
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let added = try office.demand(["staff", "add", "hoa", "--role", "duty", "--as", "lan"])
    try office.enrol("hoa", code: try Office.field("code", added.output))
    let list = try office.run(["staff", "list", "--as", "lan", "--no-input"])
    #expect(list.status == 64)
    let again = try office.run(["unlock"] + office.by("lan") + ["--json"])
    #expect(again.errors == #"{"error":"passphrase","exit":10}"# + "\n")
  }
}
