import Casework

/// How one field is asked for, and what a typed line means.
struct FieldQuestion {
  let field: FieldDefinition
  let book: RuleBook
  let words: any Words

  private var choices: FieldChoices { FieldChoices(field: field, book: book) }

  /// The label, and the codes to choose from; of a long list that there is one.
  var text: String {
    let label = words.name(field.label)
    if let codes = shortCodes {
      let choice = field.isMany ? words.chooseSome(from: codes) : words.choose(from: codes)
      return "\(label) (\(choice)):"
    }
    guard choices.all != nil else { return "\(label):" }
    return "\(label) (\(field.isMany ? words.chooseSomeByName : words.chooseByName)):"
  }

  /// What is asked for, the provision behind it, whether anybody checked that, and the codes.
  var explanation: String {
    var lines = ["\(words.name(field.label)): \(wanted)"]
    lines.append(words.basis(words.cited(field.citation)))
    if !field.citation.isVerified && !field.citation.isProjectChoice {
      lines.append(words.unverifiedRule)
    }
    let list = choices.list
    lines += choices.onAsking.enumerated().map { index, choice in
      let name = words.name(choice.label)
      let said = list?[choice.code]?.citation.mark(name, in: words) ?? name
      return "  \(numbered(choice.code, index))  \(said)"
    }
    if choices.hasMore {
      lines.append(choices.onAsking.isEmpty ? words.findByName : words.moreByName)
    }
    return lines.joined(separator: "\n")
  }

  private var wanted: String {
    choices.isOfFields
      ? words.wantedFields : words.wanted(field.type, isMany: field.isMany)
  }

  /// - Returns: nil for the first line of a longer text.
  func input(_ typed: String) -> FieldInput? {
    switch typed {
    // *d)* of Article 37 is a code: what the question itself names is what is meant.
    case _ where isCode(typed): .text(chosen(typed))
    // Where it begins the word for no, nobody can tell whether that is meant.
    case "n" where field.type == .bool3 && words.isNo(typed) && words.no.hasPrefix("n"):
      .text(typed)
    case _ where field.type == .bool3 && state(typed) != nil: .state(state(typed) ?? typed)
    case "d": .state("declined")
    case "u": .state("unknown")
    case "n": .state("not_asked")
    case "w": .state("withheld")
    case _ where field.isMany: .list(items(typed).map(chosen))
    case _ where field.type == .longtext: nil
    default: .text(chosen(typed))
    }
  }

  private func items(_ typed: String) -> [String] {
    typed.split(separator: ";").map { item in
      String(item.drop { $0 == " " }.trimmingSuffix { $0 == " " })
    }
  }

  /// The code behind a number of the list that is shown or behind a name; a number of a telephone without its blanks;
  /// whatever else was typed as it is.
  private func chosen(_ typed: String) -> String {
    if isNumbered, let list = choices.list, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let number = Int(typed), list.codes.indices.contains(number - 1)
    {
      return list.codes[number - 1].code
    }
    switch field.type {
    case .phone, .personalID: return Self.number(typed)
    case .bool3: return answer(typed)
    case .int: return Self.ungrouped(typed)
    default: return choices.all.flatMap { finder($0).code(for: typed) } ?? typed
    }
  }

  /// Yes, no and not known in the language of the person are the codes, and so are the codes and the first letter
  /// of a Vietnamese one, for not every keyboard has the others.
  private func answer(_ typed: String) -> String {
    if let code = choices.all.flatMap({ finder($0).code(for: typed) }) { return code }
    return words.isYes(typed)
      ? "yes" : words.isNo(typed) && typed != "n" ? "no" : typed.lowercased()
  }

  /// A state by its name, where one of the single letters that stand for them could be the beginning of a word.
  private func state(_ typed: String) -> String? {
    ["declined", "not_asked", "withheld"].first {
      PersonName(words.fieldState($0)).fold == PersonName(typed).fold
    }
  }

  /// Without what stands between the digits; *+84 (0)912* has a 0 that is not dialled with the 84.
  private static func number(_ typed: String) -> String {
    let dialled = typed.hasPrefix("+") ? typed.replacing("(0)", with: "") : typed
    return String(dialled.filter { !" .-()\u{A0}".contains($0) })
  }

  private func isCode(_ typed: String) -> Bool {
    !field.isMany && field.type == .code
      && choices.inQuestion?.contains { $0.code == typed } == true
  }

  /// *1.000.000* as it is written here: groups of three behind the first.
  private static func ungrouped(_ typed: String) -> String {
    let groups = typed.split(separator: ".", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    return isGrouped ? groups.joined() : typed
  }

  // MARK: What is no answer

  /// Of what was listed, names that there are not; a list of fields is text, which nobody else holds against them.
  func unknown(in input: FieldInput) -> [String] {
    guard choices.isOfFields, case .list(let items) = input, let all = choices.all else {
      return []
    }
    let known = Set(all.map(\.code))
    return items.filter { !known.contains($0) }
  }

  /// Codes that have what was typed in their names, one a line; none where nothing does.
  func like(_ typed: String) -> [String] {
    guard let all = choices.all else { return [] }
    let (finder, wide) = (finder(all), finder(all + choices.former))
    var found: [CodeFinder.Choice] = []
    for item in field.isMany ? items(typed) : [typed] where finder.code(for: item) == nil {
      found += wide.like(item, most: Self.mostAlike)
    }
    return found.prefix(Self.mostAlike).map { "  \($0.code)  \(words.name($0.label))" }
  }

  private func finder(_ choices: [CodeFinder.Choice]) -> CodeFinder {
    CodeFinder(choices, inVietnamese: words.language == .vietnamese)
  }

  /// As many as fit under a question.
  private static let mostAlike = 8

  // MARK: Codes

  private func numbered(_ code: String, _ index: Int) -> String {
    isNumbered ? "\(index + 1) \(code)" : code
  }

  /// Where a code itself is a number, numbers beside it would be mistaken for it.
  private var isNumbered: Bool {
    guard field.type == .code || field.type == .list, let list = choices.list else { return false }
    return !list.codes.contains { Int($0.code) != nil }
  }

  private var shortCodes: String? {
    guard let codes = choices.inQuestion else { return nil }
    return codes.enumerated().map { index, code in
      field.type == .bool3
        ? words.name(code.label).lowercased()
        : "\(numbered(code.code, index)) = \(words.name(code.label))"
    }.joined(separator: field.type == .bool3 ? ", " : "; ")
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ isBlank: (Character) -> Bool) -> Substring {
    var rest = self
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }
}
