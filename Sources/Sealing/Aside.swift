import Glibc
import Synchronization

/// Runs one piece of work on a second thread while the caller goes on with another, and waits for
/// both: sealing the next cases of an import while the last ones are stored.
///
/// It stands here because starting a thread takes an unsafe call, and nowhere else may make one. The
/// interface stays synchronous: when ``run(_:while:)`` is left, however it is left, no thread of its
/// own is running.
public enum Aside {
  /// - Parameters:
  ///   - errand: runs on the second thread; where the system gives none, before `body` on this one.
  ///   - body: runs here, meanwhile.
  /// - Returns: what both gave.
  public static func run<Errand: Sendable, Result, Failure: Error>(
    _ errand: @escaping @Sendable () -> Errand, while body: () throws(Failure) -> Result
  ) throws(Failure) -> (Errand, Result) {
    let work = Work(errand)
    let thread = Self.start { work.run() }
    if thread == nil { work.run() }
    let result: Result
    do throws(Failure) {
      result = try body()
    } catch {
      join(thread)
      throw error
    }
    join(thread)
    return (work.result, result)
  }

  /// What one thread leaves for the other; joining the thread stands between writing and reading.
  private final class Work<Errand: Sendable>: Sendable {
    private let errand: @Sendable () -> Errand
    private let outcome = Mutex<Errand?>(nil)

    init(_ errand: @escaping @Sendable () -> Errand) { self.errand = errand }

    func run() {
      let result = errand()
      outcome.withLock { $0 = result }
    }

    var result: Errand {
      guard let result = outcome.withLock({ $0 }) else {
        preconditionFailure("read before the thread was joined")
      }
      return result
    }
  }

  /// A closure behind a pointer, the form in which a thread's start takes it.
  private final class Start: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static func start(_ run: @escaping @Sendable () -> Void) -> pthread_t? {
    let start = unsafe Unmanaged.passRetained(Start(run))
    var thread = pthread_t()
    let status = unsafe pthread_create(
      &thread, nil,
      { start in
        guard let start = unsafe start else { return nil }
        unsafe Unmanaged<Start>.fromOpaque(start).takeRetainedValue().run()
        return nil
      }, start.toOpaque())
    if status == 0 { return thread }
    unsafe start.release()
    return nil
  }

  private static func join(_ thread: pthread_t?) {
    guard let thread else { return }
    let status = pthread_join(thread, nil)
    // It fails only for a thread that is not ours to join.
    precondition(status == 0, "a thread was lost")
  }
}
