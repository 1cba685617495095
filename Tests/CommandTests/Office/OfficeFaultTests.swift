import Foundation
import Testing
import Vault

/// How the commands of the office fail: the exit status, the line for a program, and that nothing was
/// changed.
@Suite struct OfficeFaultTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func aWrongPassphraseIsTen() throws {
    _ = try office.found()
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    let run = try office.run(["staff", "list", "--as", "lan"] + office.secret("wrong"))
    #expect(run.status == 10)
    #expect(run.errors == "safekeep: wrong passphrase\n")
    let json = try office.run(["staff", "list", "--json", "--as", "lan"] + office.secret("wrong"))
    #expect(json.errors == #"{"error":"passphrase","exit":10,"wait":0}"# + "\n")
  }

  /// An unknown handle answers as a wrong passphrase does.
  @Test func anUnknownHandleIsToldFromNothing() throws {
    _ = try office.found()
    let run = try office.run(["staff", "list", "--as", "nobody"] + office.secret("lan"))
    #expect(run.status == 10)
    #expect(run.errors == "safekeep: wrong passphrase\n")
  }

  /// After three failures the next one waits, and the right one is then in the log after them.
  @Test func failuresAreSlowedAndFoldedIntoTheLog() throws {
    _ = try office.found()
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    var waits: [Bool] = []
    for _ in 0..<4 {
      let run = try office.run(["staff", "list", "--as", "lan"] + office.secret("wrong"))
      waits.append(run.errors.contains("the next attempt waits"))
      #expect(run.status == 10)
    }
    #expect(waits == [false, false, true, true])
    let shown = try office.demand(["log", "show"] + office.by("lan")).output
    #expect(shown.components(separatedBy: "auth.fail\tunattributed\tpassphrase").count == 5)
  }

  @Test func notAVaultIsSixtySix() throws {
    try office.write(["lan"])
    let run = try office.run(["staff", "list"] + office.by("lan") + ["--json"])
    #expect(run.status == 66)
    #expect(run.errors == #"{"error":"not_found","exit":66}"# + "\n")
  }

  @Test(.enabled(if: Office.hasSQLite)) func aNewerFormatIsSeventySix() throws {
    _ = try office.found()
    try office.tamper("PRAGMA user_version=\(Vault.newestFormat + 1)")
    let run = try office.run(["staff", "list"] + office.by("lan") + ["--json"])
    #expect(run.status == 76)
    let known = Vault.newestFormat
    #expect(
      run.errors
        == #"{"error":"newer_format","exit":76,"found":\#(known + 1),"known":\#(known)}"# + "\n")
  }

  @Test func whatCannotBeMadeIsSeventyThree() throws {
    try office.write(["lan"])
    try office.home.write("a file", to: "file")
    for place in ["file/vault", "/proc/vault"] {
      office.vault = place
      let run = try office.run(["vault", "create", "--kdf", "low"] + office.secret("lan"))
      #expect(run.status == 73)
    }
  }

  /// A vault that may be read and not written: nobody can be unlocked, for that is an entry. Root
  /// may write everything, so root plays somebody else.
  @Test(.enabled(if: Stranger.isPossible)) func aReadOnlyVaultIsSeventyThree() throws {
    _ = try office.found()
    for name in ["records.db", "custody.db", "custody.db-journal"] {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o444], ofItemAtPath: "\(office.home.path)/office/\(name)")
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o555], ofItemAtPath: office.home.path + "/office")
    let run = try Stranger.run(["staff", "list", "--vault", "office"] + office.by("lan"), office)
    #expect(run.status == 73)
    #expect(run.errors == "safekeep: cannot write here; nothing was changed\n")
  }

  @Test func aVaultIsMadeOnce() throws {
    _ = try office.found()
    let before = try Data(contentsOf: URL(fileURLWithPath: office.home.path + "/office/records.db"))
    let run = try office.run(["vault", "create", "--kdf", "low"] + office.secret("lan"))
    #expect(run.status == 73)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: office.home.path + "/office/records.db")) == before)
  }

  @Test func aWeakPassphraseLeavesNothingBehind() throws {
    try office.home.write("matkhau123\n", to: "weak.pass")
    let run = try office.run(["vault", "create", "--kdf", "low"] + office.secret("weak"))
    #expect(run.status == 64)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/office"))
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/office.root-seed"))
  }

  @Test func aRefusalNamesItsEntry() throws {
    try office.open()
    let run = try office.run(
      ["staff", "add", "an", "--role", "duty", "--json"] + office.by("minh"))
    #expect(run.status == 77)
    let entry = try #require(Int(run.errors.split(separator: ",")[1].split(separator: ":")[1]))
    let shown = try office.demand(
      ["log", "show", "--from", String(entry), "--limit", "1"] + office.by("lan")
    ).output
    #expect(shown.contains("minh\tlead\tmember.invite\tdenied\trole"))
  }

  @Test func aUsedInvitationNamesItsEntry() throws {
    let code = try office.found()
    let entry = try invitedLead()
    try office.enrol("minh", code: code)
    let again = try office.run(
      ["staff", "enrol", "minh", "--passphrase-file", "minh.code", "--json"])
    #expect(again.status == 65)
    #expect(again.errors == #"{"error":"data","entry":\#(entry),"exit":65}"# + "\n")
  }

  /// Seven days cannot be waited for: the vault was made nine days ago by a clock of the test.
  @Test func anExpiredInvitationNamesItsEntry() throws {
    let entry = try OldVault.make(office)
    let run = try office.run(
      ["staff", "enrol", "minh", "--passphrase-file", "minh.code", "--json"])
    #expect(run.status == 65)
    #expect(run.errors == #"{"error":"data","entry":\#(entry),"exit":65}"# + "\n")
    let told = try office.run(
      ["staff", "enrol", "minh", "--passphrase-file", "minh.code", "--lang", "vi"])
    #expect(told.errors.contains("mã mời này đã hết hạn: mục nhật ký số \(entry)"))
  }

  @Test func anInventedCodeIsSixtySix() throws {
    _ = try office.found()
    try office.home.write("AAAAA-BBBBB\ncorrect horse battery x\n", to: "x.code")
    let run = try office.run(["staff", "enrol", "minh", "--passphrase-file", "x.code"])
    #expect(run.status == 66)
  }

  @Test(arguments: [
    ["staff", "enrol", "minh", "QA4QT-6TWP3"], ["staff", "enrol", "minh", "--code", "QA4QT"],
    ["staff", "list", "--as", "lan", "--passphrase", "hunter2"],
  ])
  func aSecretInTheArgumentsIsRefused(words: [String]) throws {
    let run = try office.run(words)
    #expect(run.status == 64)
    #expect(run.errors.contains("every account of this machine can see it"))
    #expect(run.errors.contains("--passphrase-file"))
    #expect(!run.errors.contains("hunter2") && !run.errors.contains("QA4QT"))
  }

  @Test func nobodyToWorkAsIsSaid() throws {
    _ = try office.found()
    let run = try office.run(["staff", "list"] + office.secret("lan"))
    #expect(run.status == 64)
    #expect(run.errors.contains("--as HANDLE or SAFEKEEP_MEMBER"))
  }

  @Test func aLanguageThatWeDoNotSpeakIsRefused() throws {
    let run = try office.run(["whoami", "--lang", "fr"])
    #expect(run.status == 64)
    #expect(run.errors == "safekeep: unknown language fr; there are vi and en\n")
  }

  @Test(arguments: ["boss", "LEAD", ""]) func anUnknownRoleIsRefused(role: String) throws {
    let run = try office.run(["staff", "add", "an", "--role", role, "--as", "lan"])
    #expect(run.status == 64)
    #expect(run.errors.contains("social_worker"))
  }

  private func invitedLead() throws -> Int {
    let shown = try office.demand(["log", "show", "--from", "0"] + office.by("lan")).output
    let rows = shown.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    let row = try #require(rows.last { $0.contains("member.invite") })
    return try #require(Int(row[0]))
  }
}
