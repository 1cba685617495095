/// The words of one share as numbers below 1024, in guarded memory: between its text and its bits.
///
/// A word is ten bits, most significant first. After the header come the share's bytes, filled up with
/// zero bits in front to whole words, and the checksum ("Format of the share mnemonic" of SLIP-39).
struct Slip39Words: ~Copyable {
  private static let bitsPerWord = 10
  /// Header and checksum.
  private static let around = Slip39Header.wordCount + RS1024.count
  /// A share of 16 bytes, the shortest, and of 64, the longest that is accepted here.
  static let shortest = around + 13
  static let longest = around + 52

  /// Two bytes each, little-endian.
  private let numbers: SecretBytes

  var count: Int { numbers.count / 2 }

  func number(_ index: Int) -> UInt16 {
    numbers.withSpan { $0.littleEndian(UInt16.self, at: index * 2) }
  }

  init(numbers: consuming SecretBytes) { self.numbers = numbers }

  /// The words of a share.
  ///
  /// - Throws: ``SealingError/memory``.
  init(_ header: Slip39Header, _ value: borrowing SecretBytes) throws(SealingError) {
    let valueWords = (value.count * 8 + Self.bitsPerWord - 1) / Self.bitsPerWord
    numbers = try SecretBytes(capacity: (Self.around + valueWords) * 2) { output in
      var checksum = RS1024(isExtendable: header.isExtendable)
      for shift in stride(from: 30, through: 0, by: -10) {
        let word = UInt16(header.bits >> UInt64(shift) & 1023)
        checksum.take(word)
        Self.append(word, to: &output)
      }
      Self.append(value, filledTo: valueWords, &checksum, to: &output)
      let closing = checksum.closing
      for shift: UInt32 in [20, 10, 0] {
        Self.append(UInt16(closing >> shift & 1023), to: &output)
      }
    }
  }

  private static func append(
    _ value: borrowing SecretBytes, filledTo words: Int, _ checksum: inout RS1024,
    to output: inout OutputSpan<UInt8>
  ) {
    value.withSpan { bytes in
      var (bits, bitCount): (UInt32, Int) = (0, words * bitsPerWord - bytes.count * 8)
      for index in bytes.indices {
        bits = bits << 8 | UInt32(bytes[index])
        bitCount += 8
        guard bitCount >= bitsPerWord else { continue }
        bitCount -= bitsPerWord
        let word = UInt16(bits >> UInt32(bitCount) & 1023)
        checksum.take(word)
        append(word, to: &output)
      }
    }
  }

  static func append(_ word: UInt16, to output: inout OutputSpan<UInt8>) {
    output.append(UInt8(truncatingIfNeeded: word))
    output.append(UInt8(truncatingIfNeeded: word >> 8))
  }

  /// The first words, which are no secret.
  var header: Slip39Header {
    Slip39Header(
      bits: (0..<Slip39Header.wordCount).reduce(0) { $0 << 10 | UInt64(number($1)) })
  }

  /// Whether the last words are the checksum of the others.
  func hasChecksum(isExtendable: Bool) -> Bool {
    var checksum = RS1024(isExtendable: isExtendable)
    for index in 0..<count { checksum.take(number(index)) }
    return checksum.isValid
  }

  /// Bits in front of the value; bytes come in pairs, which is how the length is told.
  private var filling: Int { (count - Self.around) * Self.bitsPerWord % 16 }

  /// Whether a share can have that many words: nothing but whole pairs of bytes, and less than a byte of filling.
  var hasPossibleCount: Bool { (Self.shortest...Self.longest).contains(count) && filling <= 8 }

  /// The share's bytes.
  ///
  /// - Throws: ``Slip39Fault/padding``; ``SealingError/memory``.
  func value() throws(SealingError) -> SecretBytes {
    let rest = UInt16(Self.bitsPerWord - filling)
    guard number(Slip39Header.wordCount) >> rest == 0 else { throw .slip39(.padding) }
    let byteCount = ((count - Self.around) * Self.bitsPerWord - filling) / 8
    return try SecretBytes(capacity: byteCount) { output in
      var (bits, bitCount): (UInt32, Int) = (0, -filling)
      for index in Slip39Header.wordCount..<count - RS1024.count {
        bits = bits << 10 | UInt32(number(index))
        bitCount += Self.bitsPerWord
        while bitCount >= 8 {
          bitCount -= 8
          output.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
        }
      }
    }
  }
}
