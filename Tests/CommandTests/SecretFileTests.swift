import Foundation
import Sealing
import Testing

@testable import safekeep

@Suite struct SecretFileTests {
  let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  private func bytes(_ secret: borrowing SecretBytes) -> [UInt8] {
    secret.withSpan { span in span.indices.map { span[$0] } }
  }

  private let nobody: Secrets.Seat = { () throws(Fault) in try ControllingTerminal(noInput: true) }

  private func secrets(_ text: String, mode: Int = 0o600, count: Int) throws -> [String] {
    try home.write(text, to: "pass", mode: mode)
    let file = try SecretFile(path: home.path + "/pass")
    return try (0..<count).map { _ in String(decoding: bytes(try file.next()), as: UTF8.self) }
  }

  @Test(arguments: [
    ("one", ["one"]), ("one\n", ["one"]), ("one\r\n", ["one"]), (" one \n", [" one "]),
    ("one\ntwo\n", ["one", "two"]), ("\n", [""]), ("mật khẩu\n\nx", ["mật khẩu", "", "x"]),
    ("a\rb\n", ["a\rb"]),
  ])
  func aSecretIsALine(text: String, expected: [String]) throws {
    #expect(try secrets(text, count: expected.count) == expected)
  }

  @Test func afterTheLastLineThereIsNone() throws {
    for text in ["", "one\n", "one"] {
      let fault = #expect(throws: Fault.self) { try secrets(text, count: 2) }
      #expect(fault?.status == .usage)
    }
  }

  @Test func aLongSecretIsRefusedNotCut() throws {
    let fits = String(repeating: "a", count: SecretPrompt.longest)
    #expect(try secrets(fits + "\n", count: 1) == [fits])
    #expect(throws: Fault.self) { try secrets(fits + "a\n", count: 1) }
  }

  @Test(arguments: [(0o640, true), (0o604, true), (0o600, false), (0o400, false)])
  func whatOthersMayReadIsSaid(mode: Int, isShared: Bool) throws {
    try home.write("one\n", to: "pass", mode: mode)
    let file = try SecretFile(path: home.path + "/pass")
    let found = file.isShared
    #expect(found == isShared)
    #expect(bytes(try file.next()) == Array("one".utf8))
  }

  @Test func aMissingFileIsNotFound() throws {
    let path = home.path + "/none"
    let fault = #expect(throws: Fault.self) { _ = try SecretFile(path: path).next() }
    #expect(fault?.status == .notFound)
  }

  @Test func aDirectoryIsNoFileOfPassphrases() throws {
    let path = home.path
    let fault = #expect(throws: Fault.self) { _ = try SecretFile(path: path).next() }
    #expect(fault?.status == .notFound)
    #expect(fault?.sentence?(English()).contains("names a directory") == true)
  }

  /// Windows-1258 and its like: said as that, before anything is tried.
  @Test func aFileInAnotherCodePageIsNamed() throws {
    let path = home.path + "/pass"
    try Data([0x6D, 0xE2, 0x74, 0x0A]).write(to: URL(fileURLWithPath: path))
    let fault = #expect(throws: Fault.self) { _ = try SecretFile(path: path).next() }
    #expect(fault?.status == .badData)
    #expect(fault?.sentence?(Vietnamese()) == "tệp mật khẩu không phải UTF-8")
  }

  @Test func aPipeIsTakenAsItIs() throws {
    let path = home.path + "/pipe"
    #expect(unsafe mkfifo(path, 0o644) == 0)
    let writer = Thread { FileHandle(forWritingAtPath: path)?.write(Data("piped\n".utf8)) }
    writer.start()
    let file = try SecretFile(path: path)
    #expect(bytes(try file.next()) == Array("piped".utf8))
  }

  @Test func newSecretsAreAskedOnceOfAFile() throws {
    try home.write("old\nnew\n", to: "pass")
    var secrets = Secrets(path: home.path + "/pass")
    #expect(bytes(try secrets.ask("?", at: nobody)) == Array("old".utf8))
    let new = try secrets.ask("?", at: nobody)
    #expect(bytes(new) == Array("new".utf8))
    try secrets.compare(new, with: "?", at: nobody)
  }

  @Test func withoutAFileAndWithoutInputNobodyIsAsked() {
    let fault = #expect(throws: Fault.self) {
      var secrets = Secrets(path: nil)
      _ = try secrets.ask("?", at: nobody)
    }
    #expect(fault?.sentence?(English()) == English().nobodyToAsk)
  }
}

@Suite struct InputFileTests {
  @Test func wholeOrRefused() throws {
    let home = try TemporaryHome()
    try home.write(String(repeating: "x", count: 100_000), to: "in.json")
    #expect(try InputFile.read(home.path + "/in.json", limit: 100_000).count == 100_000)
    let large = #expect(throws: Fault.self) {
      try InputFile.read(home.path + "/in.json", limit: 99_999)
    }
    #expect(large?.status == .badData)
    let none = #expect(throws: Fault.self) { try InputFile.read(home.path + "/no", limit: 1) }
    #expect(none?.status == .notFound)
  }
}

/// A kernel without keyrings, as in many containers, has nothing to test.
private let hasKeyring: Bool = {
  guard let found = try? SessionKeyring(vault: "00", member: "00").take() else { return false }
  if case .locked = found { return true }
  return false
}()

@Suite(.serialized, .enabled(if: hasKeyring))
struct SessionKeyringTests {

  private let keyring = SessionKeyring(vault: "7e57", member: String(getpid(), radix: 16))

  private func key() throws -> SecretBytes { try .makeRandom(count: 32) }

  @Test func whatWasKeptIsTakenUntilItIsDropped() throws {
    let kept = try key()
    #expect(try keyring.keep(kept) == SessionKeyring.idle)
    guard case .unlocked(let taken, let age, let seconds) = try keyring.take() else {
      Issue.record("locked")
      return
    }
    let isSame = taken == kept
    #expect(isSame)
    #expect(seconds == SessionKeyring.idle)
    #expect((0...2).contains(age))
    #expect(keyring.drop())
    #expect(!keyring.drop())
    guard case .locked = try keyring.take() else {
      Issue.record("still there")
      return
    }
  }

  @Test func anotherMemberOrVaultHasNone() throws {
    _ = try keyring.keep(try key())
    defer { _ = keyring.drop() }
    for other in [SessionKeyring(vault: "7e57", member: "ff"), .init(vault: "7e58", member: "aa")] {
      guard case .locked = try other.take() else {
        Issue.record("not ours")
        return
      }
    }
  }

  @Test func keepingAgainReplaces() throws {
    _ = try keyring.keep(try key())
    let second = try key()
    _ = try keyring.keep(second)
    guard case .unlocked(let taken, _, _) = try keyring.take() else {
      Issue.record("locked")
      return
    }
    let isSecond = taken == second
    #expect(isSecond)
    #expect(keyring.drop())
  }

  /// Possessor everything; the same account view, read, search and set attributes; others nothing.
  @Test func thePermissionsAreThoseOfTheDesign() throws {
    _ = try keyring.keep(try key())
    defer { _ = keyring.drop() }
    let keys = try String(contentsOfFile: "/proc/keys", encoding: .utf8)
    let line = keys.split(separator: "\n").first { $0.contains("safekeep:7e57:") }
    #expect(line?.contains(" 3f2b0000 ") == true)
  }
}
