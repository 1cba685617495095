/// One name of the question held against one name that is stored.
struct NameMatch: Hashable, Sendable {
  /// Which name of the question.
  let name: Int
  /// How near each of its syllables is.
  var grades: [NameGrade]
  /// How near the whole is, gaps or not.
  var whole = NameGrade.none
  var isTurned = false
  /// How many different syllables the stored field has.
  var stored = 0
  /// How many different ones the name of the question has; in both they are told apart without accents. *Văn Vạn* is
  /// one then in either: else a name with another syllable in place of the second would have as many.
  let asked: Int

  init(_ name: Int, of question: QuestionTerms) {
    let syllables = question.names[name].syllables
    (self.name, asked) = (name, Set(syllables.map(\.fold)).count)
    grades = Array(repeating: .none, count: syllables.count)
  }

  /// Syllables of the question that the stored name does not have in any form.
  var missing: Int { grades.count { $0 == .none } }

  /// The coarsest of the forms in which the syllables are there that are there.
  var grade: NameGrade { min(whole, grades.filter { $0 != .none }.max() ?? .none) }

  /// As many syllables, each of them there.
  var isWhole: Bool { whole != .none || isTurned || (missing == 0 && stored == asked) }

  /// One syllable more or less, and the others there: many leave out the middle name.
  var isPart: Bool {
    (missing == 0 && stored == asked + 1 && asked > 1)
      || (missing == 1 && stored == asked - 1 && asked > 2)
  }

  /// The same syllables in another order.
  var isInOtherOrder: Bool { whole == .none && isWhole && asked > 1 && grade < .letter }

  var fits: Bool { isWhole || isPart }

  /// The better of two comes first.
  static func isBetter(_ one: NameMatch, _ other: NameMatch) -> Bool {
    (one.rank, one.missing, one.grade.rawValue) < (other.rank, other.missing, other.grade.rawValue)
  }

  private var rank: Int { isWhole ? 0 : isPart ? 1 : 2 }
}
