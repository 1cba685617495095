public import Vault

/// A record of a page.
public struct PageRecord: Equatable, Sendable {
  public let id: RecordID
  public let entity: EntityDefinition
  public let fields: [PageField]

  /// How the record is named when it is corrected (`--record`): thirty-two hexadecimal digits.
  public var name: String { Hexadecimal.text(id.bytes) }

  /// The record that somebody names; nil where it is no such name.
  public static func id(named text: String) -> RecordID? {
    Hexadecimal.bytes(text, count: 16).flatMap { RecordID(bytes: $0) }
  }
}
