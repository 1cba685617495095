import Sealing

/// The key that signs heads, kept in guarded memory from its first use on: to read it, to derive it
/// from its seed and to make room for both costs more than the signature.
final class HeadSigner {
  let key: SigningKey

  init(_ key: consuming SigningKey) { self.key = key }
}
