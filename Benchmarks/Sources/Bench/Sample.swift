import Foundation

/// Times of one piece of work, in seconds. A benchmark tells medians: one slow round is the machine's, not ours.
struct Sample {
  private(set) var seconds: [Double] = []

  var median: Double {
    let ordered = seconds.sorted()
    let middle = ordered.count / 2
    return ordered.count.isMultiple(of: 2)
      ? (ordered[middle - 1] + ordered[middle]) / 2 : ordered[middle]
  }

  mutating func add(_ time: Double) { seconds.append(time) }

  mutating func time(_ work: () throws -> Void) rethrows {
    let begun = ContinuousClock.now
    try work()
    let taken = ContinuousClock.now - begun
    seconds.append(Double(taken.components.seconds) + Double(taken.components.attoseconds) * 1e-18)
  }

  /// Several pieces of work by turns, so that whatever else the machine does falls on each alike; one round before
  /// that warms caches and is not counted.
  static func byTurns(rounds: Int, _ works: [() throws -> Void]) throws -> [Sample] {
    var samples = works.map { _ in Sample() }
    for round in 0...rounds {
      for index in works.indices {
        if round == 0 { try works[index]() } else { try samples[index].time(works[index]) }
      }
    }
    return samples
  }
}
