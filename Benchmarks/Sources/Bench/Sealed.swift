import Sealing

/// B1: sealing and opening one field, 16 B to 64 KiB, against the bare libsodium calls it is made of, and other libraries
/// through their own bindings.
struct Sealed {
  private static let lengths = [16, 64, 256, 1024, 16 * 1024, 64 * 1024]

  let peers: Peers
  private let rounds = 11

  func rows() throws -> [Row] {
    let figures = try peers.figures(["fields"] + Self.lengths.map(String.init))
    return try Self.lengths.flatMap { try rows(length: $0, figures) }
  }

  private func rows(length: Int, _ figures: [String: Peers.Figures]) throws -> [Row] {
    var arena = try KeyArena(capacity: 1)
    let key = arena.makeRandom()
    let place = Self.place()
    let value = [UInt8](repeating: 5, count: length)
    let sealed = try SealedField.seal(value, at: place, under: key, in: arena)
    let bare = BareField(length: length)
    try bare.seal()

    // Each sample is a batch: one field takes microseconds, near what the clock can tell.
    let batch = max(20, 2_000_000 / (length + 2_000))
    var ours = [Sample(), Sample()]
    var theirs = [Sample(), Sample()]
    for _ in 0..<rounds {
      try ours[0].time {
        for _ in 0..<batch { _ = try SealedField.seal(value, at: place, under: key, in: arena) }
      }
      try theirs[0].time { for _ in 0..<batch { try bare.seal() } }
      try ours[1].time {
        for _ in 0..<batch {
          _ = try SealedField.open(sealed.span, at: place, under: key, in: arena)
        }
      }
      try theirs[1].time { for _ in 0..<batch { try bare.open() } }
    }
    return zip(["seal", "open"], zip(ours, theirs)).flatMap { verb, pair in
      let (mine, floor) = (pair.0.median / Double(batch), pair.1.median / Double(batch))
      let work = "\(verb) a field of \(length) B"
      return [
        Row(
          id: "B1", work: work, ours: mine, against: "bare libsodium",
          theirs: floor, goal: "<= 1.5 x", isReached: mine <= 1.5 * floor)
      ]
        + (figures["\(verb) \(length)"] ?? []).map { library, seconds in
          Row(
            id: "B1", work: work, ours: mine, against: library, theirs: seconds, goal: "< 1 x",
            isReached: mine < seconds)
        }
    }
  }

  private static func place() -> FieldPlace {
    FieldPlace(
      vault: .makeRandom(), caseID: .makeRandom(), record: .makeRandom(), writer: .makeRandom(),
      entity: 1, fieldClass: 2, field: 7, keyVersion: 1, fieldVersion: 1)
  }
}
