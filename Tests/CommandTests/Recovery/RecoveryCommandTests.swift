import Foundation
import Glibc
import Testing

/// Trustees at the terminal, with the real binary: they see their shares, drill, and give a new lead what the
/// lost ones read.
@Suite struct RecoveryCommandTests {
  let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("hoa", as: "duty")
    try office.demand(["vault", "status"] + office.by("hoa"))
    try office.join("an", as: "social_worker")
    try office.home.write(
      #"{"reporter_kind": "self", "full_name": "Vàng Thị Ví Dụ"}"#, to: "arrival.json")
  }

  private func openCase() throws -> String {
    let opened = try office.demand(
      ["case", "open", "--new", "--from", "arrival.json"] + office.by("an"))
    return try Office.field("case", opened.output)
  }

  private func newest(_ count: Int) throws -> [String] {
    try office.logLines(from: 0).suffix(count).map(CommandDay.name)
  }

  private func size() throws -> Int { try office.logLines(from: 0).count }

  @Test func allLeadsAreGoneAndTwoTrusteesRecover() throws {
    let code = try openCase()
    try office.joinTrustees()
    try office.demand(["vault", "status"] + office.by("hoa"))
    let shares = try ["lien", "phuc"].map { try office.seeShare(of: $0).words }
    // Nobody has minh's passphrase any more. The administrator brings in another lead, whom nobody confirms.
    try office.enrol("binh", code: office.invite("binh", as: "lead"))
    try office.demand(["staff", "admit", "binh", "--confirm", "binh"] + office.by("lan"))
    let recover = ["key", "recover", "binh", "--confirm", "binh"]
    let asked = try office.demand(recover + office.by("vinh"))
    #expect(asked.errors.contains("next, by another trustee, with two shares at hand"))
    let again = try office.run(recover + office.by("vinh"))
    #expect(again.status == 77)
    #expect(try newest(1) == ["key.recover denied"])
    let done = try office.typing(
      shares, recover + office.by("lien"), until: "next: suspend who lost their passphrase")
    #expect(done.status == 0)
    #expect(done.output.contains("a new recovery seed is shared among three trustees"))
    #expect(done.output.contains("binh is lead and has the keys of 1 case"))
    #expect(!done.output.contains(shares[0].split(separator: " ")[5]))
    #expect(
      try newest(9)
        == ["recovery.run ok", "key.rotate/epoch ok", "key.rotate/epoch ok"]
        + Array(repeating: "key.wrap/share ok", count: 3)
        + Array(repeating: "key.wrap ok", count: 3))
    try readsEverything(code)
    try oldSharesAreVoid(shares)
  }

  private func readsEverything(_ code: String) throws {
    let first = try office.demand(
      ["person", "show", code, "--for", "CAREMGT", "--json"] + office.by("binh"))
    #expect(first.output.contains("Vàng Thị Ví Dụ"))
    // The recovery left nothing of it to do.
    #expect(!first.errors.contains("recovery seed"))
    try office.demand(["case", "list"] + office.by("binh"))
    try office.demand(
      ["staff", "suspend", "minh", "--confirm", "minh", "--vacant"] + office.by("lan"))
    try office.demand(["case", "show", code] + office.by("binh"))
    try office.demand(["vault", "status"] + office.by("hoa"))
    let status = try office.demand(["vault", "status"] + office.by("binh"))
    #expect(try Office.field("keys_due", status.output) == "")
    #expect(try Office.field("cases_due", status.output) == "0", "\(status.errors)")
    let sound = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(try Office.field("sound", sound.output) == "yes")
  }

  private func oldSharesAreVoid(_ shares: [String]) throws {
    let old = try office.typing(
      shares, ["key", "drill"] + office.by("phuc"), until: "of a time that is over")
    #expect(old.status == 65)
    #expect(try newest(1) == ["key.drill/share.other_seed failed"])
    let new = try ["lien", "vinh"].map { try office.seeShare(of: $0).words }
    #expect(Set(new).isDisjoint(with: shares))
    let drilled = try office.typing(
      new, ["key", "drill"] + office.by("phuc"), until: "the two shares fit")
    #expect(drilled.status == 0)
  }

  // MARK: The terminal

  @Test func aShareIsShownOnceAndTakenOffTheScreen() throws {
    try office.joinTrustees()
    let seen = try office.seeShare(of: "lien")
    #expect(seen.run.status == 0)
    #expect(seen.words.split(separator: " ").count == 33)
    let parts = seen.run.output.components(separatedBy: "\u{1B}[H\u{1B}[2J\u{1B}[3J")
    #expect(parts.count == 2 && parts[0].contains("of the recovery seed, 1 of 3, epoch 1"))
    let words = seen.words.split(separator: " ")
    #expect(!parts[1].contains("\(words[0]) \(words[1])"))
    // Into no pipe, and no entry says that it was shown.
    let count = try size()
    let piped = try office.run(["key", "share"] + office.by("lien"))
    #expect(piped.status == 64 && piped.output == "")
    #expect(piped.errors.contains("shares are typed and shown at a terminal and nowhere else"))
    #expect(try office.logLines(from: count).map(CommandDay.name) == ["auth.ok ok"])
    let told = try office.run(["key", "drill", "--lang", "vi"] + office.by("lien"))
    #expect(told.status == 64 && told.errors.contains("mảnh khóa chỉ được gõ và xem"))
  }

  @Test func aShareIsTypedInPiecesAndAMistakeIsToldAtOnce() throws {
    try office.joinTrustees()
    let shares = try ["lien", "phuc"].map { try office.seeShare(of: $0).words }
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["key", "drill", "--vault", office.vault] + office.by("vinh"), at: terminal,
      home: office.home)
    func type(_ text: String, after question: String) throws -> String {
      let screen = try #require(terminal.waitFor(question, within: 60))
      try #require(terminal.waits(untilEchoIs: false))
      terminal.type(text + "\n")
      return screen
    }
    let first = shares[0].split(separator: " ").map(String.init)
    let wrong = first[..<8] + ["nhà"] + first[9...]
    _ = try type(wrong.joined(separator: " "), after: "Share 1, 33 words")
    let told = try type(first[..<10].joined(separator: " "), after: "Share 1, 33 words")
    #expect(told.contains("share 1: word 9 is not in the list"))
    _ = try type(first[10..<30].joined(separator: " "), after: "Share 1, word 11 and on")
    _ = try type(first[30...].joined(separator: " "), after: "Share 1, word 31 and on")
    _ = try type(shares[1].uppercased(), after: "Share 2, 33 words")
    let screen = try #require(terminal.waitFor("the two shares fit", within: 60))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0 && !screen.contains(first[0] + " " + first[1]))
    #expect(try newest(2) == ["key.drill/share.word failed", "key.drill/recovery ok"])
  }

  @Test func threeMistakesOrNothingEndIt() throws {
    try office.joinTrustees()
    let share = try office.seeShare(of: "lien").words
    let words = share.split(separator: " ").map(String.init)
    let wrong = (words.dropLast() + [words[0]]).joined(separator: " ")
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["key", "drill", "--vault", office.vault, "--lang", "vi"] + office.by("vinh"),
      at: terminal, home: office.home)
    for _ in 0..<3 {
      try #require(terminal.waitFor("Mảnh khóa 1, 33 từ", within: 60) != nil)
      try #require(terminal.waits(untilEchoIs: false))
      terminal.type(wrong + "\n")
    }
    try #require(terminal.waitFor("có từ sai hoặc sai vị trí", within: 60) != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 65)
    let few = try office.typing(
      [share, ""], ["key", "drill"] + office.by("vinh"), until: "it takes two shares")
    #expect(few.status == 65)
    #expect(
      try newest(5) == Array(repeating: "key.drill/share.checksum failed", count: 3)
        + ["auth.ok ok", "key.drill/share.too_few failed"])
  }

  // MARK: Killed

  /// A new seed takes the place of the old one while the program is killed again and again: the vault opens
  /// and verifies, nothing is lost, and in the end nothing is due.
  @Test func whatIsKilledIsFinishedByTheNext() throws {
    let codes = try (0..<6).map { _ in try openCase() }
    try office.joinTrustees(["lien", "phuc", "vinh", "yen"])
    try office.demand(["vault", "status"] + office.by("hoa"))
    try office.demand(["staff", "suspend", "phuc", "--confirm", "phuc"] + office.by("lan"))
    for handle in ["minh", "hoa"] {
      for _ in 0..<8 {
        try kill(["vault", "status"] + office.by(handle))
        let sound = try office.run(["log", "verify"] + office.by("lan"))
        #expect(try sound.status == 0 && Office.field("sound", sound.output) == "yes")
      }
    }
    try office.demand(["vault", "status"] + office.by("minh"))
    let status = try office.demand(["vault", "status"] + office.by("hoa"))
    #expect(try Office.field("keys_due", status.output) == "")
    #expect(try Office.field("cases_due", status.output) == "0")
    for code in codes { try office.demand(["case", "show", code] + office.by("minh")) }
    let shares = try ["vinh", "yen"].map { try office.seeShare(of: $0).words }
    let drilled = try office.typing(
      shares, ["key", "drill"] + office.by("lien"), until: "the two shares fit")
    #expect(drilled.status == 0)
    let sound = try office.demand(["log", "verify"] + office.by("lan"))
    #expect(try Office.field("sound", sound.output) == "yes")
  }

  private func kill(_ words: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.safekeep.path)
    process.arguments = words + ["--vault", office.vault]
    process.currentDirectoryURL = URL(fileURLWithPath: office.home.path)
    process.environment = ["HOME": office.home.path, "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(.random(in: 100_000..<700_000))
    // Only this very process, and only while it lives.
    if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }
}
