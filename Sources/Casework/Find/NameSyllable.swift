/// One syllable of a name in three forms, each coarser than the one before.
struct NameSyllable: Hashable, Sendable {
  /// Lower case, the tone at the end as a digit: `hoa2` for *hoà* and for *hòa*.
  let exact: [UInt8]
  /// Without accents: `hoa`.
  let fold: [UInt8]
  /// As it sounds somewhere in the country, to an ear that is not told how it is written.
  let sound: [UInt8]

  /// Longer ones are cut: no syllable has this many letters, and no name in a script without spaces.
  static let longest = 24

  /// - Parameter letters: one at least.
  init(_ letters: some Collection<NameLetter>) {
    var exact: [UInt8] = []
    var fold: [UInt8] = []
    var tones: [UInt8] = []
    for letter in letters.prefix(Self.longest) {
      letter.appendExact(to: &exact)
      letter.appendFold(to: &fold)
      if letter.tone != 0 { tones.append(UInt8(ascii: "0") + letter.tone) }
    }
    self.exact = exact + tones
    self.fold = fold
    sound = NameSound.of(fold)
  }

  /// The folded form with one letter left out, for each letter. Two syllables that differ in one letter
  /// have one of these in common, or one of them is such a neighbour of the other.
  var neighbours: [[UInt8]] {
    guard fold.count > 1 else { return [] }
    var found: [[UInt8]] = []
    var start = 0
    while start < fold.count {
      var end = start + 1
      while end < fold.count, fold[end] & 0xC0 == 0x80 { end += 1 }
      // The same letter twice in a row gives one neighbour, not two.
      if start == 0 || fold[start..<end] != fold[max(0, 2 * start - end)..<start] {
        let rest = Array(fold[..<start] + fold[end...])
        if !rest.isEmpty { found.append(rest) }
      }
      start = end
    }
    return found
  }
}
