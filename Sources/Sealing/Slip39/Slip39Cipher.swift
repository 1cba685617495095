/// What a secret goes through before it is split, and after it was put together: four rounds of a Feistel
/// network, keyed by a passphrase ("Encryption of the master secret" of SLIP-39).
///
/// Without a passphrase it hides nothing and is done all the same, because every implementation does it.
struct Slip39Cipher {
  private static let iterations = 2500

  let header: Slip39Header

  /// - Throws: ``SealingError/memory``.
  func encrypt(
    _ secret: borrowing SecretBytes, passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try run([0, 1, 2, 3], secret, passphrase)
  }

  /// There is no wrong passphrase: each gives a secret. Who needs to know has to know the secret again.
  ///
  /// - Throws: ``SealingError/memory``.
  func decrypt(
    _ secret: borrowing SecretBytes, passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try run([3, 2, 1, 0], secret, passphrase)
  }

  private func run(
    _ rounds: [UInt8], _ secret: borrowing SecretBytes, _ passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    let half = secret.count / 2
    var left = try Self.part(0..<half, of: secret)
    var right = try Self.part(half..<half * 2, of: secret)
    for round in rounds {
      let mask = try mask(round, right, passphrase)
      let mixed = try Self.sum(left, mask)
      left = right
      right = mixed
    }
    return try SecretBytes(capacity: half * 2) { output in
      output.append(right)
      output.append(left)
    }
  }

  /// The round function F(i, R). The salt is secret too: it is half of what is being encrypted.
  private func mask(
    _ round: UInt8, _ half: borrowing SecretBytes, _ passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    let password = try SecretBytes(capacity: passphrase.count + 1) { output in
      output.append(round)
      output.append(passphrase)
    }
    let prefix = saltPrefix
    let salt = try SecretBytes(capacity: prefix.count + half.count) { output in
      for byte in prefix { output.append(byte) }
      output.append(half)
    }
    return try password.withSpan { (password) throws(SealingError) in
      try salt.withSpan { (salt) throws(SealingError) in
        try PBKDF2.deriveBytes(
          half.count, from: password, salt: salt, iterations: Self.iterations << header.exponent)
      }
    }
  }

  private var saltPrefix: [UInt8] {
    guard !header.isExtendable else { return [] }
    return Array("shamir".utf8) + [UInt8(header.identifier >> 8), UInt8(header.identifier & 0xFF)]
  }

  private static func part(
    _ range: Range<Int>, of secret: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try secret.withSpan { (secret) throws(SealingError) in
      try SecretBytes(copying: secret.extracting(range))
    }
  }

  private static func sum(
    _ left: borrowing SecretBytes, _ right: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try SecretBytes(capacity: left.count) { output in
      left.withSpan { left in
        right.withSpan { right in
          for index in left.indices { output.append(left[index] ^ right[index]) }
        }
      }
    }
  }
}
