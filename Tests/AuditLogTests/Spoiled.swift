import AuditLog
import Sealing
import Testing

/// A sound log of some days, and what verifying a spoiled copy of it finds.
enum Spoiled {
  /// The sample that every spoiled log is made from.
  static func sample() throws -> SampleVault {
    var vault = try SampleVault()
    try vault.work(12)
    return vault
  }

  /// The first finding in a log; nil where it verifies.
  static func finding(
    _ leaves: [[UInt8]], head: [UInt8], origin: String, pins: [Checkpoint] = []
  ) throws -> Finding? {
    var verifier = try LogVerifier(origin: origin, pins: pins)
    do {
      for leaf in leaves { try verifier.consume(leaf) }
      _ = try verifier.finish(head: head)
      return nil
    } catch {
      return error
    }
  }

  /// The head that a thief of the log key can make for any leaves: everything the tree knows is right.
  static func head(_ leaves: [[UInt8]], _ vault: SampleVault) throws -> [UInt8] {
    var frontier = Frontier()
    for leaf in leaves { frontier.append(Tree.leafHash(leaf)) }
    return try Checkpoint(origin: vault.log.origin, frontier)
      .signed(log: vault.log.log.key, member: vault.worker.key).bytes
  }
}
