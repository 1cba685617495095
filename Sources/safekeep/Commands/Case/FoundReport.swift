import Casework

/// Who was found, as it is told.
struct FoundReport {
  let words: any Words
  /// Whether it is shown as a table on a screen.
  var isCut = false

  func report(_ found: FoundPeople) -> Report {
    Report(
      fields: Report.Field.unread(found.unsearched, words),
      lists: [
        Report.List(
          "people",
          columns: columns, rows: found.people.map(row), ifEmpty: words.nobodyFound)
      ], notes: notes(found), entry: found.entry)
  }

  private var columns: [Report.List.Column] {
    [
      .init("case", words.label(.caseCode)), .init("owner", words.label(.owner)),
      .init("matched", words.matched), .init("likely", words.likelySame),
    ]
  }

  /// Pairs of files that are likely to be of one person.
  func report(_ found: FoundPairs) -> Report {
    Report(
      fields: Report.Field.unread(found.unsearched, words),
      lists: [
        Report.List(
          "pairs",
          columns: [
            .init("case", words.label(.caseCode)), .init("other", words.otherCase),
            .init("matched", words.matched),
          ],
          rows: found.pairs.map { [code($0.first), code($0.second), matched($0.reasons)] },
          ifEmpty: words.nobodyFound)
      ],
      notes: pairNotes(found), entry: found.entry)
  }

  private func pairNotes(_ found: FoundPairs) -> [String] {
    var notes = [words.pairsFound(found.count, shown: found.pairs.count, entry: found.entry)]
    if found.unsearched > 0 { notes.append(words.notSearched(found.unsearched)) }
    if found.aged > 0 { notes.append(words.notCompared(found.aged)) }
    return notes
  }

  private func matched(_ reasons: [MatchReason]) -> Cell {
    .list(reasons.map { .code($0.rawValue, label: words.reason($0)) })
  }

  private func row(_ person: FoundPerson) -> [Cell] {
    [
      code(person), person.owner.map(Cell.text) ?? .none,
      matched(person.reasons), .flag(person.isLikely),
    ]
  }

  func code(_ person: FoundPerson) -> Cell {
    if person.isAltered { return .code("altered", label: words.label(.altered)) }
    return person.code.map(Cell.text) ?? .code("ask_owner", label: words.fileExistsAskOwner)
  }

  private func notes(_ found: FoundPeople) -> [String] {
    // Whole: a table cuts what does not fit a line.
    var notes = isCut ? found.people.map(line) : []
    notes.append(words.peopleFound(found.count, shown: found.people.count, entry: found.entry))
    if found.people.contains(where: { $0.code == nil && $0.owner == nil }) {
      notes.append(words.askLead)
    }
    if found.unsearched > 0 { notes.append(words.notSearched(found.unsearched)) }
    return notes
  }

  // MARK: In one line

  /// Which file, whose, and why.
  func line(_ person: FoundPerson) -> String { "\(file(person)): \(reasons(person.reasons))" }

  /// The code, or that there is one; and whom to ask.
  func file(_ person: FoundPerson) -> String {
    let file = person.code ?? words.fileExistsAskOwner
    return Escaping.line(person.owner.map { "\(file) (\($0))" } ?? file)
  }

  func reasons(_ reasons: [MatchReason]) -> String {
    reasons.map(words.reason).joined(separator: "; ")
  }

  /// As the list of those who were found has it, so that one program reads both.
  func json(_ person: FoundPerson) -> JSONValue {
    .object(zip(columns, row(person)).map { .init($0.key, $1.json) })
  }
}

extension Fault {
  /// Files that are likely to be of the person who is to have another.
  static func likelySame(_ found: FoundPeople) -> Fault {
    let people = found.people
    let english = FoundReport(words: English())
    return Fault(
      .badData, reason: people.isEmpty ? "not_searched" : "likely_same", entry: found.entry,
      details: [.init("people", .array(people.map(english.json)))] + unread(found.unsearched),
      hint: { words in
        if people.isEmpty { return words.unsearchedHint }
        // A file whose code is not told cannot be linked to by whoever asked.
        return people.contains { $0.code != nil } ? words.openHint : words.askOwnerHint
      }
    ) { words in
      let report = FoundReport(words: words)
      return
        (people.map(report.line)
        + [people.isEmpty ? words.unsearchedStop : words.likelyFilesExist])
        .joined(separator: "\n")
    }
  }

  /// Files that could not be looked through, where there are any.
  static func unread(_ count: Int) -> [JSONValue.Member] {
    count > 0 ? [.init("unread", .integer(count))] : []
  }
}

extension Report.Field {
  /// Files that could not be looked through, where there are any.
  static func unread(_ count: Int, _ words: any Words) -> [Report.Field] {
    count > 0 ? [.init("unread", words.unreadLabel, .integer(count))] : []
  }
}
