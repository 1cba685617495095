import Vault

/// Asks of rows of a register whose they are likely to be, on any thread.
struct RegisterAsker: Sendable {
  private var reader: SearchReader
  private let meanings: [FieldID: PersonField]

  init(_ reader: SearchReader, _ meanings: [FieldID: PersonField]) {
    (self.reader, self.meanings) = (reader, meanings)
  }

  /// A row, and behind whom in the book nobody is looked at.
  typealias Asked = (person: HashedPerson, end: Int)

  /// Those of the rows, as far as it is the turn of this thread, that are likely to be somebody's.
  mutating func likely(_ asked: [Asked], _ turn: TermHasher.Turn) -> [LikelySubject] {
    var found: [LikelySubject] = []
    while let place = turn() {
      let (person, end) = asked[place]
      guard let match = likeliest(person, before: end)?.match else { continue }
      found.append(
        LikelySubject(line: person.line, subject: match.subject, reasons: match.reasons))
    }
    return found
  }

  private mutating func likeliest(_ person: HashedPerson, before end: Int) -> RankedPerson? {
    var likeliest: RankedPerson?
    for (terms, hashed) in person.questions {
      let (found, counts) = reader.ask(hashed, before: end)
      guard !found.isEmpty else { continue }
      let shares = TermShares(terms, counts: counts, population: end)
      let matches = found.map { PersonMatch($0, terms, meanings) }
      let ranking = PersonRanking(shares: shares, isWhole: true)
      guard let best = RankedPerson.likeliest(matches, ranking) else { continue }
      if best.chance < likeliest?.chance ?? .infinity { likeliest = best }
    }
    return likeliest
  }
}
