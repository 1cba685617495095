import CSodium

/// Opens an attachment row by row, in the memory of one row.
///
/// What a row gave is authentic, but the file is whole only once ``isComplete``: who writes it out keeps it
/// under a temporary name until then. After the first row that does not open nothing more does.
public struct AttachmentOpener: ~Copyable {
  /// Whether the row with the final tag was opened, at the number of rows that the content is given.
  public private(set) var isComplete = false
  /// How many bytes of content came out.
  public private(set) var count = 0

  private let state: AttachmentState
  private let place: FieldPlace
  private var rows = 0
  private var isBroken = false
  private var isBehindContent = false

  /// Starts with the front of an attachment, in its place.
  ///
  /// - Throws: ``SealingError/doesNotOpen``; ``SealingError/memory``.
  public init(
    _ front: Span<UInt8>, at place: FieldPlace, under key: KeyHandle, in arena: borrowing KeyArena
  ) throws(SealingError) {
    let header = try FieldHeader(reading: front)
    let state = try AttachmentState()
    let key = unsafe UnsafePointer(arena.pointer(to: key))
    guard front.count == AttachmentSealer.frontCount, header.keyVersion == place.keyVersion,
      try unsafe Self.start(state.pointer, front, at: place, header: header, under: key)
    else { throw .doesNotOpen }
    self.state = state
    self.place = place
  }

  private static func start(
    _ state: UnsafeMutablePointer<crypto_secretstream_xchacha20poly1305_state>,
    _ front: Span<UInt8>, at place: FieldPlace, header: FieldHeader, under key: UnsafePointer<UInt8>
  ) throws(SealingError) -> Bool {
    try unsafe Workbench.lend { (bench) throws(SealingError) in
      unsafe front.withUnsafeBufferPointer { buffer in
        guard let front = buffer.baseAddress else { return false }
        return unsafe FieldKeys.with(
          key, salt: front + FieldHeader.count, place: place, header: header,
          context: AttachmentSealer.context, bench: bench
        ) { keys in
          let commitment = unsafe front + AttachmentSealer.commitmentOffset
          guard unsafe sodium_memcmp(keys.commitment, commitment, 32) == 0 else { return false }
          return unsafe crypto_secretstream_xchacha20poly1305_init_pull(
            state, front + AttachmentSealer.streamOffset, keys.message) == 0
        }
      }
    }
  }

  /// The content of the next row; none in a row that only hides the size.
  ///
  /// - Throws: ``SealingError/doesNotOpen`` where it is not the next one, or anything in it is not ours.
  public mutating func open(_ row: Span<UInt8>) throws(SealingError) -> [UInt8] {
    guard !isBroken, !isComplete else { throw .doesNotOpen }
    isBroken = true
    guard row.count == AttachmentRows.rowCount, let opened = pull(row) else { throw .doesNotOpen }
    let content = try content(of: opened.message)
    count += content.count
    rows += 1
    if opened.tag == AttachmentTag.final {
      guard rows == AttachmentRows.rows(for: count) else { throw .doesNotOpen }
      isComplete = true
    } else if opened.tag != AttachmentTag.message {
      throw .doesNotOpen
    }
    isBroken = false
    return content
  }

  private func pull(_ row: Span<UInt8>) -> (message: [UInt8], tag: UInt8)? {
    let associated = rows == 0 ? place.associated : []
    var message = [UInt8](repeating: 0, count: AttachmentRows.messageCount)
    var tag: UInt8 = 0
    let status = unsafe row.withUnsafeBufferPointer { row in
      unsafe crypto_secretstream_xchacha20poly1305_pull(
        state.pointer, &message, nil, &tag, row.baseAddress, UInt64(row.count),
        associated, UInt64(associated.count))
    }
    return status == 0 ? (message, tag) : nil
  }

  /// The content of a message, one that is full or the last of its file.
  private mutating func content(of message: [UInt8]) throws(SealingError) -> [UInt8] {
    let count = Int(message.span.littleEndian(UInt32.self, at: 0))
    guard count <= AttachmentRows.capacity, count == 0 || !isBehindContent else {
      throw .doesNotOpen
    }
    isBehindContent = count < AttachmentRows.capacity
    return Array(message[4..<(4 + count)])
  }
}
