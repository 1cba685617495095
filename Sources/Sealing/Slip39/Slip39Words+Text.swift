extension Slip39Words {
  /// Reads words as people write them: either case, and any spaces, tabs and line ends between.
  ///
  /// How long the words are shows in the time it takes, as it does in the length of the text; which
  /// words they are does not, see ``Slip39WordList``.
  ///
  /// - Throws: ``Slip39Fault/word(_:)``, ``Slip39Fault/length``; ``SealingError/memory``.
  init(reading text: borrowing SecretBytes) throws(SealingError) {
    let numbers = try text.withSpan { (text) throws(SealingError) in
      try SecretBytes(capacity: Self.longest * 2) { (output) throws(SealingError) in
        var (letters, length): (UInt64, Int) = (0, 0)
        for index in 0...text.count {
          let character = index < text.count ? text[index] : 0x20
          guard Self.isBlank(character) else {
            // Only letters become letters by this bit, and nothing becomes zero.
            letters = letters << 8 | UInt64(character | 0x20)
            length += 1
            continue
          }
          if length > 0 { try Self.append(letters, length, to: &output) }
          (letters, length) = (0, 0)
        }
      }
    }
    self.init(numbers: numbers)
  }

  private static func append(
    _ letters: UInt64, _ length: Int, to output: inout OutputSpan<UInt8>
  ) throws(SealingError) {
    guard output.freeCapacity >= 2 else { throw .slip39(.length) }
    guard length <= Slip39WordList.longest, let number = Slip39WordList.number(of: letters) else {
      throw .slip39(.word(output.count / 2 + 1))
    }
    append(number, to: &output)
  }

  private static func isBlank(_ character: UInt8) -> Bool {
    character == 0x20 || (0x09...0x0D).contains(character)
  }

  /// The words with one space between, without a line end: what every implementation of SLIP-39 reads.
  ///
  /// - Throws: ``SealingError/memory``.
  func text() throws(SealingError) -> SecretBytes {
    try SecretBytes(capacity: count * (Slip39WordList.longest + 1)) { output in
      for index in 0..<count {
        if index > 0 { output.append(0x20) }
        let letters = Slip39WordList.letters(of: number(index))
        for shift in stride(from: 56, through: 0, by: -8) {
          let letter = UInt8(truncatingIfNeeded: letters >> UInt64(shift))
          if letter != 0 { output.append(letter) }
        }
      }
    }
  }
}
