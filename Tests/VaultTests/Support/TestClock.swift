import Synchronization

/// A clock that tests set.
final class TestClock: Sendable {
  private let value = Mutex(1_790_000_000_000)

  var now: @Sendable () -> Int {
    { [self] in
      self.value.withLock { time in
        time += 1
        return time
      }
    }
  }

  func move(by milliseconds: Int) { value.withLock { $0 += milliseconds } }
}
