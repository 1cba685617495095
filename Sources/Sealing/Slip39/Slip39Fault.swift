/// What is wrong with a share of a secret, or with several together (SLIP-39, "Combining the shares").
///
/// It names a word or a share by its place, counted from 1 in the order given, and nothing that stands
/// there: no word, no identifier, no index of a share. So nobody learns from a refusal which other
/// share would fit.
public enum Slip39Fault: Hashable, Sendable {
  /// No share has that many words.
  case length
  /// The word at this place is not in the list of the standard.
  case word(Int)
  /// Every word is in the list, and some of them is not the right one or not in its place.
  case checksum
  /// Bits that fill up the first word of the value are not zero: whoever made it did not keep to SLIP-39.
  case padding
  /// Thresholds and counts that no set of shares can have; or a secret of a length that none can hold.
  case parameters
  /// The share at this place belongs to another set than the first one does.
  case otherSet(share: Int)
  /// The share at this place says that it is of the first one's set, and states another threshold, count,
  /// exponent or length.
  case otherParameters(share: Int)
  /// The share at this place is there already, or another one with its number.
  case duplicate(share: Int)
  /// More shares are needed.
  case tooFew
  /// More than the threshold; which of them to leave away is for people to say.
  case tooMany
  /// Each is in order, and together they give no secret: one of them at least was made for another.
  case digest
}
