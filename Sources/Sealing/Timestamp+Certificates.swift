import COpenSSL

extension Timestamp {
  /// Which certificates lie in a response no signature says: each must lead to one that is trusted by itself, so that
  /// none of its bytes can be another. That one has run out matters only of the signer's, which was looked at.
  ///
  /// - Throws: ``SealingError/timestamp(_:)`` with `untrusted`; ``SealingError/memory``.
  static func checkCertificates(
    in response: OpaquePointer, _ authority: borrowing TimestampAuthority
  ) throws(SealingError) {
    guard let token = unsafe TS_RESP_get_token(response), let signed = unsafe token.pointee.d.sign
    else { throw .timestamp(.malformed) }
    guard let beside = unsafe signed.pointee.cert else { return }
    for place in 0..<(unsafe OPENSSL_sk_num(beside)) {
      guard let context = unsafe X509_STORE_CTX_new() else { throw .memory }
      defer {
        unsafe X509_STORE_CTX_free(context)
        ERR_clear_error()
      }
      let certificate = unsafe OpaquePointer(OPENSSL_sk_value(beside, place))
      guard unsafe X509_STORE_CTX_init(context, authority.store, certificate, beside) == 1
      else { throw .memory }
      unsafe X509_VERIFY_PARAM_set_flags(
        X509_STORE_CTX_get0_param(context), UInt(X509_V_FLAG_NO_CHECK_TIME))
      guard unsafe X509_verify_cert(context) == 1 else { throw .timestamp(.untrusted) }
    }
  }
}
