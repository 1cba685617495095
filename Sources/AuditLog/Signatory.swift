import Sealing

/// A key that some entry has named, and what it may do now. None is ever forgotten: a key that signs no
/// more must not come back in another part.
struct Signatory: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// The key the vault is named after.
    case root
    /// By place in ``Roster/invitations``.
    case invitation(Int)
    /// By place in ``Roster/members``.
    case member(Int)
    /// A member's next key, which waits for an admin.
    case coming(Int)
    /// A member's key of before, or one that was offered and not taken.
    case former(Int)

    /// Whether it is root's or a member's, of whatever time: an invitation's is also known to whoever invited.
    var isOfMember: Bool { if case .invitation = self { false } else { true } }
  }

  let key: VerifyingKey
  /// The short number in signature lines by this key.
  let keyID: UInt32
  /// How many entries it has signed: the next `aseq`.
  var next = 0
  var part: Part

  init(_ key: NoteKey, _ part: Part) {
    (self.key, keyID, self.part) = (key.key, key.id, part)
  }

  func write(to writer: inout ByteWriter) {
    writer.raw(key.bytes)
    writer.number(next, bytes: 8)
    let (tag, place) =
      switch part {
      case .root: (0, 0)
      case .invitation(let place): (1, place)
      case .member(let place): (2, place)
      case .coming(let place): (3, place)
      case .former(let place): (4, place)
      }
    writer.number(tag, bytes: 1)
    writer.number(place, bytes: 4)
  }

  init?(from reader: inout ByteReader, origin: String) {
    guard let key = reader.raw(32).flatMap({ VerifyingKey($0) }),
      let named = try? NoteKey.actor(key, origin: origin), let next = reader.number(bytes: 8),
      let tag = reader.number(bytes: 1), let place = reader.number(bytes: 4)
    else { return nil }
    switch tag {
    case 0: self.init(named, .root)
    case 1: self.init(named, .invitation(place))
    case 2: self.init(named, .member(place))
    case 3: self.init(named, .coming(place))
    case 4: self.init(named, .former(place))
    default: return nil
    }
    self.next = next
  }
}

extension ByteWriter {
  mutating func actor(_ actor: ActorID) {
    // As bytes and not as a number: a name is written as it is read.
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      raw([UInt8(truncatingIfNeeded: actor.word >> shift)])
    }
  }
}

extension ByteReader {
  mutating func actor() -> ActorID? {
    raw(8).map { ActorID(word: $0.reduce(0) { $0 << 8 | UInt64($1) }) }
  }
}
