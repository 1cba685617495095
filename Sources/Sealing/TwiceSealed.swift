import CSodium

/// Opens many fields of which each is sealed twice: under its class's key (``SealedField``), and that
/// again under a custody key of its case (``OuterSeal``).
///
/// A list opens some hundred thousand of them. Memory of its own for each, and a turn at the one
/// ``Workbench`` that another thread waits for too, cost more than the ciphers: here the same memory
/// serves for all, and each thread has its own.
public struct TwiceSealed {
  /// What was opened last: the first ``count`` bytes, and after them what is left of earlier ones.
  public private(set) var plaintext: [UInt8] = []
  public private(set) var count = 0

  /// Where the keys of the field at hand lie, in the arena that holds the others.
  private let bench: KeyHandle
  private var field: [UInt8] = []
  private var fieldCount = 0
  /// label ‖ vault ‖ case ‖ u32 number, the last two of the field at hand.
  private var associated: [UInt8]
  private let caseOffset: Int

  /// - Parameters:
  ///   - label: what the outer seal is of (``OuterSeal/operationsLabel``).
  ///   - bench: a place in the arena that nobody else writes to (``KeyArena/reserveBench()``).
  public init(label: String, vault: Identifier, bench: KeyHandle) {
    self.bench = bench
    associated = OuterSeal.associated(
      label: label, vault: vault, caseID: .zero, number: 0)
    caseOffset = associated.count - 20
  }

  /// Takes the outer seal off; the field is kept for ``openField(at:under:in:)``.
  ///
  /// - Returns: the version of the key that the field needs.
  /// - Throws: ``SealingError/doesNotOpen``.
  public mutating func takeOff(
    _ sealed: Span<UInt8>, of caseID: Identifier, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) -> UInt32 {
    fieldCount = 0
    let number = try OuterSeal.number(of: sealed)
    let length = sealed.count - NumberedSeal.overhead
    Self.make(room: length, in: &field)
    unsafe associated.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      var writer = unsafe RawWriter(start + caseOffset)
      unsafe writer.put(caseID)
      unsafe writer.put(number)
    }
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    let opened = unsafe field.withUnsafeMutableBufferPointer { field -> Bool in
      guard let start = field.baseAddress else { return false }
      return unsafe AEAD.opens(
        sealed.extracting(4..<sealed.count), associated: associated, key: key, to: start)
    }
    guard opened else { throw .doesNotOpen }
    fieldCount = length
    return try SealedField.keyVersion(of: field.span.extracting(0..<length))
  }

  /// Opens the field whose outer seal was taken off last, in its place.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` for every reason not to.
  public mutating func openField(
    at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) {
    count = 0
    let length = fieldCount
    guard length > SealedField.overhead else { throw .doesNotOpen }
    Self.make(room: length - SealedField.overhead, in: &plaintext)
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    let bench = unsafe arena.pointer(to: bench)
    // A second name for the same bytes, so that the compiler sees two places.
    let field = field
    let blob = field.span.extracting(0..<length)
    count = try unsafe plaintext.withUnsafeMutableBufferPointer { text throws(SealingError) in
      guard let text = text.baseAddress else { throw .doesNotOpen }
      return try unsafe SealedField.open(blob, at: place, under: key, bench: bench, to: text)
    }
  }

  /// Grows, never shrinks.
  private static func make(room count: Int, in bytes: inout [UInt8]) {
    guard bytes.count < count else { return }
    bytes = [UInt8](repeating: 0, count: count)
  }
}

extension KeyArena {
  /// Room for the keys of one field at a time: for one thread, since nobody else may write there.
  public mutating func reserveBench() -> KeyHandle {
    let first = reserve()
    _ = reserve()
    return first
  }
}
