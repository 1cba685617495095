/// The best of many, in order, without sorting the rest: a question touches thousands and shows a few.
struct BestFew {
  private let most: Int
  private var best: [(score: Float, number: UInt32)] = []

  init(_ most: Int) {
    self.most = most
    best.reserveCapacity(most + 1)
  }

  /// The highest score first; of two that are the same, who came first.
  mutating func take(_ number: UInt32, _ score: Float) {
    if best.count == most {
      guard let last = best.last, Self.isBetter((score, number), last) else { return }
      best.removeLast()
    }
    var place = best.count
    while place > 0, Self.isBetter((score, number), best[place - 1]) { place -= 1 }
    best.insert((score, number), at: place)
  }

  var numbers: [UInt32] { best.map(\.number) }

  private static func isBetter(
    _ one: (score: Float, number: UInt32), _ other: (score: Float, number: UInt32)
  ) -> Bool {
    one.score == other.score ? one.number < other.number : one.score > other.score
  }
}
