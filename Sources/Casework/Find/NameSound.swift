/// The sound of a syllable without accents, with the differences levelled that regions do not hear: s and
/// x, tr and ch, d and gi and r, l and n, and y for i.
enum NameSound {
  static func of(_ fold: [UInt8]) -> [UInt8] {
    var sound = levelled(fold)
    for index in sound.indices where sound[index] == UInt8(ascii: "y") {
      sound[index] = UInt8(ascii: "i")
    }
    return sound
  }

  private static func levelled(_ fold: [UInt8]) -> [UInt8] {
    let second = fold.count > 1 ? fold[1] : 0
    switch fold.first {
    case UInt8(ascii: "s"): return replacing(fold, 1, "x")
    case UInt8(ascii: "t") where second == UInt8(ascii: "r"): return replacing(fold, 2, "ch")
    case UInt8(ascii: "r"): return replacing(fold, 1, "d")
    // gi before a vowel is one consonant (gia, giang); the i of gì and of giêng is the vowel as well.
    case UInt8(ascii: "g") where second == UInt8(ascii: "i"):
      let third = fold.count > 2 ? fold[2] : 0
      return replacing(fold, "aou".utf8.contains(third) ? 2 : 1, "d")
    case UInt8(ascii: "l"): return replacing(fold, 1, "n")
    default: return fold
    }
  }

  private static func replacing(_ fold: [UInt8], _ count: Int, _ letters: StaticString) -> [UInt8] {
    Array(letters.description.utf8) + fold.dropFirst(count)
  }
}
