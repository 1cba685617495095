/// One name of the question held against one name that is stored.
struct NameMatch: Hashable, Sendable {
  /// Which name of the question.
  let name: Int
  /// How near each of its syllables is.
  var grades: [NameGrade]
  /// How near the whole is, gaps or not.
  var whole = NameGrade.none
  var isTurned = false
  /// With a syllable twice that is asked for once, or the other way.
  var hasDoubled = false
  /// How many different syllables the stored field has.
  var stored = 0
  /// How many different ones the name of the question has; in both they are told apart without accents. *Văn Vạn* is
  /// one then in either: else a name with another syllable in place of the second would have as many.
  let asked: Int
  /// The same, told apart by their accents too.
  var storedExact = 0
  let askedExact: Int

  init(_ name: Int, of question: QuestionTerms) {
    self.name = name
    (asked, askedExact) = question.different[name]
    grades = Array(repeating: .none, count: question.names[name].syllables.count)
  }

  /// Syllables of the question that the stored name does not have in any form.
  var missing: Int { grades.count { $0 == .none } }

  /// The coarsest of the forms in which the syllables are there that are there.
  var grade: NameGrade {
    let coarsest = grades.filter { $0 != .none }.max() ?? .none
    // Each syllable is there, and the whole is another: *Thị Thị* of *Thị Thí*.
    if coarsest == .exact, whole != .none, !isTransposed { return whole }
    return min(whole, coarsest)
  }

  /// The same to the letter but for the order, without accents not even that: *Tượng Tưởng*, *Tưởng Tượng*.
  private var isTransposed: Bool {
    whole != .none && whole != .exact && grades.count > 1 && storedExact == askedExact
      && grades.allSatisfy { $0 == .exact }
  }

  /// All the syllables that are asked for and no others, but one of them once more or once less.
  var isDoubled: Bool {
    guard whole == .none, isWhole, !isTurned else { return false }
    return hasDoubled || (grade == .exact && storedExact != askedExact)
  }

  /// As many syllables, each of them there.
  var isWhole: Bool { whole != .none || isTurned || (missing == 0 && stored == asked) }

  /// One syllable more or less, and the others there: many leave out the middle name.
  var isPart: Bool {
    (missing == 0 && stored == asked + 1 && asked > 1)
      || (missing == 1 && stored == asked - 1 && asked > 2) || isMistypedTwin
  }

  /// A syllable that stands twice, once with a wrong letter: *Hữu Hpu* of *Hữu Hữu*. The index has it once, and the other
  /// answers for it.
  var isMistypedTwin: Bool {
    missing == 0 && stored == asked - 1 && asked > 2 && grades.count { $0 == .vague } == 1
  }

  /// The same syllables in another order.
  var isInOtherOrder: Bool {
    isTransposed || (whole == .none && isWhole && asked > 1 && grade < .letter && !isDoubled)
  }

  var fits: Bool { isWhole || isPart }

  /// The better of two comes first.
  static func isBetter(_ one: NameMatch, _ other: NameMatch) -> Bool {
    (one.rank, one.missing, one.grade.rawValue) < (other.rank, other.missing, other.grade.rawValue)
  }

  private var rank: Int { isWhole ? 0 : isPart ? 1 : 2 }
}
