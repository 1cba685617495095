import Testing

@testable import Sealing

@Suite struct SecretPointsTests {
  private func points(_ indices: [UInt8], _ values: [[UInt8]]) throws -> SecretPoints {
    try SecretPoints(at: indices, length: values[0].count) { output in
      for value in values { for byte in value { output.append(byte) } }
    }
  }

  /// A polynomial by Horner's rule, lowest coefficient first.
  private func value(of coefficients: [UInt8], at index: UInt8) -> UInt8 {
    coefficients.reversed().reduce(0) { GF256.product($0, index) ^ $1 }
  }

  @Test(arguments: 1...16) func pointsOfAPolynomialGiveAllOfIt(degree: Int) throws {
    let coefficients = [[UInt8]].init([
      .pattern(degree), Array([UInt8].pattern(degree).reversed()),
      [UInt8](repeating: 0xFF, count: degree),
    ])
    let indices = (0..<degree).map { UInt8($0 * 15) }
    let known = try points(
      indices, indices.map { index in coefficients.map { value(of: $0, at: index) } })
    for index in UInt8.min...UInt8.max {
      #expect(
        revealed(try known.value(at: index)) == coefficients.map { value(of: $0, at: index) })
    }
  }

  @Test(arguments: 1...16) func theSecretComesBack(threshold: Int) throws {
    let bytes = [UInt8].pattern(32)
    let made = try SecretPoints.makeRandom(through: try secret(bytes), threshold: threshold)
    #expect(revealed(try made.secret()) == bytes)
    let indices = (0..<threshold).map { UInt8($0) }
    let shares = try points(indices, try indices.map { revealed(try made.value(at: $0)) })
    #expect(revealed(try shares.secret()) == bytes)
  }

  /// Each bit of each point, the digest and its key among them: without the check nearly every one of
  /// them would give some other secret.
  @Test(arguments: 2...4) func anyOtherPointIsNoticed(threshold: Int) throws {
    let made = try SecretPoints.makeRandom(
      through: try secret([UInt8].pattern(16)), threshold: threshold)
    let indices = (0..<threshold).map { UInt8($0) }
    let values = try indices.map { revealed(try made.value(at: $0)) }
    for point in indices.indices {
      for bit in 0..<128 {
        var wrong = values
        wrong[point] = wrong[point].flipping(bit: bit)
        #expect(throws: SealingError.slip39(.digest)) {
          _ = try points(indices, wrong).secret()
        }
      }
    }
  }

  /// Fewer than it takes tell nothing of the secret as long as all that is random is new each time: what
  /// lies at the free indices, and the key of the digest, which alone hides a secret that takes two.
  @Test(arguments: 2...5) func pointsAreNewEachTime(threshold: Int) throws {
    let same = try secret([UInt8](repeating: 0, count: 32))
    let one = try SecretPoints.makeRandom(through: same, threshold: threshold)
    let other = try SecretPoints.makeRandom(through: same, threshold: threshold)
    for index in UInt8(0)..<16 {
      let value = revealed(try one.value(at: index))
      #expect(value != revealed(try other.value(at: index)))
      #expect(value != [UInt8](repeating: 0, count: 32))
    }
  }
}
