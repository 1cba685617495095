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

  /// Hashes the next rows on a second thread while those before are taken and others are read; nothing of rows with
  /// faults, nor for who has no key of the index.
  ///
  /// - Parameter body: reads on.
  mutating func take(
    _ people: [HashedPerson], hashing rows: [RegisterRow],
    while body: () throws(CaseworkError) -> [RegisterRow]
  ) throws(CaseworkError) -> (hashed: [HashedPerson], read: [RegisterRow]) {
    guard let hasher = book.hasher else { return ([], try body()) }
    let fields = fields
    return try hasher.aside(
      { hasher in rows.filter(\.isSound).map { HashedPerson($0, fields, hasher) } },
      while: { () throws(CaseworkError) in
        take(people)
        return try body()
      })
  }

  private mutating func take(_ people: [HashedPerson]) {
    for person in people {
      births[person.line] = person.birth
      if let match = likeliest(person)?.match {
        rows.append(Likely(line: person.line, subject: match.subject, reasons: match.reasons))
      }
      book.add(row: person.line, person.row)
    }
  }

  private func likeliest(_ person: HashedPerson) -> RankedPerson? {
    guard let (terms, hashed) = person.question else { return nil }
    let (found, counts) = book.ask(hashed)
    guard !found.isEmpty else { return nil }
    let shares = TermShares(terms, counts: counts, population: book.count)
    let matches = found.map { PersonMatch($0, terms, fields.meanings) }
    return RankedPerson.sorted(matches, PersonRanking(shares: shares)) { match in
      guard match.year == 0, let birth = person.birth, case .row(let line) = match.subject,
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
