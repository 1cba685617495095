public import Vault

extension Casework {
  /// More than anybody looks through in one go; each file that is told is an entry.
  private static let pairsTold = 50

  /// Two files that are likely to be of one person, before anything is told of them.
  private typealias Pair = (first: CaseID, second: CaseID, match: PairMatch)

  /// Holds everybody against everybody, for a lead: files that are likely to be of one person and are not linked.
  ///
  /// Tokens of two versions of the index key cannot be compared: who was put in under an earlier one is put in again
  /// first, from what their file says, with its entries.
  ///
  /// - Parameter all: not only the likeliest.
  public func duplicates(
    all: Bool = false, as session: borrowing Session
  ) throws(CaseworkError) -> FoundPairs {
    var book = try openPairs(session)
    if book.aged > 0 {
      _ = try mendIndex(as: session)
      book = try openPairs(session)
    }
    let likely = try likelyPairs(in: book, session)
    let (shown, linked) = try unlinked(likely, most: all ? .max : Self.pairsTold, session)
    let told = try tellAll(
      book.search, shown.flatMap { [$0.first, $0.second] }, of: likely.count - linked, session)
    let pairs = shown.compactMap { pair in
      told.people[pair.first].flatMap { first in
        told.people[pair.second].map {
          FoundPair(first: first, second: $0, reasons: pair.match.reasons)
        }
      }
    }
    return FoundPairs(
      pairs: pairs, count: likely.count - linked, entry: told.entry,
      unsearched: told.unsearched, aged: book.aged)
  }

  private func openPairs(_ session: borrowing Session) throws(CaseworkError) -> SearchBook {
    try CaseworkError.ofVault { () throws(VaultError) in
      try vault.openSearchBook(
        for: .careManagement, use: .duplicates, telling: SearchKind.telling, as: session)
    }
  }

  private func likelyPairs(
    in book: SearchBook, _ session: borrowing Session
  ) throws(CaseworkError) -> [Pair] {
    let fields = FindableFields(self.book).meanings
    var likely: [Pair] = []
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
    return likely.sorted { $0.match.chance < $1.match.chance }
  }

  /// The first pairs that nobody linked yet, and how many linked ones were passed over. What a file says of others is
  /// read, with its entry, of no more files than it takes.
  private func unlinked(
    _ pairs: [Pair], most: Int, _ session: borrowing Session
  ) throws(CaseworkError) -> (shown: [Pair], linked: Int) {
    let fields = book.ids(["link.case_ref", "link.kind"])
    var (shown, linked): ([Pair], Int) = ([], 0)
    var looks: [CaseID: CaseLook] = [:]
    for pair in pairs where shown.count < most {
      if looks[pair.first] == nil {
        // A file that was altered, or that even a lead may not read, is told like any other.
        looks[pair.first] = try? look(at: pair.first, fields, as: session)
      }
      let isLinked =
        looks[pair.first].map { LinkDesk.has(LinkKind.same.rawValue, of: pair.second, in: $0) }
        ?? false
      if isLinked { linked += 1 } else { shown.append(pair) }
    }
    return (shown, linked)
  }
}
