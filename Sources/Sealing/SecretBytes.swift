import CSodium

/// Bytes that must not be read by anyone else: a passphrase, a seed, a code.
///
/// They lie between guard pages, locked in memory, out of core dumps, and are wiped when the value
/// ends. There is no way out to `String` or `Data`, whose copies nobody can wipe; printing one prints
/// nothing of it. One costs about 40 microseconds; for keys in number there is ``KeyArena``.
@safe
public struct SecretBytes: ~Copyable, Sendable {
  private let memory: GuardedMemory
  /// How many bytes it holds.
  public let count: Int

  /// Makes room for `capacity` bytes and lets `fill` write them, never through an ordinary buffer.
  ///
  /// - Throws: ``SealingError/memory`` where there is no guarded memory.
  public init(
    capacity: Int, fill: (inout OutputSpan<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    guard capacity >= 0 else { throw .length }
    let memory = try GuardedMemory(count: capacity)
    let buffer = unsafe UnsafeMutableBufferPointer(start: memory.start, count: capacity)
    var output = unsafe OutputSpan(buffer: buffer, initializedCount: 0)
    try fill(&output)
    count = unsafe output.finalize(for: buffer)
    self.memory = memory
  }

  /// Takes a copy of bytes that already lie in guarded memory.
  ///
  /// - Throws: ``SealingError/memory``.
  public init(copying bytes: Span<UInt8>) throws(SealingError) {
    memory = try GuardedMemory(count: bytes.count)
    count = bytes.count
    for index in bytes.indices { unsafe memory.start[index] = bytes[index] }
  }

  /// New random bytes.
  ///
  /// - Throws: ``SealingError/memory``.
  public static func makeRandom(count: Int) throws(SealingError) -> SecretBytes {
    try unsafe SecretBytes(writing: count) { unsafe randombytes_buf($0, count) }
  }

  /// Room for exactly `count` bytes, which `write` sets.
  init(
    writing count: Int,
    _ write: (UnsafeMutablePointer<UInt8>) throws(SealingError) -> Void
  ) throws(SealingError) {
    guard count >= 0 else { throw .length }
    let memory = try GuardedMemory(count: count)
    try unsafe write(memory.start)
    self.memory = memory
    self.count = count
  }

  /// Lends the bytes for the length of a call. Copy nothing out of it that is to stay secret.
  public borrowing func withSpan<Result: ~Copyable, Failure: Error>(
    _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try unsafe body(Span(_unsafeStart: UnsafePointer(pointer), count: count))
  }

  var pointer: UnsafeMutablePointer<UInt8> { unsafe memory.start }

  /// Equal bytes, in a time that depends on the length alone.
  public static func == (left: borrowing SecretBytes, right: borrowing SecretBytes) -> Bool {
    guard left.count == right.count else { return false }
    return unsafe sodium_memcmp(left.pointer, right.pointer, left.count) == 0
  }
}
