import CSodium

/// A text for the holders of one box key, from somebody who cannot open it again (`crypto_box_seal`): the
/// reason of an emergency, for the leads who are to review it; the draft of a form, for its author alone.
///
/// An anonymous box has no associated data of its own, so the place goes inside, before the text; it is
/// compared in constant time. The length is told only in the steps of padding policy 1.
public enum SealedNote {
  /// The longest text, in bytes: what fits one page of a form.
  public static let longest = 4_000
  /// The longest draft, in bytes: a form of the longest statements, and as much again.
  public static let longestDraft = 4 << 20
  private static let placeCount = 32
  private static let overhead = 48

  /// - Throws: ``SealingError/length`` for a text that is too long.
  public static func seal(
    _ text: [UInt8], upTo limit: Int = longest, at place: Digest, to box: BoxPublicKey
  ) throws(SealingError) -> [UInt8] {
    guard text.count <= limit else { throw .length }
    let padded = Padding.paddedCount(text.count)
    var content = place.bytes + text + [UInt8](repeating: 0, count: padded - text.count)
    content[placeCount + text.count] = 0x80
    var sealed = [UInt8](repeating: 0, count: content.count + overhead)
    let count = UInt64(content.count)
    guard unsafe crypto_box_seal(&sealed, content, count, box.bytes) == 0 else { throw .publicKey }
    unsafe sodium_memzero(&content, content.count)
    return sealed
  }

  /// - Throws: ``SealingError/doesNotOpen``, also where it was sealed for another place.
  public static func open(
    _ sealed: Span<UInt8>, upTo limit: Int = longest, at place: Digest, with box: borrowing BoxKey
  ) throws(SealingError) -> [UInt8] {
    let padded = sealed.count - overhead - placeCount
    guard padded <= Padding.paddedCount(limit), Padding.isStep(padded) else { throw .doesNotOpen }
    var content = [UInt8](repeating: 0, count: placeCount + padded)
    let place = place.bytes
    let count: Int? = unsafe content.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, unsafe box.open(sealed, to: start),
        unsafe sodium_memcmp(start, place, placeCount) == 0
      else { return nil }
      return unsafe Padding.contentCount(start + placeCount, paddedCount: padded)
    }
    guard let count else { throw .doesNotOpen }
    return Array(content[placeCount..<(placeCount + count)])
  }
}
