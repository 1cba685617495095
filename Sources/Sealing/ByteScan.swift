import Glibc

/// Looks through whole files for bytes that were destroyed and must be nowhere any more.
///
/// Of each thing that is looked for 32 bytes count: a key whole, of something longer a piece that is random.
/// Of a file only every sixteenth place is compared at first, by a hash of the eight bytes there: of 32 bytes
/// in a row eight begin at such a place, wherever they lie, so that nothing is missed and a file is read as
/// fast as the disk gives it.
@safe
public final class ByteScan {
  private static let stride = 16
  private static let block = 65_536
  /// Bits of the hash; a table of a mebibyte, in which one place in some thousands is a false alarm.
  private static let bits: UInt64 = 23

  private var keys: KeyArena
  private var held: [KeyHandle] = []
  private var pieces: [[UInt8]] = []
  /// Whatever somebody puts into a file, they do not know what it comes to here.
  private let factor = UInt64.random(in: .min ... .max) | 1
  private var marks = [UInt64](repeating: 0, count: 1 << Int(bits - 6))

  /// - Parameter keys: how many keys are looked for at most.
  /// - Throws: ``SealingError/memory``.
  public init(keys: Int) throws(SealingError) { self.keys = try KeyArena(capacity: keys) }

  /// How many things are looked for.
  public var count: Int { held.count + pieces.count }

  /// A key that was destroyed; it stays in guarded memory.
  ///
  /// - Throws: ``SealingError/length``.
  public func look(forKey key: Span<UInt8>) throws(SealingError) {
    let handle = try keys.load(key)
    held.append(handle)
    keys.withKey(handle) { mark($0) }
  }

  /// A piece of something sealed. What is shorter than a key cannot be told from chance and is left out.
  public func look(for bytes: [UInt8]) {
    let piece = Array(bytes.prefix(KeyArena.keyLength))
    guard piece.count == KeyArena.keyLength else { return }
    pieces.append(piece)
    mark(piece.span)
  }

  private func mark(_ bytes: Span<UInt8>) {
    for first in 0..<Self.stride {
      let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) }
      let place = self.place(of: word)
      marks[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  private func place(of word: UInt64) -> Int {
    Int((word.littleEndian &* factor) >> (64 - Self.bits))
  }

  /// Whether any of it is in a file; nil where the file cannot be read or is no plain one, which might keep whoever
  /// opens it waiting. One that is not there holds nothing.
  ///
  /// - Throws: ``SealingError/memory``.
  public func finds(in path: String) throws(SealingError) -> Bool? {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT ? false : nil }
    defer { close(file) }
    guard Self.isPlain(file) else { return nil }
    // The file may hold the keys of others.
    let memory = try GuardedMemory(count: Self.block + KeyArena.keyLength)
    defer { memory.wipe() }
    var kept = 0
    while true {
      let got = unsafe read(file, memory.start + kept, Self.block)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { return nil }
      guard got > 0 else { return false }
      if isAmong(memory, kept + got) { return true }
      // What lies across two blocks is whole in the next.
      let rest = min(kept + got, KeyArena.keyLength - 1)
      unsafe memmove(memory.start, memory.start + (kept + got - rest), rest)
      kept = rest
    }
  }

  private static func isPlain(_ file: Int32) -> Bool {
    var found = stat()
    return unsafe fstat(file, &found) == 0 && found.st_mode & S_IFMT == S_IFREG
  }

  private func isAmong(_ memory: borrowing GuardedMemory, _ count: Int) -> Bool {
    var position = 0
    while position + 8 <= count {
      let word = unsafe UnsafeRawPointer(memory.start + position).loadUnaligned(as: UInt64.self)
      let place = self.place(of: word)
      if marks[place >> 6] & 1 << UInt64(place & 63) != 0,
        isFound(around: position, memory, count)
      {
        return true
      }
      position += Self.stride
    }
    return false
  }

  /// Whether one of the things lies where the hash says that it may.
  private func isFound(
    around position: Int, _ memory: borrowing GuardedMemory, _ count: Int
  ) -> Bool {
    for first in 0..<Self.stride where position >= first {
      let start = position - first
      guard start + KeyArena.keyLength <= count else { continue }
      let bytes = unsafe UnsafePointer(memory.start + start)
      for piece in pieces where unsafe memcmp(bytes, piece, piece.count) == 0 { return true }
      for handle in held
      where unsafe memcmp(bytes, keys.pointer(to: handle), KeyArena.keyLength) == 0 {
        return true
      }
    }
    return false
  }
}
