import CSodium
import Glibc

/// One allocation between guard pages, out of core dumps, locked in memory and wiped when it goes.
///
/// `sodium_malloc` costs about 40 microseconds, so callers keep one allocation and reuse it.
/// It also asks for the lock but says nothing when it is refused, hence the second, explicit `mlock`.
@safe
struct GuardedMemory: ~Copyable, @unchecked Sendable {
  /// Writing through it needs exclusive access to the owner, which the owners' `mutating` gives.
  let start: UnsafeMutablePointer<UInt8>
  let count: Int

  init(count: Int) throws(SealingError) {
    Sodium.start()
    guard count >= 0, let base = unsafe sodium_malloc(max(count, 1)) else { throw .memory }
    guard unsafe mlock(base, max(count, 1)) == 0 || !Self.machineSwaps() else {
      unsafe sodium_free(base)
      throw .memory
    }
    unsafe sodium_memzero(base, max(count, 1))
    unsafe start = unsafe base.assumingMemoryBound(to: UInt8.self)
    self.count = count
  }

  /// `sodium_free` overwrites, checks the canary and unmaps.
  deinit { unsafe sodium_free(start) }

  func wipe() { unsafe sodium_memzero(start, count) }

  /// Whether pages of this machine may reach a disk: `/proc/swaps` has a line after its heading.
  ///
  /// Unlocked memory is accepted only where the answer is no; where it cannot be read, it is yes.
  private static func machineSwaps() -> Bool {
    guard let file = unsafe fopen("/proc/swaps", "re") else { return true }
    defer { unsafe fclose(file) }
    var lines = 0
    while case let byte = unsafe getc(file), byte != EOF {
      if byte == 0x0A { lines += 1 }
    }
    return lines > 1
  }
}
