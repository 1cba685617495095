import Vault

/// A row of a rule table with its columns by name. Every reading of a cell says what is wrong with
/// it, and where.
struct RuleRow {
  let table: RuleTable
  let line: Int
  /// The header, made once a table.
  private let columns: [String]
  private let cells: [String]

  init(_ table: RuleTable, columns: [String], _ record: CSVRecord) throws(CaseworkError) {
    self.table = table
    self.columns = columns
    line = record.line
    cells = record.cells
    for (column, cell) in zip(columns, cells)
    where TextRules.fault(in: cell, isLong: false) != nil {
      throw fault(.controlCharacter(column: column))
    }
  }

  /// The row as RFC 4180 writes it.
  var csv: String {
    cells.map { cell in
      let isPlain = cell.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
      return isPlain
        ? cell
        : "\""
          + cell.split(
            separator: "\"", omittingEmptySubsequences: false
          ).joined(separator: "\"\"") + "\""
    }.joined(separator: ",")
  }

  func fault(_ reason: RuleFault.Reason) -> CaseworkError {
    .rules(RuleFault(table, line: line, reason))
  }

  /// The cell as it stands, which may be empty.
  func cell(_ column: String) -> String {
    guard let index = columns.firstIndex(of: column) else {
      preconditionFailure("no column \(column) in \(table.fileName)")
    }
    return cells[index]
  }

  func optional(_ column: String) -> String? {
    let cell = cell(column)
    return cell.isEmpty ? nil : cell
  }

  func text(_ column: String) throws(CaseworkError) -> String {
    // A cell of blanks says nothing to whoever reads it.
    guard let text = optional(column), !text.isBlank else {
      throw fault(.emptyCell(column: column))
    }
    return text
  }

  /// A name of the rule book: it stands in JSON keys and in commands.
  func word(_ column: String) throws(CaseworkError) -> String {
    let text = try text(column)
    let isWord = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x5F
    }
    guard isWord else { throw fault(.badCell(column: column)) }
    return text
  }

  func number<Number: FixedWidthInteger>(
    _ column: String, as type: Number.Type
  ) throws(CaseworkError) -> Number {
    // The round trip refuses +1 and 01: one number, one way to write it.
    guard let number = Number(try text(column)), number > 0, String(number) == cell(column) else {
      throw fault(.badCell(column: column))
    }
    return number
  }

  func choice<Value>(
    _ column: String, _ make: (String) -> Value?
  ) throws(CaseworkError) -> Value {
    guard let value = make(try text(column)) else { throw fault(.badCell(column: column)) }
    return value
  }

  func flag(_ column: String) throws(CaseworkError) -> Bool {
    try choice(column) { $0 == "yes" ? true : $0 == "no" ? false : nil }
  }

  func label() throws(CaseworkError) -> Label {
    Label(vietnamese: try text("label_vi"), english: try text("label_en"))
  }

  /// What the row rests on. A code list without a source at hand has none to name (`mayBeEmpty`); it
  /// cannot be verified then.
  func citation(_ column: String, mayBeEmpty: Bool = false) throws(CaseworkError) -> Citation {
    let isVerified = try choice("status") {
      $0 == "verified" ? true : $0 == "unverified" ? false : nil
    }
    let isNone = mayBeEmpty && !isVerified && cell(column).isBlank
    let text = isNone ? "" : try text(column)
    if isVerified && text == Citation.projectChoice { throw fault(.badCell(column: "status")) }
    return Citation(text: text, isVerified: isVerified)
  }

  func validity() throws(CaseworkError) -> Validity {
    let validity = Validity(from: try day("valid_from"), to: try day("valid_to"))
    if let from = validity.from, let to = validity.to, to < from {
      throw fault(.endsBeforeItBegins)
    }
    return validity
  }

  /// A day, `YYYY-MM-DD`; nil where the cell is empty.
  func day(_ column: String) throws(CaseworkError) -> CalendarDay? {
    guard let text = optional(column) else { return nil }
    guard let day = try? PartialDate(text).exactDay, day.text == text else {
      throw fault(.badCell(column: column))
    }
    return day
  }

  /// Role names joined by semicolons.
  func roles(_ column: String) throws(CaseworkError) -> RoleSet {
    let (roles, _) = try roles(column, alsoAllowed: nil)
    return roles
  }

  /// Role names joined by semicolons, and beside them one word that is no role, such as `system`.
  func roles(
    _ column: String, alsoAllowed word: String?
  ) throws(CaseworkError) -> (roles: RoleSet, also: Bool) {
    var roles: [Role] = []
    var hasWord = false
    let text = try text(column)
    let separator = UInt8(ascii: ";")
    for part in text.utf8.split(separator: separator, omittingEmptySubsequences: false) {
      let name = String(Substring(part))
      if name == word {
        hasWord = true
      } else if let role = Role(rawValue: name) {
        roles.append(role)
      } else {
        throw fault(.unknownRole(name))
      }
    }
    return (RoleSet(roles), hasWord)
  }
}

extension String {
  fileprivate var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
