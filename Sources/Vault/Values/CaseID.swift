public import Sealing

/// A case, by its 16 bytes. Outside the Vault it is a name for a drawer and nothing more.
public struct CaseID: Hashable, Comparable, Sendable {
  public let identifier: Identifier

  public init(_ identifier: Identifier) { self.identifier = identifier }

  public static func < (left: Self, right: Self) -> Bool { left.identifier < right.identifier }
}
