import Vault

/// Asks of rows of a register whose they are likely to be, on any thread.
struct RegisterAsker: Sendable {
  private var reader: SearchReader
  private let meanings: [FieldID: PersonField]

  init(_ reader: SearchReader, _ meanings: [FieldID: PersonField]) {
    (self.reader, self.meanings) = (reader, meanings)
  }

  /// Those of the rows that are likely to be somebody's, each held against who stands before its end in the book.
  mutating func likely(
    _ asked: some Sequence<(person: HashedPerson, end: Int)>
  ) -> [LikelySubject] {
    var found: [LikelySubject] = []
    for (person, end) in asked {
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
      let ranked = RankedPerson.sorted(matches, PersonRanking(shares: shares, isWhole: true))
      guard let best = ranked.first(where: \.isLikely) else { continue }
      if best.chance < likeliest?.chance ?? .infinity { likeliest = best }
    }
    return likeliest
  }
}
