import Casework

/// How one field is asked for, and what a typed line means.
struct FieldQuestion {
  /// More codes than this are shown only on asking.
  private static let fewCodes = 12

  let field: FieldDefinition
  let book: RuleBook
  let words: any Words

  /// The label, and the codes to choose from.
  var text: String {
    let label = words.name(field.label)
    guard let codes = shortCodes else { return "\(label):" }
    let choice = field.isMany ? words.chooseSome(from: codes) : words.choose(from: codes)
    return "\(label) (\(choice)):"
  }

  /// What is asked for, the provision behind it, whether anybody checked that, and the codes.
  var explanation: String {
    var lines = ["\(words.name(field.label)): \(words.wanted(field.type, isMany: field.isMany))"]
    lines.append(words.basis(words.cited(field.citation)))
    if !field.citation.isVerified && !field.citation.isProjectChoice {
      lines.append(words.unverifiedRule)
    }
    lines +=
      list?.codes.enumerated().map { index, code in
        "  \(numbered(code.code, index))  \(code.citation.mark(words.name(code.label), in: words))"
      } ?? []
    return lines.joined(separator: "\n")
  }

  /// - Returns: nil for the first line of a longer text.
  func input(_ typed: String) -> FieldInput? {
    switch typed {
    case "d": .state("declined")
    case "u": .state("unknown")
    case "n": .state("not_asked")
    case "w": .state("withheld")
    case _ where field.isMany:
      .list(
        typed.split(separator: ";").map { item in
          chosen(String(item.drop { $0 == " " }))
        })
    case _ where field.type == .bool3: .text(answer(typed))
    case _ where field.type == .longtext: nil
    default: .text(chosen(typed))
    }
  }

  /// The code behind a number of the list that is shown; whatever else was typed as it is.
  private func chosen(_ typed: String) -> String {
    guard isNumbered, let list, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(typed), list.codes.indices.contains(number - 1)
    else { return typed }
    return list.codes[number - 1].code
  }

  private func numbered(_ code: String, _ index: Int) -> String {
    isNumbered ? "\(index + 1) \(code)" : code
  }

  /// Where a code itself is a number, numbers beside it would be mistaken for it.
  private var isNumbered: Bool {
    guard field.type == .code || field.type == .list, let list else { return false }
    return !list.codes.contains { Int($0.code) != nil }
  }

  /// Yes, no and not known in the language of the person are the codes, and so are the codes.
  private func answer(_ typed: String) -> String {
    let typed = typed.lowercased()
    return list?.codes.first { words.name($0.label).lowercased() == typed }?.code ?? typed
  }

  private var list: CodeList? {
    switch field.type {
    case .bool3: book.codeLists["bool3"]
    case .country: book.codeLists["country"]
    case .language: book.codeLists["language"]
    default: field.codes.flatMap { book.codeLists[$0] }
    }
  }

  private var shortCodes: String? {
    guard let list, list.codes.count <= Self.fewCodes else { return nil }
    return list.codes.enumerated().map { index, code in
      field.type == .bool3
        ? words.name(code.label).lowercased()
        : "\(numbered(code.code, index)) = \(words.name(code.label))"
    }.joined(separator: field.type == .bool3 ? ", " : "; ")
  }
}
