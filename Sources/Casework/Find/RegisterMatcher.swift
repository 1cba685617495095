import Vault

/// Holds each row of a register against the people of the vault and the rows above it. It keeps hashes of what
/// people are found by, and of the rows that are like somebody their line and why, which is less; nothing else.
struct RegisterMatcher {
  private let book: SearchBook
  private let fields: FindableFields
  private var rows: [LikelySubject] = []

  init(_ book: SearchBook, _ fields: FindableFields) { (self.book, self.fields) = (book, fields) }

  var search: Search { book.search }

  /// Holds rows against those above them and against the vault, once the next are hashed on a second thread and others
  /// are read on this one: whichever has time takes the next. Nothing of rows with faults, nor for who has no key of the
  /// index.
  ///
  /// - Parameter body: reads on.
  mutating func take(
    _ people: [HashedPerson], hashing rows: [RegisterRow],
    while body: () throws(CaseworkError) -> [RegisterRow]
  ) throws(CaseworkError) -> (hashed: [HashedPerson], read: [RegisterRow]) {
    guard let hasher = book.hasher else { return ([], try body()) }
    let (fields, asked) = (fields, put(people))
    let asker = RegisterAsker(book.reader, fields.meanings)
    let (other, (found, read)) = try hasher.aside(
      sharing: asked.count,
      { hasher, turn in
        var asker = asker
        let hashed = rows.filter(\.isSound).map { HashedPerson($0, fields, hasher) }
        return (hashed: hashed, found: asker.likely(asked, turn))
      },
      while: { turn throws(CaseworkError) in
        var asker = asker
        let read = try body()
        return (asker.likely(asked, turn), read)
      })
    self.rows += (found + other.found).sorted { $0.line < $1.line }
    return (other.hashed, read)
  }

  /// Puts them into the book. Each is to be held against those who were in it before.
  private mutating func put(_ people: [HashedPerson]) -> [RegisterAsker.Asked] {
    people.map { person in
      let end = book.count
      book.add(row: person.line, person.row)
      return (person, end)
    }
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
