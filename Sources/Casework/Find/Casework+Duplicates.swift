public import Vault

extension Casework {
  /// More than anybody looks through in one go; each file that is told is an entry.
  private static let pairsTold = 50

  /// Holds everybody against everybody, for a lead: files that are likely to be of one person.
  public func duplicates(as session: borrowing Session) throws(CaseworkError) -> FoundPairs {
    let fields = FindableFields(self.book).meanings
    var likely: [(first: CaseID, second: CaseID, match: PairMatch)] = []
    let book = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openSearchBook(for: .careManagement, use: .duplicates, as: session)
    }
    try CaseworkError.ofVault { () throws(VaultError) in
      try vault.compareAll(book, as: session) { person, like throws(VaultError) in
        let counts = book.counts(of: person)
        for match in like {
          guard case .case(let other) = match.subject else { continue }
          let pair = PairMatch(
            person, match, counts: counts, population: book.count, fields)
          if pair.isLikely { likely.append((person.id, other, pair)) }
        }
      }
    }
    likely.sort { $0.match.chance < $1.match.chance }
    return try tell(book.search, likely, session)
  }

  private func tell(
    _ search: Search, _ likely: [(first: CaseID, second: CaseID, match: PairMatch)],
    _ session: borrowing Session
  ) throws(CaseworkError) -> FoundPairs {
    let shown = likely.prefix(Self.pairsTold)
    var ids: [CaseID] = []
    for pair in shown {
      for id in [pair.first, pair.second] where !ids.contains(id) { ids.append(id) }
    }
    var told: [CaseID: FoundPerson] = [:]
    var entry = search.entry
    // The end of a search without a pair is written down as well.
    repeat {
      let found = try tell(search, Array(ids.prefix(Vault.hitsShown)), of: likely.count, session)
      for person in found.people { told[person.id] = person }
      entry = found.entry
      ids = Array(ids.dropFirst(Vault.hitsShown))
    } while !ids.isEmpty
    let pairs = shown.compactMap { pair in
      told[pair.first].flatMap { first in
        told[pair.second].map {
          FoundPair(first: first, second: $0, reasons: pair.match.reasons)
        }
      }
    }
    return FoundPairs(
      pairs: pairs, count: likely.count, entry: entry, unread: search.unread + search.unindexed)
  }
}
