import Sealing

/// Why an authority's answer is not taken in.
public enum StampFault: String, Hashable, Sendable, CaseIterable {
  case length, malformed, query, notGranted, imprint, nonce, untrusted, signature, authority
  /// It is a time-stamp of something that this vault did not ask about.
  case unasked
  /// This answer is kept already.
  case known

  /// What Sealing says of it.
  init(_ fault: TimestampFault) {
    self =
      switch fault {
      case .length: .length
      case .malformed: .malformed
      case .query: .query
      case .notGranted: .notGranted
      case .imprint: .imprint
      case .nonce: .nonce
      case .untrusted: .untrusted
      case .signature: .signature
      case .authority: .authority
      }
  }
}
