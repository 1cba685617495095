import Testing

@testable import Sealing

/// Whatever is typed for a share: refused by name, never a trap, and nothing is a share by chance.
@Suite struct Slip39NoiseTests {
  @Test func randomWords() throws {
    var numbers = HostileBytesTests.Numbers(state: 5)
    for _ in 0..<300 {
      let count = [20, 33, 20, 33, 20, 33, 59, 19, 21, 34][numbers.next(below: 10)]
      let text = (0..<count).map { _ in Slip39WordListTests.words[numbers.next(below: 1024)] }
      let isPossible = [20, 33, 59].contains(count)
      #expect(try fault(reading: text) == (isPossible ? .checksum : .length))
    }
  }

  @Test func randomBytes() throws {
    var numbers = HostileBytesTests.Numbers(state: 6)
    let pieces = [
      "academic", "zero", " ", "\n", "\u{0}", "ế", "ACID", "acidacne", "\t", "9", " - ",
    ]
    for _ in 0..<300 {
      let noise = numbers.noise(around: [0, 8, 90, 200, 400])
      #expect(try fault(reading: noise) != nil)
      let text = (0..<numbers.next(below: 80)).map { _ in pieces[numbers.next(below: pieces.count)]
      }
      #expect(try fault(reading: Array(text.joined().utf8)) != nil)
    }
  }

  /// A real share, cut anywhere.
  @Test func cutShort() throws {
    let text = Array(try text(try share(Slip39ShareTests.sample[0])).utf8)
    for end in text.indices {
      let told = try #require(try fault(reading: Array(text[..<end])))
      // Cut between words, what is left is of another length or has another checksum.
      switch told {
      case .length, .word, .checksum: break
      default: Issue.record("\(told) at \(end)")
      }
      #expect(try fault(reading: Array(text[(end + 1)...])) != nil)
    }
  }

  /// Every byte of a real share turned into another one.
  @Test func everyByteCounts() throws {
    let text = Array(try text(try share(Slip39ShareTests.sample[1])).utf8)
    for index in text.indices {
      for bit in [0, 1, 2, 3, 4, 6, 7] {
        #expect(try fault(reading: text.flipping(bit: index * 8 + bit)) != nil, "\(index) \(bit)")
      }
    }
  }

  /// Shares mixed and changed at random, with checksums that hold: a secret comes of them only where it
  /// is the right one.
  @Test func randomSets() throws {
    var numbers = HostileBytesTests.Numbers(state: 7)
    let seed = [UInt8].pattern(16)
    let made = try Slip39.split(
      try secret(seed), groupThreshold: 2, groups: [Slip39Group(2, of: 3), Slip39Group(1, of: 1)])
    var (given, refused) = (0, 0)
    for _ in 0..<400 {
      let some = try (0..<1 + numbers.next(below: 4)).map { _ in
        let one = made[numbers.next(below: made.count)]
        guard numbers.next(below: 4) == 0 else { return one }
        return try share(
          one.header, revealed(one.value).flipping(bit: numbers.next(below: 128)))
      }
      do throws(SealingError) {
        let combined = try Slip39.combine(some)
        given += 1
        #expect(revealed(combined) == seed)
      } catch {
        refused += 1
        guard case .slip39 = error else { throw error }
      }
    }
    #expect(given > 5 && refused > 100)
  }
}
