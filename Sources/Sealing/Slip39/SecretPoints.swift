import CSodium

/// Points of one polynomial for each byte of a secret, in guarded memory ("Sharing a secret" of SLIP-39).
///
/// The secret lies at 255, and at 254 a digest by which it is known again: without it, shares that do
/// not belong together would give some secret or other. Where things lie is told to everybody; what
/// lies there is not.
struct SecretPoints: ~Copyable {
  private static let secretIndex: UInt8 = 255
  private static let digestIndex: UInt8 = 254
  private static let digestLength = 4

  private let indices: [UInt8]
  /// Bytes of the secret, and so of what lies at each index.
  private let length: Int
  /// What lies at each index, in the order of the indices.
  private let values: SecretBytes

  /// Points that are known; `fill` writes `length` bytes for each index.
  ///
  /// - Throws: ``SealingError/memory``, or what the closure throws.
  init(
    at indices: [UInt8], length: Int,
    fill: (inout OutputSpan<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    values = try SecretBytes(capacity: indices.count * length, fill: fill)
    precondition(values.count == indices.count * length, "a point without its value")
    (self.indices, self.length) = (indices, length)
  }

  /// Random polynomials through a secret, of which `threshold` points tell them and fewer tell nothing
  /// ("SplitSecret", steps 2 to 4). A threshold of 1 is the constant.
  ///
  /// - Throws: ``SealingError/memory``.
  static func makeRandom(
    through secret: borrowing SecretBytes, threshold: Int
  ) throws(SealingError) -> SecretPoints {
    guard threshold > 1 else {
      return try SecretPoints(at: [secretIndex], length: secret.count) { $0.append(secret) }
    }
    let free = threshold - 2
    let random = try SecretBytes.makeRandom(count: free * secret.count)
    let key = try SecretBytes.makeRandom(count: secret.count - digestLength)
    let digest = try key.withSpan { (key) throws(SealingError) in
      try Self.digest(of: secret, key: key)
    }
    let indices = (0..<free).map { UInt8($0) } + [digestIndex, secretIndex]
    return try SecretPoints(at: indices, length: secret.count) { output in
      output.append(random)
      digest.withSpan { output.append($0.extracting(0..<digestLength)) }
      output.append(key)
      output.append(secret)
    }
  }

  /// What lies at any index, by Lagrange's formula ("Polynomial interpolation").
  ///
  /// - Throws: ``SealingError/memory``.
  func value(at index: UInt8) throws(SealingError) -> SecretBytes {
    let weights = indices.indices.map { weight(of: $0, at: index) }
    return try values.withSpan { (values) throws(SealingError) in
      try SecretBytes(capacity: length) { output in
        for position in 0..<length {
          var sum: UInt8 = 0
          for row in weights.indices {
            sum ^= GF256.product(weights[row], values[row * length + position])
          }
          output.append(sum)
        }
      }
    }
  }

  /// The factor of one point. Indices differ from each other, so that nothing is divided by 0; at the
  /// point's own index it is 1, at another's 0, and so no index is a case of its own.
  private func weight(of point: Int, at index: UInt8) -> UInt8 {
    indices.indices.filter { $0 != point }.reduce(1) { weight, other in
      let quotient = GF256.product(
        index ^ indices[other], GF256.inverse(indices[point] ^ indices[other]))
      return GF256.product(weight, quotient)
    }
  }

  /// The secret, held against its digest ("RecoverSecret"). One point alone has none: it is the secret.
  ///
  /// - Throws: ``Slip39Fault/digest``; ``SealingError/memory``.
  func secret() throws(SealingError) -> SecretBytes {
    let secret = try value(at: Self.secretIndex)
    guard indices.count > 1 else { return secret }
    let stated = try value(at: Self.digestIndex)
    let fits = try stated.withSpan { (stated) throws(SealingError) in
      let key = stated.extracting(Self.digestLength..<stated.count)
      let digest = try Self.digest(of: secret, key: key)
      return digest.withSpan {
        SecretText.begins($0, with: stated.extracting(0..<Self.digestLength))
      }
    }
    guard fits else { throw .slip39(.digest) }
    return secret
  }

  /// HMAC-SHA-256 of the secret; four bytes of it are kept.
  private static func digest(
    of secret: borrowing SecretBytes, key: Span<UInt8>
  ) throws(SealingError) -> SecretBytes {
    var hmac = try SecretHMAC(key: key)
    let code = try SecretBytes(capacity: SecretHMAC.codeLength) { output in
      output.append(repeating: 0, count: SecretHMAC.codeLength)
    }
    unsafe hmac.authenticate(secret.pointer, count: secret.count, to: code.pointer)
    return code
  }
}
