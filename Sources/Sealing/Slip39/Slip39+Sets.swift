extension Slip39 {
  /// The shares of one group: points of new polynomials through what the group stands for.
  static func members(
    of group: Slip39Group, _ index: Int, _ value: borrowing SecretBytes, in set: Slip39Header
  ) throws(SealingError) -> [Slip39Share] {
    let points = try SecretPoints.makeRandom(through: value, threshold: group.threshold)
    var shares: [Slip39Share] = []
    for member in 0..<group.count {
      let header = set.placed(group: index, member: member, threshold: group.threshold)
      shares.append(Slip39Share(header, try points.value(at: UInt8(member))))
    }
    return shares
  }

  /// What the shares of one group stand for.
  static func secret(of members: [Slip39Share], _ length: Int) throws(SealingError) -> SecretBytes {
    try SecretPoints(at: members.map { UInt8($0.header.memberIndex) }, length: length) { output in
      for member in members { output.append(member.value) }
    }.secret()
  }

  static func makeIdentifier() -> UInt16 {
    let bytes = Randomness.bytes(2)
    return (UInt16(bytes[0]) << 8 | UInt16(bytes[1])) & 0x7FFF
  }

  /// Whether the shares are of one set, each there once, and as many as it takes ("Combining the shares",
  /// step 1). Each is held against the first, then against those before it.
  static func examine(
    _ shares: [Slip39Share]
  ) throws(SealingError) -> (set: Slip39Header, length: Int) {
    guard let first = shares.first else { throw .slip39(.tooFew) }
    for (index, share) in shares.enumerated() {
      let (header, place) = (share.header, index + 1)
      guard header.isOfSameSet(as: first.header) else { throw .slip39(.otherSet(share: place)) }
      for earlier in shares[..<index] {
        guard header.agrees(with: earlier.header), share.value.count == earlier.value.count else {
          throw .slip39(.otherParameters(share: place))
        }
        guard
          (header.groupIndex, header.memberIndex)
            != (earlier.header.groupIndex, earlier.header.memberIndex)
        else { throw .slip39(.duplicate(share: place)) }
      }
    }
    try count(shares, first.header.groupThreshold)
    return (first.header, first.value.count)
  }

  /// As many groups as it takes, and of each as many shares. More are refused, as the standard asks: they
  /// would be held against the others, and so tell which of them is wrong.
  private static func count(
    _ shares: [Slip39Share], _ groupThreshold: Int
  ) throws(SealingError) {
    let groups = Dictionary(grouping: shares, by: \.header.groupIndex).values
    guard groups.count >= groupThreshold else { throw .slip39(.tooFew) }
    guard groups.count == groupThreshold else { throw .slip39(.tooMany) }
    let missing = groups.map { $0[0].header.memberThreshold - $0.count }
    guard missing.allSatisfy({ $0 <= 0 }) else { throw .slip39(.tooFew) }
    guard missing.allSatisfy({ $0 == 0 }) else { throw .slip39(.tooMany) }
  }

  /// "Passphrase" of SLIP-39: code points 32 to 126, for the sake of every other implementation.
  static func examine(_ passphrase: borrowing SecretBytes) throws(SealingError) {
    let isPrintable = passphrase.withSpan { text in
      text.indices.reduce(true) { (0x20...0x7E).contains(text[$1]) && $0 }
    }
    guard isPrintable else { throw .passphraseForm }
  }
}
