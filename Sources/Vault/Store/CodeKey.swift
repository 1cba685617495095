import Sealing

/// The key that turns case codes into case ids, kept in guarded memory from its first use on: making
/// a guarded allocation for every case of an import costs more than the hash itself.
final class CodeKey {
  private let arena: KeyArena
  private let handle: KeyHandle

  init(_ handle: KeyHandle, in arena: consuming KeyArena) {
    self.handle = handle
    self.arena = arena
  }

  /// HMAC-SHA-256 under the key.
  func hash(_ message: [UInt8]) -> Digest {
    KeyedHash.hmacSHA256(message, key: handle, in: arena)
  }
}
