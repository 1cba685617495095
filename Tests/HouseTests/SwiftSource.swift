/// A Swift file as the rules see it: code apart from comments and from what stands in quotes, so that a sentence
/// about SQL is not taken for SQL.
struct SwiftSource {
  let path: String
  let text: String
  /// The words and signs of the code, in order, each with its line.
  let tokens: [Token]
  /// What stands between quotes, with the line where it begins.
  let literals: [Literal]

  init(path: String, text: String) {
    self.path = path
    self.text = text
    var scanner = SwiftScanner(Array(text.utf8))
    scanner.scan()
    tokens = Token.split(scanner.code)
    literals = scanner.literals
  }

  /// `Sources/Vault/Store/Schema.swift` belongs to the room `Vault`.
  var room: String {
    let parts = path.split(separator: "/")
    return parts.count > 2 ? String(parts[1]) : ""
  }

  /// The file's name without folder and `.swift`.
  var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.hasSuffix(".swift") ? name.dropLast(6) : name)
  }

  var lineCount: Int {
    text.utf8.count { $0 == UInt8(ascii: "\n") }
  }

  /// A fault in the form that editors and people can jump to.
  func fault(_ line: Int, _ what: String) -> String {
    "\(path):\(line): \(what)"
  }
}
