/// A passphrase as a guesser's list would have it: lower case, without accents, spaces and signs.
enum PlainLetters {
  /// Keeps ASCII letters and digits, taken out of their accents; everything else falls away.
  ///
  /// - Throws: ``SealingError/passphraseForm``, ``SealingError/memory``.
  static func of(_ text: borrowing SecretBytes) throws(SealingError) -> SecretBytes {
    try text.withSpan { (bytes) throws(SealingError) in
      try SecretBytes(capacity: bytes.count) { (output) throws(SealingError) in
        var reader = UTF8Reader()
        while let scalar = try reader.next(in: bytes) {
          if let letter = plain(scalar) { output.append(letter) }
        }
      }
    }
  }

  private static func plain(_ scalar: UInt32) -> UInt8? {
    var letter = scalar
    while let parts = Composition.parts(of: letter) { letter = parts.base }
    switch letter {
    case 0x110, 0x111: return UInt8(ascii: "d")  // đ is a letter of its own, with no parts
    case 0x30...0x39, 0x61...0x7A: return UInt8(letter)
    case 0x41...0x5A: return UInt8(letter + 0x20)
    default: return nil
    }
  }
}
