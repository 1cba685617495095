/// Which entries a report of a period has to look at by where they stand, whatever times they state.
///
/// Those from the first to the last that state a time of the period were written between them. And whoever sets
/// the clock ahead at the end of the period, acts, and sets it back again, has acted at a time between the last
/// entry before and the one that turned the clock back: that may have been in the period, so those count too.
public struct PeriodPlaces: Sendable {
  /// The entries; empty where none states a time of the period.
  public private(set) var found = 0..<0

  private let period: Range<Int>
  /// The first entry that is dated behind the period, since the last that was not: from what time on nothing
  /// that stands there can have been in the period.
  private var ahead: Int?

  /// - Parameter period: UTC milliseconds.
  public init(_ period: Range<Int>) { self.period = period }

  /// Takes in the next entry.
  public mutating func take(_ seq: Int, at time: Int) {
    guard time >= period.upperBound else {
      ahead = nil
      if period.contains(time) { reach(seq) }
      return
    }
    // Only what follows upon an entry of the period: before it there was nothing to hide in it.
    guard !found.isEmpty else { return }
    guard let first = ahead else { return ahead = time }
    guard time < first else { return }
    reach(seq - 1)
    ahead = time
  }

  private mutating func reach(_ seq: Int) {
    found = (found.isEmpty ? seq : found.lowerBound)..<seq + 1
  }
}
