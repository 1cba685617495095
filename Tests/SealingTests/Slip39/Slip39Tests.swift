import Testing

@testable import Sealing

/// Splitting and putting together.
@Suite struct Slip39Tests {
  private let seed = [UInt8](0...31)

  private func split(
    _ bytes: [UInt8], _ groups: [Slip39Group], groupThreshold: Int = 1
  ) throws -> [Slip39Share] {
    try Slip39.split(try secret(bytes), groupThreshold: groupThreshold, groups: groups)
  }

  /// What comes out of texts: what people bring is never the share that was made, but what they wrote.
  private func combined(_ shares: [Slip39Share]) throws -> [UInt8] {
    revealed(try Slip39.combine(try shares.map { try share(try text($0)) }))
  }

  /// What this project does: a seed, 2 of 3, 33 words each.
  @Test func anyTwoOfThreeGiveTheSeed() throws {
    let shares = try split(seed, [Slip39Group(2, of: 3)])
    #expect(try shares.map { try words($0).count } == [33, 33, 33])
    for pair in choices(of: 2, from: shares[...]) {
      #expect(try combined(pair) == seed)
      #expect(try combined(pair.reversed()) == seed)
    }
    for one in shares { #expect(fault(combining: [one]) == .slip39(.tooFew)) }
    #expect(fault(combining: shares) == .slip39(.tooMany))
    #expect(fault(combining: []) == .slip39(.tooFew))
  }

  /// The vector of Documentation/Format.md, which the reference implementation made.
  @Test func theVectorGivesItsSecret() throws {
    let shares = try Slip39ShareTests.sample.map { try share($0) }
    for pair in choices(of: 2, from: shares[...]) { #expect(try combined(pair) == seed) }
  }

  @Test(arguments: 1...16) func everyThreshold(threshold: Int) throws {
    let count = threshold == 1 ? 1 : min(16, threshold + 2)
    let made = try split(.pattern(16), [Slip39Group(threshold, of: count)])
    let shares = try made.map { try share(try text($0)) }
    for some in choices(of: threshold, from: shares[...]).prefix(20) {
      #expect(revealed(try Slip39.combine(some)) == .pattern(16))
    }
    #expect(fault(combining: Array(shares.prefix(threshold - 1))) == .slip39(.tooFew))
  }

  @Test func groups() throws {
    let made = [Slip39Group(1, of: 1), Slip39Group(3, of: 5), Slip39Group(2, of: 3)]
    let shares = try split(seed, made, groupThreshold: 2)
    #expect(shares.map(\.header.groupIndex) == [0, 1, 1, 1, 1, 1, 2, 2, 2])
    #expect(shares.map(\.header.memberIndex) == [0, 0, 1, 2, 3, 4, 0, 1, 2])
    #expect(try combined([shares[7], shares[0], shares[6]]) == seed)
    #expect(try combined([shares[5], shares[8], shares[1], shares[6], shares[3]]) == seed)
    // One group whole, and of the other not enough; groups too few, and too many.
    #expect(fault(combining: [shares[0], shares[6]]) == .slip39(.tooFew))
    #expect(fault(combining: [shares[6], shares[7]]) == .slip39(.tooFew))
    #expect(fault(combining: [shares[0], shares[6], shares[7], shares[1]]) == .slip39(.tooMany))
    #expect(
      fault(combining: shares.filter { $0.header.memberIndex < $0.header.memberThreshold })
        == .slip39(.tooMany))
  }

  @Test(arguments: [true, false]) func passphrases(isExtendable: Bool) throws {
    let passphrase = try secret("~ two words, and a tail !")
    let shares = try Slip39.split(
      try secret(seed), groupThreshold: 1, groups: [Slip39Group(2, of: 2)], passphrase: passphrase,
      exponent: 2, isExtendable: isExtendable)
    #expect(shares[0].header.isExtendable == isExtendable)
    #expect(shares[0].header.exponent == 2)
    #expect(revealed(try Slip39.combine(shares, passphrase: passphrase)) == seed)
    #expect(try combined(shares) != seed)
    for wrong in ["mật khẩu", "a\u{7F}", "a\n"] {
      #expect(throws: SealingError.passphraseForm) {
        _ = try Slip39.combine(shares, passphrase: try secret(wrong))
      }
    }
  }

  @Test func whatCannotBeSplitIsRefused() throws {
    let two = [Slip39Group(2, of: 3)]
    let requests: [(Int, Int, [Slip39Group], Int)] = [
      (0, 1, two, 0), (14, 1, two, 0), (17, 1, two, 0), (66, 1, two, 0), (16, 1, two, -1),
      (16, 1, two, 16), (16, 0, two, 0), (16, 2, two, 0), (16, 1, [], 0),
      (16, 1, [Slip39Group](repeating: two[0], count: 17), 0), (16, 1, [Slip39Group(0, of: 1)], 0),
      (16, 1, [Slip39Group(3, of: 2)], 0), (16, 1, [Slip39Group(1, of: 2)], 0),
      (16, 1, [Slip39Group(2, of: 17)], 0), (16, 1, two + [Slip39Group(0, of: 0)], 0),
    ]
    let none = try secret("")
    for (length, threshold, groups, exponent) in requests {
      #expect(throws: SealingError.slip39(.parameters)) {
        _ = try Slip39.split(
          try secret(.pattern(length)), groupThreshold: threshold, groups: groups,
          passphrase: none, exponent: exponent)
      }
    }
    #expect(throws: SealingError.passphraseForm) {
      _ = try Slip39.split(
        try secret(seed), groupThreshold: 1, groups: two, passphrase: try secret("ế"), exponent: 0)
    }
  }

  /// Fifteen random bits that name the set, and shares that are new each time.
  @Test func setsDiffer() throws {
    let made = try (0..<12).map { _ in try split(seed, [Slip39Group(2, of: 3)])[0] }
    #expect(Set(made.map(\.header.identifier)).count > 8)
    #expect(Set(try made.map { try words($0).dropFirst(4).joined() }).count == 12)
  }
}
