extension SwiftSource {
  /// A function with a body: from the line of its opening brace to that of its closing one, both counted.
  struct Function: Equatable {
    let name: String
    let line: Int
    let length: Int
  }

  /// A declaration outside of any braces, or one level inside an extension.
  struct Declaration: Equatable {
    let keyword: String
    let name: String
    let line: Int
    let modifiers: [String]
    /// The extension it stands in, when it does.
    let inside: String?

    var isPrivate: Bool { modifiers.contains("private") || modifiers.contains("fileprivate") }
    var isPublic: Bool { modifiers.contains("public") }
  }

  /// `import` statements: module and line. `import struct Foundation.Data` imports Foundation.
  var imports: [Token] {
    let kinds: Set = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
    return tokens.indices.filter { tokens[$0].text == "import" }.compactMap { index in
      let rest = tokens[(index + 1)...].prefix(2)
      return rest.first { !kinds.contains($0.text) }
    }
  }

  /// Types and extensions at the top of the file, and the types one level inside an extension.
  var declarations: [Declaration] {
    var found: [Declaration] = []
    var depth = 0
    var outer: String?
    for index in tokens.indices {
      switch tokens[index].text {
      case "{": depth += 1
      case "}": depth -= 1
      case let keyword where depth == 0 && Self.declaring.contains(keyword):
        guard let one = declaration(at: index, inside: nil) else { continue }
        outer = keyword == "extension" ? one.name : nil
        found.append(one)
      case let keyword where depth == 1 && outer != nil && Self.declaring.contains(keyword):
        if let one = declaration(at: index, inside: outer) { found.append(one) }
      default: break
      }
    }
    return found
  }

  var functions: [Function] {
    tokens.indices.compactMap { index in
      guard isFunction(at: index), let open = bodyAhead(of: index) else { return nil }
      let name = tokens[index].text == "func" ? tokens[index + 1].text : tokens[index].text
      let length = tokens[closingBrace(of: open)].line - tokens[open].line + 1
      return Function(name: name, line: tokens[index].line, length: length)
    }
  }

  private static let declaring: Set = [
    "struct", "class", "enum", "actor", "protocol", "extension",
  ]

  private static let modifying: Set = [
    "public", "internal", "package", "private", "fileprivate", "final", "indirect", "nonisolated",
  ]

  private func declaration(at index: Int, inside outer: String?) -> Declaration? {
    var name = ""
    var next = index + 1
    // `extension [UInt8]` extends Array.
    if next < tokens.count, tokens[next].text == "[" { name = "Array" }
    while next < tokens.count, tokens[next].text == "." || name.isEmpty || name.hasSuffix(".") {
      name += tokens[next].text
      next += 1
    }
    // `class func` and `class var` declare members, not classes.
    if name.isEmpty || ["func", "var"].contains(name) { return nil }
    var modifiers: [String] = []
    var back = index - 1
    while back >= 0, Self.modifying.contains(tokens[back].text) {
      modifiers.append(tokens[back].text)
      back -= 1
    }
    return Declaration(
      keyword: tokens[index].text, name: name, line: tokens[index].line, modifiers: modifiers,
      inside: outer)
  }

  private func isFunction(at index: Int) -> Bool {
    guard index + 1 < tokens.count, index == 0 || tokens[index - 1].text != "." else {
      return false
    }
    let next = tokens[index + 1].text
    switch tokens[index].text {
    case "func": return true
    case "init": return ["(", "?", "!", "<"].contains(next)
    case "subscript": return ["(", "<"].contains(next)
    case "deinit": return next == "{"
    default: return false
    }
  }

  /// The opening brace of the body that belongs to a signature; nothing for a protocol's requirement.
  private func bodyAhead(of index: Int) -> Int? {
    let next: Set = ["func", "init", "var", "let", "static", "case", "subscript", "deinit", "}"]
    var open = 0
    for ahead in (index + 1)..<tokens.count {
      switch tokens[ahead].text {
      case "(", "[": open += 1
      case ")", "]": open -= 1
      case "{" where open == 0: return ahead
      case let word where open == 0 && next.contains(word): return nil
      default: break
      }
    }
    return nil
  }

  private func closingBrace(of open: Int) -> Int {
    var depth = 0
    for index in open..<tokens.count {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return tokens.count - 1
  }
}
