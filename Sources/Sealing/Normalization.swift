/// Brings a passphrase to Unicode's form C (UAX #15) in guarded memory, or refuses it.
///
/// Vietnamese keyboards send one word in several forms: composed, base letter and marks, or a vowel
/// with its shape and the tone apart (Windows-1258). All of them must unlock. What this does not know
/// to have a single form is refused when the passphrase is set, and so never locks anyone out later.
struct Normalization {
  /// The letter being gathered, without its marks; nil before the first.
  private var base: UInt32?
  /// Its marks in canonical order. No letter of the table has more than two.
  private var first: UInt32?
  private var second: UInt32?

  /// Normalises UTF-8. The result is never longer than what comes in: composing shortens.
  ///
  /// - Throws: ``SealingError/passphraseForm``.
  static func append(_ bytes: Span<UInt8>, to output: inout OutputSpan<UInt8>)
    throws(SealingError)
  {
    var reader = UTF8Reader()
    var state = Normalization()
    while let scalar = try reader.next(in: bytes) { try state.take(scalar, output: &output) }
    try state.flush(to: &output)
  }

  private mutating func take(
    _ scalar: UInt32, output: inout OutputSpan<UInt8>
  ) throws(SealingError) {
    if let mark = Self.mark(scalar) {
      try add(mark)
    } else if Composition.parts(of: scalar) != nil || Self.hasOneForm(scalar) {
      try flush(to: &output)
      try start(scalar)
    } else {
      throw .passphraseForm
    }
  }

  /// One of the eight marks; the two tone marks that Unicode keeps as doubles of others are replaced,
  /// as form C does (U+0340, U+0341).
  private static func mark(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x340: 0x300
    case 0x341: 0x301
    default: Composition.order(ofMark: scalar) == nil ? nil : scalar
    }
  }

  /// Takes a letter apart, outermost mark first, and keeps the marks.
  private mutating func start(_ scalar: UInt32) throws(SealingError) {
    guard let letter = Composition.parts(of: scalar) else {
      base = scalar
      return
    }
    try start(letter.base)
    try add(letter.mark)
  }

  /// Sets a mark in its canonical place: behind those of its own class or a lower one.
  private mutating func add(_ mark: UInt32) throws(SealingError) {
    guard base != nil, second == nil else { throw .passphraseForm }
    guard let kept = first else {
      first = mark
      return
    }
    let comesFirst = (Composition.order(ofMark: mark) ?? 0) < (Composition.order(ofMark: kept) ?? 0)
    (first, second) = comesFirst ? (mark, kept) : (kept, mark)
  }

  /// Composes the letter and writes it. A mark that does not compose is refused, not kept: form C
  /// would leave it, but no keyboard means it.
  private mutating func flush(to output: inout OutputSpan<UInt8>) throws(SealingError) {
    guard var letter = base else { return }
    for mark in [first, second] {
      guard let mark else { continue }
      guard let composed = Composition.letter(letter, with: mark) else { throw .passphraseForm }
      letter = composed
    }
    Self.append(letter, to: &output)
    (base, first, second) = (nil, nil, nil)
  }

  /// Whether a scalar stands for itself alone in form C and takes no part in composing, as far as this
  /// project vouches for it. It is a list of what is allowed, not of what is known to be wrong.
  static func hasOneForm(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20...0x7E: true  // ASCII without controls
    case 0xA1...0xAC, 0xAE...0xFF: true  // Latin-1; its soft hyphen is invisible
    case 0x100...0x17F: true  // Latin Extended-A, đ among them
    case 0x2010...0x2027, 0x2030...0x205E: true  // dashes, quotation marks, dots
    case 0x20A0...0x20C0: true  // currency signs, đồng among them
    case 0x4E00...0x9FFF: true  // unified ideographs; their doubles are elsewhere
    case 0x1F300...0x1FAFF: true  // pictures
    default: false
    }
  }

  private static func append(_ scalar: UInt32, to output: inout OutputSpan<UInt8>) {
    // Scalars come from the reader or the table, so they are valid.
    guard let scalar = Unicode.Scalar(scalar) else { return }
    for byte in UTF8.encode(scalar) ?? .init() { output.append(byte) }
  }
}
