import COpenSSL

/// The question to a time-stamping authority (RFC 3161, section 2.4.1): which digest, which nonce. It says
/// nothing of what the digest is of, and it asks for the authority's certificate in the answer.
public struct TimestampQuery: Hashable, Sendable {
  /// SHA-256 of what is to be stamped.
  public let imprint: Digest
  /// The query as it is sent, DER.
  public let bytes: [UInt8]

  /// More is no query for a SHA-256 digest.
  public static let maximumLength = 4_096

  /// A nonce's bytes: no second query has the same.
  private static let nonceLength: Int32 = 16

  /// A new question about a digest.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func make(for imprint: Digest) throws(SealingError) -> TimestampQuery {
    guard let request = unsafe TS_REQ_new() else { throw .memory }
    defer { unsafe TS_REQ_free(request) }
    guard unsafe TS_REQ_set_version(request, 1) == 1, unsafe TS_REQ_set_cert_req(request, 1) == 1,
      unsafe setImprint(imprint, of: request), unsafe setNonce(of: request)
    else { throw .memory }
    let count = unsafe i2d_TS_REQ(request, nil)
    guard count > 0 else { throw .memory }
    var bytes = [UInt8](repeating: 0, count: Int(count))
    unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var cursor = buffer.baseAddress
      _ = unsafe i2d_TS_REQ(request, &cursor)
    }
    return TimestampQuery(imprint: imprint, bytes: bytes)
  }

  /// A query that was sent.
  ///
  /// - Throws: ``SealingError/timestamp(_:)`` with `length` or `query`.
  public init(bytes: [UInt8]) throws(SealingError) {
    guard bytes.count <= Self.maximumLength else { throw .timestamp(.length) }
    guard let request = unsafe Self.parsed(bytes) else { throw .timestamp(.query) }
    defer { unsafe TS_REQ_free(request) }
    guard let imprint = unsafe TimestampImprint.digest(in: TS_REQ_get_msg_imprint(request)) else {
      throw .timestamp(.query)
    }
    self.init(imprint: imprint, bytes: bytes)
  }

  private init(imprint: Digest, bytes: [UInt8]) {
    (self.imprint, self.bytes) = (imprint, bytes)
  }

  /// Whether a token that states this nonce answers this query. One that asked without a nonce takes any.
  func isAnswered(by nonce: UnsafePointer<ASN1_INTEGER>?) -> Bool {
    guard let request = unsafe Self.parsed(bytes) else { return false }
    defer { unsafe TS_REQ_free(request) }
    guard let asked = unsafe TS_REQ_get_nonce(request) else { return true }
    guard let nonce = unsafe nonce else { return false }
    return unsafe ASN1_INTEGER_cmp(asked, nonce) == 0
  }

  /// The query in some bytes and nothing behind it; whoever asks frees it.
  private static func parsed(_ bytes: [UInt8]) -> OpaquePointer? {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var cursor = buffer.baseAddress
      let end = unsafe cursor.map { unsafe $0 + buffer.count }
      let request = unsafe d2i_TS_REQ(nil, &cursor, buffer.count)
      ERR_clear_error()
      guard unsafe cursor == end else {
        unsafe TS_REQ_free(request)
        return nil
      }
      return unsafe request
    }
  }

  private static func setImprint(_ imprint: Digest, of request: OpaquePointer) -> Bool {
    guard let message = unsafe TS_MSG_IMPRINT_new(), let algorithm = unsafe X509_ALGOR_new()
    else { return false }
    // Both are copied by what they are put into.
    defer {
      unsafe TS_MSG_IMPRINT_free(message)
      unsafe X509_ALGOR_free(algorithm)
    }
    // With a NULL parameter, as every authority knows it (RFC 5754, section 2, accepts both forms).
    unsafe X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil)
    var bytes = imprint.bytes
    return unsafe TS_MSG_IMPRINT_set_algo(message, algorithm) == 1
      && TS_MSG_IMPRINT_set_msg(message, &bytes, Int32(bytes.count)) == 1
      && TS_REQ_set_msg_imprint(request, message) == 1
  }

  private static func setNonce(of request: OpaquePointer) -> Bool {
    let random = Randomness.bytes(Int(nonceLength))
    guard let number = unsafe BN_bin2bn(random, nonceLength, nil) else { return false }
    defer { unsafe BN_free(number) }
    guard let nonce = unsafe BN_to_ASN1_INTEGER(number, nil) else { return false }
    defer { unsafe ASN1_INTEGER_free(nonce) }
    return unsafe TS_REQ_set_nonce(request, nonce) == 1
  }
}
