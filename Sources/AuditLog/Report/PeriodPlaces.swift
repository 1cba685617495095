/// Which entries a report of a period has to look at by where they stand, whatever times they state.
///
/// Those from the first to the last that state a time of the period were written between them. And where an entry
/// and another contradict each other (the later one states the earlier time) somebody's clock was wrong: of such an
/// entry is only known that it was written after every one before it and before every one after it. What it may
/// have been written between is taken from the others: nobody vouches for their own time where anybody else does.
///
/// It keeps eight bytes an entry, until the last is known.
public struct PeriodPlaces: Sendable {
  private let period: Range<Int>
  private var timely = 0..<0
  /// Time, and above the lowest eleven bits who states it.
  private var stated: [UInt64] = []
  private var numbers: [ActorID: UInt64] = [:]

  private static let actorBits: UInt64 = 11

  /// - Parameter period: UTC milliseconds.
  public init(_ period: Range<Int>) { self.period = period }

  /// Takes in the next entry, the first of the log to begin with.
  public mutating func take(at time: Int, by actor: ActorID) {
    let seq = stated.count
    // More people than have a number are taken for one: then fewer vouch, and more is looked at.
    let most = UInt64(1) << Self.actorBits - 1
    let number = numbers[actor] ?? min(UInt64(numbers.count), most)
    numbers[actor] = number
    stated.append(UInt64(time) << Self.actorBits | number)
    guard period.contains(time) else { return }
    timely = (timely.isEmpty ? seq : timely.lowerBound)..<seq + 1
  }

  /// The entries, when all were taken in.
  public func entries() -> PeriodEntries {
    var entries = PeriodEntries(between: timely, size: stated.count)
    let (reaching, sound) = lookBack()
    var (newest, latest) = (-1, -1)
    for (seq, word) in stated.enumerated() {
      let time = Int(word >> Self.actorBits)
      let isDoubtful = sound[seq] == false || time < latest
      // One that only earlier ones contradict was not written before its own time: nobody lies into a past that
      // nothing denies.
      let since = sound[seq] ? time : newest
      if isDoubtful, reaching[seq], since < period.upperBound { entries.insert(seq) }
      latest = max(latest, time)
      // Times that nothing later contradicts never go back.
      if sound[seq] { newest = time }
    }
    return entries
  }

  /// Of each entry, whether it may have been written as late as the period begins, and whether no later one states
  /// an earlier time.
  private func lookBack() -> (reaching: EntrySet, sound: EntrySet) {
    var (reaching, sound) = (EntrySet(stated.count), EntrySet(stated.count))
    // The least time that is stated later, and the least of those by anybody else than who states that.
    var least = (time: Int.max, by: UInt64.max)
    var other = Int.max
    for seq in stated.indices.reversed() {
      let (time, actor) = (
        Int(stated[seq] >> Self.actorBits), stated[seq] & (1 << Self.actorBits - 1)
      )
      let byOthers = least.by == actor ? other : least.time
      let until = byOthers == .max ? least.time : byOthers
      if until >= period.lowerBound { reaching.insert(seq) }
      if time <= least.time { sound.insert(seq) }
      if time < least.time {
        if least.by != actor { other = least.time }
        least = (time, actor)
      } else if actor != least.by {
        other = min(other, time)
      }
    }
    return (reaching, sound)
  }
}
