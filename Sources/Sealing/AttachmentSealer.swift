import CSodium

/// Seals an attachment of any size to its place, row by row, in the memory of one row.
///
/// ```
/// front    0 12  header, as of a sealed field      12 24  salt; random      36 32  commitment
///         68 24  header of the stream; random
/// row      65,553 bytes: one secretstream message of 64 KiB (AttachmentRows)
/// ```
///
/// The key is derived as a field's is (``FieldKeys``), under a context of its own, and the commitment is
/// there for the same reason. The place is the associated data of the first row, and each row's
/// authenticator rests on all before it, so that none can be moved, doubled or left out; the last carries
/// the final tag, without which the file is not whole.
public struct AttachmentSealer: ~Copyable {
  static let context: StaticString = "safekeep/parts/1"
  static let frontCount = streamOffset + AttachmentState.headerCount
  static let commitmentOffset = FieldHeader.count + AEAD.nonceLength
  static let streamOffset = commitmentOffset + 32

  /// What stands before the rows.
  public let front: [UInt8]
  /// How many bytes of content were sealed.
  public private(set) var count = 0
  /// How many rows were given.
  public private(set) var rows = 0

  private let state: AttachmentState
  private let place: FieldPlace
  private var isComplete = false

  /// Starts under the key of a class.
  ///
  /// - Throws: ``SealingError/memory``.
  public init(
    at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) {
    let state = try AttachmentState()
    front = try unsafe Self.front(at: place, under: arena.pointer(to: key), starting: state.pointer)
    self.state = state
    self.place = place
  }

  private static func front(
    at place: FieldPlace, under key: UnsafePointer<UInt8>,
    starting state: UnsafeMutablePointer<crypto_secretstream_xchacha20poly1305_state>
  ) throws(SealingError) -> [UInt8] {
    let header = FieldHeader(keyVersion: place.keyVersion)
    return try unsafe makeBytes(count: frontCount) { (front) throws(SealingError) in
      var writer = unsafe RawWriter(front)
      unsafe header.write(to: &writer)
      let salt = unsafe front + FieldHeader.count
      unsafe NoncePool.fill(salt, count: AEAD.nonceLength)
      try unsafe Workbench.lend { (bench) throws(SealingError) in
        unsafe FieldKeys.with(
          key, salt: salt, place: place, header: header, context: context, bench: bench
        ) { keys in
          unsafe (front + commitmentOffset).update(from: keys.commitment, count: 32)
          // It draws the header itself and cannot fail.
          _ = unsafe crypto_secretstream_xchacha20poly1305_init_push(
            state, front + streamOffset, keys.message)
        }
      }
      return frontCount
    }
  }

  /// Seals a full piece that others follow.
  ///
  /// - Throws: ``SealingError/length`` unless it has exactly ``AttachmentRows/capacity`` bytes, and after the end.
  public mutating func seal(_ piece: Span<UInt8>) throws(SealingError) -> [UInt8] {
    guard piece.count == AttachmentRows.capacity else { throw .length }
    return try push(piece, tag: AttachmentTag.message)
  }

  /// Seals the last piece and hands out its row and those that hide the size.
  ///
  /// - Throws: ``SealingError/length`` for an empty piece that is not the only one; what `take` throws.
  public mutating func finish(
    _ piece: Span<UInt8>, _ take: ([UInt8]) throws(SealingError) -> Void
  ) throws(SealingError) {
    guard piece.count <= AttachmentRows.capacity, rows == 0 || !piece.isEmpty else { throw .length }
    let all = AttachmentRows.rows(for: count + piece.count)
    try take(push(piece, tag: AttachmentTag.of(isLast: rows + 1 >= all)))
    let nothing: [UInt8] = []
    while !isComplete {
      try take(push(nothing.span, tag: AttachmentTag.of(isLast: rows + 1 >= all)))
    }
  }

  /// Seals one row, whatever the rows before it were; tests forge with it.
  mutating func push(_ piece: Span<UInt8>, tag: UInt8) throws(SealingError) -> [UInt8] {
    guard !isComplete else { throw .length }
    let associated = rows == 0 ? place.associated : []
    let row = try unsafe makeBytes(count: AttachmentRows.rowCount) { (row) throws(SealingError) in
      // Straight to where the ciphertext will stand, behind the tag's byte, and encrypted in place.
      let message = unsafe row + 1
      var writer = unsafe RawWriter(message)
      unsafe writer.put(UInt32(piece.count))
      unsafe piece.withUnsafeBufferPointer { piece in
        if let start = piece.baseAddress { unsafe writer.put(start, count: piece.count) }
      }
      unsafe (message + 4 + piece.count)
        .update(repeating: 0, count: AttachmentRows.capacity - piece.count)
      _ = unsafe crypto_secretstream_xchacha20poly1305_push(
        state.pointer, row, nil, message, UInt64(AttachmentRows.messageCount),
        associated, UInt64(associated.count), tag)
      return AttachmentRows.rowCount
    }
    count += piece.count
    rows += 1
    isComplete = tag == AttachmentTag.final
    return row
  }
}
