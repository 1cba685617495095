import Vault

/// How common what is asked for is among the people of this vault.
struct TermShares: Sendable {
  /// In how many cases each syllable of each name stands, by how near; each counts the nearer ones too.
  private var syllables: [[GradeCounts]]
  private var years: [Int: Int] = [:]
  let population: Int
  private let names: [PersonName]

  private init(_ question: QuestionTerms, population: Int) {
    (names, self.population) = (question.names, population)
    syllables = question.names.map {
      Array(repeating: GradeCounts(), count: $0.syllables.count)
    }
  }

  /// - Parameter counts: how many have each term of the question.
  init(_ question: QuestionTerms, counts: [Int], population: Int) {
    self.init(question, population: population)
    for (meaning, count) in zip(question.meanings, counts) {
      switch meaning {
      case .syllable(let name, let place, let grade):
        syllables[name][place][grade] += count
      case .year(let offset): years[offset, default: 0] += count
      default: break
      }
    }
    for name in syllables.indices {
      for place in syllables[name].indices {
        for (nearer, coarser) in [
          (NameGrade.fold, NameGrade.letter), (.letter, .other), (.other, .vague),
        ] {
          syllables[name][place][coarser] += syllables[name][place][nearer]
        }
      }
    }
  }

  /// From everybody of whom anything was found.
  init(_ question: QuestionTerms, _ found: [PersonMatch], population: Int) {
    self.init(question, population: population)
    for match in found {
      if let year = match.year { years[year, default: 0] += 1 }
      guard let name = match.name else { continue }
      for (place, grade) in name.grades.enumerated() where grade != .none {
        for coarser in NameGrade.allCases where coarser >= grade {
          syllables[name.name][place][coarser] += 1
        }
      }
    }
  }

  /// The share of others who have a syllable as near as this.
  func share(of match: NameMatch, _ place: Int) -> Double {
    let syllable = syllables[match.name][place]
    // Half of the stored names may be written without accents: those count too.
    let grade = match.grades[place] == .exact ? .fold : match.grades[place]
    let isCommon = Self.common.contains(names[match.name].syllables[place].fold)
    let guess = (isCommon ? 0.2 : 0.004) * (grade > .sound ? 2.5 : 1)
    return share(of: syllable[grade], guess)
  }

  /// The share of others who were born in that year, or within as many years of it.
  func share(ofYear offset: Int) -> Double {
    let count = years.filter { $0.key <= offset }.reduce(0) { $0 + $1.value }
    return share(of: count, offset == 0 ? 0.03 : 0.09)
  }

  /// Some accents are the same and some are not: neither of the two was written without.
  func isMixed(_ match: NameMatch) -> Bool {
    guard match.grades.contains(.fold) else { return false }
    return match.grades.indices.contains { place in
      let syllable = names[match.name].syllables[place]
      return match.grades[place] == .exact && syllable.exact != syllable.fold
    }
  }

  /// A vault of three people does not know yet what is common: the guess counts like fifty others.
  private func share(of count: Int, _ guess: Double) -> Double {
    (Double(max(0, count - 1)) + 50 * guess) / (Double(population) + 50)
  }

  private static let common = Set(
    ["nguyen", "tran", "le", "pham", "hoang", "huynh", "thi", "van"].map { Array($0.utf8) })
}
