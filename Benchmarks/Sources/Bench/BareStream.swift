import BareSodium

/// libsodium's secretstream over one buffer, message after message as long as ours, and nothing else: no reading, no
/// storing, no digest.
final class BareStream {
  private static let length = 65_536

  private let count: Int
  private let key: [UInt8]
  private let plain: UnsafeMutablePointer<UInt8>
  private let sealed: UnsafeMutablePointer<UInt8>
  private var header = [UInt8](repeating: 0, count: 24)

  /// - Parameter bytes: how many go through it; rounded down to whole messages.
  init(bytes: Int) {
    count = bytes / Self.length
    key = [UInt8](repeating: 7, count: 32)
    plain = .allocate(capacity: Self.length)
    plain.initialize(repeating: 5, count: Self.length)
    sealed = .allocate(capacity: count * (Self.length + 17))
    sealed.initialize(repeating: 0, count: count * (Self.length + 17))
  }

  deinit {
    plain.deallocate()
    sealed.deallocate()
  }

  func seal() throws {
    var state = crypto_secretstream_xchacha20poly1305_state()
    crypto_secretstream_xchacha20poly1305_init_push(&state, &header, key)
    for number in 0..<count {
      let code = crypto_secretstream_xchacha20poly1305_push(
        &state, sealed + number * (Self.length + 17), nil, plain, UInt64(Self.length), nil, 0, 0)
      guard code == 0 else { throw BenchError.sealing }
    }
  }

  func open() throws {
    var state = crypto_secretstream_xchacha20poly1305_state()
    guard crypto_secretstream_xchacha20poly1305_init_pull(&state, header, key) == 0 else {
      throw BenchError.sealing
    }
    for number in 0..<count {
      let code = crypto_secretstream_xchacha20poly1305_pull(
        &state, plain, nil, nil, sealed + number * (Self.length + 17), UInt64(Self.length + 17),
        nil, 0)
      guard code == 0 else { throw BenchError.sealing }
    }
  }
}
