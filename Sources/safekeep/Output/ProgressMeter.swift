/// A bar that a closure can hold.
final class ProgressMeter {
  private var bar: Progress

  init(_ bar: consuming Progress) { self.bar = bar }

  func reached(_ done: Int) { bar.reached(done) }
}
