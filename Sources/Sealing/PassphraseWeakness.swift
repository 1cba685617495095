/// Why a passphrase is too easy to guess to be accepted.
///
/// Argon2id makes a guess slow; it cannot help a passphrase that is among the first thousand guesses.
public enum PassphraseWeakness: Sendable, Equatable {
  /// Fewer than ten characters.
  case short
  /// A few characters over and over: `aaaaaaaaaa`, `abcabcabcabc`.
  case repeated
  /// Characters in the order of the alphabet or of the digits: `abcdefghij`, `9876543210`.
  case sequence
  /// On our list of common ones in Vietnamese and English, with or without accents, or two of them
  /// together, also with digits before or after.
  case common
}

extension PassphraseStretching {
  /// The fewest characters of a passphrase.
  public static let fewestCharacters = 10

  /// What is weak about a passphrase, or nil. It is judged in guarded memory, in form C.
  ///
  /// - Throws: ``SealingError/passphraseForm``, ``SealingError/memory``.
  public static func weakness(
    of passphrase: borrowing SecretBytes
  ) throws(SealingError) -> PassphraseWeakness? {
    let normal = try normalize(passphrase)
    let characters = try CharacterList(normal)
    if characters.count < fewestCharacters { return .short }
    if characters.isRepeated { return .repeated }
    if characters.isSequence { return .sequence }
    let plain = try PlainLetters.of(normal)
    return plain.withSpan { CommonPassphrases.cover($0) } ? .common : nil
  }
}
