import CLinux
import Foundation
import Sealing
import Testing
import Vault

@testable import safekeep

/// What is severe is not done with a session that somebody left open: five minutes after the passphrase was
/// given it is asked for again (design, keys: "Unlocking").
@Suite(.enabled(if: KernelKeys.areKept)) struct AskedAgainTests {
  let office: Office

  init() throws {
    office = try Office()
    _ = try office.found()
  }

  /// Reading clinical fields, exports, printing, keys, and a second person's word.
  static let severe: [[String]] = [
    ["case", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["health", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["support", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["log", "export", "out"], ["log", "export-events", "--form", "csv", "--to", "events.csv"],
    ["case", "accesses", code, "--to", "page.txt"],
    ["request", "answer", code, record, "--to", "page.html"],
    ["case", "erase", code, "--reason", "person_request", "--confirm", code],
    ["approval", "give", "3"], ["staff", "admit", "minh", "--confirm", "minh"],
    ["staff", "suspend", "minh", "--confirm", "minh"],
    ["staff", "role", "add", "minh", "--role", "lead"],
    ["key", "rotate"], ["key", "rotate", "--self"],
  ]
  static let mild: [[String]] = [
    ["staff", "list"], ["vault", "status"], ["case", "show", code], ["case", "accesses", code],
    ["case", "show", code, "--class", "sensitive", "--for", "CAREMGT"],
  ]
  private static let code = "K7M-2QX-9T8"
  private static let record = "4f2c8a51d06b9e7734aa02c1b85d6e90"

  @Test(arguments: severe) func aSessionThatWasLeftOpenDoesNotDo(words: [String]) throws {
    try unlock(ago: 301)
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let run = try office.run(words + ["--as", "lan", "--no-input"])
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.contains("asked again"))
  }

  @Test(arguments: severe) func aFreshOneDoes(words: [String]) throws {
    try unlock(ago: 200)
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let run = try office.run(words + ["--as", "lan", "--no-input"])
    #expect(!run.errors.contains("asked again"), "\(run.errors)")
    #expect(![10, 64].contains(run.status), "\(run.errors)")
  }

  @Test(arguments: mild) func anOldOneDoesWhatIsNotSevere(words: [String]) throws {
    try unlock(ago: 301)
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    let run = try office.run(words + ["--as", "lan", "--no-input"])
    #expect(![10, 64].contains(run.status), "\(run.errors)")
  }

  /// Unlocks, and makes what the kernel keeps older than it is: no test waits.
  private func unlock(ago seconds: Int) throws {
    try office.demand(["unlock"] + office.by("lan"))
    let path = office.home.path + "/" + office.vault
    let vault = try Vault(opening: path, pins: office.home.path + "/other", now: Desk.now)
    let name = "safekeep:\(vault.id.hex):\(vault.fileName(of: "lan"))"
    let serial = try #require(try Kernel.findKey(name))
    let kept = try SecretBytes.made(capacity: 1024) { try? Kernel.readKey(serial, into: &$0) }
    let stamp = UInt64(clinux_seconds_since_boot()) - UInt64(seconds)
    let older = try SecretBytes.made(capacity: kept.count) { output in
      for shift in 0..<8 { output.append(UInt8(truncatingIfNeeded: stamp >> (8 * shift))) }
      kept.withSpan { bytes in
        for index in 8..<bytes.count { output.append(bytes[index]) }
      }
    }
    try older.withSpan { bytes throws(Kernel.Errno) in
      try Kernel.addKey(name, bytes, seconds: 60)
    }
  }
}
