import Sealing

/// B1: sealing and opening one field, 16 B to 64 KiB, against the bare libsodium calls it is made of.
struct Sealed {
  private let rounds = 11

  func rows() throws -> [Row] {
    try [16, 64, 256, 1024, 16 * 1024, 64 * 1024].flatMap(rows)
  }

  private func rows(length: Int) throws -> [Row] {
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
    return zip(["seal", "open"], zip(ours, theirs)).map { verb, pair in
      let (mine, floor) = (pair.0.median / Double(batch), pair.1.median / Double(batch))
      return Row(
        id: "B1", work: "\(verb) a field of \(length) B", ours: mine, against: "bare libsodium",
        theirs: floor, goal: "<= 1.5 x", isReached: mine <= 1.5 * floor)
    }
  }

  private static func place() -> FieldPlace {
    FieldPlace(
      vault: .makeRandom(), caseID: .makeRandom(), record: .makeRandom(), writer: .makeRandom(),
      entity: 1, fieldClass: 2, field: 7, keyVersion: 1, fieldVersion: 1)
  }
}
