import CSodium
import Glibc
import Synchronization

/// Random bytes fetched ahead for salts and nonces, which are public: one system call fills many.
///
/// A call of getrandom(2) for 24 bytes costs as much as half the sealing of a short field. Never used
/// for keys. The pool lies in a page that the kernel empties in a forked child (`MADV_WIPEONFORK`),
/// because two processes that continued from one pool would use the same nonces; where the kernel
/// cannot promise that, nothing is fetched ahead.
@safe
struct NoncePool: ~Copyable, @unchecked Sendable {
  private static let shared = Mutex(NoncePool())
  private static let pageSize = 4096
  /// The counter takes the first bytes, so that it is emptied with the page.
  private static let capacity = pageSize - MemoryLayout<Int>.size

  /// Nil where the page cannot be had or would survive a fork.
  private let page: UnsafeMutableRawPointer?

  private init() {
    Sodium.start()
    let page = unsafe mmap(
      nil, Self.pageSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let page = unsafe page, unsafe page != MAP_FAILED else {
      unsafe self.page = nil
      return
    }
    let wipesOnFork: Int32 = 18  // MADV_WIPEONFORK (Linux 4.14); Glibc's module leaves it out.
    let isSafe = unsafe madvise(page, Self.pageSize, wipesOnFork) == 0
    if !isSafe { unsafe munmap(page, Self.pageSize) }
    unsafe self.page = unsafe isSafe ? page : nil
  }

  /// The pool lives as long as the process; this is for the type's own completeness.
  deinit {
    if let page = unsafe self.page { unsafe munmap(page, Self.pageSize) }
  }

  /// Sets `count` random bytes at `target`, each handed out once.
  static func fill(_ target: UnsafeMutablePointer<UInt8>, count: Int) {
    shared.withLock { pool in unsafe pool.take(into: target, count: count) }
  }

  private func take(into target: UnsafeMutablePointer<UInt8>, count: Int) {
    guard let page = unsafe page, count <= Self.capacity else {
      unsafe randombytes_buf(target, count)
      return
    }
    // Zero in a fresh page, and in a child's wiped one.
    let left = unsafe page.assumingMemoryBound(to: Int.self)
    if unsafe left.pointee < count {
      unsafe randombytes_buf(page + MemoryLayout<Int>.size, Self.capacity)
      unsafe left.pointee = Self.capacity
    }
    unsafe left.pointee -= count
    let source = unsafe page + MemoryLayout<Int>.size + left.pointee
    unsafe UnsafeMutableRawPointer(target).copyMemory(from: source, byteCount: count)
  }
}
