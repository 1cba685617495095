import AuditLog
import Testing

/// Which entries a period has by where they stand. Times 10..<20 are of it.
@Suite struct PeriodPlacesTests {
  private static let people = ["0000000000000001", "0000000000000002"].compactMap { ActorID($0) }

  /// The entries that are found; those at these places are by somebody else than all others.
  private func found(_ times: [Int], others: Set<Int> = []) -> [Int] {
    var places = PeriodPlaces(10..<20)
    for (seq, time) in times.enumerated() {
      places.take(at: time, by: Self.people[others.contains(seq) ? 1 : 0])
    }
    let entries = places.entries()
    return times.indices.filter { entries.contains($0) }
  }

  @Test func fromTheFirstToTheLast() {
    #expect(found([]) == [])
    #expect(found([5, 25]) == [])
    #expect(found([5, 10, 19, 20, 25]) == [1, 2])
    // Whoever turned the clock back or ahead in between.
    #expect(found([10, 3, 4, 12]) == [0, 1, 2, 3])
    #expect(found([10, 99, 12]) == [0, 1, 2])
  }

  /// Ahead at the end of the period, and back when it is over: in between anything may have been.
  @Test func aheadAndBackAtItsEnd() {
    #expect(found([10, 19, 90, 91, 21, 22]) == [0, 1, 2, 3])
    // Back in two steps: the first of them may still be of the period.
    #expect(found([10, 19, 90, 50, 21, 22]) == [0, 1, 2, 3])
    // Ahead only after the period was over: that was not in it.
    #expect(found([10, 19, 21, 90, 91, 22]) == [0, 1])
    // Nobody turned it back: nothing says when it was.
    #expect(found([10, 19, 90, 91]) == [0, 1])
  }

  /// Just before the first entry of the period, or where it has none, and whichever way the clock was turned.
  @Test func aheadAndBackBeforeItsFirst() {
    #expect(found([5, 90, 91, 12, 22]) == [1, 2, 3])
    #expect(found([5, 90, 91, 21]) == [1, 2])
    #expect(found([5, 2, 12, 22], others: [2]) == [0, 1, 2])
    // It was over before the period began (the last before it may be one that was dated back), or begun when that
    // was over.
    #expect(found([5, 90, 91, 6, 7, 12]) == [4, 5])
    #expect(found([12, 25, 90, 91, 26]) == [0])
  }

  /// Whoever turns the clock may turn it as often as they like: their own times say nothing for them.
  @Test func nobodyVouchesForTheirOwn() {
    #expect(found([5, 90, 1, 12, 22], others: [0, 3, 4]) == [1, 2, 3])
    #expect(found([5, 90, 1, 21, 22], others: [0, 3, 4]) == [1, 2])
    #expect(found([5, 6, 90, 1, 7, 21], others: [0, 4, 5]) == [4])
    // A clock of nineteen-seventy, much later, takes nothing out; what it wrote may have been written whenever.
    #expect(found([5, 90, 12, 30, 0, 31], others: [0, 2, 3, 5]) == [1, 2, 4])
  }
}
