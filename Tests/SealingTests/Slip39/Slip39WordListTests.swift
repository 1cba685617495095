import Testing

@testable import Sealing

@Suite struct Slip39WordListTests {
  static let words: [String] = (UInt16(0)..<1024).map { number in
    let letters = Slip39WordList.letters(of: number)
    let bytes = (0..<8).map { UInt8(truncatingIfNeeded: letters >> (56 - 8 * $0)) }
    return String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
  }

  /// The standard publishes the list as a file of one word a line; this is its hash.
  @Test func itIsTheListOfTheStandard() {
    let file = Self.words.map { $0 + "\n" }.joined()
    #expect(
      Digest.of(Array(file.utf8)).hex
        == "bcc4555340332d169718aed8bf31dd9d5248cb7da6e5d355140ef4f1e601eec3")
  }

  /// The criteria that the standard states in "Wordlist".
  @Test func itIsAsTheStandardSays() {
    #expect(Self.words == Self.words.sorted())
    #expect(Set(Self.words.map { $0.prefix(4) }).count == 1024)
    #expect(Self.words.allSatisfy { (4...8).contains($0.count) })
  }

  @Test func everyWordHasItsNumber() {
    for (number, word) in Self.words.enumerated() {
      let letters = word.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      #expect(Slip39WordList.number(of: letters).map(Int.init) == number)
      #expect(Slip39WordList.number(of: letters ^ 1 << 20) == nil)
    }
    #expect(Slip39WordList.number(of: 0) == nil)
    #expect(Slip39WordList.letters(of: 1024) == 0)
  }
}
