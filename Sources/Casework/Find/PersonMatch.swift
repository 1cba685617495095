import Vault

/// What a search says of one person who was found: what fits and what does not, no values.
struct PersonMatch: Hashable, Sendable {
  let subject: SearchSubject
  /// Of the names, the best.
  private(set) var name: NameMatch?
  /// It is another name that fits, not the one in papers.
  private(set) var isOtherName = false
  /// Besides the name, one of the others is the same.
  private(set) var hasOtherName = false
  /// How far the year is from the one that was asked for; 2 and more stand for all others, nil for no year.
  private(set) var year: Int?
  /// The month and the day in it; where a year is missing, of whom it is.
  private(set) var birth: BirthFit
  private(set) var phone: Bool?
  private(set) var number: Bool?
  let isNameAsked: Bool

  init(_ match: SearchMatch, _ question: QuestionTerms, _ fields: [FieldID: PersonField]) {
    (subject, isNameAsked) = (match.subject, !question.names.isEmpty)
    birth = question.years.isEmpty ? .neither : .oneSided
    for field in match.fields {
      switch fields[field.field] {
      case .name, .alias: addNames(field, question, isOther: fields[field.field] == .alias)
      case .birth where field.counts[Int(SearchKind.birthYear.rawValue)] > 0:
        year = Self.year(field, question.years)
        birth = year == nil ? .oneSided : BirthFit(field, question)
      case .phone: phone = Self.isSame(field, question.phones) ?? phone
      case .number, .otherNumber:
        // Of several papers one that is the same is enough.
        number = number == true ? true : Self.isSame(field, question.numbers) ?? number
      case .birth, nil: break
      }
    }
  }

  private mutating func addNames(
    _ field: SearchMatch.Field, _ question: QuestionTerms, isOther: Bool
  ) {
    guard !field.matched.isEmpty else { return }
    for index in question.names.indices {
      var found = NameMatch(index, of: question)
      found.stored = Int(field.counts[Int(SearchKind.fold.rawValue)])
      found.storedExact = Int(field.counts[Int(SearchKind.exact.rawValue)])
      field.matched.forEach { place in
        switch question.meanings[place] {
        case .whole(index, let grade): found.whole = min(found.whole, grade)
        case .turned(index): found.isTurned = true
        case .doubled(index): found.hasDoubled = true
        case .syllable(index, let place, let grade):
          found.grades[place] = min(found.grades[place], grade)
        default: break
        }
      }
      guard found.whole != .none || found.missing < found.grades.count else { continue }
      if isOther && index > 0 && found.isWhole { hasOtherName = true }
      take(found, isOther: isOther || index > 0)
    }
  }

  /// The name in papers, where it fits at all, comes before the others they go by.
  private mutating func take(_ found: NameMatch, isOther: Bool) {
    if let name, !Self.isBetter(found, isOther, name, isOtherName) { return }
    (name, isOtherName) = (found, isOther)
  }

  private static func isBetter(
    _ found: NameMatch, _ isOther: Bool, _ name: NameMatch, _ isOtherName: Bool
  ) -> Bool {
    if isOther == isOtherName { return NameMatch.isBetter(found, name) }
    return isOther ? found.fits && !name.fits : found.fits || !name.fits
  }

  /// Nil where nobody asked.
  private static func isSame(
    _ field: SearchMatch.Field, _ asked: [Int]
  ) -> Bool? { asked.isEmpty ? nil : asked.contains(where: field.matched.contains) }

  private static func year(
    _ field: SearchMatch.Field, _ asked: [(place: Int, offset: Int)]
  ) -> Int? {
    asked.map { field.matched.contains($0.place) ? $0.offset : 2 }.min()
  }
}
