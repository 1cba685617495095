public import Sealing

/// What a leaf of the log says: one act, by one key, at one place in the order.
///
/// An entry never holds a value, a name or a search term, nor a hash of one: such hashes are guessed.
/// Which act carries which keys is in the format's table of acts. Every optional here is absent from
/// the line when nil; the form of each is checked by ``init(parsing:)`` and before signing.
public struct Entry: Sendable, Equatable {
  /// The largest integer an entry may hold, 2^53 − 1: the largest that every JSON reader keeps whole
  /// (RFC 8785, appendix D).
  public static let largestInteger = 1 << 53 - 1

  /// The index of this leaf, from 0. It binds the place into the signature.
  public var seq: Int
  /// The root of the tree of the `seq` leaves before: a statement about the entire past.
  public var prev: Digest
  /// UTC milliseconds since 1970, read while the write lock is held. A claim, not a proof.
  public var t: Int
  /// The act; see ``Act``.
  public var act: String
  /// Which way it went.
  public var out: Outcome
  /// The key that signs.
  public var actor: ActorID
  /// How many entries that key had signed before: its owner notices when one vanishes.
  public var aseq: Int

  /// The reason where `out` is not ok.
  public var why: Refusal?
  /// The role that was used.
  public var role: String?
  /// The purpose, as a code.
  public var purp: String?
  /// The case, as a pseudonym.
  public var rec: Identifier?
  /// The record in the case, as a pseudonym.
  public var item: Identifier?
  /// The fields, sorted by their bytes: `f07:4` is field 7 at version 4, `f07` stands in refusals.
  public var fields: [String]?
  /// The manifest of the case after this entry.
  public var man: Digest?
  /// The hash of the grant list: the signature on it is this leaf's.
  public var grant: Digest?
  /// The entry that gives the right.
  public var by: Int?
  /// The entry that this one answers.
  public var ref: Int?
  /// An Ed25519 key as a ``NoteKey`` text.
  public var vkey: String?
  /// An X25519 key, base64.
  public var box: String?
  /// The salted hash of a staff handle.
  public var who: Digest?
  /// The role given or taken.
  public var grole: String?
  /// The epoch of a standing role, or the version of a key.
  public var epoch: Int?
  /// The member or key acted on.
  public var subj: ActorID?
  /// The hash of a thing brought in or given out.
  public var sum: Digest?
  /// A count, coarse; see ``bucket(_:)``.
  public var n: Int?
  /// The custody generation that the act makes.
  public var gen: Int?
  /// A code: what was searched, listed, exported or rotated; the reason of an emergency.
  public var kind: String?
  /// The class number.
  public var `class`: Int?
  /// The unlocked session, sixteen hexadecimal digits.
  public var sid: String?
  /// The hash of a sealed note to the lead.
  public var note: Digest?

  /// An entry with the keys that every entry has.
  public init(
    seq: Int, prev: Digest, t: Int, act: String, out: Outcome, actor: ActorID, aseq: Int
  ) {
    (self.seq, self.prev, self.t, self.act) = (seq, prev, t, act)
    (self.out, self.actor, self.aseq) = (out, actor, aseq)
  }

  /// The next entry after the leaves that a frontier stands for.
  public init(
    after frontier: Frontier, t: Int, act: String, out: Outcome, actor: ActorID, aseq: Int
  ) {
    self.init(
      seq: frontier.size, prev: frontier.root, t: t, act: act, out: out, actor: actor, aseq: aseq)
  }

  /// The largest of 0 and 1, 2 or 5 times a power of ten that is not above a count.
  ///
  /// The log is read by people who may not know how many cases there are of a kind.
  public static func bucket(_ count: Int) -> Int {
    guard count > 0 else { return 0 }
    var power = 1
    while count / 10 >= power { power *= 10 }
    return [5, 2].first { count / $0 >= power }.map { $0 * power } ?? power
  }

  /// The code of a field, alone or at a version: `f` and the id in decimal, at least two digits.
  public static func fieldCode(_ id: UInt32, version: UInt64? = nil) -> String {
    let code = id < 10 ? "f0\(id)" : "f\(id)"
    return version.map { "\(code):\($0)" } ?? code
  }
}
