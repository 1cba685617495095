/// Which terms of a question were found, by their places in it.
public struct SearchTermSet: Hashable, Sendable {
  /// A question has at most so many terms.
  public static let capacity = 256

  private var words = SIMD4<UInt64>.zero

  public init() {}

  public var isEmpty: Bool { words == .zero }

  public var count: Int {
    (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
  }

  public func contains(_ index: Int) -> Bool {
    words[index >> 6] & 1 << UInt64(index & 63) != 0
  }

  public mutating func insert(_ index: Int) {
    words[index >> 6] |= 1 << UInt64(index & 63)
  }

  func intersects(_ other: SearchTermSet) -> Bool { words & other.words != .zero }

  public mutating func formUnion(_ other: SearchTermSet) { words |= other.words }

  /// One after the other, in no array.
  public func forEach(_ body: (Int) -> Void) {
    for place in 0..<4 {
      var word = words[place]
      while word != 0 {
        body(place * 64 + word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }

  /// In the order of the question.
  public var indices: [Int] { (0..<Self.capacity).filter(contains) }
}
