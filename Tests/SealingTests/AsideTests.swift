import Sealing
import Synchronization
import Testing

@Suite struct AsideTests {
  private struct Failure: Error, Equatable {}

  @Test("Both give their results, and they run at the same time")
  func overlaps() {
    // Each waits for the other to have begun: run one after the other, neither would end.
    let begun = Flags()
    let found = Aside.run(
      { () -> Int in
        begun.errand.store(true, ordering: .sequentiallyConsistent)
        while !begun.body.load(ordering: .sequentiallyConsistent) {}
        return 1
      },
      while: { () -> Int in
        begun.body.store(true, ordering: .sequentiallyConsistent)
        while !begun.errand.load(ordering: .sequentiallyConsistent) {}
        return 2
      })
    #expect(found == (1, 2))
  }

  @Test("What the body throws comes after the errand is done")
  func waits() {
    let isDone = Flags()
    #expect(throws: Failure()) {
      _ = try Aside.run(
        { () -> Int in
          for _ in 0..<100_000 { isDone.body.store(true, ordering: .sequentiallyConsistent) }
          isDone.errand.store(true, ordering: .sequentiallyConsistent)
          return 0
        },
        while: { () throws(Failure) -> Int in throw Failure() })
    }
    let wasDone = isDone.errand.load(ordering: .sequentiallyConsistent)
    #expect(wasDone)
  }

  private final class Flags: Sendable {
    let errand = Atomic(false)
    let body = Atomic(false)
  }
}
