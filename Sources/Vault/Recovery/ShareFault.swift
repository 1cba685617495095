/// Why shares of a seed are refused. It names a share by its place in the order in which they were given,
/// and never what stands in it: nobody learns from a refusal which other share would fit.
public enum ShareFault: Hashable, Sendable {
  /// It takes two.
  case tooFew
  /// Too many words, or a number of them that no share has.
  case length(share: Int)
  /// The word at this place is not in the list of the standard.
  case word(Int, share: Int)
  /// All words are in the list, and one is wrong or not in its place.
  case checksum(share: Int)
  /// It is no share of such a set at all.
  case form(share: Int)
  /// The two say that they were made from different seeds.
  case otherSet
  /// The same share twice.
  case duplicate
  /// Each is in order, and together they give no seed.
  case apart
  /// They give a seed, and not one that counts here: of another vault, or of an epoch that is over.
  case otherSeed

  /// What stands in the log as `kind`.
  public var code: String {
    switch self {
    case .tooFew: "share.too_few"
    case .length: "share.length"
    case .word: "share.word"
    case .checksum: "share.checksum"
    case .form: "share.form"
    case .otherSet: "share.other_set"
    case .duplicate: "share.duplicate"
    case .apart: "share.apart"
    case .otherSeed: "share.other_seed"
    }
  }
}
