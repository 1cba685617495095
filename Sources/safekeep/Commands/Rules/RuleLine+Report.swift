import Casework

extension RuleLine {
  /// What the row is called, with what must be said beside it where nobody has confirmed it.
  func told(in words: any Words) -> Cell {
    guard let label else { return .none }
    return .text(citation?.mark(words.name(label), in: words) ?? words.name(label))
  }

  func rests(in words: any Words) -> Cell {
    guard let citation, !citation.text.isEmpty else { return .none }
    return .text(words.cited(citation))
  }

  func standing(in words: any Words) -> Cell { citation?.standing(in: words) ?? .none }

  private func day(_ column: String) -> Cell {
    let cell = cell(column)
    return cell.isEmpty ? .none : .date(cell)
  }

  /// From and until when: of a row, or of days off.
  var days: [Cell] {
    table == .holidays ? [day("from"), day("to")] : [day("valid_from"), day("valid_to")]
  }

  /// The whole row: names of columns are those of the file, what people read is in their language.
  func fields(in words: any Words) -> [Report.Field] {
    table.columns.map { column in
      let value: Cell =
        switch column {
        case "valid_from", "valid_to": day(column)
        case "status": standing(in: words)
        case "citation", "source": rests(in: words)
        case "who", "second": people(cell(column), in: words)
        default: cell(column).isEmpty ? .none : .text(cell(column))
        }
      return Report.Field(column, column, value)
    }
  }

  /// Roles of a step, or whose duty a limit is.
  private func people(_ cell: String, in words: any Words) -> Cell {
    guard !cell.isEmpty else { return .none }
    guard table == .steps else { return .code(cell, label: words.holder(cell)) }
    return .code(
      cell,
      label: cell.split(separator: ";").map { words.role(String($0)) }.joined(separator: "; "))
  }
}

extension Report.List {
  /// Rows of one table.
  static func rules(_ lines: [RuleLine], in words: any Words) -> Report.List {
    Report.List(
      "rules",
      columns: [
        .init("row", words.label(.ruleRow), isWhole: true), .init("name", words.label(.named)),
        .init("from", words.label(.since)), .init("to", words.label(.until)),
        .init("citation", words.label(.citation)), .init("status", words.label(.rule)),
      ],
      rows: lines.map { line in
        [.text(line.name), line.told(in: words)] + line.days
          + [line.rests(in: words), line.standing(in: words)]
      }, ifEmpty: words.noSuchRule)
  }

  /// What a proposed book would change.
  static func changes(_ changes: [RuleChange], in words: any Words) -> Report.List {
    Report.List(
      "changes",
      columns: [
        .init("table", words.label(.ruleTable)), .init("row", words.label(.ruleRow), isWhole: true),
        .init("change", words.label(.change)), .init("columns", words.label(.columns)),
        .init("name", words.label(.named)), .init("from", words.label(.since)),
        .init("to", words.label(.until)),
      ],
      rows: changes.map { change in
        [
          .code(change.row.table.rawValue, label: change.row.table.rawValue),
          .text(change.row.name),
          .code(change.kind.rawValue, label: words.ruleChange(change.kind.rawValue)),
          .list(change.columns.map(Cell.text)), change.row.told(in: words),
        ] + change.row.days
      }, ifEmpty: words.rulesUnchanged)
  }
}

extension Report.Group {
  /// Row by row what a proposed book would change: a new row and one that ends whole, with who takes the
  /// step, what it asks for and what it rests on; of what stands otherwise before and after.
  ///
  /// Places are passed over: a list of communes has thousands, and no right hangs on a row.
  static func changes(_ changes: [RuleChange], in words: any Words) -> [Report.Group] {
    changes.filter { $0.row.table != .places }.map { change in
      let row = change.row
      let head = [
        Report.Field(
          "table", words.label(.ruleTable), .code(row.table.rawValue, label: row.table.rawValue)),
        Report.Field("row", words.label(.ruleRow), .text(row.name)),
        Report.Field(
          "change", words.label(.change),
          .code(change.kind.rawValue, label: words.ruleChange(change.kind.rawValue))),
      ]
      return Report.Group(
        key: "rows", isMany: true,
        title: "\(row.table.rawValue) \(row.name): \(words.ruleChange(change.kind.rawValue))",
        fields: head + cells(change, words))
    }
  }

  private static func cells(_ change: RuleChange, _ words: any Words) -> [Report.Field] {
    let isWhole = [.added, .ended, .withdrawn].contains(change.kind)
    return change.row.fields(in: words).compactMap { field in
      if change.columns.contains(field.key), let before = change.before {
        let cells = [before, change.row].map { $0.cell(field.key) }.map { $0.isEmpty ? "–" : $0 }
        return Report.Field(field.key, field.label, .text(cells.joined(separator: " → ")))
      }
      return isWhole && field.value != .none ? field : nil
    }
  }
}
