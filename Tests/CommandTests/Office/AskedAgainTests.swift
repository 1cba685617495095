import CLinux
import Casework
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
    try office.home.write(#"{"case":"\#(Self.code)","triage":"urgent"}"#, to: "health.json")
    try office.home.write("received_at,entry_path\n", to: "register.csv")
  }

  /// Clinical fields, exports, printing, keys, and a second person's word.
  static let severe: [[String]] = clinical + exports + pages + keys
  private static let clinical: [[String]] = [
    ["case", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["case", "history", code, "--class", "clinical", "--for", "TREAT"],
    ["health", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["support", "show", code, "--class", "clinical", "--for", "TREAT"],
    ["health", "record", code, "--from", "health.json"],
  ]
  private static let exports: [[String]] = [
    ["log", "export", "out"], ["log", "export-events", "--form", "csv", "--to", "events.csv"],
    ["log", "prove", "1", "--to", "proof"], ["log", "pin", "--to", "pins"], ["log", "report"],
    ["log", "checkpoint", "--to", "head.html"], ["log", "cosign-request", "--to", "request"],
    ["log", "timestamp", "request", "--to", "head.tsq"], ["log", "reveal", "--case", code],
    ["case", "accesses", code], ["case", "accesses", code, "--to", "page.txt"],
    ["request", "answer", code, record, "--to", "page.html"], ["rules", "export", "book"],
    ["intake", "import", "register.csv", "--check", "--to", "likely.csv"],
    ["evidence", "save", code, record, "--to", "photo.jpg", "--for", "HLEGAL"],
    ["vault", "card", "--to", "own.card"], ["vault", "backup", "--to", "records.backup"],
  ]
  private static let pages: [[String]] = [
    ["print", "letter", code, record, "--to", "letter.html", "--for", "HLEGAL"],
    ["print", "consent", code, "--to", "sheet.html"],
    ["print", "receipt", code, record, "--to", "receipt.html"],
    ["print", "accesses", code, "--to", "looked.html"],
    ["print", "summary", code, "--to", "summary.html"],
    ["print", "stats", "--to", "figures.html"],
    ["print", "form", "reception", "--to", "blank.html"],
  ]
  private static let keys: [[String]] = [
    ["case", "erase", code, "--reason", "person_request", "--confirm", code],
    ["case", "retract", code, "--record", record, "--reason", "twice", "--confirm", code],
    ["case", "assign", code, "minh"], ["case", "assign", code, "minh", "--end"],
    share + ["--provision", "L53_27_2", "--for", "HLEGAL"], ["case", "unshare", code, "minh"],
    ["referral", "send", code, record, "--for", "HLEGAL"],
    ["approval", "give", "3"], ["staff", "add", "an", "--role", "intake"],
    ["staff", "admit", "minh", "--confirm", "minh"],
    ["staff", "suspend", "minh", "--confirm", "minh"],
    ["staff", "role", "add", "minh", "--role", "lead"],
    ["staff", "role", "remove", "minh", "--role", "lead", "--confirm", "minh"],
    ["key", "rotate"], ["key", "rotate", "--self"], ["key", "drill"],
    ["key", "recover", "minh", "--confirm", "minh"],
  ]
  private static let share = [
    "case", "share", code, "minh", "--fields", "person.full_name", "--until", "31/12/2099",
  ]
  static let mild: [[String]] = [
    ["staff", "list"], ["vault", "status"], ["case", "show", code], ["case", "history", code],
    ["case", "show", code, "--class", "sensitive", "--for", "CAREMGT"],
    ["case", "show", code, "--class", "vital", "--for", "TREAT"],
    ["evidence", "list", code, "--for", "CAREMGT"],
  ]
  private static let code = "K7M-2QX-9T8"
  private static let record = "4f2c8a51d06b9e7734aa02c1b85d6e90"

  @Test func aSessionThatWasLeftOpenDoesNotDo() throws {
    try each(Self.severe, ago: 301) { words, run in
      #expect(run.status == 64, "\(words) \(run.errors)")
      #expect(run.errors.contains("asked again"), "\(words)")
    }
  }

  @Test func aFreshOneDoes() throws {
    try each(Self.severe, ago: 200) { words, run in
      #expect(!run.errors.contains("asked again"), "\(words) \(run.errors)")
      #expect(![10, 64].contains(run.status), "\(words) \(run.errors)")
    }
  }

  @Test func anOldOneDoesWhatIsNotSevere() throws {
    try each(Self.mild, ago: 301) { words, run in
      #expect(![10, 64].contains(run.status), "\(words) \(run.errors)")
    }
  }

  /// What the log calls an export, or an act on somebody's keys, is severe, whichever command does it.
  @Test func nothingThatTheLogCallsSevereIsLeftOut() {
    let acts = [
      "audit.export", "audit.reveal", "export/", "print/", "evidence.save", "key.", "member.",
      "role.", "assign.",
      "excerpt.give", "case.transfer", "case.erase", "case.retract", "approval.give",
      "vault.backup",
      "vault.accept",
    ]
    // These ask for a passphrase, or a code, whatever is unlocked.
    let always = [
      "vault create", "staff enrol", "passphrase change", "key share", "emergency open",
    ]
    // Tried elsewhere, for it begins with another office's card, or with a pin that is ahead of the log.
    let elsewhere = ["case transfer", "log accept-rollback"]
    let tried = Self.severe.map { $0.joined(separator: " ") }
    for row in CommandTable.rows {
      let isSevere = row.done.entries.contains { entry in acts.contains { entry.hasPrefix($0) } }
      guard isSevere, !(always + elsewhere).contains(row.command) else { continue }
      #expect(tried.contains { $0.hasPrefix(row.command) }, "\(row.command)")
    }
  }

  /// Clinical fields stand in the form of health alone: were one put into another, that would be severe too.
  @Test func clinicalFieldsAreWrittenInOneForm() throws {
    let forms = try RuleBook.builtIn().fields.filter { $0.fieldClass == .clinical }.map(\.form)
    #expect(Set(forms) == [HealthStage.form] && HealthStage.isClinical)
  }

  private func each(
    _ commands: [[String]], ago seconds: Int, _ check: ([String], Program.Run) -> Void
  ) throws {
    try office.demand(["unlock"] + office.by("lan"))
    defer { _ = try? office.run(["lock", "--as", "lan"]) }
    for words in commands {
      try age(to: seconds)
      check(words, try office.run(words + ["--as", "lan", "--no-input"]))
    }
  }

  /// Makes what the kernel keeps older than it is: no test waits.
  private func age(to seconds: Int) throws {
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
