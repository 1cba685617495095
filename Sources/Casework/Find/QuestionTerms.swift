import Vault

/// The terms of a question, and what a match of each would say.
struct QuestionTerms: Sendable {
  enum Meaning: Hashable, Sendable {
    case whole(name: Int, NameGrade)
    /// The whole as it is written elsewhere: the family name last, or the given name first.
    case turned(name: Int)
    /// The whole with a syllable doubled, or once less than it is asked for.
    case doubled(name: Int)
    case syllable(name: Int, Int, NameGrade)
    /// How far the year that is stored is from the one that was asked for.
    case year(Int)
    case month
    case day
    case phone
    case number
  }

  private(set) var terms: [SearchTerm] = []
  private(set) var meanings: [Meaning] = []
  /// Where those stand that are no names: they are few, and every person is asked for them.
  private(set) var phones: [Int] = []
  private(set) var numbers: [Int] = []
  private(set) var years: [(place: Int, offset: Int)] = []
  private(set) var month: Int?
  private(set) var day: Int?
  /// The names that are asked for.
  let names: [PersonName]
  /// How many different syllables each of them has, told apart without accents and with them.
  let different: [(fold: Int, exact: Int)]

  init(_ question: PersonQuestion) {
    names = question.names.map { PersonName($0) }.filter { !$0.isEmpty }
    different = names.map { name in
      (Set(name.syllables.map(\.fold)).count, Set(name.syllables.map(\.exact)).count)
    }
    if let term = question.phone.flatMap(PersonTerms.ofPhone) { add(term, .phone) }
    for term in question.numbers.compactMap(PersonTerms.ofNumber) { add(term, .number) }
    if let year = question.birthYear {
      // Lunar and solar years differ by one for whoever was born before Tết.
      for offset in [0, -1, 1] { add(PersonTerms.ofBirth(year: year + offset), .year(abs(offset))) }
    }
    for (term, meaning) in zip(question.birthDay?.terms ?? [], [.month, .day] as [Meaning]) {
      add(term, meaning)
    }
    for (index, name) in names.enumerated() { addForms(of: name, index) }
    for (index, name) in names.enumerated() { addNeighbours(of: name, index) }
  }

  private mutating func addForms(of name: PersonName, _ index: Int) {
    for (grade, term) in PersonTerms.wholes(of: name) { add(term, .whole(name: index, grade)) }
    for turned in name.turned {
      add(SearchKind.wholeFold.term(turned.joined(\.fold, "")), .turned(name: index))
    }
    for other in name.doubled {
      add(SearchKind.wholeFold.term(other.joined(\.fold, "")), .doubled(name: index))
    }
    for (place, syllable) in name.syllables.enumerated() {
      add(SearchKind.exact.term(syllable.exact), .syllable(name: index, place, .exact))
      add(SearchKind.fold.term(syllable.fold), .syllable(name: index, place, .fold))
      add(SearchKind.sound.term(syllable.sound), .syllable(name: index, place, .sound))
    }
  }

  /// What one wrong letter would make of each syllable: one too few here, one too many, one that is another.
  ///
  /// What another syllable of the name would answer says nothing of this one (*Thu* of *Thị*): it is the weakest sign.
  private mutating func addNeighbours(of name: PersonName, _ index: Int) {
    let near = name.syllables.map { NearTerms($0) }
    var holders: [SearchTerm: UInt16] = [:]
    for (place, terms) in near.enumerated() {
      for term in terms.stored { holders[term, default: 0] |= 1 << place }
    }
    for (place, terms) in near.enumerated() {
      for (term, grade) in terms.asked {
        let isOfOther = (holders[term] ?? 0) & ~(1 << place) != 0
        add(term, .syllable(name: index, place, isOfOther ? .vague : grade))
      }
    }
  }

  /// What a syllable is near to.
  private struct NearTerms {
    /// As they would be stored: itself, and with one letter less.
    let stored: [SearchTerm]
    let asked: [(SearchTerm, NameGrade)]

    init(_ syllable: NameSyllable) {
      let shorter = syllable.neighbours
      let stored = shorter.map { SearchKind.neighbour.term($0) }
      self.stored = [SearchKind.fold.term(syllable.fold)] + stored
      asked =
        QuestionTerms.otherVowels(syllable).map { (SearchKind.fold.term($0), NameGrade.other) }
        + [(SearchKind.neighbour.term(syllable.fold), .letter)]
        + shorter.map { (SearchKind.fold.term($0), .letter) } + stored.map { ($0, .other) }
    }
  }

  /// What a wrong letter makes of a syllable of one (*A*, *Y*, *Ê*): without it nothing is left to compare.
  private static func otherVowels(_ syllable: NameSyllable) -> [[UInt8]] {
    guard syllable.fold.count == 1, vowels.contains(syllable.fold[0]) else { return [] }
    return vowels.filter { $0 != syllable.fold[0] }.map { [$0] }
  }
  private static let vowels = Array("aeiouy".utf8)

  /// A question has room for so many terms: what comes last are the neighbours of a long name's end.
  private mutating func add(_ term: SearchTerm, _ meaning: Meaning) {
    guard terms.count < SearchTermSet.capacity else { return }
    switch meaning {
    case .phone: phones.append(terms.count)
    case .number: numbers.append(terms.count)
    case .year(let offset): years.append((terms.count, offset))
    case .month: month = terms.count
    case .day: day = terms.count
    default: break
    }
    terms.append(term)
    meanings.append(meaning)
  }
}
