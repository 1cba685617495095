import Casework
import Foundation
import Vault

/// B3: bringing in a register of 2,000 and 20,000 people, against its floor: the bare libsodium calls that it needs, and
/// plain SQLite writing the same bytes in one transaction. What the import made is counted in its own files, so the
/// floor follows it. Other people's libraries store the same register with as many values a row, without a log.
struct Importing {
  private static let rounds = 5

  let folder: String
  let office: Office
  let generator: String
  let peers: Peers

  func rows() throws -> [Row] {
    var rows: [Row] = []
    for people in [2_000, 20_000] {
      guard let register = try Register.make(people, generator: generator, in: folder)
      else { return rows }
      rows += try self.rows(people, register)
    }
    return rows
  }

  private func rows(_ people: Int, _ register: Register) throws -> [Row] {
    var (ours, floor) = (Sample(), Sample())
    var growths: [Int] = []
    var made: ImportCount?
    for _ in 0..<Self.rounds {
      let copy = try office.copy(to: "\(folder)/import")
      let (seconds, growth) = try run(register, in: copy)
      ours.add(seconds)
      growths.append(growth)
      let count = try made ?? ImportCount(records: copy.path + "/records.db")
      made = count
      let bare = try BareImport(count, path: "\(folder)/floor-import.sqlite")
      try floor.time(bare.run)
    }
    let (mine, bare) = (ours.median, floor.median)
    let perSecond = Double(people) / mine
    let others = try peers.figures(["register", register.path])["register"] ?? []
    return [
      Row(
        id: "B3", work: "import \(people) people", ours: mine,
        against: "libsodium and plain SQLite", theirs: bare, goal: "<= 2 x",
        isReached: mine <= 2 * bare,
        note: "memory grew by \(growths.max() ?? 0) KiB at most; \(made?.text ?? "")"),
      Row(
        id: "B3", work: "import \(people) people, one case", ours: mine / Double(people),
        against: "2,000 a second", theirs: 1.0 / 2_000, goal: ">= 2000/s",
        isReached: perSecond >= 2_000, note: "\(Int(perSecond)) cases a second"),
    ]
      + others.map { library, seconds in
        // What seals no single value is shown for its size, and nothing is promised against it.
        let isPeer = library.hasPrefix("MongoDB")
        return Row(
          id: "B3", work: "import \(people) people", ours: mine, against: library, theirs: seconds,
          goal: isPeer ? "< 1 x" : "none", isReached: isPeer ? mine < seconds : nil)
      }
  }

  /// Unlocks before the clock runs. Memory is how far the peak of the process rose over what it held before, in KiB.
  private func run(_ register: Register, in office: Office) throws -> (Double, Int) {
    try office.act("social") { vault, session in
      let casework = try Casework(vault, now: Office.clock)
      var sample = Sample()
      Machine.forgetPeak()
      let before = Machine.memory("VmRSS:")
      try sample.time { _ = try casework.importRegister(register.source, as: session) }
      return (sample.median, Machine.memory("VmHWM:") - before)
    }
  }
}
