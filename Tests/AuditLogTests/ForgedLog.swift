import AuditLog
import Sealing

/// A log as somebody writes it who has every key and keeps no rule: each entry is well signed and stands in its
/// place, whether it may be there or not.
struct ForgedLog {
  let origin: String
  private(set) var leaves: [[UInt8]] = []
  private(set) var frontier = Frontier()
  var time: Int
  private var counts: [ActorID: Int] = [:]

  /// Goes on from a sound one.
  init(_ log: SampleLog) throws {
    (origin, time) = (log.origin, log.time)
    for leaf in log.leaves { take(try Leaf(parsing: leaf)) }
  }

  /// The next entry, in whatever words.
  func entry(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) -> Entry {
    var entry = Entry(
      after: frontier, t: time, act: act, out: out, actor: person.actor,
      aseq: counts[person.actor, default: 0])
    if out == .denied { entry.why = .role }
    more(&entry)
    return entry
  }

  @discardableResult
  mutating func write(_ entry: Entry, by person: Person) throws -> Int {
    take(try Leaf.sign(entry, origin: origin, with: person.key))
    return entry.seq
  }

  @discardableResult
  mutating func write(
    _ act: String, by person: Person, out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) throws -> Int {
    try write(entry(act, by: person, out: out, more), by: person)
  }

  private mutating func take(_ leaf: Leaf) {
    leaves.append(leaf.bytes)
    frontier.append(leaf.hash)
    counts[leaf.entry.actor, default: 0] += 1
  }
}
