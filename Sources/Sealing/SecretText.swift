import CSodium

/// What the written forms of secrets share: checksums and comparisons, in guarded memory.
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
}
