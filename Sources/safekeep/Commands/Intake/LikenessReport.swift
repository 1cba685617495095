import Casework

/// Rows of a register that are likely to be of people who have a file, as they are told: by line, never by
/// name.
struct LikenessReport {
  private let likeness: RegisterLikeness
  private let words: any Words

  init(_ likeness: RegisterLikeness, _ words: any Words) {
    (self.likeness, self.words) = (likeness, words)
  }

  /// More than fills a screen or two is not read on it.
  private static let shown = 50

  /// The first of them, and where the others are.
  var lines: [String] {
    let found = FoundReport(words: words)
    let lines = likeness.rows.prefix(Self.shown).map { row in
      let reasons = found.reasons(row.reasons)
      return switch row.other {
      case .row(let other): words.rowLike(line: row.line, otherLine: other, reasons: reasons)
      case .file(let person):
        words.rowLike(line: row.line, file: found.file(person), reasons: reasons)
      case .untold:
        words.rowLike(line: row.line, file: words.fileExistsAskOwner, reasons: reasons)
      }
    }
    return lines + rest
  }

  /// How many are not on the screen.
  private var rest: [String] {
    let more = likeness.count - Self.shown
    return more > 0 ? [words.moreLikely(more)] : []
  }

  /// How many rows may be of people who have a file, how many of the register repeat it, and how many files nobody
  /// looked through.
  var notes: [String] {
    (likeness.count > 0
      ? [words.possibleDuplicates(likeness.count - likeness.repeated, likeness.repeated)] : [])
      + (likeness.unsearched > 0 ? [words.notSearched(likeness.unsearched)] : [])
  }

  var fields: [Report.Field] {
    [
      .init("likely", words.likelySame, .integer(likeness.count)),
      .init("repeated", words.repeatedRows, .integer(likeness.repeated)),
    ] + Report.Field.unread(likeness.unsearched, words)
  }

  /// The rows, with what each is like; on a screen the first of them.
  func list(isCut: Bool) -> Report.List {
    let rows = likeness.rows.prefix(isCut ? Self.shown : likeness.count)
    return Report.List(
      "rows", title: words.likelySame, columns: Self.columns(words),
      rows: rows.map { Self.cells($0, words) }, ifEmpty: words.nobodyFound)
  }

  /// What a screen leaves out.
  func notes(isCut: Bool) -> [String] { notes + (isCut ? rest : []) }

  /// All of them as a file for a spreadsheet, in words: a program reads `--json`.
  var csv: [UInt8] {
    var text = CSVText.line(Self.columns(words).map(\.label))
    for row in likeness.rows {
      text += CSVText.line(
        Self.cells(row, words).map { $0 == .none ? "" : $0.shown(in: words) })
    }
    return Array(text.utf8)
  }

  static func columns(_ words: any Words) -> [Report.List.Column] {
    [
      .init("line", words.lineOfRegister), .init("like_line", words.likeLine),
      .init("case", words.label(.caseCode)), .init("owner", words.label(.owner)),
      .init("matched", words.matched),
    ]
  }

  static func cells(_ row: LikelyRow, _ words: any Words) -> [Cell] {
    let found = FoundReport(words: words)
    var (line, file, owner) = (Cell.none, Cell.none, Cell.none)
    switch row.other {
    case .row(let other): line = .integer(other)
    case .file(let person):
      file = found.code(person)
      owner = person.owner.map(Cell.text) ?? .none
    case .untold: file = .code("ask_owner", label: words.fileExistsAskOwner)
    }
    let reasons = row.reasons.map { Cell.code($0.rawValue, label: words.reason($0)) }
    return [.integer(row.line), line, file, owner, .list(reasons)]
  }

  /// As the list of a register that was taken in has it.
  static func json(_ row: LikelyRow) -> JSONValue {
    let words = English()
    return .object(zip(columns(words), cells(row, words)).map { .init($0.key, $1.json) })
  }
}

extension Fault {
  /// Nothing was imported: each row with what it is like, and how many files could not be looked through.
  static func likelySameRows(_ likeness: RegisterLikeness) -> Fault {
    let isFound = likeness.count > 0
    return Fault(
      .badData, reason: isFound ? "likely_same" : "not_searched", entry: likeness.entry,
      details: [
        .init("rows", .array(likeness.rows.map(LikenessReport.json))),
        .init("count", .integer(likeness.count)),
        .init("repeated", .integer(likeness.repeated)),
      ] + unread(likeness.unsearched),
      hint: { isFound ? $0.rowsHint : $0.unsearchedHint }
    ) { words in
      let unread = likeness.unsearched > 0 ? [words.notSearched(likeness.unsearched)] : []
      let last =
        isFound
        ? words.moreRowsLike(likeness.count - likeness.repeated, likeness.repeated)
        : words.unsearchedStop
      return (LikenessReport(likeness, words).lines + unread + [last]).joined(separator: "\n")
    }
  }
}
