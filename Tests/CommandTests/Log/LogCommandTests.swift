import Foundation
import Testing

@testable import safekeep

/// The log as an auditor meets it, and as it looks to them when somebody has been at the file.
@Suite struct LogCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
  }

  private func rows(_ words: [String], as handle: String = "lan") throws -> [[String]] {
    try office.demand(["log", "show"] + words + office.by(handle)).output
      .split(separator: "\n").map {
        $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      }
  }

  @Test func theLogBeginsWithTheVault() throws {
    let first = try rows(["--from", "0", "--limit", "4"])
    #expect(first.map { $0[0] } == ["0", "1", "2", "3"])
    #expect(first.map { $0[5] } == ["vault.create", "key.rotate", "schema.set", "rules.adopt"])
    #expect(first.allSatisfy { $0.count == LogCommandTests.columns })
  }

  /// As many as `--help` promises for programs.
  private static let columns = 16

  @Test func countingFromTheEndShowsTheNewest() throws {
    let all = try rows(["--from", "0", "--limit", "1000"])
    let tail = try rows(["--from=-2"])
    #expect(tail.count == 2)
    // The look before it, and the unlocking for this one.
    #expect(tail.map { $0[5] } == ["audit.search", "auth.ok"])
    #expect(Int(tail[0][0]) == all.count)
  }

  @Test(arguments: [["--from", "-2"], ["--from=-2"]])
  func aNumberFromTheEndIsNoOption(words: [String]) throws {
    #expect(try rows(words).count == 2)
    let shown = try rows(words + ["--limit", "1"])
    #expect(shown.count == 1)
  }

  // MARK: Failed unlockings

  private func fail(as handle: String) throws {
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    let run = try office.run(
      ["staff", "list", "--as", handle, "--passphrase-file", "wrong.pass"])
    #expect(run.status == 10)
  }

  /// The signer only found them in the inbox: the line says whose they are, and who noted them down.
  @Test func aFailedUnlockingIsNotTheirsWhoNotedItDown() throws {
    try fail(as: "minh")
    try fail(as: "stranger")
    let failures = try rows(["--limit", "10"]).filter { $0[5] == "auth.fail" }
    #expect(failures.map { $0[3] } == ["lan", "lan"])
    #expect(failures.map { $0[15] } == ["minh", "?"])
    let from = try #require(failures.first?[0])
    let asked = ["log", "show", "--from", from, "--limit", "2"] + office.by("lan")
    let json = try office.demand(asked + ["--json"])
    #expect(json.output.contains(#""tried":"minh"}"#) && json.output.contains(#""tried":"?"}"#))
    let table = try office.demand(asked + ["--format", "table"])
    #expect(table.output.contains("noted by lan") && table.output.contains("an unknown name"))
    #expect(table.errors.contains("not its own"))
    let told = try office.demand(asked + ["--format", "table", "--lang", "vi"])
    #expect(told.output.contains("lan ghi lại"))
    #expect(try rows(["--from", "0", "--limit", "4"]).allSatisfy { $0[15].isEmpty })
  }

  @Test func aLookAtTheLogIsAnEntry() throws {
    let run = try office.demand(["log", "show", "--limit", "1"] + office.by("minh"))
    let number = try #require(run.errors.split(separator: " ").last?.dropLast(1))
    let shown = try rows(["--from", String(number), "--limit", "1"])
    #expect(shown.first?[3] == "minh" && shown.first?[5] == "audit.search")
  }

  @Test(arguments: ["0", "-3", "x"]) func aLimitIsANumberFromOne(limit: String) throws {
    let run = try office.run(["log", "show", "--limit=\(limit)"] + office.by("lan"))
    #expect(run.status == 64)
  }

  @Test func theStateIsToldWithItsLimits() throws {
    let run = try office.demand(["log", "status"] + office.by("lan"))
    #expect(try Office.field("mode", run.output) == "embedded")
    #expect(try Office.field("checkpoint", run.output).hasPrefix("safekeep/"))
    #expect(run.errors.contains("nothing outside this machine holds any entry yet"))
    #expect(run.errors.contains("a screen that was photographed"))
  }

  /// The mode, what the log cannot show, and how much of it nothing outside holds since when stand in every report of
  /// it, for people and for programs (design, "What it can promise").
  @Test(arguments: [
    ["log", "status"], ["log", "verify"], ["log", "verify", "--from-pin"], ["log", "report"],
    ["log", "report", "--breach", "--since", "01/01/2026", "--until", "31/12/2099"],
  ])
  func everyReportSaysItsLimits(words: [String]) throws {
    let json = try office.demand(words + ["--json"] + office.by("lan")).output
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["mode"] as? String == "embedded")
    #expect(object["limits"] as? [String] == LogLimit.codes)
    #expect(object["unanchored"] as? Int ?? 0 > 5)
    #expect((object["unanchored_since"] as? String)?.hasPrefix("20") == true, "\(json)")
    for language in Language.allCases {
      let told = try office.demand(
        words + ["--format", "table", "--lang", language.rawValue] + office.by("lan"))
      let page = told.output + told.errors
      let spoken = language.words
      for said in [spoken.limits, spoken.timesAreClaims, spoken.modeOfLog(spoken.modeEmbedded)] {
        #expect(page.contains(said), "\(page)")
      }
      let never = spoken.neverAnchored(since: "")
      #expect(page.lowercased().contains(never.lowercased().dropLast(2)), "\(page)")
    }
  }

  // MARK: Verifying

  @Test func aSoundLogIsProvenUpToWhatThePinHeld() throws {
    let run = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(try Office.field("sound", run.output) == "yes")
    let pinned = try #require(Int(try Office.field("pinned", run.output)))
    #expect(run.errors.contains("proven up to entry \(pinned - 1), held by the pin of lan"))
    #expect(!(run.output + run.errors).contains("complete"))
  }

  @Test func withoutAPinItIsProvenAgainstItselfOnly() throws {
    try office.forgetPins()
    let run = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(try Office.field("pinned", run.output) == "")
    #expect(run.errors.contains("proven against itself only"))
  }

  /// The pin began behind the change, so unlocking still works; the whole reading does not.
  @Test(.enabled(if: Office.hasSQLite)) func aChangedEntryIsNamed() throws {
    try office.change(entry: 7)
    let run = try office.run(["log", "verify", "--json"] + office.by("lan"))
    #expect(run.status == 20)
    #expect(run.output.hasPrefix(#"{"sound":false,"entries":7,"#))
    #expect(run.errors.hasPrefix(#"{"error":"log","entry":7,"exit":20,"reason":"#))
  }

  /// Without a pin nobody can even be unlocked; the log alone is read and says why.
  @Test(.enabled(if: Office.hasSQLite)) func aLogTooBrokenToUnlockIsStillExamined() throws {
    try office.change(entry: 7)
    try office.forgetPins()
    let list = try office.run(["staff", "list"] + office.by("lan"))
    #expect(list.status == 20)
    #expect(list.errors.contains("safekeep log verify"))
    let run = try office.run(["log", "verify"] + office.by("lan"))
    #expect(run.status == 20)
    #expect(try Office.field("entry", run.output) == "")
    #expect(run.errors.contains("THE LOG DOES NOT VERIFY at entry 7"))
  }

  /// No command opens such a vault; the examination still says what was done to it.
  @Test(
    .enabled(if: Office.hasSQLite),
    arguments: [
      ("UPDATE field_rule SET readers=2047 WHERE id=201", "field_table", 2),
      ("DROP TRIGGER audit_leaf_same", "tables", 0),
    ])
  func aVaultThatNoCommandOpensIsExamined(_ change: String, _ reason: String, _ entry: Int) throws {
    try office.tamper(change)
    let list = try office.run(["staff", "list"] + office.by("lan"))
    #expect(list.status == 65)
    #expect(list.errors.contains("safekeep log verify"))
    let run = try office.run(["log", "verify", "--json"] + office.by("lan"))
    #expect(run.status == 20)
    #expect(run.output.hasPrefix(#"{"sound":false,"#))
    #expect(
      run.errors.hasPrefix(
        #"{"error":"log","entry":\#(entry),"exit":20,"reason":"\#(reason)","code":"schema."#))
  }

  /// A disk that takes nothing more: SQLite may write no file longer than 8 KiB. What stands there is
  /// read all the same.
  private func withoutSpace(_ words: [String]) throws -> Program.Run {
    let command = "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\""
    return try Program(path: "/bin/sh").run(
      ["-c", command, Program.safekeep.path] + words + ["--vault", office.vault],
      home: office.home)
  }

  @Test(.enabled(if: Office.hasSQLite)) func whatCannotBeWrittenToIsExamined() throws {
    let words = ["log", "verify"] + office.by("lan")
    let size = try #require(Int(Office.field("entries", office.demand(words).output)))
    let sound = try withoutSpace(words)
    #expect(sound.status == 74)
    #expect(sound.output.isEmpty)
    #expect(sound.errors.contains("entries 0 to \(size - 1) and what lies beside them fit"))
    let told = try withoutSpace(words + ["--json"])
    #expect(told.errors.contains(#""examined":\#(size - 1)"#))
    try office.tamper("UPDATE member SET bundle=x'00' WHERE key=2")
    let altered = try withoutSpace(words)
    #expect(altered.status == 20)
    #expect(altered.errors.contains("THE LOG DOES NOT VERIFY"))
  }

  @Test(.enabled(if: Stranger.isPossible && Office.hasSQLite), arguments: [false, true])
  func whatIsReadOnlyIsExamined(_ isAltered: Bool) throws {
    if isAltered { try office.tamper("UPDATE rule_file SET bytes=x'62'") }
    let place = office.home.path + "/" + office.vault
    for (path, mode) in [
      (place + "/records.db", 0o444), (place + "/custody.db", 0o444), (place, 0o555),
    ] {
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place)
    }
    let run = try Stranger.run(
      ["log", "verify", "--vault", office.vault] + office.by("lan"), office)
    #expect(run.status == (isAltered ? 20 : 73))
    #expect(
      run.errors.contains(isAltered ? "the rule book" : "this look could not be written down"))
  }

  @Test(.enabled(if: Office.hasSQLite)) func anotherLogKeySignsNothing() throws {
    try office.tamper("UPDATE custody SET log_seed=zeroblob(32)", file: "custody.db")
    for words in [["staff", "list"], ["log", "verify"]] {
      let run = try office.run(words + office.by("lan"))
      #expect(run.status == 20)
      #expect(run.errors.contains("THE LOG DOES NOT VERIFY at entry 1"))
    }
  }

  @Test(.enabled(if: Office.hasSQLite)) func anExchangedHandleIsMarkedAndNamed() throws {
    try office.tamper(
      "UPDATE member SET staff=(SELECT staff FROM member WHERE key=1) WHERE key=2")
    let list = try office.demand(["staff", "list"] + office.by("lan"))
    #expect(list.output.contains("(altered)") && !list.output.contains("minh"))
    let run = try office.run(["log", "verify"] + office.by("lan"))
    #expect(run.status == 20 && run.errors.contains("the sealed name of the member"))
  }

  @Test func aVaultPutBackIsNoticed() throws {
    try office.copyVault(to: "before")
    try office.demand(["staff", "list"] + office.by("lan"))
    try FileManager.default.removeItem(atPath: office.home.path + "/office")
    try FileManager.default.moveItem(
      atPath: office.home.path + "/before", toPath: office.home.path + "/office")
    for words in [["staff", "list"], ["log", "verify"]] {
      let run = try office.run(words + office.by("lan") + ["--json"])
      #expect(run.status == 20)
      #expect(run.errors.hasPrefix(#"{"error":"log","exit":20,"reason":"rollback","size":"#))
    }
    let told = try office.run(["log", "verify", "--lang", "vi"] + office.by("lan"))
    #expect(told.errors.contains("ĐÃ BỊ ĐƯA VỀ TRẠNG THÁI CŨ"))
  }
}
