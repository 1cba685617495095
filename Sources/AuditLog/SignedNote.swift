public import Sealing

/// A text and the signatures under it (c2sp.org/signed-note).
///
/// The text means nothing until the signature of a key that the reader already trusts is found good.
/// Lines by unknown keys are kept and ignored, so that later kinds of keys can sign beside ours.
public struct SignedNote: Hashable, Sendable {
  /// The most bytes a note may have.
  public static let maximumLength = 1 << 20
  /// The most signature lines a note may have; the specification asks for at least 16.
  public static let maximumSignatures = 64

  /// What is said of one key.
  public enum Verdict: Hashable, Sendable {
    /// Every line by this key is good, and there is one.
    case valid
    /// There is no line by this key.
    case absent
    /// A line by this key is not good: the whole note is to be refused.
    case invalid
  }

  /// What was signed, with its last line end.
  public let text: [UInt8]
  /// The signature lines, in their order.
  public private(set) var signatures: [NoteSignature]

  /// A text that nobody has signed yet.
  ///
  /// - Throws: ``NoteFault/text``.
  public init(text: [UInt8]) throws(AuditLogError) {
    guard text.last == 0x0a, Self.isText(text) else { throw .note(.text) }
    self.text = text
    signatures = []
  }

  /// The note in some bytes: text, empty line, signature lines.
  ///
  /// - Throws: ``AuditLogError/note(_:)`` with `length`, `text`, `separator`, `signatureLine` or
  ///   `signatureCount`.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    guard bytes.count <= Self.maximumLength else { throw .note(.length) }
    guard bytes.last == 0x0a, Self.isText(bytes) else { throw .note(.text) }
    // The text may have empty lines of its own: the last one divides.
    guard
      let end = bytes.indices.dropLast().last(where: { bytes[$0] == 0x0a && bytes[$0 + 1] == 0x0a })
    else { throw .note(.separator) }
    try self.init(text: Array(bytes[...end]))
    let lines = bytes[(end + 2)...].dropLast().split(
      separator: 0x0a, omittingEmptySubsequences: false)
    guard end + 2 < bytes.count, lines.count <= Self.maximumSignatures else {
      throw .note(.signatureCount)
    }
    for line in lines { signatures.append(try NoteSignature(parsing: line)) }
  }

  /// UTF-8 and, below the space, nothing but line ends.
  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0a }) else { return false }
    return (try? UTF8Span(validating: bytes.span)) != nil
  }

  /// The note as bytes.
  public var bytes: [UInt8] {
    text + [0x0a] + signatures.flatMap(\.line)
  }

  /// Adds a line under the note, as one by a witness.
  ///
  /// - Throws: ``NoteFault/signatureCount`` when the note is full.
  public mutating func add(_ signature: NoteSignature) throws(AuditLogError) {
    guard signatures.count < Self.maximumSignatures else { throw .note(.signatureCount) }
    signatures.append(signature)
  }

  /// Signs the text with Ed25519 (type 1) under a name.
  ///
  /// - Throws: ``NoteFault/keyName``, ``NoteFault/signatureCount``.
  public mutating func sign(
    as name: String, with key: borrowing SigningKey
  ) throws(AuditLogError) {
    let signer = try NoteKey(name: name, key: key.publicKey)
    try add(NoteSignature(name: name, keyID: signer.id, blob: key.sign(text)))
  }

  /// What the note shows of a key.
  public func verdict(of key: NoteKey) -> Verdict {
    let lines = signatures.filter { $0.names(key) }
    guard !lines.isEmpty else { return .absent }
    return lines.allSatisfy { isGood($0, of: key) } ? .valid : .invalid
  }

  private func isGood(_ signature: NoteSignature, of key: NoteKey) -> Bool {
    switch key.algorithm {
    case .ed25519: key.key.isValid(signature.blob, for: text)
    case .cosignature: isGoodCosignature(signature, of: key)
    }
  }

  private func isGoodCosignature(_ signature: NoteSignature, of key: NoteKey) -> Bool {
    guard signature.blob.count == 72, let time = Self.cosignatureTime(signature) else {
      return false
    }
    return key.key.isValid(
      Array(signature.blob.dropFirst(8)), for: Self.cosigned(text, at: time))
  }

  /// The seconds since 1970 that a cosignature line says; nil where it cannot be a cosignature.
  public static func cosignatureTime(_ signature: NoteSignature) -> UInt64? {
    guard signature.blob.count >= 8 else { return nil }
    let time = signature.blob.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return time <= UInt64(Int64.max) ? time : nil
  }
}
