/// What one scalar of a name is, before it is taken apart.
enum NameScalar: Equatable {
  /// In lower case.
  case letter(UInt32)
  case mark(NameMark)
  /// A space, a hyphen, a dot, an apostrophe (H'Hen): what stands on both sides are two syllables.
  case gap
  /// Invisible: joiners, soft hyphens, the byte order mark, marks of direction.
  case nothing
  /// A Chinese character is a syllable of its own; nobody puts spaces between them.
  case ideograph(UInt32)

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: self = .letter(scalar)
    case 0x41...0x5A: self = .letter(scalar + 0x20)
    case 0..<0xC0: self = scalar == 0xAD ? .nothing : .gap
    case 0x300...0x36F: self = NameMark(scalar).map(Self.mark) ?? .nothing
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: self = .nothing
    case 0xD7, 0xF7, 0x2B0...0x2FF, 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0x30FB:
      self = .gap
    case 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .ideograph(scalar)
    case 0xFF01...0xFF5E: self = NameScalar(scalar - 0xFEE0)  // full-width forms of ASCII
    default: self = .letter(Self.lowered(scalar))
    }
  }

  /// Lower case, by the order of the code charts (Unicode 14.0). Scripts without two cases are left alone.
  private static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0xC0...0xDE, 0x391...0x3A9, 0x410...0x42F: scalar + 0x20
    case 0x178: 0xFF
    case 0x181: 0x253
    case 0x243: 0x180
    case 0x130: 0x69  // İ
    case 0x139...0x148, 0x179...0x17E, 0x1CD...0x1DC: scalar + scalar % 2
    case 0x100...0x177, 0x1DE...0x1EF, 0x1F8...0x233, 0x1E00...0x1E95, 0x1EA0...0x1EFF:
      scalar | 1
    case 0x189: 0x256
    case 0x18B, 0x1A0: scalar + 1
    case 0x1AF: 0x1B0
    case 0x1E9E: 0xDF
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }
}
