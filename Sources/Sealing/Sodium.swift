import CSodium

/// Readies libsodium once for the process.
///
/// `sodium_init` picks the fast implementations, seeds the canaries of guarded memory and opens the
/// random source. It is idempotent and safe from any thread; a Swift static runs it once.
enum Sodium {
  private static let isReady: Bool = sodium_init() >= 0

  /// Call before the first use of libsodium on any path that has no guarded memory behind it.
  static func start() {
    // It fails only where the system has no source of randomness, and then nothing here is safe.
    precondition(isReady, "libsodium did not start")
  }
}
