import CLinux
import Sealing

/// What `unlock` leaves behind: a key in the user keyring of the kernel, which no file holds, no
/// environment carries, and which is gone ten minutes after its last use.
struct SessionKeyring: Sendable {
  /// Without a use for so long it is gone (seconds).
  static let idle = 10 * 60
  /// And at the latest after so long (seconds).
  static let longest = 8 * 60 * 60

  /// How the keyring answers.
  enum Answer: ~Copyable {
    /// Locked: there is no key, or its time is over.
    case locked
    /// The kernel has no keyring for us, or forbids it (a container, mostly): every command asks.
    case unavailable
    /// The key, how many seconds ago it was put there, and for how many it stays from now on.
    case unlocked(SecretBytes, age: Int, seconds: Int)
  }

  private static let longestKey = 1024
  private static let stampLength = 8

  private let name: String

  /// - Parameters:
  ///   - vault: identifier of the vault in hexadecimal.
  ///   - member: identifier of the member in hexadecimal.
  init(vault: String, member: String) { name = "safekeep:\(vault):\(member)" }

  /// Keeps the key from now on.
  ///
  /// - Returns: the seconds until it goes if it is not used; nil where the kernel has no keyring.
  func keep(_ key: borrowing SecretBytes) throws(Fault) -> Int? {
    let payload = try stamped(key)
    do {
      try payload.withSpan { bytes throws(Kernel.Errno) in
        try Kernel.addKey(name, bytes, seconds: UInt32(Self.idle))
      }
      return Self.idle
    } catch {
      return nil
    }
  }

  /// The key, if it is there; taking it is a use, and moves its end.
  func take() throws(Fault) -> Answer {
    let found: Int?
    do { found = try Kernel.findKey(name) } catch { return .unavailable }
    guard let serial = found else { return .locked }
    let payload = try payload(of: serial)
    guard payload.count > Self.stampLength else { return .locked }
    let age = Int(clinux_seconds_since_boot()) - payload.withSpan(Self.stamp)
    // A stamp from the future cannot be: nothing sets this clock back but a new start.
    guard (0..<Self.longest).contains(age) else {
      clinux_key_revoke(serial)
      return .locked
    }
    let seconds = min(Self.idle, Self.longest - age)
    clinux_key_set_timeout(serial, UInt32(seconds))
    return .unlocked(try unstamped(payload), age: age, seconds: seconds)
  }

  /// Revokes the key at once; true where there was one.
  func drop() -> Bool {
    guard let serial = try? Kernel.findKey(name) else { return false }
    return clinux_key_revoke(serial) == 0
  }

  // MARK: The payload: seconds since boot at `unlock` (u64, little-endian), then the key

  private func stamped(_ key: borrowing SecretBytes) throws(Fault) -> SecretBytes {
    let now = UInt64(clinux_seconds_since_boot())
    return try SecretBytes.made(capacity: Self.stampLength + key.count) { output in
      for shift in 0..<Self.stampLength {
        output.append(UInt8(truncatingIfNeeded: now >> (8 * shift)))
      }
      key.withSpan { bytes in
        for index in bytes.indices { output.append(bytes[index]) }
      }
    }
  }

  private func unstamped(_ payload: borrowing SecretBytes) throws(Fault) -> SecretBytes {
    try SecretBytes.made(capacity: payload.count - Self.stampLength) { output in
      payload.withSpan { bytes in
        for index in Self.stampLength..<bytes.count { output.append(bytes[index]) }
      }
    }
  }

  private func payload(of serial: Int) throws(Fault) -> SecretBytes {
    try SecretBytes.made(capacity: Self.longestKey) { output in
      // A key that was revoked between the two calls reads as empty, which is locked.
      try? Kernel.readKey(serial, into: &output)
    }
  }

  private static func stamp(_ bytes: Span<UInt8>) -> Int {
    Int(
      truncatingIfNeeded: (0..<stampLength).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << (8 * $1) }
    )
  }
}
