import Glibc
import Synchronization

/// How long a command waits for another process, and how often it looks again meanwhile.
///
/// SQLite's own waiting sleeps up to a tenth of a second between two looks, while the commit that is
/// waited for takes a few milliseconds. Writers take turns before they come here (`Store`), so what is
/// waited for is mostly the end of one commit, or a reader who holds one up.
final class Patience: Sendable {
  private let limit: Duration
  private let begun = Mutex(ContinuousClock.now)

  init(_ limit: Duration) { self.limit = limit }

  /// Sleeps a little and says whether to look again.
  ///
  /// - Parameter tries: how often this wait has looked already; 0 begins a new one.
  func mayLookAgain(after tries: Int) -> Bool {
    let begun = begun.withLock { begun in
      if tries == 0 { begun = .now }
      return begun
    }
    guard ContinuousClock.now - begun < limit else { return false }
    usleep(Self.pause(after: tries))
    return true
  }

  /// Microseconds: short while a commit may be ending, longer where somebody works for seconds.
  static func pause(after tries: Int) -> UInt32 {
    UInt32(min(5_000, 200 + 10 * tries))
  }
}
