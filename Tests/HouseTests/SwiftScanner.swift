/// Tells code from comments and string literals, by the grammar of The Swift Programming Language, "Lexical
/// Structure": nested comments, raw and multi-line strings, interpolations with code inside. Regex literals are not
/// known; the house does not use them.
struct SwiftScanner {
  private let input: [UInt8]
  private var index = 0
  private var line = 1
  /// As long as the input, with blanks where comments and strings were; line breaks stay.
  private(set) var code: [UInt8] = []
  private(set) var literals: [Literal] = []

  init(_ input: [UInt8]) {
    self.input = input
    code.reserveCapacity(input.count)
  }

  mutating func scan() {
    scanCode(untilParenthesis: false)
  }

  /// Code, to the end, or to the parenthesis that ends an interpolation.
  private mutating func scanCode(untilParenthesis: Bool) {
    var open = 0
    while index < input.count {
      if starts("//") {
        while index < input.count, input[index] != UInt8(ascii: "\n") { take(blank: true) }
      } else if starts("/*") {
        scanComment()
      } else if let hashes = quoteAhead() {
        scanString(hashes: hashes)
      } else {
        if input[index] == UInt8(ascii: "(") { open += 1 }
        if input[index] == UInt8(ascii: ")") { open -= 1 }
        take(blank: false)
        if untilParenthesis, open < 0 { return }
      }
    }
  }

  private mutating func scanComment() {
    var open = 0
    repeat {
      if starts("/*") {
        open += 1
        take(2, blank: true)
      } else if starts("*/") {
        open -= 1
        take(2, blank: true)
      } else {
        take(blank: true)
      }
    } while open > 0 && index < input.count
  }

  private mutating func scanString(hashes: Int) {
    let begun = line
    let fence = String(repeating: "#", count: hashes)
    take(hashes, blank: true)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    take(quote.utf8.count, blank: true)
    var content: [UInt8] = []
    while index < input.count, !starts(quote + fence) {
      if starts("\\" + fence + "(") {
        take(hashes + 2, blank: true)
        scanCode(untilParenthesis: true)
        content.append(UInt8(ascii: " "))
      } else if hashes == 0, starts("\\"), index + 1 < input.count {
        content.append(contentsOf: input[index...(index + 1)])
        take(2, blank: true)
      } else {
        content.append(input[index])
        take(blank: true)
      }
    }
    take(quote.utf8.count + hashes, blank: true)
    literals.append(Literal(text: String(decoding: content, as: UTF8.self), line: begun))
  }

  /// The number of `#` before a quotation mark that stands here, or nothing when none does.
  private func quoteAhead() -> Int? {
    var ahead = index
    while ahead < input.count, input[ahead] == UInt8(ascii: "#") { ahead += 1 }
    return ahead < input.count && input[ahead] == UInt8(ascii: "\"") ? ahead - index : nil
  }

  private func starts(_ text: String) -> Bool {
    input[index...].starts(with: text.utf8)
  }

  private mutating func take(_ count: Int = 1, blank: Bool) {
    for _ in 0..<count where index < input.count {
      let byte = input[index]
      if byte == UInt8(ascii: "\n") { line += 1 }
      code.append(blank && byte != UInt8(ascii: "\n") ? UInt8(ascii: " ") : byte)
      index += 1
    }
  }
}
