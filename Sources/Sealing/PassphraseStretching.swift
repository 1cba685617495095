import CSodium

/// From a passphrase to the key of its slot: form C, then Argon2id (RFC 9106).
public enum PassphraseStretching {
  /// Bytes of a salt.
  public static let saltLength = Int(crypto_pwhash_argon2id_SALTBYTES)

  /// The passphrase in the one form it is stretched in.
  ///
  /// - Throws: ``SealingError/passphraseForm`` where it holds something that could be written in two
  ///   ways and is not Latin with Vietnamese marks; ``SealingError/memory``.
  public static func normalize(
    _ passphrase: borrowing SecretBytes
  ) throws(SealingError) -> SecretBytes {
    try passphrase.withSpan { (bytes) throws(SealingError) in
      try SecretBytes(capacity: bytes.count) { (output) throws(SealingError) in
        try Normalization.append(bytes, to: &output)
      }
    }
  }

  /// Stretches a passphrase into a key. It normalises first, so that no caller can forget to.
  ///
  /// It takes the time and the memory of the cost, also where the key turns out to open nothing: for
  /// an unknown member it is called all the same.
  ///
  /// - Throws: ``SealingError/length`` unless the salt has 16 bytes; ``SealingError/passphraseForm``;
  ///   ``SealingError/memory`` where the machine has not as much as the cost asks for.
  public static func deriveKey(
    from passphrase: borrowing SecretBytes, salt: [UInt8], cost: StretchingCost,
    into arena: inout KeyArena
  ) throws(SealingError) -> KeyHandle {
    guard salt.count == saltLength else { throw .length }
    let normal = try normalize(passphrase)
    let key = arena.reserve()
    let status = unsafe normal.pointer.withMemoryRebound(to: CChar.self, capacity: normal.count) {
      unsafe crypto_pwhash_argon2id(
        arena.pointer(to: key), UInt64(KeyArena.keyLength), $0, UInt64(normal.count), salt,
        UInt64(cost.passes), cost.memory, crypto_pwhash_argon2id_ALG_ARGON2ID13)
    }
    guard status == 0 else {
      arena.giveBack(key)
      throw .memory
    }
    return key
  }
}
