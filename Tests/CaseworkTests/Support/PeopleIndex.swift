@testable import Casework
@testable import Vault

/// An index in memory without keys: whom a question finds, and how they are ranked, apart from any vault.
struct PeopleIndex {
  private static let fields = FindableFields(Book.builtIn)
  private var people: [[FieldID: Set<SearchTerm>]] = []

  private static func id(_ name: String) -> FieldID {
    Book.builtIn[name]?.id ?? FieldID(rawValue: 0)
  }

  /// - Parameter born: a date, where more than the year is known.
  mutating func add(
    _ name: String, year: Int? = nil, born: String? = nil, phone: String? = nil,
    alias: String? = nil
  ) {
    var values: [FieldID: FieldValue] = [Self.id("person.full_name"): .text(name)]
    values[Self.id("person.birth_date")] = (born ?? year.map(String.init)).map { .date($0) }
    values[Self.id("person.phone")] = phone.map { .text($0) }
    values[Self.id("person.alias_names")] = alias.map { .list([$0]) }
    people.append(
      values.reduce(into: [:]) { fields, item in
        fields[item.key] = Set(Self.fields.terms(of: item.value, in: item.key) ?? [])
      })
  }

  /// By the order in which they were added.
  ///
  /// - Parameter isWhole: whether the question has all that is known, as that of a form.
  func find(
    _ question: PersonQuestion, isWhole: Bool = false
  ) -> [(person: Int, found: RankedPerson)] {
    let terms = QuestionTerms(question)
    let matches = people.enumerated().compactMap { index, fields -> PersonMatch? in
      let found = fields.map { id, stored in
        var counts = SIMD16<UInt8>()
        for term in stored { counts[Int(term.kind)] += 1 }
        var field = SearchMatch.Field(record: RecordID.makeRandom(), field: id, counts: counts)
        for (place, term) in terms.terms.enumerated() where stored.contains(term) {
          field.matched.insert(place)
        }
        return field
      }
      guard found.contains(where: { !$0.matched.isEmpty }) else { return nil }
      return PersonMatch(
        SearchMatch(subject: .row(index), fields: found), terms, Self.fields.meanings)
    }
    let shares = TermShares(terms, matches, population: people.count)
    return RankedPerson.sorted(matches, PersonRanking(shares: shares, isWhole: isWhole)).compactMap
    { found in
      guard case .row(let index) = found.match.subject else { return nil }
      return (index, found)
    }
  }

  func find(
    _ name: String, year: Int? = nil, phone: String? = nil
  ) -> [(person: Int, found: RankedPerson)] {
    var question = PersonQuestion()
    (question.names, question.birthYear, question.phone) = ([name], year, phone)
    let found = find(question)
    let shown = Set(RankedPerson.shown(found.map(\.found)).map(\.match.subject))
    return found.filter { shown.contains($0.found.match.subject) }
  }
}
