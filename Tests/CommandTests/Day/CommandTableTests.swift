import ArgumentParser
import Foundation
import Sealing
import Testing

@testable import safekeep

/// What is logged is whole: every command has a row that says what it leaves in the log, and on one day
/// each is run for real, done and refused.
@Suite struct CommandTableTests {
  private static func commands(
    under type: any ParsableCommand.Type, _ path: [String] = []
  ) -> [String] {
    let below = type.configuration.subcommands
    guard !below.isEmpty else { return [path.joined(separator: " ")] }
    return below.flatMap { command in
      commands(under: command, path + [command.configuration.commandName ?? "?"])
    }
  }

  @Test func everyCommandHasOneRow() {
    let commands = Self.commands(under: Safekeep.self)
    let rows = CommandTable.rows.map(\.command)
    #expect(commands.count > 30)
    #expect(Set(commands).subtracting(rows).sorted() == [], "a command without a row")
    #expect(Set(rows).subtracting(commands).sorted() == [], "a row without a command")
    #expect(Set(rows).count == rows.count)
  }

  @Test func aRowSaysWhyNobodyIsRefused() {
    for row in CommandTable.rows {
      if case .nobody(let why) = row.refused { #expect(row.needsNoVault != nil || why.count > 20) }
    }
  }

  /// Commands in the order in which an office can run them.
  private static let first = [
    "vault create", "vault status", "staff add", "staff enrol", "staff admit", "staff list",
    "staff show", "whoami",
  ]

  static let ordered =
    (first.compactMap { name in CommandTable.rows.first { $0.command == name } }
    + CommandTable.rows.filter { !first.contains($0.command) })
    .filter { KernelKeys.areKept || !["unlock", "lock"].contains($0.command) }

  @Test func everyCommandLeavesWhatTheTableSays() throws {
    let day = try CommandDay()
    var all: [String] = []
    for row in Self.ordered {
      all += try run(row.command, row.done, day)
      if row.command == "vault create" { try day.gather() }
      if case .step(let step) = row.refused { all += try run(row.command, step, day) }
      if let step = row.brought { all += try run(row.command, step, day) }
    }
    all += try failToUnlock(day)
    #expect(all.count > 100)
    for line in all {
      #expect(LeafSpeech.faults(in: line) == [], "\(line)")
      #expect(LeafSpeech.leaks(of: day.said, in: line) == [], "\(line)")
    }
  }

  private func run(
    _ command: String, _ step: CommandRow.Step, _ day: CommandDay
  ) throws -> [String] {
    let run = try day.run(command, step)
    let lines = try day.newLines()
    var entries = try lines.map(CommandDay.name)
    // The unlocking that a passphrase begins with is the same for all.
    if entries.first == "auth.ok ok" { entries.removeFirst() }
    let said = "\(command) as \(step.who): \(run.errors)"
    #expect(run.status == step.status, "\(said)")
    #expect(entries == step.entries, "\(said)")
    return lines
  }

  /// A wrong passphrase has no key to sign with: whoever unlocks next notes it down.
  private func failToUnlock(_ day: CommandDay) throws -> [String] {
    try day.office.home.write("not the passphrase\n", to: "wrong.pass")
    let run = try day.office.run(
      ["staff", "list", "--as", "mai", "--passphrase-file", "wrong.pass"])
    #expect(run.status == 10)
    #expect(try day.newLines() == [])
    try day.office.demand(["staff", "list"] + day.office.by("lan"))
    let lines = try day.newLines()
    #expect(
      try lines.map(CommandDay.name) == ["auth.fail unattributed", "auth.ok ok", "list/staff ok"])
    return try lines + failToEnrol(day)
  }

  /// Nor has a code that opens no invitation.
  private func failToEnrol(_ day: CommandDay) throws -> [String] {
    try day.office.home.write("not a code\n\(Office.passphrase("tam"))\n", to: "wrong.code")
    let run = try day.office.run(["staff", "enrol", "tam", "--passphrase-file", "wrong.code"])
    #expect(run.status == 66, "\(run.errors)")
    #expect(try day.newLines() == [])
    try day.office.demand(["staff", "list"] + day.office.by("lan"))
    let lines = try day.newLines()
    #expect(
      try lines.map(CommandDay.name) == ["auth.fail unattributed", "auth.ok ok", "list/staff ok"])
    return lines
  }

  // MARK: The measure itself

  @Test func freeTextAndValuesWouldBeFound() {
    let leaf = #"{"act":"field.read","fields":["f07:1"],"kind":"show","out":"ok"}"#
    #expect(LeafSpeech.faults(in: leaf) == [])
    #expect(LeafSpeech.faults(in: #"{"act":"field.read","name":"x"}"#) == ["name"])
    #expect(LeafSpeech.faults(in: #"{"kind":"Tran_Thi_Minh"}"#) == ["kind"])
    #expect(LeafSpeech.faults(in: #"{"purp":"because"}"#) == ["purp"])
    #expect(LeafSpeech.leaks(of: ["Minh Anh"], in: #"{"note":"Minh Anh"}"#) == ["Minh Anh"])
    let hash = Digest.of(Array("Minh Anh".utf8)).bytes
    let text = Data(hash).base64EncodedString()
    #expect(LeafSpeech.leaks(of: ["Minh Anh"], in: #"{"sum":"\#(text)"}"#) == ["Minh Anh"])
  }
}
