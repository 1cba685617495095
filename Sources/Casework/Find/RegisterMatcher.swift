import Vault

/// Holds each row of a register against the people of the vault and the rows above it. It keeps hashes of what
/// people are found by, and of the rows that are like somebody their line; nothing else.
struct RegisterMatcher {
  private let book: SearchBook
  private let fields: FindableFields
  private var rows: [(line: Int, person: RankedPerson)] = []
  private(set) var count = 0
  /// So many rows are named.
  var most = RegisterLikeness.kept

  init(_ book: SearchBook, _ fields: FindableFields) { (self.book, self.fields) = (book, fields) }

  var search: Search { book.search }

  mutating func take(_ row: RegisterRow) {
    guard row.isSound else { return }
    let question = PersonQuestion(row.values, fields)
    if question.isTelling, let person = likeliest(question) {
      count += 1
      if rows.count < most { rows.append((row.line, person)) }
    }
    var terms: [FieldID: [SearchTerm]] = [:]
    for (id, value) in row.values {
      if let found = fields.terms(of: value, in: id), !found.isEmpty { terms[id] = found }
    }
    book.add(row: row.line, terms)
  }

  private func likeliest(_ question: PersonQuestion) -> RankedPerson? {
    let terms = QuestionTerms(question)
    let (found, counts) = book.ask(terms.terms)
    guard !found.isEmpty else { return nil }
    let shares = TermShares(terms, counts: counts, population: book.count)
    let matches = found.map { PersonMatch($0, terms, fields.meanings) }
    return RankedPerson.sorted(matches, PersonRanking(shares: shares)).first(where: \.isLikely)
  }

  /// The rows, once the files of the vault among them were told by `tell`.
  func likeness(
    _ session: borrowing Session,
    _ tell: ([RankedPerson], borrowing Session) throws(CaseworkError) -> FoundPeople
  ) throws(CaseworkError) -> RegisterLikeness {
    var likeness = RegisterLikeness()
    likeness.count = count
    var told: [CaseID: FoundPerson] = [:]
    var untold = rows.map(\.person).filter { $0.match.caseID != nil }[...]
    // That nobody was found is written down as well.
    repeat {
      let people = try tell(Array(untold.prefix(Vault.hitsShown)), session)
      for person in people.people { told[person.id] = person }
      (likeness.entry, likeness.unsearched) = (people.entry, people.unsearched)
      untold = untold.dropFirst(Vault.hitsShown)
    } while !untold.isEmpty
    likeness.rows = rows.map { row in
      let other = Self.other(row.person.match.subject, told)
      // Of a file that no entry says was told, nothing is.
      return LikelyRow(
        line: row.line, other: other, reasons: other == .untold ? [] : row.person.match.reasons)
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
