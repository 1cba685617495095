import Foundation
import Testing

/// What a person meets who sits at the terminal: questions on it, secrets without echo, the
/// fingerprint read and typed.
@Suite struct AtTheTerminalTests {
  let office: Office
  let terminal: PseudoTerminal

  init() throws {
    office = try Office()
    terminal = try PseudoTerminal()
  }

  private func start(_ words: [String]) throws -> Process {
    try Program.safekeep.start(
      words + ["--vault", office.vault], at: terminal, home: office.home)
  }

  /// Types a secret once the terminal has stopped showing what is typed.
  ///
  /// - Returns: what stood on the screen up to the question.
  @discardableResult
  private func type(secret: String, after question: String) throws -> String {
    let screen = try #require(terminal.waitFor(question))
    try #require(terminal.waits(untilEchoIs: false))
    terminal.type(secret + "\n")
    return screen
  }

  @Test func aMistypedPassphraseIsAskedForAgain() throws {
    _ = try office.found()
    let process = try start(["staff", "list", "--as", "lan"])
    try type(secret: "not this one", after: "Passphrase of lan:")
    let told = try type(secret: Office.passphrase("lan"), after: "Passphrase of lan:")
    #expect(told.contains("safekeep: wrong passphrase"))
    let screen = try #require(terminal.waitFor("administrator"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(!screen.contains("correct horse"))
  }

  @Test func threeMistakesEndTheCommand() throws {
    _ = try office.found()
    let process = try start(["staff", "list", "--as", "lan"])
    for _ in 0..<3 { try type(secret: "not this one", after: "Passphrase of lan:") }
    process.waitUntilExit()
    #expect(process.terminationStatus == 10)
  }

  /// Whoever has to wait types all the same: it is neither shown nor taken for the answer.
  @Test func nothingIsShownWhileSomebodyWaits() throws {
    _ = try office.found()
    try office.home.write("not the passphrase\n", to: "wrong.pass")
    for _ in 0..<3 {
      _ = try office.run(["staff", "list", "--as", "lan"] + office.secret("wrong"))
    }
    let process = try start(["staff", "list", "--as", "lan"])
    try #require(terminal.waitFor("waiting") != nil)
    try #require(terminal.waits(untilEchoIs: false))
    terminal.type("typed too early\n")
    let screen = try type(secret: Office.passphrase("lan"), after: "Passphrase of lan:")
    #expect(!screen.contains("typed too early"))
    let shown = try #require(terminal.waitFor("administrator"))
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(!shown.contains("typed too early"))
  }

  @Test func aNewPassphraseIsTypedTwice() throws {
    let process = try start(["vault", "create", "--kdf", "low", "--as", "lan"])
    try type(secret: "bảy con trâu ăn cỏ", after: "New passphrase")
    try type(secret: "bảy con trâu ăn có", after: "The new one again:")
    try #require(terminal.waitFor("nothing was changed") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/office"))
  }

  /// Judged before it is typed a second time, with the reason.
  @Test func aWeakPassphraseIsAskedForAgain() throws {
    let process = try start(["vault", "create", "--kdf", "low", "--as", "lan"])
    try type(secret: "ngắn", after: "New passphrase")
    let short = try type(secret: "matkhau123", after: "New passphrase")
    #expect(short.contains("fewer than 10 characters"))
    let common = try type(secret: "bảy con trâu ăn cỏ", after: "New passphrase")
    #expect(common.contains("guessed first") && !common.contains("The new one again"))
    try type(secret: "bảy con trâu ăn cỏ", after: "The new one again:")
    try #require(terminal.waitFor("vault made") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func threeWeakPassphrasesEndTheCommand() throws {
    let process = try start(["vault", "create", "--kdf", "low", "--as", "lan", "--lang", "vi"])
    for weak in ["ngắn", "abcabcabcabc", "abcdefghij"] {
      try type(secret: weak, after: "Mật khẩu mới")
    }
    try #require(terminal.waitFor("theo thứ tự") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    #expect(!FileManager.default.fileExists(atPath: office.home.path + "/office"))
  }

  /// The fingerprint stands in the question, and what the other person read out answers it.
  @Test func theFingerprintIsTypedAsItWasReadOut() throws {
    try office.open()
    let fingerprint = try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    let process = try start(["staff", "admit", "hoa"] + office.by("lan"))
    try #require(terminal.waitFor("has the fingerprint \(fingerprint).") != nil)
    terminal.type(fingerprint.uppercased().filter { $0 != " " } + "\n")
    try #require(terminal.waitFor("is to be duty officer") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func anythingElseIsNoConfirmation() throws {
    try office.open()
    try office.enrol("hoa", code: office.invite("hoa", as: "duty"))
    let process = try start(["staff", "admit", "hoa", "--lang", "vi"] + office.by("lan"))
    try #require(terminal.waitFor("có mã đối chiếu") != nil)
    terminal.type("yes\n")
    try #require(terminal.waitFor("chưa xác nhận") != nil)
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
