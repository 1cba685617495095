/// One share of a secret, to be kept by one person: the words that SLIP-39 calls a mnemonic.
///
/// It is a class so that shares can be in a list, which what cannot be copied cannot. There is one copy
/// of its bytes, in guarded memory, wiped when nobody holds the share any more.
public final class Slip39Share: Sendable {
  /// What the share says of itself; no secret, and nothing to tell to who brought a wrong one.
  public let header: Slip39Header
  /// A point of the polynomials: as good as the secret in the hands of who has enough of them.
  let value: SecretBytes

  init(_ header: Slip39Header, _ value: consuming SecretBytes) {
    self.header = header
    self.value = value
  }

  /// Reads the words of one share and looks at everything that one alone can tell ("Combining the
  /// shares" of SLIP-39, step 1).
  ///
  /// - Throws: ``Slip39Fault/word(_:)``, ``Slip39Fault/length``, ``Slip39Fault/checksum``,
  ///   ``Slip39Fault/parameters``, ``Slip39Fault/padding``; ``SealingError/memory``.
  public init(reading text: borrowing SecretBytes) throws(SealingError) {
    let words = try Slip39Words(reading: text)
    guard words.hasPossibleCount else { throw .slip39(.length) }
    let header = words.header
    guard words.hasChecksum(isExtendable: header.isExtendable) else { throw .slip39(.checksum) }
    guard header.isPossible else { throw .slip39(.parameters) }
    value = try words.value()
    self.header = header
  }

  /// The words, in lower case, with a space between and no line end.
  ///
  /// - Throws: ``SealingError/memory``.
  public func text() throws(SealingError) -> SecretBytes {
    try Slip39Words(header, value).text()
  }
}
