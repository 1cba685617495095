import Testing

@testable import Casework

@Suite struct CaseCodeTests {
  /// The same numbers each time.
  private struct Counter: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
  }

  private func codes(_ count: Int) -> [CaseCode] {
    var generator = Counter(state: 7)
    return (0..<count).map { _ in CaseCode.makeRandom(using: &generator) }
  }

  private func isCode(_ text: String) -> Bool { (try? CaseCode(text)) != nil }

  @Test func checksAsThePageSays() throws {
    // Values 0…7: the sum of i·value(i) is 168, 13 mod 31, which is the symbol F.
    #expect(try CaseCode("23456789F").text == "234-567-89F")
    // All of value 30: 30 · 36 = 1080, 26 mod 31.
    #expect(try CaseCode("ZZZ-ZZZ-ZZV").symbols == "ZZZZZZZZV")
    #expect(!isCode("23456789G"))
  }

  @Test func readsWithoutRegardToCaseAndHyphens() throws {
    for code in codes(50) {
      let lower = code.text.lowercased()
      #expect(try CaseCode(lower) == code && CaseCode(code.symbols) == code)
      #expect(code.text.utf8.count == 11)
    }
    #expect(isCode("2-3-4-5-6-7-8-9-F"))
  }

  @Test(
    arguments: [
      "", "234-567-89", "234-567-89FF", "034-567-89F", "I34-567-89F", "234 567 89F", "２34-567-89F",
    ])
  func refusesTheRest(_ text: String) {
    #expect(throws: CaseworkError.value(.notACaseCode)) { try CaseCode(text) }
  }

  @Test func findsEverySlipOfOneSymbol() {
    for code in codes(20) {
      let symbols = Array(code.symbols.utf8)
      for place in symbols.indices {
        for symbol in CaseCode.alphabet where symbol != symbols[place] {
          var wrong = symbols
          wrong[place] = symbol
          #expect(!isCode(String(decoding: wrong, as: UTF8.self)))
        }
      }
    }
  }

  @Test func findsEveryTwoNeighboursExchanged() {
    for code in codes(200) {
      let symbols = Array(code.symbols.utf8)
      for place in 0..<8 where symbols[place] != symbols[place + 1] {
        var wrong = symbols
        wrong.swapAt(place, place + 1)
        #expect(!isCode(String(decoding: wrong, as: UTF8.self)))
      }
    }
  }

  @Test func areNotTheSameTwice() {
    #expect(Set((0..<1000).map { _ in CaseCode.makeRandom() }).count == 1000)
    #expect(Set(codes(500).flatMap { $0.symbols }).count == 31, "every symbol is used")
  }
}
