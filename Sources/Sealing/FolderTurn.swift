import Glibc

/// Lets the processes that work in one folder take turns, by a lock on the folder itself (flock(2)).
///
/// It only makes waiting quick and fair; what must not happen twice is for others to prevent. The
/// kernel gives the turn back when a process ends, however it ends. Nothing is written for it.
public final class FolderTurn {
  private let folder: Int32

  /// Microseconds between two looks. All who wait look equally often, so none is passed over for long,
  /// and the more wait, the sooner somebody notices that the turn is free. Asking costs one system
  /// call; a sleep in the kernel would be cheaper still, but only a signal could end it in time.
  private static let interval: UInt32 = 300

  /// Nil where the folder cannot be opened.
  public init?(of path: String) {
    folder = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return nil }
  }

  /// A turn of another kind in the same folder: by a file that is there as long as it, on which nobody else waits.
  public init?(ofFile path: String) {
    folder = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard folder >= 0 else { return nil }
  }

  deinit { close(folder) }

  /// Waits for the turn.
  ///
  /// - Parameter isRequired: where the turn is all that keeps something from happening twice.
  /// - Returns: false where somebody else still had it when the patience was at an end; where the turn is
  ///   required, also on a file system without such locks.
  public func take(patience: Duration, isRequired: Bool = false) -> Bool {
    let begun = ContinuousClock.now
    while flock(folder, LOCK_EX | LOCK_NB) != 0 {
      // A file system without such locks has no turns to take: go on without.
      guard errno == EWOULDBLOCK || errno == EINTR else { return !isRequired }
      guard ContinuousClock.now - begun < patience else { return false }
      usleep(Self.interval)
    }
    return true
  }

  /// Gives the turn back.
  public func giveBack() { _ = flock(folder, LOCK_UN) }
}
