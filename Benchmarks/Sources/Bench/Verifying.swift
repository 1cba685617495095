import BareSodium
import Foundation
import Sealing

/// B6: a log of a million entries verified by the auditor's program, against what the same hashes and signatures cost
/// bare, against a checker in Go (golang.org/x/mod) that holds none of the log's own rules, and from a pin.
struct Verifying {
  private static let rounds = 5
  let program: String
  let maker: String
  let folder: String
  let peers: Peers

  private static let count = 1_000_000
  /// Bytes of such a leaf, and of the nodes that each leaf costs with its root before: about twenty.
  private static let leaf = 470

  func rows() throws -> [Row] {
    let log = "\(folder)/log-\(Self.count)"
    try makeOnce(log)
    let origin = try String(contentsOfFile: log + "/origin", encoding: .utf8)
    // The tree alone proves nothing of who wrote: the program says so, with 1.
    let tree = try row(
      "tree alone", [log + "/whole", "--tree-only"], status: 1, bare: hashes(), goal: nil)
    let signed = try row(
      "with signatures, \(Machine.current().cores) cores", [log + "/whole", "--origin", origin],
      bare: signatures(), goal: nil)
    let pinned = try row(
      "from a pin at 990,000", [log + "/part", "--pin", log + "/pin"],
      bare: signatures() / 100, goal: 1)
    return [tree] + (try checked(tree, ["-tree-only", log + "/whole"])) + [signed]
      + (try checked(signed, [log + "/whole"])) + [pinned]
  }

  /// It takes minutes, so it is kept; what another version of this program made, and is no export any more, is made anew.
  private func makeOnce(_ log: String) throws {
    let check = Program(path: program, arguments: [log + "/whole", "--tree-only"])
    if FileManager.default.fileExists(atPath: log + "/origin"), (try? check.peak(status: 1)) != nil
    {
      return
    }
    try Program(path: maker, arguments: ["make-log", log, "\(Self.count)"]).run()
  }

  /// The same by Go, as often; nothing where it is not there.
  private func checked(_ ours: Row, _ arguments: [String]) throws -> [Row] {
    guard let path = peers.checker else { return [] }
    var (sample, peak) = (Sample(), 0)
    for _ in 0..<Self.rounds {
      try sample.time {
        peak = max(peak, try Program(path: path, arguments: arguments).peak(status: 0))
      }
    }
    return [
      Row(
        id: "B6", work: ours.work, ours: ours.ours, against: "Go, golang.org/x/mod",
        theirs: sample.median, goal: "< 1 x", isReached: (ours.ours ?? .infinity) < sample.median,
        note: "Go's peak \(peak / 1024) MiB")
    ]
  }

  private func row(
    _ work: String, _ arguments: [String], status: Int32 = 0, bare: Double, goal: Double?
  ) throws -> Row {
    var (sample, peak) = (Sample(), 0)
    for _ in 0..<Self.rounds {
      try sample.time {
        peak = max(peak, try Program(path: program, arguments: arguments).peak(status: status))
      }
    }
    let isSmall = peak < 64 * 1024
    return Row(
      id: "B6", work: "verify \(Self.count) entries, \(work)", ours: sample.median,
      against: "bare hashes or signatures of the same", theirs: bare,
      goal: (goal.map { "< \(Int($0)) s, " } ?? "") + "< 64 MiB",
      isReached: isSmall && sample.median < goal ?? .infinity, note: "peak \(peak / 1024) MiB")
  }

  /// One leaf and one node a leaf, by OpenSSL, as little as a tree can cost.
  private func hashes() throws -> Double {
    var context = DigestContext()
    let (leaf, node) = ([UInt8](repeating: 7, count: Self.leaf), [UInt8](repeating: 7, count: 65))
    var sample = Sample()
    sample.time {
      for _ in 0..<Self.count {
        context.update(leaf)
        _ = context.finish()
        context.update(node)
        _ = context.finish()
      }
    }
    return sample.median
  }

  /// As many checks of signatures by bare libsodium, spread over all cores without loss.
  private func signatures() throws -> Double {
    let key = try SigningKey.makeRandom()
    let text = [UInt8](repeating: 7, count: Self.leaf - 150)
    let (signature, bytes) = (key.sign(text), key.publicKey.bytes)
    var sample = Sample()
    let rounds = 20_000
    sample.time {
      for _ in 0..<rounds {
        _ = crypto_sign_verify_detached(signature, text, UInt64(text.count), bytes)
      }
    }
    return sample.median * Double(Self.count / rounds) / Double(Machine.current().cores)
  }
}
