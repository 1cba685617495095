public import Vault

/// One file of a case.
public struct EvidenceLine: Sendable {
  public let id: RecordID
  /// What is said of it, in the order of the rule book.
  public let fields: [PageField]
  /// The most bytes that its content can have; nil where the content is not here.
  public let atMost: Int?

  /// How the file is named: thirty-two hexadecimal digits.
  public var name: String { Hexadecimal.text(id.bytes) }

  /// A field by its bare name; nil where this member does not see it.
  public func field(_ name: String) -> PageField? {
    fields.first { $0.definition.name == name }
  }
}
