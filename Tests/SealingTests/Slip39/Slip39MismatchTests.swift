import Testing

@testable import Sealing

/// Shares of which each is in order, and which do not belong together.
@Suite struct Slip39MismatchTests {
  private func set(
    _ group: Slip39Group, of bytes: [UInt8] = [UInt8](0...31)
  ) throws -> [Slip39Share] {
    try Slip39.split(try secret(bytes), groups: [group])
  }

  /// The same share under another header: everything but one field is right.
  private func changed(_ share: Slip39Share, _ header: Slip39Header) throws -> Slip39Share {
    Slip39Share(header, try secret(revealed(share.value)))
  }

  @Test func aShareOfAnotherSetIsNamed() throws {
    let shares = try set(Slip39Group(3, of: 5))
    let number = shares[2].header.identifier ^ 1
    let foreign = try changed(
      shares[2], .sample(member: 2, threshold: 3, identifier: number))
    #expect(fault(combining: [shares[0], shares[1], foreign]) == .slip39(.otherSet(share: 3)))
    #expect(fault(combining: [shares[0], foreign, shares[1]]) == .slip39(.otherSet(share: 2)))
    let older = try changed(
      shares[2],
      .sample(
        member: 2, threshold: 3, identifier: shares[2].header.identifier, isExtendable: false))
    #expect(fault(combining: [shares[0], shares[1], older]) == .slip39(.otherSet(share: 3)))
  }

  @Test func otherParametersAreNamed() throws {
    let shares = try set(Slip39Group(2, of: 3))
    let number = shares[1].header.identifier
    for header in [
      Slip39Header.sample(member: 1, threshold: 3, identifier: number),
      .sample(member: 1, identifier: number, exponent: 1),
      .sample(member: 1, identifier: number, groupCount: 2),
      .sample(member: 1, identifier: number, group: 1, groupThreshold: 2, groupCount: 2),
    ] {
      let foreign = try changed(shares[1], header)
      #expect(fault(combining: [shares[0], foreign]) == .slip39(.otherParameters(share: 2)))
    }
    let short = try share(shares[1].header, .pattern(16))
    #expect(fault(combining: [shares[0], short]) == .slip39(.otherParameters(share: 2)))
  }

  @Test func theSameShareTwiceIsNamed() throws {
    let shares = try set(Slip39Group(2, of: 3))
    #expect(fault(combining: [shares[0], shares[0]]) == .slip39(.duplicate(share: 2)))
    // Another value under the same number, too: which of them is right nobody says.
    let other = try share(shares[0].header, .pattern(32))
    #expect(fault(combining: [shares[1], shares[0], other]) == .slip39(.duplicate(share: 3)))
  }

  /// The identifier has fifteen bits, so two sets of one office may carry the same. Only the digest
  /// tells them apart, and without it they would give some seed that opens nothing.
  @Test func sharesOfTwoSecretsGiveNone() throws {
    let (one, other) = (
      try set(Slip39Group(2, of: 3)), try set(Slip39Group(2, of: 3), of: .pattern(32))
    )
    for share in other {
      let alike = try changed(
        share, .sample(member: share.header.memberIndex, identifier: one[0].header.identifier))
      for ours in one where ours.header.memberIndex != alike.header.memberIndex {
        #expect(fault(combining: [ours, alike]) == .slip39(.digest))
      }
    }
  }

  /// Any bit of any share that was changed, its checksum made good again.
  @Test func aChangedShareGivesNone() throws {
    let shares = try set(Slip39Group(2, of: 2), of: .pattern(16))
    for bit in 0..<128 {
      for place in 0...1 {
        var both = shares
        both[place] = try share(
          shares[place].header, revealed(shares[place].value).flipping(bit: bit))
        #expect(fault(combining: both) == .slip39(.digest))
      }
    }
  }

  /// A share under another number lies elsewhere on the polynomial.
  @Test func aShareUnderAnotherNumberGivesNone() throws {
    let shares = try set(Slip39Group(2, of: 3))
    let moved = try changed(
      shares[1], .sample(member: 2, identifier: shares[1].header.identifier))
    #expect(fault(combining: [shares[0], moved]) == .slip39(.digest))
  }

  /// Groups have a digest of their own: here each group is whole, and they are of two secrets.
  @Test func groupsOfTwoSecretsGiveNone() throws {
    let groups = [Slip39Group](repeating: Slip39Group(2, of: 2), count: 2)
    func made() throws -> [Slip39Share] {
      try Slip39.split(try secret(.pattern(32)), groupThreshold: 2, groups: groups)
    }
    let (one, other) = (try made(), try made())
    let alike = try other[2...].map { share in
      try changed(
        share,
        .sample(
          member: share.header.memberIndex, identifier: one[0].header.identifier, group: 1,
          groupThreshold: 2, groupCount: 2))
    }
    #expect(fault(combining: one) == nil)
    #expect(fault(combining: one[..<2] + alike) == .slip39(.digest))
  }
}
