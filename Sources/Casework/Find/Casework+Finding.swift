public import Vault

extension Casework {
  /// Looks for a person, by anything of them that is known.
  ///
  /// - Returns: the files that may be theirs, once it is in the log which of them are told.
  /// - Throws: `.questionEmpty`, `.questionShort`; `.vault(.denied)` for who has no business looking.
  public func find(
    _ question: PersonQuestion, as session: borrowing Session
  ) throws(CaseworkError) -> FoundPeople {
    try question.check()
    let (search, found) = try search(
      QuestionTerms(question), .person, questions: question.guesses, session)
    return try tell(search, RankedPerson.shown(found), session)
  }

  /// Before a file is opened: the files that are likely to be of the same person, or none; nil where nothing is known
  /// that tells one person from another, and so nothing was searched.
  public func likelySame(
    _ input: FormInput, as session: borrowing Session
  ) throws(CaseworkError) -> FoundPeople? {
    let form = try FormReader(book: book, forms: Self.openingForms, validation: validation)
      .read(input)
    let question = PersonQuestion(form.values, FindableFields(book))
    // Who may open nothing is refused by the opening itself.
    guard question.isTelling, try firstOwner(nil, session).opener != nil else { return nil }
    var (searches, best): ([Search], [SearchSubject: RankedPerson]) = ([], [:])
    for part in question.parts {
      let (search, found) = try search(
        QuestionTerms(part), .opening, questions: part.guesses, session)
      searches.append(search)
      best.merge(found.map { ($0.match.subject, $0) }) { $0.chance < $1.chance ? $0 : $1 }
    }
    guard let first = searches.first else { return nil }
    return try tell(first, RankedPerson.likelySame(Array(best.values)), session)
  }

  /// Writes down that the files that were told are of somebody else, or of the same person, in the eyes of
  /// who opens another.
  public func decide(
    _ found: FoundPeople, isNew: Bool, as session: borrowing Session
  ) throws(CaseworkError) {
    try CaseworkError.ofVault { () throws(VaultError) in
      _ = try vault.decide(found.entry, isNew: isNew, as: session)
    }
  }

  /// What a search saw that began with an entry.
  func mark(_ entry: Int) -> SearchMark {
    SearchMark(entry: entry, fields: Set(FindableFields(book).meanings.keys))
  }

  /// Everybody of whom anything was found, the likeliest first.
  ///
  /// - Parameter questions: how many the entry says that there are.
  private func search(
    _ terms: QuestionTerms, _ use: SearchUse, questions: Int = 1, _ session: borrowing Session
  ) throws(CaseworkError) -> (search: Search, found: [RankedPerson]) {
    let fields = FindableFields(book).meanings
    let (search, matches) = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.search(
        terms.terms, for: .careManagement, use: use, questions: questions, as: session
      ) { PersonMatch($0, terms, fields) }
    }
    let shares = TermShares(terms, matches, population: max(search.cases, matches.count))
    let ranking = PersonRanking(shares: shares, isWhole: use == .opening)
    return (search, RankedPerson.sorted(matches, ranking))
  }

  /// Tells of those who were found, the first so many, each with an entry of its own.
  ///
  /// - Parameter count: how many there were, where these are not all.
  func tell(
    _ search: Search, _ found: [RankedPerson], of count: Int? = nil, _ session: borrowing Session
  ) throws(CaseworkError) -> FoundPeople {
    let told = found.compactMap { person in person.match.caseID.map { (id: $0, person: person) } }
    let people = try tell(search, told.map(\.id), of: count ?? told.count, session)
    let byID = Dictionary(told.map { ($0.id, $0.person) }) { first, _ in first }
    return FoundPeople(
      people: people.people.map { person in
        var person = person
        person.reasons = byID[person.id]?.match.reasons ?? []
        person.isLikely = byID[person.id]?.isLikely ?? false
        return person
      }, count: people.count, entry: people.entry, unread: people.unread,
      unindexed: people.unindexed, asked: people.asked)
  }

  /// The same for cases of which it is not said why.
  func tell(
    _ search: Search, _ cases: [CaseID], of count: Int, _ session: borrowing Session
  ) throws(CaseworkError) -> FoundPeople {
    let reading = SummaryReading(book)
    let answer = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.tell(search, cases: cases, of: count, showing: reading.fields, as: session)
    }
    let people = answer.hits.map { hit in
      let code = hit.operations.map { reading($0).code }.flatMap { $0.isEmpty ? nil : $0 }
      return FoundPerson(id: hit.id, code: code, owner: hit.owner, isAltered: hit.isAltered)
    }
    return FoundPeople(
      people: people, count: count, entry: answer.entry, unread: search.unread,
      unindexed: search.unindexed + answer.gone, asked: search.entry)
  }

  /// The same for as many as there are, so many with each act, and each of them once. In the order of their names: any
  /// other would tell whoever has the log which of them are alike.
  func tellAll(
    _ search: Search, _ cases: [CaseID], of count: Int, _ session: borrowing Session
  ) throws(CaseworkError) -> ToldPeople {
    var left = Set(cases).sorted()[...]
    var told = ToldPeople()
    // The end of a search that found nobody is written down as well.
    repeat {
      let found = try tell(search, Array(left.prefix(Vault.hitsShown)), of: count, session)
      for person in found.people { told.people[person.id] = person }
      (told.entry, told.unsearched) = (found.entry, found.unsearched)
      left = left.dropFirst(Vault.hitsShown)
    } while !left.isEmpty
    return told
  }
}
