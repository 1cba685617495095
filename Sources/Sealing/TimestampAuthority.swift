import COpenSSL

/// The certificates that a reader trusts a time-stamping authority by, from a PEM file: and no others. The
/// machine's own list of web authorities has no say here.
@safe
struct TimestampAuthority: ~Copyable {
  /// X509_STORE.
  let store: OpaquePointer

  /// - Throws: ``SealingError/timestamp(_:)`` with `length` or `authority`; ``SealingError/memory``.
  init(pem: [UInt8]) throws(SealingError) {
    guard pem.count <= Timestamp.maximumAuthorityLength else { throw .timestamp(.length) }
    guard let store = unsafe X509_STORE_new() else { throw .memory }
    guard unsafe Self.add(pem, to: store) > 0 else {
      unsafe X509_STORE_free(store)
      throw .timestamp(.authority)
    }
    unsafe self.store = unsafe store
  }

  deinit { unsafe X509_STORE_free(store) }

  /// As of when the certificates must hold, and how strong their keys and signatures must be: 112 bits
  /// (NIST SP 800-57), which refuses SHA-1 and short RSA.
  func hold(at seconds: Int) {
    let rules = unsafe X509_STORE_get0_param(store)
    unsafe X509_VERIFY_PARAM_set_time(rules, time_t(seconds))
    unsafe X509_VERIFY_PARAM_set_auth_level(rules, 2)
  }

  /// - Returns: how many were added; 0 where one cannot be read.
  private static func add(_ pem: [UInt8], to store: OpaquePointer) -> Int {
    defer { ERR_clear_error() }
    return unsafe pem.withUnsafeBytes { bytes in
      guard let file = unsafe BIO_new_mem_buf(bytes.baseAddress, Int32(bytes.count)) else {
        return 0
      }
      defer { unsafe BIO_free(file) }
      var count = 0
      // An empty word as what is handed to the callback: nobody is ever asked for a passphrase.
      var nothing: [CChar] = [0]
      while let certificate = unsafe PEM_read_bio_X509(file, nil, nil, &nothing) {
        defer { unsafe X509_free(certificate) }
        guard unsafe X509_STORE_add_cert(store, certificate) == 1 else { return 0 }
        count += 1
      }
      // It ends because no further block begins, and for no other reason.
      let reason = ERR_peek_last_error() & 0x7f_ffff
      return reason == UInt(PEM_R_NO_START_LINE) ? count : 0
    }
  }
}
