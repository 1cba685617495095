/// Between which outside times the entries of a log lie, and how far anything outside has seen it.
///
/// The leaves state only the hash of what came from outside. Its time is in the token or the line itself,
/// and whoever holds those has checked them: a receipt without such a time bounds nothing.
public struct OutsideBounds: Hashable, Sendable {
  /// The stretches of the log, in order and without a gap; the last is the tail.
  public let intervals: [ReportInterval]
  /// The first entry that nothing outside has seen; the size of the log where all were.
  public let tail: Int
  /// Receipts whose token or line is not at hand, or does not hold.
  public let unchecked: [Int]

  /// What a leaf alone states of a receipt.
  struct Stated: Hashable, Sendable {
    let isTimeStamp: Bool
    let seq: Int
    let ref: Int
  }

  /// - Parameter times: of each receipt's entry the time outside, UTC milliseconds.
  init(_ stated: [Stated], size: Int, times: [Int: Int]) {
    let receipts = stated.compactMap { receipt in
      times[receipt.seq].map { time in
        ReportInterval.Receipt(
          isTimeStamp: receipt.isTimeStamp, seq: receipt.seq, ref: receipt.ref, time: time)
      }
    }
    unchecked = stated.map(\.seq).filter { times[$0] == nil }
    tail = (receipts.map(\.ref).max() ?? -1) + 1
    let starts = Set([0] + receipts.flatMap { [$0.seq, $0.ref + 1] })
    let places = starts.filter { $0 < size }.sorted()
    let bounds = Array(zip(Self.after(receipts, places), Self.before(receipts, places)))
    // Where neither bound changes, one stretch goes on.
    let kept = places.indices.filter { $0 == 0 || bounds[$0] != bounds[$0 - 1] }
    intervals = kept.enumerated().map { place, index in
      ReportInterval(
        first: places[index],
        last: place + 1 < kept.count ? places[kept[place + 1]] - 1 : size - 1,
        after: bounds[index].0, before: bounds[index].1)
    }
  }

  /// Of all receipts at or before each place the one of the latest time.
  private static func after(
    _ receipts: [ReportInterval.Receipt], _ places: [Int]
  ) -> [ReportInterval.Receipt?] {
    var waiting = receipts.sorted { $0.seq < $1.seq }[...]
    var best: ReportInterval.Receipt?
    return places.map { place in
      while let next = waiting.first, next.seq <= place {
        if next.time >= best?.time ?? .min { best = next }
        waiting.removeFirst()
      }
      return best
    }
  }

  /// Of all receipts that saw each place the one of the earliest time: a larger head may have been
  /// stamped before a smaller one was.
  private static func before(
    _ receipts: [ReportInterval.Receipt], _ places: [Int]
  ) -> [ReportInterval.Receipt?] {
    var waiting = receipts.sorted { $0.ref > $1.ref }[...]
    var best: ReportInterval.Receipt?
    let bounds = places.reversed().map { place in
      while let next = waiting.first, next.ref >= place {
        if next.time <= best?.time ?? .max { best = next }
        waiting.removeFirst()
      }
      return best
    }
    return bounds.reversed()
  }
}
