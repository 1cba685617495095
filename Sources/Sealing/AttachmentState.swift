import CSodium

/// The running state of libsodium's secretstream, which holds its key: guarded, and wiped when it ends.
@safe
struct AttachmentState: ~Copyable {
  /// Length of the stream's own header.
  static let headerCount = 24

  private let memory: GuardedMemory

  init() throws(SealingError) {
    memory = try GuardedMemory(
      count: MemoryLayout<crypto_secretstream_xchacha20poly1305_state>.size)
  }

  /// Bytes alone make up the state, so that it lies well at any address.
  var pointer: UnsafeMutablePointer<crypto_secretstream_xchacha20poly1305_state> {
    unsafe UnsafeMutableRawPointer(memory.start)
      .assumingMemoryBound(to: crypto_secretstream_xchacha20poly1305_state.self)
  }
}
