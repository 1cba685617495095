import Casework

/// Rows of a register that are likely to be of people who have a file, as they are told: by line, never by
/// name.
struct LikenessReport {
  private let likeness: RegisterLikeness
  private let words: any Words

  init(_ likeness: RegisterLikeness, _ words: any Words) {
    (self.likeness, self.words) = (likeness, words)
  }

  var lines: [String] {
    let found = FoundReport(words: words)
    let lines = likeness.rows.map { row in
      let reasons = found.reasons(row.reasons)
      return switch row.other {
      case .row(let other): words.rowLike(line: row.line, otherLine: other, reasons: reasons)
      case .file(let person):
        words.rowLike(line: row.line, file: found.file(person), reasons: reasons)
      case .untold:
        words.rowLike(line: row.line, file: words.fileExistsAskOwner, reasons: reasons)
      }
    }
    let more = likeness.count - likeness.rows.count
    return more > 0 ? lines + [words.moreFaults(more)] : lines
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
  ///
  /// - Parameter isLink: it was said that all of them are the same, and they are more than can be named.
  static func likelySameRows(_ likeness: RegisterLikeness, isLink: Bool = false) -> Fault {
    let isFound = likeness.count > 0
    return Fault(
      .badData, reason: isFound ? "likely_same" : "not_searched", entry: likeness.entry,
      details: [
        .init("rows", .array(likeness.rows.map(LikenessReport.json))),
        .init("count", .integer(likeness.count)),
      ] + unread(likeness.unsearched),
      hint: { isLink ? $0.rowsByParts : isFound ? $0.rowsHint : $0.unsearchedHint }
    ) { words in
      let unread = likeness.unsearched > 0 ? [words.notSearched(likeness.unsearched)] : []
      let last = isFound ? words.moreRowsLike(likeness.count) : words.unsearchedStop
      return (LikenessReport(likeness, words).lines + unread + [last]).joined(separator: "\n")
    }
  }
}

extension Report.List {
  /// The rows, with what each is like.
  static func likeness(_ likeness: RegisterLikeness, in words: any Words) -> Report.List {
    Report.List(
      "rows", title: words.likelySame, columns: LikenessReport.columns(words),
      rows: likeness.rows.map { LikenessReport.cells($0, words) }, ifEmpty: words.nobodyFound)
  }
}
