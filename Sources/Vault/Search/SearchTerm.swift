/// One thing that a person can be found by, or is asked for by: normalised text, which Casework makes.
///
/// It begins with the version of the normaliser and the kind of term (the whole name as it sounds, a syllable, a
/// telephone number), so that nothing of one kind is ever taken for another. The Vault hashes it under the index key
/// and keeps only the hash, five bytes, and the kind: the text is in no file and no entry.
public struct SearchTerm: Hashable, Sendable {
  /// Kinds are counted for each field (`SearchMatch`), and there is room for so many.
  public static let kinds: UInt8 = 16

  private(set) var bytes: [UInt8]

  public var version: UInt8 { bytes[0] }
  public var kind: UInt8 { bytes[1] }

  /// - Parameter kind: below ``kinds``.
  public init(version: UInt8, kind: UInt8, _ text: [UInt8]) {
    precondition(kind < Self.kinds, "there is no room for that kind")
    // A register has dozens for each row: room once, and no generic code between two modules.
    bytes = []
    bytes.reserveCapacity(2 + text.count)
    bytes.append(version)
    bytes.append(kind)
    bytes += text
  }

  /// Overwrites the text where it lies, as far as nobody else has a copy of the same bytes: Swift keeps what it
  /// copied where it likes.
  public mutating func wipe() {
    for index in bytes.indices { bytes[index] = 0 }
  }
}
