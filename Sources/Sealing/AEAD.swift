import CSodium

/// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha, over RFC 8439): the one cipher of this room.
///
/// Its nonces are 24 random bytes, long enough never to meet again. It does not commit to a key: what
/// must not open under two carries a commitment of its own (``SealedField``).
enum AEAD {
  static let nonceLength = 24
  static let tagLength = 16
  /// What ``appendSealed(_:count:associated:key:to:)`` adds to the plaintext.
  static let overhead = nonceLength + tagLength

  /// Encrypts in place: `count` bytes at `text`, followed by room for the tag.
  static func encrypt(
    _ text: UnsafeMutablePointer<UInt8>, count: Int, associated: UnsafeBufferPointer<UInt8>,
    nonce: UnsafePointer<UInt8>, key: UnsafePointer<UInt8>
  ) {
    // libsodium refuses only messages beyond 256 GiB, which do not fit the caller's memory.
    _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
      text, nil, text, UInt64(count), associated.baseAddress, UInt64(associated.count), nil,
      nonce, key)
  }

  /// Decrypts `count` bytes (the tag counted) to `plaintext`; false, and zeros, where the tag is wrong.
  static func decrypt(
    _ text: UnsafePointer<UInt8>, count: Int, associated: UnsafeBufferPointer<UInt8>,
    nonce: UnsafePointer<UInt8>, key: UnsafePointer<UInt8>,
    to plaintext: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
      plaintext, nil, nil, text, UInt64(count), associated.baseAddress, UInt64(associated.count),
      nonce, key) == 0
  }

  /// Appends nonce ‖ ciphertext ‖ tag of `count` bytes, under a fresh nonce.
  static func appendSealed(
    _ plaintext: UnsafePointer<UInt8>, count: Int, associated: [UInt8], key: UnsafePointer<UInt8>,
    to bytes: inout [UInt8]
  ) {
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: count + overhead))
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      guard let nonce = unsafe buffer.baseAddress.map({ unsafe $0 + start }) else { return }
      unsafe NoncePool.fill(nonce, count: nonceLength)
      let text = unsafe nonce + nonceLength
      // Straight from where the secret lies to its ciphertext: it is never in an ordinary buffer.
      unsafe associated.withUnsafeBufferPointer { associated in
        _ = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
          text, nil, plaintext, UInt64(count), associated.baseAddress, UInt64(associated.count),
          nil, nonce, key)
      }
    }
  }

  /// Opens nonce ‖ ciphertext ‖ tag to `plaintext`, which has room for `sealed.count - overhead`.
  ///
  /// - Throws: ``SealingError/doesNotOpen``.
  static func open(
    _ sealed: Span<UInt8>, associated: [UInt8], key: UnsafePointer<UInt8>,
    to plaintext: UnsafeMutablePointer<UInt8>
  ) throws(SealingError) {
    guard unsafe opens(sealed, associated: associated, key: key, to: plaintext)
    else { throw .doesNotOpen }
  }

  /// The same; false, and zeros, where it does not open.
  static func opens(
    _ sealed: Span<UInt8>, associated: [UInt8], key: UnsafePointer<UInt8>,
    to plaintext: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    guard sealed.count >= overhead else { return false }
    return unsafe sealed.withUnsafeBufferPointer { sealed in
      guard let nonce = sealed.baseAddress else { return false }
      return unsafe associated.withUnsafeBufferPointer { associated in
        unsafe decrypt(
          nonce + nonceLength, count: sealed.count - nonceLength, associated: associated,
          nonce: nonce, key: key, to: plaintext)
      }
    }
  }
}
