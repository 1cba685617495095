/// One word or one sign of Swift code.
struct Token: Equatable {
  let text: String
  let line: Int

  /// Splits code whose comments and strings were blanked. A word is letters, digits, underscore, and anything
  /// beyond ASCII; a leading `@` or `#` belongs to it. Every other visible byte is a token of its own.
  static func split(_ code: [UInt8]) -> [Token] {
    var tokens: [Token] = []
    var line = 1
    var index = 0
    while index < code.count {
      let begin = index
      index += 1
      if isWord(code[begin]) || isPrefix(code[begin]) {
        while index < code.count, isWord(code[index]) { index += 1 }
      }
      if code[begin] == UInt8(ascii: "\n") {
        line += 1
      } else if code[begin] > UInt8(ascii: " ") {
        tokens.append(Token(text: String(decoding: code[begin..<index], as: UTF8.self), line: line))
      }
    }
    return tokens
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static func isPrefix(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "@") || byte == UInt8(ascii: "#")
  }
}
