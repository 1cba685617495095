/// A combining mark behind a letter, and what it means in a name.
enum NameMark: Equatable {
  case tone(UInt8)
  case shape(NameLetter.Shape)
  /// Known in other languages: kept in the exact form, gone in the others.
  case foreign(UInt32)

  /// The shapes and the marks they are written with, in one order: Ê Đê writes two on one vowel (ê̆), and
  /// keyboards differ in which comes first.
  static let shapes: [(shape: NameLetter.Shape, scalar: UInt32)] = [
    (.circumflex, 0x302), (.breve, 0x306), (.horn, 0x31B), (.bar, 0x335),
  ]

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x301, 0x341: self = .tone(1)  // U+0341 is an older double of U+0301
    case 0x300, 0x340: self = .tone(2)
    case 0x309: self = .tone(3)
    case 0x303: self = .tone(4)
    case 0x323: self = .tone(5)
    case 0x302: self = .shape(.circumflex)
    case 0x306: self = .shape(.breve)
    case 0x31B: self = .shape(.horn)
    // Strokes through a d, of whatever length, are how some keyboards make đ.
    case 0x335...0x338: self = .shape(.bar)
    case 0x304...0x36F: self = .foreign(scalar)
    default: return nil
    }
  }
}
