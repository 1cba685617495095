import CSodium

/// What the written forms of secrets share: checksums and groups, in guarded memory.
enum SecretText {
  /// BLAKE2b-256 over label ‖ secret, where a checksum is taken from. It guards against slips of the
  /// pen; it is not told apart from the secret by anything.
  static func check(_ label: [UInt8], _ secret: Span<UInt8>) throws(SealingError) -> SecretBytes {
    let input = try SecretBytes(capacity: label.count + secret.count) { output in
      for byte in label { output.append(byte) }
      for index in secret.indices { output.append(secret[index]) }
    }
    return try unsafe SecretBytes(writing: 32) { target in
      _ = unsafe crypto_generichash_blake2b(
        target, 32, input.pointer, UInt64(input.count), nil, 0)
    }
  }

  /// Whether the first bytes are these, looking at all of them in every case.
  static func begins(_ bytes: Span<UInt8>, with start: Span<UInt8>) -> Bool {
    var difference: UInt8 = 0
    for index in start.indices { difference |= bytes[index] ^ start[index] }
    return difference == 0
  }

  /// Characters in groups with a separator between, `perLine` groups a line; a line feed ends each.
  static func grouped(
    _ characters: Span<UInt8>, group: Int, perLine: Int, separator: UInt8
  ) throws(SealingError) -> SecretBytes {
    let groups = (characters.count + group - 1) / group
    return try SecretBytes(capacity: characters.count + groups) { output in
      for index in characters.indices {
        output.append(characters[index])
        let isLast = index + 1 == characters.count
        guard isLast || (index + 1) % group == 0 else { continue }
        let endsLine = isLast || (index + 1) % (group * perLine) == 0
        output.append(endsLine ? 0x0A : separator)
      }
    }
  }
}
