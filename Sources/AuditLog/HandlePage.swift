public import Sealing

/// The handles behind the actors of a log, for an export that was made with them.
///
/// The log names a handle only by a salted hash. With the salt, this page can be held against it.
public struct HandlePage: Hashable, Sendable {
  /// The salt of the vault, 16 bytes.
  public let salt: [UInt8]
  /// The handles, by actor.
  public let handles: [ActorID: String]

  /// Some handles.
  public init(salt: [UInt8], handles: [ActorID: String]) {
    (self.salt, self.handles) = (salt, handles)
  }

  /// `salt` and base64, then `actor` and handle a line, in the order of the actors, with a tab between.
  public var bytes: [UInt8] {
    let lines = handles.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
    return Array(("salt\t\(Base64.text(salt))\n" + lines.joined()).utf8)
  }

  /// The page in a file.
  ///
  /// - Throws: ``ExportFault/handle``.
  public init(parsing bytes: [UInt8]) throws(AuditLogError) {
    let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
    guard let first = lines.first, let text = ProofLines.rest(of: Array(first), after: "salt\t"),
      let salt = Base64.bytes(of: Array(text)), salt.count == 16
    else { throw .export(.handle) }
    var handles: [ActorID: String] = [:]
    for line in lines.dropFirst() where !line.isEmpty {
      let parts = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard parts.count == 2, let actor = ActorID(String(decoding: parts[0], as: UTF8.self)) else {
        throw .export(.handle)
      }
      handles[actor] = String(decoding: parts[1], as: UTF8.self)
    }
    self.init(salt: salt, handles: handles)
    guard self.bytes == bytes else { throw .export(.handle) }
  }

  /// The hash that the log names a handle by.
  public func who(_ handle: String) -> Digest {
    Digest.of(Array("safekeep/who/1".utf8) + salt + Array(handle.utf8))
  }
}
