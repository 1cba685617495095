public import Sealing

/// A member for life: the first 16 bytes of SHA-256 of their first Ed25519 public key.
public struct MemberID: Hashable, Comparable, Sendable {
  public let identifier: Identifier

  public init(_ identifier: Identifier) { self.identifier = identifier }

  public static func < (left: Self, right: Self) -> Bool { left.identifier < right.identifier }
}
