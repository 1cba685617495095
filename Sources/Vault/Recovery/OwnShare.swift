public import Sealing

/// A trustee's own share, opened by their own key.
public struct OwnShare: ~Copyable {
  public let entry: Int
  public let epoch: Int
  /// Which of the three it is, from 1.
  public let number: Int
  /// Its words, three a line.
  public let words: SecretBytes
}
