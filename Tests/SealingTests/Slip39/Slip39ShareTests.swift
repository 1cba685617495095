import Testing

@testable import Sealing

/// What one share says by itself.
@Suite struct Slip39ShareTests {
  /// The vector of Documentation/Format.md: 2 of 3, made by the standard's reference implementation.
  static let sample = [
    """
    cleanup pecan academic acid airport sidewalk filter eraser rescue obtain cover craft alcohol element
    aviation surprise lobe verify corner vocal health strategy satisfy spend spelling fortune join artwork
    endless numb pink civil example
    """,
    """
    cleanup pecan academic agency acrobat royal trash legal arcade capacity lobe angel pickup scroll discuss
    educate burning pajamas greatest employer remind avoid depict unusual fact blanket check modify single
    teacher ultimate withdraw oven
    """,
    """
    cleanup pecan academic always arcade tactics desktop radar grant multiple herald headset viral enlarge
    general total presence moment purchase warmth lawsuit inmate disaster silent grin season smith fluff
    verdict uncover omit victim satoshi
    """,
  ]

  @Test(arguments: sample.indices) func readsAndWritesTheVector(member: Int) throws {
    let read = try share(Self.sample[member])
    #expect(read.header == .sample(member: member))
    #expect(read.value.count == 32)
    #expect(try text(read) == Self.sample[member].replacing("\n", with: " "))
  }

  @Test func readsItHoweverItWasCopied() throws {
    let expected = try words(try share(Self.sample[0]))
    for copy in [
      expected.joined(separator: "\n") + "\n", " \t" + expected.joined(separator: "\r\n  "),
      expected.joined(separator: " ").uppercased(),
      expected.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " "),
    ] {
      #expect(try words(try share(copy)) == expected)
    }
  }

  /// Every field of the header at its ends, and every length of value.
  @Test func writesWhatItReads() throws {
    for length in stride(from: 16, through: 64, by: 2) {
      for header in [
        Slip39Header.sample(threshold: 1, identifier: 0, isExtendable: false),
        .sample(
          member: 15, threshold: 16, identifier: 0x7FFF, exponent: 15, group: 15,
          groupThreshold: 16,
          groupCount: 16),
        .sample(
          member: 7, threshold: 9, identifier: 0x5AA5, exponent: 6, group: 3, groupThreshold: 2,
          groupCount: 5),
      ] {
        let value = [UInt8].pattern(length)
        let made = try share(header, value)
        let again = try share(try text(made))
        #expect(again.header == header)
        #expect(revealed(again.value) == value)
      }
    }
  }

  /// Twenty and thirty-three words, as the standard's table has it; and nothing between the lengths.
  @Test func lengths() throws {
    for (bytes, count) in [(16, 20), (32, 33), (64, 59)] {
      #expect(try words(try share(.sample(), .pattern(bytes))).count == count)
    }
    let possible = Set(stride(from: 16, through: 64, by: 2).map { 7 + ($0 * 8 + 9) / 10 })
    for count in 0...80 {
      let expected: Slip39Fault = possible.contains(count) ? .checksum : .length
      let text = [String](repeating: "academic", count: count)
      #expect(try fault(reading: text) == expected, "\(count)")
    }
  }

  @Test func aWordThatIsNoneIsNamedByItsPlace() throws {
    let right = try words(try share(Self.sample[1]))
    for index in right.indices {
      for wrong in [
        "safekeep", String(right[index].dropLast()), right[index] + "s", right[index] + "\u{0}",
        "thankfulness", "x", "1", "mảnh", right[index] + right[index], "\u{FF}", "," + right[index],
      ] {
        var changed = right
        changed[index] = wrong
        #expect(try fault(reading: changed) == .word(index + 1), "\(wrong)")
      }
    }
  }

  /// The code finds every slip in up to three words; here one, two exchanged, and three.
  @Test func aWrongWordIsNoticed() throws {
    let right = try words(try share(Self.sample[2]))
    var numbers = HostileBytesTests.Numbers(state: 39)
    for index in right.indices {
      for _ in 0..<20 {
        var changed = right
        for place in [index, numbers.next(below: 33), numbers.next(below: 33)].prefix(
          1 + numbers.next(below: 3))
        {
          changed[place] = Slip39WordListTests.words[numbers.next(below: 1024)]
        }
        guard changed != right else { continue }
        #expect(try fault(reading: changed) == .checksum)
      }
      for other in right.indices where right[other] != right[index] {
        var changed = right
        changed.swapAt(index, other)
        #expect(try fault(reading: changed) == .checksum)
      }
    }
  }

  /// The words of a share with their checksum made new.
  private func checked(_ words: [String], isExtendable: Bool = true) -> [String] {
    var checksum = RS1024(isExtendable: isExtendable)
    let all = Slip39WordListTests.words
    for word in words.dropLast(3) { checksum.take(UInt16(all.firstIndex(of: word) ?? 0)) }
    let closing = [20, 10, 0].map { all[Int(checksum.closing >> UInt32($0) & 1023)] }
    return words.dropLast(3) + closing
  }

  /// The first words say which checksum it has: of an extendable set it is another one.
  @Test func theCustomisationCounts() throws {
    let made = try words(try share(.sample(), .pattern(16)))
    #expect(checked(made) == made)
    #expect(try fault(reading: checked(made, isExtendable: false)) == .checksum)
  }

  /// Two zero bits stand before sixteen bytes; the fifth word has them.
  @Test func bitsThatFillUpAreZero() throws {
    var made = try words(try share(.sample(), [UInt8](repeating: 0, count: 16)))
    for (number, expected) in [(255, nil), (256, Slip39Fault.padding), (512, .padding)] {
      made[4] = Slip39WordListTests.words[number]
      #expect(try fault(reading: checked(made)) == expected)
    }
  }

  @Test func whatNoSetCanHaveIsRefused() throws {
    for header in [
      Slip39Header.sample(groupThreshold: 3, groupCount: 2), .sample(group: 2, groupCount: 2),
    ] {
      #expect(try fault(reading: text(try share(header, .pattern(16)))) == .parameters)
    }
  }
}
