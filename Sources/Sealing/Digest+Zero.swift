extension Digest {
  /// Thirty-two zero bytes: what stands before the first of a chain.
  public static let zero = Digest(words: (0, 0, 0, 0))
}
