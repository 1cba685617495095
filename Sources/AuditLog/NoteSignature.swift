/// One signature line of a note: who says to have signed, and the bytes that are to show it.
public struct NoteSignature: Hashable, Sendable {
  /// The name of the key.
  public let name: String
  /// The short number of the key.
  public let keyID: UInt32
  /// The signature itself, whose form is the algorithm's; that of an unknown key may be anything.
  public let blob: [UInt8]

  /// A signature by a key.
  public init(name: String, keyID: UInt32, blob: [UInt8]) {
    (self.name, self.keyID, self.blob) = (name, keyID, blob)
  }

  /// The em dash and space that begin a signature line.
  static let prefix: [UInt8] = [0xe2, 0x80, 0x94, 0x20]

  /// The signature that a line says, without its line end.
  ///
  /// - Throws: ``NoteFault/signatureLine``.
  init(parsing line: ArraySlice<UInt8>) throws(AuditLogError) {
    guard line.starts(with: Self.prefix) else { throw .note(.signatureLine) }
    let rest = line.dropFirst(Self.prefix.count)
    guard let space = rest.firstIndex(of: 0x20) else { throw .note(.signatureLine) }
    let name = String(decoding: rest[..<space], as: UTF8.self)
    let blob = Base64.bytes(of: Array(rest[(space + 1)...]))
    guard Self.isName(name), let blob, blob.count > 4 else { throw .note(.signatureLine) }
    self.name = name
    keyID = blob.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    self.blob = Array(blob.dropFirst(4))
  }

  /// Whether a name is one at all: strangers' names may be Unicode, without spaces and plus signs.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.unicodeScalars.contains { $0 == "+" || $0.properties.isWhitespace }
  }

  /// The line, with its line end.
  public var line: [UInt8] {
    let id = stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: keyID >> $0) }
    var line = Self.prefix + Array(name.utf8) + [0x20]
    Base64.append(id + blob, to: &line, .standard)
    line.append(0x0a)
    return line
  }

  /// Whether the line is by this key, going by name and number. Names are compared by their bytes:
  /// Swift's comparison would hold letters equal that only look alike.
  func names(_ key: NoteKey) -> Bool {
    keyID == key.id && name.utf8.elementsEqual(key.name.utf8)
  }
}
