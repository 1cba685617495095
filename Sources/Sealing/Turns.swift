import Synchronization

/// The places of a list that two threads take in turns, each as it has time: neither waits for the other while there
/// is one left. What each made of its places they put together once both are done (``Aside``).
public final class Turns: Sendable {
  private let count: Int
  private let taken = Atomic<Int>(0)

  public init(_ count: Int) { self.count = count }

  /// The next place, which nobody else is given; nil where there is none left.
  public func next() -> Int? {
    // Nothing but the number passes from thread to thread here: the list stands as it is, and the join orders the rest.
    let place = taken.wrappingAdd(1, ordering: .relaxed).oldValue
    return place < count ? place : nil
  }
}
