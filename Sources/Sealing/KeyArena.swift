import CSodium
import Synchronization

/// Many 32-byte keys in one guarded allocation, because one allocation a key would cost 40 microseconds.
///
/// An arena is filled from the front and wiped as a whole. Using a handle after ``wipe()``, or with an
/// arena that did not give it, is a mistake of the program and stops it.
@safe
public struct KeyArena: ~Copyable, Sendable {
  /// Every key of this project has the length of an XChaCha20-Poly1305 key.
  public static let keyLength = 32

  private let memory: GuardedMemory
  private let capacity: Int
  private var used = 0
  private var lap = Self.nextLap()

  private static let laps = Atomic<UInt64>(1)

  private static func nextLap() -> UInt64 {
    laps.wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Room for `capacity` keys.
  ///
  /// - Throws: ``SealingError/memory`` where there is no guarded memory.
  public init(capacity: Int) throws(SealingError) {
    precondition(capacity >= 0 && capacity <= 1 << 24, "an arena of that size is a mistake")
    memory = try GuardedMemory(count: capacity * Self.keyLength)
    self.capacity = capacity
  }

  /// How many more keys fit.
  public var room: Int { capacity - used }

  /// Makes a new random key.
  public mutating func makeRandom() -> KeyHandle {
    let handle = reserve()
    unsafe randombytes_buf(pointer(to: handle), Self.keyLength)
    return handle
  }

  /// Takes a copy of a key that lies in guarded memory elsewhere.
  ///
  /// - Throws: ``SealingError/length`` unless there are 32 bytes.
  public mutating func load(_ key: Span<UInt8>) throws(SealingError) -> KeyHandle {
    guard key.count == Self.keyLength else { throw .length }
    let handle = reserve()
    let target = unsafe pointer(to: handle)
    for index in key.indices { unsafe target[index] = key[index] }
    return handle
  }

  /// Lends a key for the length of a call.
  public borrowing func withKey<Result: ~Copyable, Failure: Error>(
    _ handle: KeyHandle, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = unsafe UnsafePointer(pointer(to: handle))
    return try unsafe body(Span(_unsafeStart: start, count: Self.keyLength))
  }

  /// Whether two keys are equal, in constant time.
  public borrowing func areEqual(_ left: KeyHandle, _ right: KeyHandle) -> Bool {
    unsafe sodium_memcmp(pointer(to: left), pointer(to: right), Self.keyLength) == 0
  }

  /// Overwrites every key. Handles given out before are dead.
  public mutating func wipe() {
    memory.wipe()
    used = 0
    lap = Self.nextLap()
  }

  /// Room for one more key, which the caller writes at once.
  mutating func reserve() -> KeyHandle {
    precondition(used < capacity, "the key arena is full")
    defer { used += 1 }
    return KeyHandle(index: used, lap: lap)
  }

  /// Takes back the key reserved last, when what should have become one did not open.
  mutating func giveBack(_ handle: KeyHandle) {
    precondition(handle.index == used - 1, "only the last key can be given back")
    unsafe sodium_memzero(pointer(to: handle), Self.keyLength)
    used -= 1
  }

  func pointer(to handle: KeyHandle) -> UnsafeMutablePointer<UInt8> {
    precondition(handle.lap == lap && handle.index < used, "this key is not in this arena any more")
    return unsafe memory.start + handle.index * Self.keyLength
  }
}
