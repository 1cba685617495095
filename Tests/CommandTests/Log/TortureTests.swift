import Foundation
import Synchronization
import Testing

/// Four processes at one vault for hundreds of entries, killed at any moment: the log stays gapless, and
/// whatever reached a screen has its entry.
///
/// `SAFEKEEP_TORTURE` says how many entries are wanted (Scripts/torture); a few hundred without it.
@Suite struct TortureTests {
  private static let wanted =
    ProcessInfo.processInfo.environment["SAFEKEEP_TORTURE"].flatMap { Int($0) } ?? 200
  /// What only a read of the case can have brought out.
  private static let value = "Chỉ gọi buổi sáng, hỏi cô Tư"

  private struct Worker: Sendable {
    let handle: String
    let words: [String]
    let act: String
    let says: String
  }

  /// A command that came to its end, or was killed: what it had printed by then.
  private struct Printed {
    let worker: Worker
    let output: String
    let status: Int32
    let isKilled: Bool
  }

  private let office: Office

  init() throws {
    office = try Office()
    try office.open()
    try office.join("truc", as: "duty")
    try office.demand(["staff", "list"] + office.by("truc"))
    try office.join("hoa", as: "social_worker")
    try office.join("kim", as: "auditor")
  }

  private func workers() throws -> [Worker] {
    try office.home.write(
      #"{"entry_path": "hotline111", "safe_contact": "\#(Self.value)"}"#, to: "a")
    let opened = try office.demand(["case", "open", "--from", "a"] + office.by("hoa"))
    let code = try Office.field("case", opened.output)
    let read = ["reception", "show", code, "--class", "safety", "--for", "CAREMGT"]
    return [
      Worker(handle: "hoa", words: read, act: "field.read", says: Self.value),
      Worker(handle: "hoa", words: read, act: "field.read", says: Self.value),
      Worker(handle: "kim", words: ["log", "status"], act: "audit.search", says: "checkpoint"),
      Worker(handle: "lan", words: ["log", "status"], act: "audit.search", says: "checkpoint"),
    ]
  }

  @Test func whatWasPrintedHasItsEntry() throws {
    let workers = try workers()
    let size = try rows().count
    let printed = Mutex<[Printed]>([])
    let isDone = Mutex(false)
    let path = office.home.path
    let threads = workers.enumerated().map { place, worker in
      Thread {
        var round = 0
        while !isDone.withLock({ $0 }) {
          guard
            let one = try? Self.run(
              worker, in: path, name: "\(place)-\(round)", kill: round % 3 == 2)
          else { break }
          round += 1
          printed.withLock { $0.append(one) }
        }
      }
    }
    threads.forEach { $0.start() }
    // Each command that comes to its end is an unlocking and what it did.
    while printed.withLock({ $0.count { $0.status == 0 } }) * 2 < Self.wanted { usleep(50_000) }
    isDone.withLock { $0 = true }
    while !threads.allSatisfy(\.isFinished) { usleep(10_000) }
    try check(printed.withLock { $0 }, from: size)
  }

  /// Starts one command and, where it is to be killed, does so at any moment of its life.
  private static func run(
    _ worker: Worker, in path: String, name: String, kill isKilled: Bool
  ) throws -> Printed {
    let out = "\(path)/out-\(name)"
    for file in [out, out + ".err"] { try Data().write(to: URL(fileURLWithPath: file)) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.safekeep.path)
    process.arguments =
      worker.words + ["--vault", "office", "--json", "--as", worker.handle]
      + ["--passphrase-file", worker.handle + ".pass"]
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ["HOME": path, "PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: out + ".err")
    try process.run()
    if isKilled {
      usleep(.random(in: 0..<700_000))
      // Only this very process, and only while it lives.
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    let output = try String(contentsOfFile: out, encoding: .utf8)
    for file in [out, out + ".err"] { try FileManager.default.removeItem(atPath: file) }
    return Printed(
      worker: worker, output: output, status: process.terminationStatus,
      isKilled: process.terminationReason == .uncaughtSignal)
  }

  private func rows() throws -> [[Substring]] {
    let shown = try office.demand(
      ["log", "show", "--from", "0", "--limit", "1000000"] + office.by("kim"))
    return shown.output.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
  }

  private func check(_ printed: [Printed], from size: Int) throws {
    let rows = try rows()
    #expect(rows.map { Int($0[0]) } == Array(rows.indices))
    #expect(rows.count >= size + Self.wanted)
    let killed = printed.count { $0.isKilled }
    #expect(killed > 0)
    let ended = printed.count { !$0.isKilled && $0.status == 0 }
    #expect(killed + ended == printed.count)
    var seen: Set<Int> = []
    for one in printed where !one.output.isEmpty {
      let number = one.output.matches(of: /"entry":([0-9]+)/).last.flatMap { Int($0.output.1) }
      guard one.output.contains(one.worker.says), let entry = number, rows.indices.contains(entry)
      else {
        Issue.record("printed without an entry: \(one.output)")
        continue
      }
      #expect(rows[entry][3] == one.worker.handle && rows[entry][5] == one.worker.act)
      #expect(rows[entry][6] == "ok")
      // Two looks are two entries.
      #expect(seen.insert(entry).inserted)
    }
    #expect(seen.count >= Self.wanted / 2)
    let sound = try office.demand(["log", "verify"] + office.by("kim"))
    #expect(try Office.field("sound", sound.output) == "yes")
  }
}
