import Foundation
import Testing

/// A write that fails while a backup or a restore is made: nothing stands at its place, nothing lies about,
/// and the vault is as it was. The limit on the length of a file stands in for a disk that is full: the kernel
/// refuses the write in the middle (setrlimit(2), RLIMIT_FSIZE), here or there.
@Suite struct FullDiskTests {
  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("kim", as: "auditor")
  }

  /// - Parameter blocks: of 512 bytes, the longest that a file may become.
  private func limited(to blocks: Int, _ words: [String]) throws -> Program.Run {
    let script = "trap '' XFSZ; ulimit -f \(blocks); exec \"$@\""
    let shell = Program(
      path: "/bin/sh", before: ["-c", script, "sh", Program.safekeep.path])
    return try shell.run(words, home: office.home)
  }

  private func length(_ name: String) throws -> Int {
    let path = "\(office.home.path)/\(name)"
    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: office.home.path))
  }

  private func verify(_ vault: String) throws {
    let run = try Program.safekeep.run(
      ["log", "verify", "--vault", vault] + office.by("kim"), home: office.home)
    #expect(run.status == 0 && run.output.contains("sound\tyes"), "\(run.output)\(run.errors)")
  }

  /// From where not even the entry can be written to where all of it fits.
  @Test func aBackupThatDoesNotFit() throws {
    let blocks = try length(office.vault + "/records.db") / 512
    var (whole, failed) = (0, 0)
    for (round, limit) in stride(
      from: blocks / 2, through: blocks + 120, by: (blocks / 2 + 120) / 9
    ).enumerated() {
      let before = try names()
      let run = try limited(
        to: limit,
        [
          "vault", "backup", "--to", "r\(round)", "--custody-to", "c\(round)", "--vault",
          office.vault,
        ]
          + office.by("lan"))
      let made = try names().subtracting(before)
      if run.status == 0 {
        whole += 1
        #expect(made == ["r\(round)", "c\(round)"])
      } else {
        failed += 1
        #expect(run.status == 74, "\(limit): \(run.status) \(run.errors)")
        #expect(made.allSatisfy { !$0.hasSuffix(".safekeep-part") }, "\(made)")
        // Both, or none: a backup of half a vault is no backup.
        #expect(made == [], "\(limit): \(made)")
      }
    }
    #expect(whole > 0 && failed > 3)
    try verify(office.vault)
  }

  @Test func aRestoreThatDoesNotFit() throws {
    try office.demand(["vault", "backup", "--to", "r", "--custody-to", "c"] + office.by("lan"))
    let status = try office.demand(["vault", "status"] + office.by("lan"))
    let id = String(try Office.field("origin", status.output).dropFirst(9).prefix(8))
    let blocks = try length("r") / 512
    var (whole, failed) = (0, 0)
    for (round, limit) in stride(from: blocks / 4, through: blocks + 120, by: (blocks + 120) / 10)
      .enumerated()
    {
      try office.forgetPins()
      let before = try names()
      let run = try limited(
        to: limit,
        ["vault", "restore", "r", "--custody", "c", "--vault", "w\(round)", "--confirm", id]
          + office.by("lan"))
      let made = try names().subtracting(before)
      if run.status == 0 {
        whole += 1
        try office.forgetPins()
        try verify("w\(round)")
      } else {
        failed += 1
        #expect(run.status == 74, "\(limit): \(run.status) \(run.errors)")
        #expect(made == [], "\(limit): \(made)")
      }
    }
    #expect(whole > 0 && failed > 3)
    try office.forgetPins()
    try verify(office.vault)
  }
}
