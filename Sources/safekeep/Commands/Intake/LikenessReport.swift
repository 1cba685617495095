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

  static func json(_ row: LikelyRow) -> JSONValue {
    var members: [JSONValue.Member] = [.init("line", .integer(row.line))]
    if case .row(let line) = row.other { members.append(.init("like_line", .integer(line))) }
    if case .file(let person) = row.other {
      members.append(.init("case", person.code.map { .string($0) } ?? .null))
      members.append(.init("owner", person.owner.map { .string($0) } ?? .null))
    }
    members.append(.init("matched", .array(row.reasons.map { .string($0.rawValue) })))
    return .object(members)
  }
}

extension Fault {
  /// Nothing was imported: each row with what it is like.
  static func likelySameRows(_ likeness: RegisterLikeness) -> Fault {
    Fault(
      .badData, reason: "likely_same", entry: likeness.entry,
      details: [
        .init("rows", .array(likeness.rows.map(LikenessReport.json))),
        .init("count", .integer(likeness.count)),
      ], hint: { $0.rowsHint }
    ) { words in
      let lines = LikenessReport(likeness, words).lines
      return (lines + [words.moreRowsLike(likeness.count)]).joined(separator: "\n")
    }
  }
}

extension Report.List {
  /// The rows, with what each is like.
  static func likeness(_ likeness: RegisterLikeness, in words: any Words) -> Report.List {
    let found = FoundReport(words: words)
    return Report.List(
      "likely", title: words.likelySame,
      columns: [
        .init("line", words.lineOfRegister), .init("like_line", words.likeLine),
        .init("case", words.label(.caseCode)), .init("owner", words.label(.owner)),
        .init("matched", words.matched),
      ],
      rows: likeness.rows.map { row in
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
      }, ifEmpty: words.nobodyFound)
  }
}
