/// What a share says of itself and its set, in its first forty bits; none of it is secret ("Format of the
/// share mnemonic" of SLIP-39).
public struct Slip39Header: Hashable, Sendable {
  /// Words that it fills.
  static let wordCount = 4

  /// Random, fifteen bits, the same in all shares of a set.
  public let identifier: UInt16
  /// Whether the identifier is left out of the encryption, so that other shares of the same encrypted
  /// secret can be made later.
  public let isExtendable: Bool
  /// How much work the passphrase costs: 10,000 · 2^exponent iterations, 0 to 15.
  public let exponent: Int
  /// Which group, from 0.
  public let groupIndex: Int
  /// How many groups it takes.
  public let groupThreshold: Int
  /// How many groups there are.
  public let groupCount: Int
  /// Which share of the group, from 0.
  public let memberIndex: Int
  /// How many shares of the group it takes.
  public let memberThreshold: Int

  /// The same share of the set, moved to a group and a number in it.
  func placed(group: Int, member: Int, threshold: Int) -> Slip39Header {
    Slip39Header(
      identifier: identifier, isExtendable: isExtendable, exponent: exponent, groupIndex: group,
      groupThreshold: groupThreshold, groupCount: groupCount, memberIndex: member,
      memberThreshold: threshold)
  }

  /// The forty bits. Thresholds and the count are written one less than they are.
  var bits: UInt64 {
    let set = UInt64(identifier) << 5 | (isExtendable ? 1 : 0) << 4 | UInt64(exponent)
    return [groupIndex, groupThreshold - 1, groupCount - 1, memberIndex, memberThreshold - 1]
      .reduce(set) { $0 << 4 | UInt64($1) }
  }

  /// Whether it can be the share of any set.
  var isPossible: Bool { groupThreshold <= groupCount && groupIndex < groupCount }

  /// Whether both shares say that they were made from one secret at one time.
  func isOfSameSet(as other: Slip39Header) -> Bool {
    identifier == other.identifier && isExtendable == other.isExtendable
  }

  /// Whether all that must be alike in a set is, and in a group where they are of one.
  func agrees(with other: Slip39Header) -> Bool {
    exponent == other.exponent && groupThreshold == other.groupThreshold
      && groupCount == other.groupCount
      && (groupIndex != other.groupIndex || memberThreshold == other.memberThreshold)
  }
}

extension Slip39Header {
  /// Reads forty bits; every pattern is some header.
  init(bits: UInt64) {
    func field(_ shift: Int) -> Int { Int(bits >> UInt64(shift) & 15) }
    self.init(
      identifier: UInt16(bits >> 25 & 0x7FFF), isExtendable: bits >> 24 & 1 == 1,
      exponent: field(20), groupIndex: field(16), groupThreshold: field(12) + 1,
      groupCount: field(8) + 1, memberIndex: field(4), memberThreshold: field(0) + 1)
  }
}
