import COpenSSL

/// What an outside authority says of when some bytes existed (RFC 3161), checked by OpenSSL's own
/// implementation, without a network.
///
/// The certificates are checked as of the time that the token states: one that has run out since proves
/// as much as on its first day. Nothing is asked about revocation, which takes a network; a reader who must
/// know keeps the authority's lists beside the token.
public struct Timestamp: Hashable, Sendable {
  /// UTC milliseconds, as the authority states it; its certificate says how exact that is.
  public let time: Int
  /// SHA-256 of the response, byte for byte: what names it elsewhere.
  public let digest: Digest

  /// A response with a long chain of large certificates has some 10 KB.
  public static let maximumLength = 1 << 16
  /// Certificates of an authority, as PEM.
  public static let maximumAuthorityLength = 1 << 18

  /// Checks that a PEM file holds certificates and nothing else.
  ///
  /// - Throws: ``SealingError/timestamp(_:)`` with `length` or `authority`; ``SealingError/memory``.
  public static func check(authority pem: [UInt8]) throws(SealingError) {
    _ = try TimestampAuthority(pem: pem)
  }

  /// Checks a response.
  ///
  /// - Parameters:
  ///   - response: DER, as the authority sent it.
  ///   - imprint: SHA-256 of the bytes that it must be about.
  ///   - query: the question, where it was kept: the response must repeat its nonce.
  ///   - authority: certificates in PEM, one of them self-signed.
  /// - Throws: ``SealingError/timestamp(_:)``, by what is wrong; ``SealingError/memory``.
  public init(
    verifying response: [UInt8], of imprint: Digest, answering query: TimestampQuery? = nil,
    authority: [UInt8]
  ) throws(SealingError) {
    let trusted = try TimestampAuthority(pem: authority)
    guard response.count <= Self.maximumLength else { throw .timestamp(.length) }
    guard let parsed = unsafe Self.parsed(response) else { throw .timestamp(.malformed) }
    defer { unsafe TS_RESP_free(parsed) }
    let info = try unsafe Self.granted(parsed)
    let (stated, time) = try unsafe Self.stated(in: info)
    guard stated == imprint else { throw .timestamp(.imprint) }
    if let query {
      guard query.imprint == imprint else { throw .timestamp(.imprint) }
      guard unsafe query.isAnswered(by: TS_TST_INFO_get_nonce(info)) else {
        throw .timestamp(.nonce)
      }
    }
    trusted.hold(at: time / 1_000)
    try unsafe Self.checkSignature(of: parsed, trusted)
    try TimestampForm.check(response)
    try unsafe Self.checkCertificates(in: parsed, trusted)
    (self.time, digest) = (time, Digest.of(response))
  }

  /// The digest that a response is about, which finds what it belongs to and proves nothing. Its form is held to
  /// RFC 3161 all the same, as far as that takes no certificate.
  ///
  /// - Throws: ``SealingError/timestamp(_:)`` with `length`, `malformed` or `notGranted`.
  public static func imprint(in response: [UInt8]) throws(SealingError) -> Digest {
    guard response.count <= maximumLength else { throw .timestamp(.length) }
    guard let parsed = unsafe parsed(response) else { throw .timestamp(.malformed) }
    defer { unsafe TS_RESP_free(parsed) }
    let imprint = try unsafe stated(in: granted(parsed)).imprint
    try TimestampForm.check(response)
    return imprint
  }

  /// A response without what the authority remarks in words beside it, which nothing signs: what is kept of it.
  public static func plain(_ response: [UInt8]) -> [UInt8] { TimestampForm.plain(response) }

  /// Which bytes an authority saw, and when, as it states it.
  private static func stated(
    in info: OpaquePointer
  ) throws(SealingError) -> (imprint: Digest, time: Int) {
    guard let imprint = unsafe TimestampImprint.digest(in: TS_TST_INFO_get_msg_imprint(info)),
      let clock = unsafe TS_TST_INFO_get_time(info),
      let time = unsafe TimestampClock.milliseconds(of: TimestampImprint.bytes(of: clock))
    else { throw .timestamp(.malformed) }
    return (imprint, time)
  }

  /// The response in some bytes and nothing behind it; whoever asks frees it.
  private static func parsed(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      let end = unsafe cursor.map { unsafe $0 + buffer.count }
      let response = unsafe d2i_TS_RESP(nil, &cursor, buffer.count)
      ERR_clear_error()
      guard unsafe cursor == end, unsafe encoded(response) == bytes else {
        unsafe TS_RESP_free(response)
        return nil
      }
      return unsafe response
    }
  }

  /// A response in the one form that DER allows it: another, which OpenSSL reads as well, would be a second answer with a
  /// hash of its own.
  private static func encoded(_ response: OpaquePointer?) -> [UInt8] {
    let count = unsafe i2d_TS_RESP(response, nil)
    guard count > 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var cursor = buffer.baseAddress
      _ = unsafe i2d_TS_RESP(response, &cursor)
    }
    return bytes
  }

  /// What the authority states, where it gave what it was asked for. Which changes it made where it says so (1) nothing
  /// signs.
  private static func granted(_ response: OpaquePointer) throws(SealingError) -> OpaquePointer {
    guard let status = unsafe TS_RESP_get_status_info(response),
      let code = unsafe TS_STATUS_INFO_get0_status(status)
    else { throw .timestamp(.malformed) }
    guard unsafe ASN1_INTEGER_get(code) == 0 else { throw .timestamp(.notGranted) }
    guard let info = unsafe TS_RESP_get_tst_info(response) else { throw .timestamp(.malformed) }
    return unsafe info
  }

  private static func checkSignature(
    of response: OpaquePointer, _ authority: borrowing TimestampAuthority
  ) throws(SealingError) {
    guard let context = unsafe TS_VERIFY_CTX_new() else { throw .memory }
    defer {
      // It frees what it was given, so it is given a share of its own.
      unsafe TS_VERIFY_CTX_free(context)
      ERR_clear_error()
    }
    unsafe X509_STORE_up_ref(authority.store)
    _ = unsafe TS_VERIFY_CTX_set_store(context, authority.store)
    _ = unsafe TS_VERIFY_CTX_set_flags(
      context, Int32(TS_VFY_SIGNATURE | TS_VFY_VERSION | TS_VFY_SIGNER))
    ERR_clear_error()
    guard unsafe TS_RESP_verify_response(context, response) != 1 else { return }
    throw .timestamp(Self.fault(ERR_peek_last_error()))
  }

  /// OpenSSL's reason as one of ours; a reason that it gives for no certificate is about the form.
  private static func fault(_ error: UInt) -> TimestampFault {
    switch (Int32(error >> 23 & 0xff), Int32(error & 0x7f_ffff)) {
    case (ERR_LIB_TS, TS_R_CERTIFICATE_VERIFY_ERROR), (ERR_LIB_TS, TS_R_TSA_NAME_MISMATCH),
      (ERR_LIB_TS, TS_R_TSA_UNTRUSTED), (ERR_LIB_ESS, _),
      (ERR_LIB_PKCS7, PKCS7_R_SIGNER_CERTIFICATE_NOT_FOUND):
      .untrusted
    case (ERR_LIB_TS, TS_R_SIGNATURE_FAILURE): .signature
    default: .malformed
    }
  }
}
