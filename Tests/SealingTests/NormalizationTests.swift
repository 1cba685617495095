import Foundation
import Testing

@testable import Sealing

@Suite struct NormalizationTests {
  /// The normal form, or nil where it is refused.
  private func normal(_ bytes: [UInt8]) throws -> [UInt8]? {
    do throws(SealingError) {
      return try Normalized.bytes(bytes)
    } catch {
      #expect(error == .passphraseForm)
      return nil
    }
  }

  private enum Normalized {
    static func bytes(_ bytes: [UInt8]) throws(SealingError) -> [UInt8] {
      let typed = try SecretBytes(capacity: bytes.count) { output in
        for byte in bytes { output.append(byte) }
      }
      return revealed(try PassphraseStretching.normalize(typed))
    }
  }

  private func normal(_ text: String) throws -> [UInt8]? { try normal(Array(text.utf8)) }

  private func formC(_ text: String) -> [UInt8] {
    Array(text.precomposedStringWithCanonicalMapping.utf8)
  }

  /// One phrase as three keyboards send it.
  @Test func oneWordFromThreeKeyboards() throws {
    let composed =
      "M\u{1EAD}t kh\u{1EA9}u c\u{1EE7}a nh\u{E0}, \u{111}\u{1EE3}i m\u{1ED9}t ch\u{FA}t"
    let apart = composed.decomposedStringWithCanonicalMapping
    let windows1258 =
      "M\u{E2}\u{323}t kh\u{E2}\u{309}u cu\u{309}a nha\u{300}, \u{111}\u{1A1}\u{323}i m\u{F4}\u{323}t chu\u{301}t"
    let expected = Array(composed.utf8)
    #expect(try normal(composed) == expected)
    #expect(try normal(apart) == expected)
    #expect(try normal(windows1258) == expected)
    #expect(Array(apart.utf8) != expected && Array(windows1258.utf8) != expected)
  }

  /// The table is our own; the system's says whether it is right.
  @Test func everyLetterOfTheTableIsUnicodes() throws {
    #expect(Composition.letters.count == 222)
    for letter in Composition.letters {
      let pair = String(
        String.UnicodeScalarView([letter.base, letter.mark].compactMap(Unicode.Scalar.init)))
      let composed = String(
        String.UnicodeScalarView([letter.composed].compactMap(Unicode.Scalar.init)))
      #expect(formC(pair) == Array(composed.utf8))
      #expect(try normal(composed.decomposedStringWithCanonicalMapping) == Array(composed.utf8))
    }
  }

  /// Every scalar there is: refused, or left as form C leaves it.
  @Test func everyScalarAloneIsRefusedOrRight() throws {
    var accepted = 0
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      // The table's letters all stand below the ideographs.
      let isLetter = value < 0x3000 && Composition.parts(of: value) != nil
      guard isLetter || Normalization.hasOneForm(value) else { continue }
      accepted += 1
      // Ideographs and pictures are many and alike: the ends of their ranges and every 97th.
      guard value < 0x3000 || value % 97 == 0 || [0x4E00, 0x9FFF].contains(value) else { continue }
      #expect(try normal(String(Character(scalar))) == formC(String(Character(scalar))))
    }
    #expect(accepted > 20_000)
  }

  /// What is accepted stands alone: no later mark of the eight changes it but through the table.
  @Test func letterAndMarkIsRefusedOrRight() throws {
    let marks: [UInt32] = [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323, 0x340, 0x341]
    let letters = (UInt32(0x20)...0x17F).map { $0 } + (0x1EA0...0x1EF9).map { $0 } + [0x1A0, 0x1B0]
    var accepted = 0
    for letter in letters {
      for mark in marks {
        let text = String(String.UnicodeScalarView([letter, mark].compactMap(Unicode.Scalar.init)))
        guard let result = try? Normalized.bytes(Array(text.utf8)) else { continue }
        accepted += 1
        #expect(result == formC(text))
      }
    }
    #expect(accepted > 250)
  }

  @Test func twoMarksInEitherOrderAreRefusedOrRight() throws {
    let marks: [UInt32] = [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323]
    var accepted = 0
    for letter in "aeiouyAEIOUYdn".unicodeScalars.map(\.value) {
      for first in marks {
        for second in marks {
          let scalars = [letter, first, second].compactMap(Unicode.Scalar.init)
          let text = String(String.UnicodeScalarView(scalars))
          guard let result = try? Normalized.bytes(Array(text.utf8)) else { continue }
          accepted += 1
          #expect(result == formC(text))
        }
      }
    }
    #expect(accepted > 80)
  }

  @Test func whatCouldHaveTwoFormsIsRefused() throws {
    let refused = [
      "e\u{308}",  // a mark that is not Vietnamese
      "\u{301}a", "\u{340}",  // a mark without a letter
      "1\u{301}", "\u{111}\u{323}", "\u{FC}\u{323}",  // marks that compose with nothing
      "a\u{301}\u{302}",  // form C would leave a mark over
      "a\u{323}\u{302}\u{301}",  // three marks
      "\u{212B}", "\u{1100}\u{1161}", "\u{958}",  // Ångström sign, jamo, excluded from composing
      "\u{F900}", "\u{2126}", "\u{FB01}", "\u{AD}", "\u{200B}", "\u{FEFF}", "\u{A0}",
      "\u{1}", "a\u{9}b", "a\nb", "\u{7F}", "\u{85}",
    ]
    for text in refused { #expect(try normal(text) == nil, "\(hex(Array(text.utf8)))") }
  }

  @Test func whatIsNotUTF8IsRefused() throws {
    let refused: [[UInt8]] = [
      [0x80], [0xC3], [0xC3, 0x41], [0xC0, 0x80], [0xC1, 0xBF], [0xE1, 0xBA], [0xE0, 0x80, 0x80],
      [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF5, 0x80, 0x80, 0x80],
      [0xFF], [0x61, 0xE1, 0xBA, 0xAD, 0xE1],
    ]
    for bytes in refused { #expect(try normal(bytes) == nil, "\(hex(bytes))") }
  }

  @Test func normalFormStaysAsItIs() throws {
    let text = "Trời ơi, đất hỡi! 100.000 ₫ — “ổn” 漢字 😀"
    let once = try #require(try normal(text))
    #expect(try normal(once) == once)
    #expect(try normal([]) == [])
  }
}
