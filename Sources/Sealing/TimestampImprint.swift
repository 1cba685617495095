import COpenSSL

/// The digest that a query or a token is about.
enum TimestampImprint {
  /// The SHA-256 digest in an imprint; nil where there is none, or one of another hash.
  static func digest(in imprint: OpaquePointer?) -> Digest? {
    guard let imprint = unsafe imprint, let algorithm = unsafe TS_MSG_IMPRINT_get_algo(imprint),
      let message = unsafe TS_MSG_IMPRINT_get_msg(imprint)
    else { return nil }
    var object: OpaquePointer?
    unsafe X509_ALGOR_get0(&object, nil, nil, algorithm)
    guard unsafe OBJ_obj2nid(object) == NID_sha256 else { return nil }
    return unsafe Digest(bytes(of: message))
  }

  static func bytes(of string: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    let count = unsafe ASN1_STRING_length(string)
    let bytes = unsafe UnsafeBufferPointer(
      start: ASN1_STRING_get0_data(string), count: Int(max(count, 0)))
    return unsafe Array(bytes)
  }
}
