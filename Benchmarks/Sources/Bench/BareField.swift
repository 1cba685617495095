import BareSodium

/// The libsodium calls that a sealed field is made of, and nothing else: a random salt, BLAKE2b-512 under the class
/// key over the place, XChaCha20-Poly1305 under its first half. Nothing is checked that libsodium does not check, and
/// every buffer is made once. One call for randomness a field is part of it; who asks for more at a time may be faster.
final class BareField {
  private static let saltOffset = 12
  private static let commitmentOffset = 36
  private static let textOffset = 68
  private static let placeLength = 160

  private let padded: Int
  private let key = bytes(32, 7)
  private let derived = bytes(64, 0)
  private let text: UnsafeMutablePointer<UInt8>
  private let blob: UnsafeMutablePointer<UInt8>
  /// Label 16, salt 24, length 8, place 160: what is hashed, as keys are derived for a field.
  private let message = bytes(48 + placeLength, 1)

  /// A field of a value's length, padded as ours is.
  convenience init(length: Int) {
    let needed = length + 1
    self.init(
      padded: [32, 64, 128, 256, 512].first { $0 >= needed } ?? (needed + 1023) / 1024 * 1024)
  }

  /// A field as long as one that was sealed.
  convenience init(sealed length: Int) {
    self.init(padded: max(0, length - Self.textOffset - 16))
  }

  private init(padded: Int) {
    self.padded = padded
    text = Self.bytes(padded, 5)
    blob = Self.bytes(padded + 84, 0)
  }

  deinit {
    [key, derived, text, blob, message].forEach { $0.deallocate() }
  }

  func seal() throws {
    randombytes_buf(blob + Self.saltOffset, 24)
    derive()
    (blob + Self.commitmentOffset).update(from: derived + 32, count: 32)
    let code = crypto_aead_xchacha20poly1305_ietf_encrypt(
      blob + Self.textOffset, nil, text, UInt64(padded), message + 48, UInt64(Self.placeLength),
      nil,
      blob + Self.saltOffset, derived)
    guard code == 0 else { throw BenchError.sealing }
  }

  func open() throws {
    derive()
    guard sodium_memcmp(blob + Self.commitmentOffset, derived + 32, 32) == 0 else {
      throw BenchError.sealing
    }
    let code = crypto_aead_xchacha20poly1305_ietf_decrypt(
      text, nil, nil, blob + Self.textOffset, UInt64(padded + 16), message + 48,
      UInt64(Self.placeLength), blob + Self.saltOffset, derived)
    guard code == 0 else { throw BenchError.sealing }
  }

  private func derive() {
    (message + 16).update(from: blob + Self.saltOffset, count: 24)
    crypto_generichash(derived, 64, message, UInt64(48 + Self.placeLength), key, 32)
  }

  private static func bytes(_ count: Int, _ value: UInt8) -> UnsafeMutablePointer<UInt8> {
    let made = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    made.initialize(repeating: value, count: count)
    return made
  }
}
