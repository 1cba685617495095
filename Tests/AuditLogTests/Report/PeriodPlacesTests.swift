import AuditLog
import Testing

/// Which entries a period has by where they stand. Times 10..<20 are of it.
@Suite struct PeriodPlacesTests {
  private func found(_ times: [Int]) -> Range<Int> {
    var places = PeriodPlaces(10..<20)
    for (seq, time) in times.enumerated() { places.take(seq, at: time) }
    return places.found
  }

  @Test func fromTheFirstToTheLast() {
    #expect(found([]) == 0..<0)
    #expect(found([5, 25]) == 0..<0)
    #expect(found([5, 10, 19, 20, 25]) == 1..<3)
    // Whoever turned the clock back or ahead in between.
    #expect(found([10, 3, 4, 12]) == 0..<4)
    #expect(found([10, 99, 12]) == 0..<3)
  }

  /// Ahead at the end of the period, and back when it is over: in between anything may have been.
  @Test func aheadAndBackAtItsEnd() {
    #expect(found([10, 19, 90, 91, 21, 22]) == 0..<4)
    // Back in two steps: the first of them may still be of the period.
    #expect(found([10, 19, 90, 50, 21, 22]) == 0..<4)
    // Ahead only after the period was over: that was not in it.
    #expect(found([10, 19, 21, 90, 91, 22]) == 0..<2)
    // Nobody turned it back: nothing says when it was.
    #expect(found([10, 19, 90, 91]) == 0..<2)
    // Before the first entry of the period there is nothing that it hides.
    #expect(found([5, 90, 91, 21]) == 0..<0)
  }
}
