/// A secret in shares that people keep, of which so and so many give it back (SatoshiLabs' SLIP-0039).
///
/// The shares of one office need no program of this project to be put together: any implementation of the
/// standard reads them. Nothing here branches on a secret or looks up a place in memory by one.
public enum Slip39 {
  /// A share's number, and a group's, has four bits.
  static let mostShares = 16

  /// Splits a secret. Shares come group by group, each in the order of its numbers.
  ///
  /// - Parameters:
  ///   - secret: 16 to 64 bytes, an even number.
  ///   - groupThreshold: how many of the groups it takes; 1 of 1 is the plain case.
  ///   - passphrase: printable ASCII, as the standard has it; empty for none. A wrong one is not noticed
  ///     when the shares are put together, it gives another secret.
  ///   - exponent: 0 to 15; each step doubles what guessing the passphrase costs, and without one buys nothing.
  ///   - isExtendable: as new sets are by the standard; false is for older readers.
  /// - Throws: ``Slip39Fault/parameters``; ``SealingError/passphraseForm``, ``SealingError/memory``.
  public static func split(
    _ secret: borrowing SecretBytes, groupThreshold: Int, groups: [Slip39Group],
    passphrase: borrowing SecretBytes, exponent: Int, isExtendable: Bool = true
  ) throws(SealingError) -> [Slip39Share] {
    guard (16...64).contains(secret.count), secret.count % 2 == 0, (0...15).contains(exponent),
      (1...mostShares).contains(groups.count), (1...groups.count).contains(groupThreshold),
      groups.allSatisfy(\.isPossible)
    else { throw .slip39(.parameters) }
    try examine(passphrase)
    let set = Slip39Header(
      identifier: makeIdentifier(), isExtendable: isExtendable, exponent: exponent, groupIndex: 0,
      groupThreshold: groupThreshold, groupCount: groups.count, memberIndex: 0, memberThreshold: 1)
    let encrypted = try Slip39Cipher(header: set).encrypt(secret, passphrase: passphrase)
    let points = try SecretPoints.makeRandom(through: encrypted, threshold: groupThreshold)
    var shares: [Slip39Share] = []
    for (index, group) in groups.enumerated() {
      let value = try points.value(at: UInt8(index))
      shares += try members(of: group, index, value, in: set)
    }
    return shares
  }

  /// Splits a secret without a passphrase: `groups` of which it takes `groupThreshold`.
  ///
  /// - Throws: ``Slip39Fault/parameters``; ``SealingError/memory``.
  public static func split(
    _ secret: borrowing SecretBytes, groupThreshold: Int = 1, groups: [Slip39Group]
  ) throws(SealingError) -> [Slip39Share] {
    let none = try SecretBytes(capacity: 0) { _ in }
    return try split(
      secret, groupThreshold: groupThreshold, groups: groups, passphrase: none, exponent: 0)
  }

  /// The secret of exactly as many shares as it takes, in any order ("Combining the shares").
  ///
  /// - Throws: ``Slip39Fault`` that several together can have; ``SealingError/passphraseForm``,
  ///   ``SealingError/memory``.
  public static func combine(
    _ shares: [Slip39Share], passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try examine(passphrase)
    let (set, length) = try examine(shares)
    let groups = Dictionary(grouping: shares, by: \.header.groupIndex)
    let indices = groups.keys.sorted()
    let points = try SecretPoints(at: indices.map { UInt8($0) }, length: length) {
      (output) throws(SealingError) in
      for index in indices { output.append(try secret(of: groups[index] ?? [], length)) }
    }
    return try Slip39Cipher(header: set).decrypt(try points.secret(), passphrase: passphrase)
  }

  /// The secret of shares that were made without a passphrase.
  ///
  /// - Throws: ``Slip39Fault`` that several together can have; ``SealingError/memory``.
  public static func combine(_ shares: [Slip39Share]) throws(SealingError) -> SecretBytes {
    try combine(shares, passphrase: try SecretBytes(capacity: 0) { _ in })
  }
}
