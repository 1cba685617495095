import Testing

@testable import Sealing

@Suite struct UTF8ReaderTests {
  /// The scalars, or nil where the bytes are refused.
  private func scalars(_ bytes: [UInt8]) -> [UInt32]? {
    var reader = UTF8Reader()
    var result: [UInt32] = []
    do throws(SealingError) {
      while let scalar = try reader.next(in: bytes.span) { result.append(scalar) }
    } catch {
      #expect(error == .passphraseForm)
      return nil
    }
    #expect(reader.position == bytes.count)
    return result
  }

  @Test func readsTheEdgesOfEveryLength() {
    for scalar: UInt32 in [
      0, 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF,
    ] {
      let text = String(String.UnicodeScalarView([scalar].compactMap(Unicode.Scalar.init)))
      #expect(scalars(Array(text.utf8)) == [scalar])
      #expect(scalars(Array((text + "x" + text).utf8)) == [scalar, 0x78, scalar])
    }
    #expect(scalars([]) == [])
  }

  /// First bytes at the edges of what they may be, each with every second byte, continued rightly or cut
  /// short: the standard library says what is UTF-8.
  @Test func agreesWithTheStandardLibrary() {
    let firsts: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF,
      0xF0,
      0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
    ]
    for first in firsts {
      for second in UInt8.min...UInt8.max {
        for rest: [UInt8] in [[], [0x80], [0x80, 0x80], [0xBF, 0xBF]] {
          let bytes = [first, second] + rest
          let expected = String(validating: bytes, as: UTF8.self).map { text in
            text.unicodeScalars.map(\.value)
          }
          if scalars(bytes) != expected { Issue.record("\(hex(bytes))") }
        }
      }
    }
  }
}
