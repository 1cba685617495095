import Synchronization

/// The one guarded scratch of the process, where message keys and keys in passing lie for a moment.
///
/// A guarded allocation costs 40 microseconds and sealing a short field two, so the scratch is made
/// once, lent under a lock, and wiped before it is given back.
@safe
struct Workbench: ~Copyable {
  /// Room for the 64 bytes a field's keys are cut from, and for a sealed batch key's 64.
  static let capacity = 64

  private static let shared = Mutex(Workbench())
  private var memory: GuardedMemory?

  private init() {}

  /// Lends the scratch. The closure must not seal or open anything itself: there is one scratch.
  ///
  /// - Throws: ``SealingError/memory``, or what the closure throws.
  static func lend<Result: Sendable>(
    _ body: (UnsafeMutablePointer<UInt8>) throws(SealingError) -> Result
  ) throws(SealingError) -> Result {
    try shared.withLock { (bench) throws(SealingError) in
      if bench.memory == nil { bench.memory = try GuardedMemory(count: capacity) }
      return try unsafe bench.use(body)
    }
  }

  private borrowing func use<Result>(
    _ body: (UnsafeMutablePointer<UInt8>) throws(SealingError) -> Result
  ) throws(SealingError) -> Result {
    switch memory {
    case .some(let memory):
      defer { memory.wipe() }
      return try unsafe body(memory.start)
    case .none: throw .memory
    }
  }
}
