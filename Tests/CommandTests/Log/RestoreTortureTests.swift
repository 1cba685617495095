import Foundation
import Testing

/// Backups and restores, killed at any moment: a backup that stands at its place is whole, a vault that
/// stands at its place opens and verifies, and the vault that was backed up has lost nothing.
///
/// `SAFEKEEP_TORTURE` says how many kills are wanted (Scripts/torture); a hundred of each without it.
@Suite struct RestoreTortureTests {
  private static let rounds =
    ProcessInfo.processInfo.environment["SAFEKEEP_TORTURE"].flatMap { Int($0) }.map { min($0, 400) }
    ?? 100

  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("truc", as: "duty")
    try office.demand(["staff", "list"] + office.by("truc"))
    try office.join("hoa", as: "social_worker")
    try office.join("kim", as: "auditor")
    for name in ["Vàng Thị Ví Dụ", "Lý Thị Ví Dụ"] {
      try office.home.write(#"{"entry_path": "hotline111", "full_name": "\#(name)"}"#, to: "a")
      try office.demand(["case", "open", "--from", "a"] + office.by("hoa"))
    }
  }

  private func there(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(office.home.path)/\(name)")
  }

  /// Starts a command and kills it at a moment of its life, unless it is over by then.
  ///
  /// - Returns: its exit status; nil where it was killed.
  private func killed(_ words: [String], within microseconds: UInt32) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.safekeep.path)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: office.home.path)
    process.environment = ["HOME": office.home.path, "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(.random(in: 0..<microseconds))
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? nil : process.terminationStatus
  }

  private func verify(_ vault: String) throws {
    let run = try Program.safekeep.run(
      ["log", "verify", "--vault", vault] + office.by("kim"), home: office.home)
    #expect(run.status == 0 && run.output.contains("sound\tyes"), "\(run.output)\(run.errors)")
  }

  @Test func backupsKilledAtAnyMoment() throws {
    let id = try id
    var (whole, cut) = (0, 0)
    for round in 0..<Self.rounds {
      let status = try killed(
        [
          "vault", "backup", "--to", "r\(round)", "--custody-to", "c\(round)", "--vault",
          office.vault,
        ]
          + office.by("lan"), within: 450_000)
      if status == nil { cut += 1 }
      // Whatever stands there by its name is whole.
      if there("r\(round)") && there("c\(round)") {
        whole += 1
        try office.forgetPins()
        let run = try Program.safekeep.run(
          ["vault", "restore", "r\(round)", "--custody", "c\(round)", "--vault", "w\(round)"]
            + ["--confirm", id] + office.by("lan"), home: office.home)
        #expect(run.status == 0, "\(run.errors)")
      } else {
        #expect(status != 0)
      }
    }
    try office.forgetPins()
    try verify(office.vault)
    #expect(whole + cut >= Self.rounds && cut > 0)
  }

  private var id: String {
    get throws {
      let status = try office.demand(["vault", "status"] + office.by("lan"))
      return String(try Office.field("origin", status.output).dropFirst(9).prefix(8))
    }
  }

  @Test func restoresKilledAtAnyMoment() throws {
    let id = try id
    try office.demand(
      ["vault", "backup", "--to", "r", "--custody-to", "c"] + office.by("lan"))
    var (whole, cut) = (0, 0)
    for round in 0..<Self.rounds {
      // What this account remembers must be what it was, or the next would be refused as older.
      let status = try killed(
        ["vault", "restore", "r", "--custody", "c", "--vault", "w\(round)", "--confirm", id]
          + ["--accept-rollback"] + office.by("lan"), within: 600_000)
      if status == nil { cut += 1 }
      guard there("w\(round)") else {
        #expect(status != 0)
        continue
      }
      whole += 1
      let pins = "\(office.home.path)/.local/state/safekeep/pins"
      try FileManager.default.moveItem(atPath: pins, toPath: pins + "-aside")
      try verify("w\(round)")
      try FileManager.default.removeItem(atPath: pins)
      try FileManager.default.moveItem(atPath: pins + "-aside", toPath: pins)
    }
    #expect(whole + cut >= Self.rounds && cut > 0)
    try verify(office.vault)
  }
}
