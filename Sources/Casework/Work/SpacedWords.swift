/// Reads words with one space between them, byte by byte: a list of what is due reads a million of them.
struct SpacedWords {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  /// Where the next word stands; nil at the end.
  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: " ") { position += 1 }
    defer { position = min(position + 1, bytes.count) }
    return start..<position
  }

  func text(_ word: Range<Int>) -> String { String(decoding: bytes[word], as: UTF8.self) }

  func isMark(_ mark: Unicode.Scalar, _ word: Range<Int>) -> Bool {
    word.count == 1 && bytes[word.lowerBound] == UInt8(ascii: mark)
  }

  /// A number as it is written: no sign but a minus, at most eighteen digits.
  func number(_ word: Range<Int>) -> Int? {
    guard (1...18).contains(word.count) else { return nil }
    let isNegative = bytes[word.lowerBound] == UInt8(ascii: "-")
    let digits = isNegative ? word.dropFirst() : word
    var value = 0
    for index in digits {
      guard (0x30...0x39).contains(bytes[index]) else { return nil }
      value = value * 10 + Int(bytes[index] - 0x30)
    }
    return digits.isEmpty ? nil : isNegative ? -value : value
  }
}
