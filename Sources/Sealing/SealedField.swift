import CSodium

/// One value of one field, sealed to its place under the key of its class (suite 1).
///
/// ```
///  0 12  header           12 24  salt, also the nonce; random          36 32  commitment
/// 68  n  XChaCha20-Poly1305 ciphertext of the padded value             68+n 16  tag
/// ```
///
/// XChaCha20-Poly1305 alone does not commit to its key: one blob can be made that opens under two keys
/// to two meanings (Dodis, Grubbs, Ristenpart, Woodage 2018). The commitment, cut from the same hash as
/// the message key, binds the blob to one key and one place before anything is decrypted.
public enum SealedField {
  static let saltOffset = FieldHeader.count
  static let commitmentOffset = saltOffset + AEAD.nonceLength
  static let textOffset = commitmentOffset + 32
  /// What sealing adds to the padded value, in bytes.
  public static let overhead = textOffset + AEAD.tagLength

  /// Seals an encoded value of any length. The only memory it takes is the result.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func seal(
    _ plaintext: [UInt8], at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    try unsafe seal(plaintext, at: place, under: arena.pointer(to: key)) { salt in
      unsafe NoncePool.fill(salt, count: AEAD.nonceLength)
    }
  }

  /// Seals with a salt from outside, for the published vector.
  static func seal(
    _ plaintext: [UInt8], at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena,
    salt: [UInt8]
  ) throws(SealingError) -> [UInt8] {
    guard salt.count == AEAD.nonceLength else { throw .length }
    return try unsafe seal(plaintext, at: place, under: arena.pointer(to: key)) { target in
      unsafe target.update(from: salt, count: AEAD.nonceLength)
    }
  }

  private static func seal(
    _ plaintext: [UInt8], at place: FieldPlace, under key: UnsafePointer<UInt8>,
    writingSalt: (UnsafeMutablePointer<UInt8>) -> Void
  ) throws(SealingError) -> [UInt8] {
    let paddedCount = Padding.paddedCount(plaintext.count)
    return try unsafe makeBytes(count: overhead + paddedCount) { (blob) throws(SealingError) in
      let text = unsafe blob + textOffset
      unsafe text.update(from: plaintext, count: plaintext.count)
      unsafe Padding.write(text, count: plaintext.count, paddedCount: paddedCount)
      let header = FieldHeader(keyVersion: place.keyVersion)
      var front = unsafe RawWriter(blob)
      unsafe header.write(to: &front)
      unsafe writingSalt(blob + saltOffset)
      let salt = unsafe UnsafePointer(blob + saltOffset)
      try unsafe FieldKeys.with(key, salt: salt, place: place, header: header) { keys in
        unsafe (blob + commitmentOffset).update(from: keys.commitment, count: 32)
        unsafe AEAD.encrypt(
          text, count: paddedCount, associated: keys.associated, nonce: salt, key: keys.message)
      }
      return overhead + paddedCount
    }
  }

  /// Opens a value in its place.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` for every reason not to; ``SealingError/memory``.
  public static func open(
    _ blob: Span<UInt8>, at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> [UInt8] {
    let paddedCount = blob.count - overhead
    guard paddedCount > 0 else { throw .doesNotOpen }
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    return try unsafe makeBytes(count: paddedCount) { (text) throws(SealingError) in
      try unsafe Workbench.lend { (bench) throws(SealingError) in
        try unsafe open(blob, at: place, under: key, bench: bench, to: text)
      }
    }
  }

  /// The same to `text`, which has room for all but ``overhead``, with the field's keys on the caller's bench.
  ///
  /// - Returns: how many bytes it is without its padding.
  static func open(
    _ blob: Span<UInt8>, at place: FieldPlace, under key: UnsafePointer<UInt8>,
    bench: UnsafeMutablePointer<UInt8>, to text: UnsafeMutablePointer<UInt8>
  ) throws(SealingError) -> Int {
    let header = try FieldHeader(reading: blob)
    let paddedCount = blob.count - overhead
    guard header.keyVersion == place.keyVersion, Padding.isStep(paddedCount),
      unsafe decrypt(blob, at: place, header: header, under: key, bench: bench, to: text),
      let count = unsafe Padding.contentCount(text, paddedCount: paddedCount)
    else { throw .doesNotOpen }
    return count
  }

  private static func decrypt(
    _ blob: Span<UInt8>, at place: FieldPlace, header: FieldHeader, under key: UnsafePointer<UInt8>,
    bench: UnsafeMutablePointer<UInt8>, to text: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    unsafe blob.withUnsafeBufferPointer { buffer in
      guard let blob = buffer.baseAddress else { return false }
      let salt = unsafe blob + saltOffset
      return unsafe FieldKeys.with(
        key, salt: salt, place: place, header: header, bench: bench
      ) { keys in
        guard unsafe sodium_memcmp(keys.commitment, blob + commitmentOffset, 32) == 0 else {
          return false
        }
        return unsafe AEAD.decrypt(
          blob + textOffset, count: buffer.count - textOffset, associated: keys.associated,
          nonce: salt, key: keys.message, to: text)
      }
    }
  }

  /// The version of the key that a blob needs, its header checked.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where this is no sealed field of ours.
  public static func keyVersion(of blob: Span<UInt8>) throws(SealingError) -> UInt32 {
    try FieldHeader(reading: blob).keyVersion
  }
}
