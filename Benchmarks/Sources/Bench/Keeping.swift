import Casework
import Foundation
import Vault

/// E: keeping a file in a case and giving it out again, with the passphrase given before, against libsodium's secretstream
/// over as many bytes in memory on one thread. Ours reads the file, reckons two digests, stores every row and syncs; giving
/// out writes the file anew.
struct Keeping {
  private static let rounds = 5
  private static let bytes = 256 << 20

  let folder: String
  let office: Office

  func rows() throws -> [Row] {
    let copy = try office.copy(to: folder + "/keeping")
    let (film, out) = (folder + "/film", folder + "/film-out")
    try Self.make(film)
    let bare = BareStream(bytes: Self.bytes)
    var (add, save, seal, open) = (Sample(), Sample(), Sample(), Sample())
    var grown = 0
    let code = try CaseCode(copy.openCase())
    try copy.act("social") { vault, session in
      let casework = try Casework(vault, now: Office.clock)
      for _ in 0..<Self.rounds {
        Machine.forgetPeak()
        let before = Machine.memory("VmRSS:")
        try add.time { try Self.keep(film, code, casework, session) }
        try seal.time { try bare.seal() }
        try save.time { try Self.giveOut(to: out, code, casework, session) }
        try open.time { try bare.open() }
        grown = max(grown, Machine.memory("VmHWM:") - before)
      }
    }
    let size = "\(Self.bytes >> 20) MiB"
    return [
      Row(
        id: "E", work: "keep a file of \(size)", ours: add.median,
        against: "secretstream sealing as much in memory", theirs: seal.median, goal: "<= 2 x",
        isReached: add.median <= 2 * seal.median, note: "memory grew by \(grown) KiB at most"),
      Row(
        id: "E", work: "give out a file of \(size)", ours: save.median,
        against: "secretstream opening as much in memory", theirs: open.median, goal: "<= 2 x",
        isReached: save.median <= 2 * open.median),
    ]
  }

  private static func keep(
    _ path: String, _ code: CaseCode, _ casework: Casework, _ session: borrowing Session
  ) throws {
    let input = FormInput(["description": .text("made up"), "file_name": .text("film")])
    _ = try casework.addEvidence(
      input, .file(path), named: "film", beginning: [], to: code, as: session)
  }

  private static func giveOut(
    to path: String, _ code: CaseCode, _ casework: Casework, _ session: borrowing Session
  ) throws {
    let files = try casework.evidence(of: code, for: .careManagement, as: session)
    guard let last = files.files.last,
      FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError.usage }
    _ = try casework.saveEvidence(last.id, of: code, for: .careManagement, as: session) {
      (try? file.write(contentsOf: $0)) != nil
    }
    try file.synchronize()
    try file.close()
  }

  private static func make(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError.usage }
    var piece = Data(count: 1 << 20)
    for number in 0..<(bytes >> 20) {
      piece.withUnsafeMutableBytes { $0.storeBytes(of: number.bigEndian, as: Int.self) }
      try file.write(contentsOf: piece)
    }
    try file.close()
  }
}
