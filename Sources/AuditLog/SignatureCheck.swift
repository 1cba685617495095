public import Sealing

/// One signature that is still to be checked: all that is needed, so that any thread can do it.
public struct SignatureCheck: Sendable {
  /// The entry.
  public let seq: Int
  /// The key that must have signed.
  public let key: VerifyingKey
  /// The signed bytes.
  public let text: [UInt8]
  /// The signature.
  public let signature: [UInt8]

  /// Whether it is good. libsodium decides.
  public var isGood: Bool { key.isValid(signature, for: text) }

  /// What to report where it is not.
  public var finding: Finding { Finding(seq: seq, fault: .signer(.signature)) }
}
