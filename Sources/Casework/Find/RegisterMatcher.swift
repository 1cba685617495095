import Vault

/// Holds each row of a register against the people of the vault and the rows above it. It keeps hashes of what
/// people are found by, the day of birth of each row, and of the rows that are like somebody their line and why, which
/// is less; nothing else.
struct RegisterMatcher {
  private let book: SearchBook
  private let fields: FindableFields
  private var rows: [Likely] = []
  private var births: [Int: BirthDay] = [:]

  /// A row that is likely to be somebody's.
  private struct Likely {
    var line: Int
    var subject: SearchSubject
    var reasons: [MatchReason]
  }

  init(_ book: SearchBook, _ fields: FindableFields) { (self.book, self.fields) = (book, fields) }

  var search: Search { book.search }

  mutating func take(_ row: RegisterRow) {
    guard row.isSound else { return }
    let question = PersonQuestion(row.values, fields)
    let birth = birth(of: row)
    births[row.line] = birth
    if question.isTelling, let match = likeliest(question, birth)?.match {
      rows.append(Likely(line: row.line, subject: match.subject, reasons: match.reasons))
    }
    var terms: [FieldID: [SearchTerm]] = [:]
    for (id, value) in row.values {
      if let found = fields.terms(of: value, in: id), !found.isEmpty { terms[id] = found }
    }
    book.add(row: row.line, terms)
  }

  private func birth(of row: RegisterRow) -> BirthDay? {
    let value = row.values.first { fields.meanings[$0.key] == .birth }?.value
    return value.flatMap { FindableFields.texts(of: $0).first }.flatMap { BirthDay($0) }
  }

  private func likeliest(_ question: PersonQuestion, _ birth: BirthDay?) -> RankedPerson? {
    let terms = QuestionTerms(question)
    let (found, counts) = book.ask(terms.terms)
    guard !found.isEmpty else { return nil }
    let shares = TermShares(terms, counts: counts, population: book.count)
    let matches = found.map { PersonMatch($0, terms, fields.meanings) }
    return RankedPerson.sorted(matches, PersonRanking(shares: shares)) { match in
      guard match.year == 0, let birth, case .row(let line) = match.subject,
        let other = births[line]
      else { return 1 }
      return birth.factor(other)
    }.first(where: \.isLikely)
  }

  /// The rows, once the files of the vault among them were told by `tell`, each once; that nobody was found is
  /// written down as well.
  ///
  /// - Parameter tell: cases, and how many rows there are.
  func likeness(
    _ tell: ([CaseID], Int) throws(CaseworkError) -> ToldPeople
  ) throws(CaseworkError) -> RegisterLikeness {
    let told = try tell(rows.compactMap(\.subject.caseID), rows.count)
    var likeness = RegisterLikeness()
    (likeness.entry, likeness.unsearched) = (told.entry, told.unsearched)
    likeness.rows = rows.map { row in
      let other = Self.other(row.subject, told.people)
      // Of a file that no entry says was told, nothing is.
      return LikelyRow(
        line: row.line, other: other, reasons: other == .untold ? [] : row.reasons)
    }
    return likeness
  }

  private static func other(
    _ subject: SearchSubject, _ told: [CaseID: FoundPerson]
  ) -> LikelyRow.Other {
    switch subject {
    case .row(let line): .row(line: line)
    case .case(let id): told[id].map(LikelyRow.Other.file) ?? .untold
    }
  }
}
