/// A report laid out for people.
extension Report {
  /// `width`: columns to fit; nil where nothing is to be cut.
  /// `heading`: the style of a title; plain where colour is off.
  func table(
    in words: any Words, width: Int?, heading: (String) -> String = { $0 }
  ) -> String {
    var parts: [[String]] = []
    if let title { parts.append([heading(title)]) }
    if !fields.isEmpty { parts.append(Self.lines(fields, in: words)) }
    for group in groups {
      parts.append([heading(group.title)] + Self.lines(group.fields, in: words))
    }
    for list in lists {
      parts.append((list.title.map { [heading($0)] } ?? []) + list.lines(in: words, width: width))
    }
    return parts.map { $0.map { "\($0)\n" }.joined() }.joined(separator: "\n")
  }

  /// Labels in a column of their own. Values are never cut: this is where they are read in full.
  private static func lines(_ fields: [Field], in words: any Words) -> [String] {
    let widest = fields.reduce(0) { max($0, Columns.width($1.label)) }
    return fields.flatMap { field -> [String] in
      let value = field.value.shown(in: words)
      guard field.value.hasLines else {
        return ["\(Columns.pad(field.label, to: widest))  \(value)"]
      }
      let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
      return [field.label] + lines.map { $0.isEmpty ? "" : "    \($0)" }
    }
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
          isWhole: rows.contains { $0[index].isMoment })
      },
      rows: rows.map { $0.map { $0.shown(in: words) } })
    return table.lines(width: width)
  }
}
