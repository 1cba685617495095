import CSodium

/// The two keys of one sealed field, and the associated data they were derived over.
///
/// `okm = BLAKE2b-512(key: CK, "safekeep/field/1" ‖ salt ‖ u64(len AAD) ‖ AAD)` (RFC 7693): the message
/// key is its first half, the commitment its second. They lie in the ``Workbench`` and nowhere else.
@unsafe
struct FieldKeys {
  let message: UnsafePointer<UInt8>
  let commitment: UnsafePointer<UInt8>
  let associated: UnsafeBufferPointer<UInt8>

  /// Keys of a field's value. Every context has sixteen bytes.
  static let valueContext: StaticString = "safekeep/field/1"
  /// Context 16, salt 24, length 8.
  private static let associatedOffset = 48
  private static let inputCount = associatedOffset + FieldPlace.associatedCount

  /// Derives the keys, lends them, wipes them.
  ///
  /// - Throws: ``SealingError/memory``.
  static func with<Result: Sendable>(
    _ key: UnsafePointer<UInt8>, salt: UnsafePointer<UInt8>, place: FieldPlace,
    header: FieldHeader, _ body: (FieldKeys) -> Result
  ) throws(SealingError) -> Result {
    try unsafe Workbench.lend { (bench) throws(SealingError) in
      unsafe with(key, salt: salt, place: place, header: header, bench: bench, body)
    }
  }

  /// The same on a bench of the caller's, 64 bytes of guarded memory that nobody else writes to.
  static func with<Result>(
    _ key: UnsafePointer<UInt8>, salt: UnsafePointer<UInt8>, place: FieldPlace,
    header: FieldHeader, context: StaticString = valueContext,
    bench okm: UnsafeMutablePointer<UInt8>, _ body: (FieldKeys) -> Result
  ) -> Result {
    defer { unsafe sodium_memzero(okm, Workbench.capacity) }
    return unsafe withUnsafeTemporaryAllocation(of: UInt8.self, capacity: inputCount) { buffer in
      // A temporary allocation of fixed size always has an address.
      let input = unsafe buffer.baseAddress.unsafelyUnwrapped
      var writer = unsafe RawWriter(input)
      unsafe writer.put(context)
      unsafe writer.put(salt, count: AEAD.nonceLength)
      unsafe writer.put(UInt64(FieldPlace.associatedCount))
      unsafe place.writeAssociated(to: &writer, header: header)
      // It fails only on lengths out of range, and these are constants.
      _ = unsafe crypto_generichash_blake2b(
        okm, 64, input, UInt64(inputCount), key, KeyArena.keyLength)
      return unsafe body(
        FieldKeys(
          message: UnsafePointer(okm), commitment: UnsafePointer(okm + 32),
          associated: UnsafeBufferPointer(
            start: input + associatedOffset, count: FieldPlace.associatedCount)))
    }
  }
}
