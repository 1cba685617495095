import Glibc

/// Looks through whole files for bytes that were destroyed and must be nowhere any more.
///
/// Of each thing that is looked for 32 bytes count: a key whole, of something longer a piece that is random.
/// Of a file only every sixteenth place is compared at first, by a hash of the eight bytes there: of 32 bytes
/// in a row eight begin at such a place, wherever they lie, so that nothing is missed and a file is read as
/// fast as the disk gives it. Where the hash alarms, what might lie there is found by its first eight bytes: so what
/// many acts destroyed is looked for in one reading.
@safe
public final class ByteScan {
  private static let stride = 16
  private static let block = 65_536
  /// Bits of the hash; a table of a mebibyte, in which one place in some thousands is a false alarm.
  private static let bits: UInt64 = 23

  private var keys: KeyArena
  private var held: [KeyHandle] = []
  /// By their first eight bytes.
  private var pieces: [UInt64: [[UInt8]]] = [:]
  private var pieceCount = 0
  /// Scans that were joined to this one, for their keys.
  private var joined: [ByteScan] = []
  /// What is looked for without being known; by the beginning, which is marked in a table of its own.
  private var imprints: [UInt32: Set<Digest>] = [:]
  private var imprintMarks: [UInt64] = []
  private var vault = Identifier.zero
  /// Whatever somebody puts into a file, they do not know what it comes to here.
  private static let factor = UInt64.random(in: .min ... .max) | 1
  private var marks = [UInt64](repeating: 0, count: 1 << Int(bits - 6))
  /// Where keys may begin: their first bytes lie nowhere outside of guarded memory, only so much of a hash of them.
  private var keyStarts = Set<UInt16>()

  /// - Parameter keys: how many keys are looked for at most.
  /// - Throws: ``SealingError/memory``.
  public init(keys: Int) throws(SealingError) { self.keys = try KeyArena(capacity: keys) }

  /// How many things are looked for.
  public var count: Int { held.count + pieceCount + joined.reduce(0) { $0 + $1.held.count } }

  /// Looks for all that another one looks for, which then finds nothing by itself.
  public func join(_ other: ByteScan) {
    for place in marks.indices { marks[place] |= other.marks[place] }
    pieces.merge(other.pieces, uniquingKeysWith: +)
    pieceCount += other.pieceCount
    keyStarts.formUnion(other.keyStarts)
    joined.append(other)
    (other.marks, other.pieces, other.pieceCount) = ([], [:], 0)
  }

  /// A key that was destroyed; it stays in guarded memory.
  ///
  /// - Throws: ``SealingError/length``.
  public func look(forKey key: Span<UInt8>) throws(SealingError) {
    let handle = try keys.load(key)
    held.append(handle)
    keys.withKey(handle) { key in
      mark(key)
      keyStarts.insert(Self.start(of: Self.word(key, at: 0)))
    }
  }

  /// A piece of something sealed. What is shorter than a key cannot be told from chance and is left out.
  public func look(for bytes: [UInt8]) {
    let piece = Array(bytes.prefix(KeyArena.keyLength))
    guard piece.count == KeyArena.keyLength else { return }
    pieces[Self.word(piece.span, at: 0), default: []].append(piece)
    pieceCount += 1
    mark(piece.span)
  }

  /// What all that is looked for is found by, for somebody who is to look in the place of this process. Before
  /// it is joined to another.
  public func imprints(in vault: Identifier) -> [ByteImprint] {
    held.map { handle in keys.withKey(handle) { ByteImprint(of: $0, in: vault) } }
      + pieces.values.joined().map { ByteImprint(of: $0.span, in: vault) }
  }

  /// What another process was to look for.
  public func look(for imprints: [ByteImprint], in vault: Identifier) {
    if imprintMarks.isEmpty {
      imprintMarks = [UInt64](repeating: 0, count: 1 << Int(Self.bits - 6))
    }
    self.vault = vault
    for imprint in imprints {
      self.imprints[imprint.start, default: []].insert(imprint.hash)
      let place = Int(imprint.start >> UInt32(32 - Self.bits))
      imprintMarks[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  private func mark(_ bytes: Span<UInt8>) {
    for first in 0..<Self.stride {
      let place = Self.place(of: Self.word(bytes, at: first))
      marks[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// Eight bytes as this machine loads them.
  private static func word(_ bytes: Span<UInt8>, at first: Int) -> UInt64 {
    UInt64(
      littleEndian: (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[first + $1]) << UInt64(8 * $1) })
  }

  private static func place(of word: UInt64) -> Int {
    Int((word &* factor) >> (64 - bits))
  }

  private static func start(of word: UInt64) -> UInt16 { UInt16((word &* factor) >> 48) }

  /// Whether any of it is in a file; nil where the file cannot be read or is no plain one, which might keep whoever
  /// opens it waiting. One that is not there holds nothing.
  ///
  /// - Throws: ``SealingError/memory``.
  public func finds(in path: String) throws(SealingError) -> Bool? {
    let file = unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return errno == ENOENT ? false : nil }
    defer { close(file) }
    precondition(!marks.isEmpty, "a scan that was joined to another one is looked for there")
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
      if isAmong(memory, kept + got) || hasImprint(memory, kept + got) { return true }
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
      let place = Self.place(of: word)
      if marks[place >> 6] & 1 << UInt64(place & 63) != 0,
        isFound(around: position, memory, count)
      {
        return true
      }
      position += Self.stride
    }
    return false
  }

  /// The same of what is not known: every place is looked at, for only where it begins is.
  private func hasImprint(_ memory: borrowing GuardedMemory, _ count: Int) -> Bool {
    guard !imprints.isEmpty, count >= KeyArena.keyLength else { return false }
    var context = DigestContext()
    for position in 0...count - KeyArena.keyLength {
      let bytes = unsafe UnsafePointer(memory.start + position)
      let word = unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
      let start = ByteImprint.start(of: word)
      let place = Int(start >> UInt32(32 - Self.bits))
      guard imprintMarks[place >> 6] & 1 << UInt64(place & 63) != 0, let found = imprints[start]
      else { continue }
      let piece = unsafe Span(_unsafeStart: bytes, count: KeyArena.keyLength)
      if found.contains(ByteImprint.hash(of: piece, in: vault, with: &context)) { return true }
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
      let word = unsafe UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self)
      for piece in pieces[word] ?? [] where unsafe memcmp(bytes, piece, piece.count) == 0 {
        return true
      }
      guard keyStarts.contains(Self.start(of: word)) else { continue }
      if unsafe holds(key: bytes) || joined.contains(where: { unsafe $0.holds(key: bytes) }) {
        return true
      }
    }
    return false
  }

  private func holds(key bytes: UnsafePointer<UInt8>) -> Bool {
    held.contains { handle in
      unsafe memcmp(bytes, keys.pointer(to: handle), KeyArena.keyLength) == 0
    }
  }
}
