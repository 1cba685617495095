import Sealing
import Vault

/// What `unlock` left in the kernel's keyring for a member of a vault: the key, and what the log
/// calls the unlocking.
struct KeptSession: ~Copyable {
  /// So long after the passphrase was given what is severe may be done without giving it again
  /// (seconds).
  static let fresh = 5 * 60
  /// The name of an unlocking is sixteen hexadecimal digits, in front of the key.
  private static let sidLength = 16

  let sid: String
  let key: SecretBytes
  /// Since the passphrase was given (seconds).
  let age: Int
  /// Until it goes if it is not used (seconds).
  let seconds: Int

  /// What is there; nil where the member is locked, where the kernel has no keyring, and where two
  /// members share the account: one would then work as the other.
  static func take(_ vault: Vault, _ handle: String, pins: String) throws(Fault) -> KeptSession? {
    guard !isShared(vault, handle, pins: pins) else { return nil }
    switch try keyring(vault, handle).take() {
    case .locked: return nil
    case .unavailable: return nil
    case .unlocked(let payload, let age, let seconds):
      return try KeptSession(payload, age: age, seconds: seconds)
    }
  }

  /// Keeps what an unlocking made.
  ///
  /// - Returns: the seconds until it goes; nil where the kernel has no keyring.
  static func keep(
    _ key: Span<UInt8>, sid: String, _ vault: Vault, _ handle: String
  ) throws(Fault) -> Int? {
    let payload = try SecretBytes.made(capacity: sidLength + key.count) { output in
      for byte in sid.utf8.prefix(sidLength) { output.append(byte) }
      for index in key.indices { output.append(key[index]) }
    }
    return try keyring(vault, handle).keep(payload)
  }

  /// Whether the kernel has a keyring for this account.
  static func isPossible(_ vault: Vault, _ handle: String) -> Bool {
    guard let answer = try? keyring(vault, handle).take() else { return false }
    if case .unavailable = answer { return false }
    return true
  }

  /// Revokes it; true where there was one.
  static func drop(_ vault: Vault, _ handle: String) -> Bool { keyring(vault, handle).drop() }

  /// Whether pins of another member of this vault lie here: then the account is shared.
  static func isShared(_ vault: Vault, _ handle: String, pins: String) -> Bool {
    let own = vault.fileName(of: handle)
    return Kernel.names(in: pins).contains { name in
      name.hasPrefix(vault.id.hex + "-") && name.hasSuffix(".pin") && !name.contains(own)
    }
  }

  private static func keyring(_ vault: Vault, _ handle: String) -> SessionKeyring {
    SessionKeyring(vault: vault.id.hex, member: vault.fileName(of: handle))
  }

  private init?(_ payload: borrowing SecretBytes, age: Int, seconds: Int) throws(Fault) {
    guard payload.count > Self.sidLength else { return nil }
    sid = payload.withSpan { bytes in
      String(
        decoding: (0..<Self.sidLength).map { bytes[$0] }, as: UTF8.self)
    }
    key = try SecretBytes.made(capacity: payload.count - Self.sidLength) { output in
      payload.withSpan { bytes in
        for index in Self.sidLength..<bytes.count { output.append(bytes[index]) }
      }
    }
    (self.age, self.seconds) = (age, seconds)
  }
}
