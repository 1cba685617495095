/// Two clocks that cannot both be right: the one of somebody outside who saw the log, and the one by which an
/// entry beside it says that it was made.
///
/// A head of size n that was seen at a time shows that entry n − 1 is older than it, and the entry that holds
/// the answer's hash is younger. It is no proof of forgery: a machine's clock may be wrong. Whoever reads the
/// times of that log has to know.
public struct ClockContradiction: Hashable, Sendable {
  /// An entry and the time that it states, UTC milliseconds.
  public struct Claim: Hashable, Sendable {
    /// The entry.
    public let entry: Int
    /// UTC milliseconds.
    public let time: Int

    /// A claim.
    public init(entry: Int, time: Int) { (self.entry, self.time) = (entry, time) }
  }

  /// What the entry says.
  public let claim: Claim
  /// What was said outside, UTC milliseconds.
  public let outside: Int

  /// Seconds by which clocks may differ without a word: so far behind the entry before it an author's clock
  /// may be (Format.md, "Rules for entries"). Authorities count whole seconds.
  private static let patience = 2

  /// - Parameters:
  ///   - outside: when somebody saw the log, UTC milliseconds.
  ///   - older: the last entry that they saw; nil where it is not known.
  ///   - younger: the entry that holds the hash of what they said; nil where it is not known.
  /// - Returns: the first that cannot be; none where both can.
  public static func first(
    outside: Int, older: Claim?, younger: Claim?
  ) -> ClockContradiction? {
    let seen = outside / 1_000
    let wrong = [
      older.flatMap { $0.time / 1_000 - seen > patience ? $0 : nil },
      younger.flatMap { seen - $0.time / 1_000 > patience ? $0 : nil },
    ].compactMap(\.self).first
    return wrong.map { ClockContradiction(claim: $0, outside: outside) }
  }
}
