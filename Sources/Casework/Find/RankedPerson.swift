import Vault

/// Somebody who was found, with how likely it is that they are meant.
struct RankedPerson: Sendable {
  let match: PersonMatch
  /// How many others would fit as well.
  let chance: Double
  let isLikely: Bool

  /// The likeliest first.
  static func sorted(_ matches: [PersonMatch], _ ranking: PersonRanking) -> [RankedPerson] {
    matches.map { match in
      RankedPerson(
        match: match, chance: ranking.chance(match), isLikely: ranking.isLikely(match))
    }.sorted { $0.chance < $1.chance }
  }
}

extension PersonMatch {
  var caseID: CaseID? { if case .case(let id) = subject { id } else { nil } }

  /// Whether somebody who asked wants to hear of it: a family name alone is no answer.
  var isShown: Bool {
    if phone == true || number == true { return true }
    guard let name else { return !isNameAsked && (year == 0 || year == 1) }
    return name.fits || name.missing <= (name.grades.count - 1) / 2
  }
}
