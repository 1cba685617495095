import Glibc

/// How long a command waits for another process, and how often it looks again meanwhile.
///
/// SQLite's own waiting sleeps up to a tenth of a second between two looks, while the commit that is
/// waited for takes a few milliseconds. Writers take turns before they come here (`Store`), so what is
/// waited for is mostly the end of one commit, or a reader who holds one up.
struct Patience {
  private let limit: Duration

  init(_ limit: Duration) { self.limit = limit }

  /// Sleeps a little and says whether to look again.
  ///
  /// - Parameter tries: how often this wait has looked already; 0 begins a new one.
  func mayLookAgain(after tries: Int) -> Bool {
    guard Self.slept(after: tries) < limit else { return false }
    usleep(Self.pause(after: tries))
    return true
  }

  private static let (shortest, step, longest) = (200, 10, 5_000)
  /// How often the pause grows.
  private static let growing = (longest - shortest) / step

  /// Microseconds: short while a commit may be ending, longer where somebody works for seconds.
  static func pause(after tries: Int) -> UInt32 {
    UInt32(tries < growing ? shortest + step * tries : longest)
  }

  /// What the pauses before this one come to: counted, so that nothing has to be remembered.
  static func slept(after tries: Int) -> Duration {
    let grown = min(tries, growing)
    return .microseconds(
      shortest * grown + step * grown * (grown - 1) / 2 + longest * (tries - grown))
  }
}
