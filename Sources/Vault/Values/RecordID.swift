public import Sealing

/// One record of a case: an identity, one statement, one support given.
public struct RecordID: Hashable, Comparable, Sendable {
  public let identifier: Identifier

  public init(_ identifier: Identifier) { self.identifier = identifier }

  public static func makeRandom() -> RecordID { RecordID(Identifier.makeRandom()) }

  public static func < (left: Self, right: Self) -> Bool { left.identifier < right.identifier }
}
