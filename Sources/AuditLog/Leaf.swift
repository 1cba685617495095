public import Sealing

/// One leaf of the log: an entry, the log it belongs to, and the signature of its actor.
///
/// A leaf is a signed note with exactly one signature line (c2sp.org/signed-note):
/// ```
/// audit-entry/v1 <origin>
/// <one line of JSON>
///
/// — <origin>/a/<actor> <base64 of key id and Ed25519 signature>
/// ```
/// The first line differs from a checkpoint's, so neither can be passed off as the other.
public struct Leaf: Sendable, Equatable {
  /// The most bytes a leaf may have: entry bundles count in 16 bits (c2sp.org/tlog-tiles).
  public static let maximumLength = 65_535

  /// The leaf as it is stored and hashed.
  public let bytes: [UInt8]
  /// The log that the leaf names.
  public let origin: String
  /// What it says.
  public let entry: Entry
  /// The signature, 64 bytes. Nothing here has checked it.
  public let signature: [UInt8]
  /// The short number of the key that is said to have signed.
  public let keyID: UInt32
  /// How many of the bytes are signed: the two lines before the empty one.
  private let textLength: Int

  /// Signs an entry.
  ///
  /// The leaf is read back before it is given out, so that nobody signs what others would refuse.
  ///
  /// - Throws: ``AuditLogError/entry(_:)`` where the entry does not have its form, ``SignerFault/keyID``
  ///   where it names another actor than the key, ``NoteFault/keyName`` for an impossible origin.
  public static func sign(
    _ entry: Entry, origin: String, with key: borrowing SigningKey
  ) throws(AuditLogError) -> Leaf {
    guard entry.actor == ActorID(key.publicKey) else { throw .signer(.keyID) }
    let frame = try LeafFrame(origin: origin)
    let signer = try NoteKey.actor(key.publicKey, origin: origin)
    let text = frame.header + entry.encoded() + [0x0a]
    let signature = NoteSignature(name: signer.name, keyID: signer.id, blob: key.sign(text))
    return try Leaf(parsing: text + [0x0a] + signature.line, in: frame)
  }

  /// The leaf in some bytes, of the log that is asked for, or of any where `origin` is nil. Its
  /// signature is not checked here.
  ///
  /// - Throws: ``AuditLogError/entry(_:)``; ``ChainFault/origin`` where it is of another log.
  public init(parsing bytes: [UInt8], origin: String? = nil) throws(AuditLogError) {
    let named = try LeafFrame(reading: bytes)
    guard origin.map({ $0.utf8.elementsEqual(named.origin.utf8) }) ?? true else {
      throw .chain(.origin)
    }
    try self.init(parsing: bytes, in: named)
  }

  init(parsing bytes: [UInt8], in frame: LeafFrame) throws(AuditLogError) {
    guard bytes.count <= Self.maximumLength else { throw .entry(.length) }
    guard frame.opens(bytes) else {
      // Another log's leaf is told from what is no leaf at all.
      throw try LeafFrame(reading: bytes).origin == frame.origin ? .entry(.header) : .chain(.origin)
    }
    var reader = EntryReader(bytes, at: frame.header.count)
    entry = try reader.entry()
    textLength = reader.position + 1
    guard let blob = frame.closingBlob(of: bytes, at: reader.position, actor: entry.actor) else {
      throw .entry(.signatureLine)
    }
    keyID = blob.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    signature = Array(blob.dropFirst(4))
    self.bytes = bytes
    origin = frame.origin
  }

  /// The signed bytes: the first two lines.
  public var text: [UInt8] { Array(bytes[..<textLength]) }

  /// The hash of the leaf in the tree (RFC 6962, section 2.1).
  public var hash: Digest { Tree.leafHash(bytes) }

  /// Whether a key signed this leaf. libsodium decides, at appending and at every check, so that no
  /// entry can be good in one place and bad in another.
  public func isSigned(by key: VerifyingKey) -> Bool {
    guard let named = try? NoteKey.actor(key, origin: origin), named.id == keyID else {
      return false
    }
    return ActorID(key) == entry.actor && key.isValid(signature, for: text)
  }
}
