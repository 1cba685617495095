/// How many shares a group gets, and how many of them it takes (SLIP-39, "Two-level scheme").
public struct Slip39Group: Hashable, Sendable {
  /// How many shares stand for the group.
  public let threshold: Int
  /// How many shares are made.
  public let count: Int

  /// `threshold` of `count` shares.
  public init(_ threshold: Int, of count: Int) {
    (self.threshold, self.count) = (threshold, count)
  }

  /// SLIP-39 numbers shares with four bits, and forbids several that are each enough ("GenerateShares",
  /// step 1): they would be copies of one share under different numbers.
  var isPossible: Bool {
    (1...Slip39.mostShares).contains(count) && (1...count).contains(threshold)
      && (threshold > 1 || count == 1)
  }
}
