/// A field's permanent number (column `id` of `fields.csv`). Seals and entries name fields by
/// number: a label may be reworded, a number never comes back for something else.
public struct FieldID: RawRepresentable, Hashable, Comparable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public init(_ number: UInt32) { rawValue = number }

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
