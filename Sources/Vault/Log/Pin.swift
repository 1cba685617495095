import AuditLog
import FoundationEssentials
import Sealing

/// What a member's client remembers of a vault, outside it: the largest head it saw, everything
/// needed to go on from there, and how many entries the member had written. Nothing inside a file can
/// show that the whole file was put back; this can.
struct Pin {
  var size: Int { frontier.size }
  var frontier: Frontier
  var roster: Roster
  var time: Int
  /// The head as it was signed.
  var note: [UInt8]
  /// The member's own count of entries.
  var sequence: Int
  /// Whose it is, as the log names them: the head may be kept by anybody, the count is one member's.
  let who: Digest

  /// Format.md, "Pin".
  private static let label = Array("safekeep/pin/3\n".utf8)
  /// The forms before: without whose it is, and without the hash at its end either.
  private static let formers = [2, 1].map { Array("safekeep/pin/\($0)\n".utf8) }

  /// Nothing else says that the bytes are those that were written, so the last of them is a hash.
  var bytes: [UInt8] {
    var out = Self.label + who.bytes
    out.append(littleEndian: UInt64(time))
    out.append(littleEndian: UInt64(sequence))
    out.append(prefixed: frontier.encoded())
    out.append(prefixed: roster.encoded())
    out.append(prefixed: note)
    return out + Digest.of(out).bytes
  }

  init(
    frontier: Frontier, roster: Roster, time: Int, note: [UInt8], sequence: Int, who: Digest
  ) {
    self.frontier = frontier
    self.roster = roster
    self.time = time
    self.note = note
    (self.sequence, self.who) = (sequence, who)
  }

  /// Nil where the bytes are not a pin of this format.
  ///
  /// - Parameter owner: whose a pin is that does not say so.
  init?(decoding bytes: [UInt8], of owner: Digest? = nil) {
    let label = Array(bytes.prefix(Self.label.count))
    guard label == Self.label || Self.formers.contains(label) else { return nil }
    let body = label == Self.formers[1] ? bytes : Array(bytes.dropLast(32))
    guard body == bytes || Digest.of(body).bytes.elementsEqual(bytes.suffix(32)) else { return nil }
    var reader = ByteReader(Array(body.dropFirst(label.count)))
    guard let who = label == Self.label ? reader.take(32).flatMap(Digest.init) : owner,
      let time: UInt64 = reader.integer(), let sequence: UInt64 = reader.integer(),
      let edge = reader.prefixed(), let people = reader.prefixed(), let note = reader.prefixed(),
      reader.isAtEnd, let frontier = Frontier(decoding: edge),
      let roster = Roster(decoding: people),
      let time = Int(exactly: time), let sequence = Int(exactly: sequence)
    else { return nil }
    self.init(
      frontier: frontier, roster: roster, time: time, note: note, sequence: sequence, who: who)
  }
}
