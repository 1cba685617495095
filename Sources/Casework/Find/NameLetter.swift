/// One letter of a name taken apart: what is left of it without accents, its shape and its tone.
///
/// A Vietnamese vowel may carry two marks of different use: the shape makes it another letter (ă, â, ơ, đ),
/// the tone belongs to the syllable and is written on one of its vowels, which one being a matter of habit
/// (*hòa*, *hoà*).
struct NameLetter: Equatable {
  /// The marks that make another letter.
  struct Shape: OptionSet {
    let rawValue: UInt8
    static let breve = Shape(rawValue: 1)
    static let circumflex = Shape(rawValue: 2)
    static let horn = Shape(rawValue: 4)
    static let bar = Shape(rawValue: 8)
  }

  /// In lower case; of another script as it was typed.
  let base: UInt32
  /// The second of two, where one letter stands for them: æ, ß.
  var second: UInt32 = 0
  var shape: Shape = []
  /// 1 sắc, 2 huyền, 3 hỏi, 4 ngã, 5 nặng, as they are typed with digits (VNI); 0 for none.
  var tone: UInt8 = 0
  /// A mark that Vietnamese does not have; 0 for none. A letter with two of them keeps the last.
  var foreign: UInt32 = 0

  /// Adds what a combining mark says (Unicode, block Combining Diacritical Marks).
  mutating func add(_ mark: NameMark) {
    switch mark {
    case .tone(let tone): self.tone = tone
    case .shape(let shape): self.shape.insert(shape)
    case .foreign(let scalar): foreign = scalar
    }
  }

  /// Without accents.
  func appendFold(to text: inout [UInt8]) {
    NameLetters.append(base, to: &text)
    if second != 0 { NameLetters.append(second, to: &text) }
  }

  /// With everything but the tone; the composed letter where Vietnamese has one.
  func appendExact(to text: inout [UInt8]) {
    var left = shape
    var letter = base
    for composed in NameLetters.shaped
    where composed.base == base && left.contains(composed.shape) && letter == base {
      letter = composed.letter
      left.remove(composed.shape)
    }
    NameLetters.append(letter, to: &text)
    if second != 0 { NameLetters.append(second, to: &text) }
    for (mark, scalar) in NameMark.shapes where left.contains(mark) {
      NameLetters.append(scalar, to: &text)
    }
    if foreign != 0 { NameLetters.append(foreign, to: &text) }
  }
}
