/// A report laid out for people.
extension Report {
  /// `width`: columns to fit; nil where nothing is to be cut.
  /// `heading`: the style of a title; plain where colour is off.
  func table(
    in words: any Words, width: Int?, heading: (String) -> String = { $0 }
  ) -> String {
    var parts: [[String]] = []
    if let title { parts.append([heading(title)]) }
    if !fields.isEmpty { parts.append(Self.lines(fields, in: words, width)) }
    for group in groups {
      parts.append([heading(group.title)] + Self.lines(group.fields, in: words, width))
    }
    for list in lists {
      parts.append((list.title.map { [heading($0)] } ?? []) + list.lines(in: words, width: width))
    }
    return parts.map { $0.map { "\($0)\n" }.joined() }.joined(separator: "\n")
  }

  /// Labels in a column of their own. Values are never cut: this is where they are read in full.
  private static func lines(
    _ fields: [Field], in words: any Words, _ width: Int?
  ) -> [String] {
    let widest = fields.reduce(0) { max($0, Columns.width($1.label)) }
    return fields.flatMap { field -> [String] in
      let value = field.value.shown(in: words)
      guard !field.value.hasLines else { return below(field.label, value, width) }
      guard let width, widest + 2 + Columns.width(value) > width || widest > labels(width) else {
        return ["\(Columns.pad(field.label, to: widest))  \(value)"]
      }
      return beside(field.label, value, min(widest, labels(width)), width)
    }
  }

  /// Labels take two fifths of a line at most.
  private static func labels(_ width: Int) -> Int { max(8, width * 2 / 5) }

  /// Label and value beside each other, each in as many lines as it takes.
  private static func beside(
    _ label: String, _ value: String, _ column: Int, _ width: Int
  ) -> [String] {
    let (left, right) = (
      Columns.wrap(label, to: column), Columns.wrap(value, to: width - column - 2)
    )
    // What cannot be broken, such as a hash, has more room on a line of its own.
    guard right.allSatisfy({ Columns.width($0) <= width - column - 2 }) else {
      return below(label, value, width)
    }
    return (0..<max(left.count, right.count)).map { index in
      let label = Columns.pad(index < left.count ? left[index] : "", to: column)
      return index < right.count ? "\(label)  \(right[index])" : label.trimmed
    }
  }

  private static func below(_ label: String, _ value: String, _ width: Int?) -> [String] {
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      width.map { Columns.wrap(String(line), to: $0 - 4) } ?? [String(line)]
    }
    return (width.map { Columns.wrap(label, to: $0) } ?? [label])
      + lines.map { $0.isEmpty ? "" : "    \($0)" }
  }
}

extension String {
  /// Without the blanks at its end.
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Report.List {
  fileprivate func lines(in words: any Words, width: Int?) -> [String] {
    guard !rows.isEmpty else { return [ifEmpty] }
    let table = TextTable(
      columns: columns.indices.map { index in
        TextTable.Column(
          columns[index].label,
          isNumber: rows.allSatisfy { $0[index].isNumber || $0[index] == .none },
          isWhole: columns[index].isWhole || rows.contains { $0[index].isMoment })
      },
      rows: rows.map { $0.map { $0.shown(in: words) } })
    return table.lines(width: width)
  }
}
