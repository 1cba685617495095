/// How a time-stamp (RFC 3161), its query or the authority's certificates fail.
public enum TimestampFault: String, Hashable, Sendable, CaseIterable {
  /// Longer than this program reads.
  case length
  /// Not a response, or a token, in the form of RFC 3161.
  case malformed
  /// Not a query in the form of RFC 3161, or one for another hash than SHA-256.
  case query
  /// The authority answered, and gave no time-stamp.
  case notGranted
  /// It is the time-stamp of other bytes.
  case imprint
  /// It answers another query.
  case nonce
  /// The certificate that signed leads to none of those given, was not made for time-stamping, or did not
  /// hold at the time stated.
  case untrusted
  /// The signature over the time-stamp is not good.
  case signature
  /// No certificate, or something that is none, where the authority's should be.
  case authority
}
