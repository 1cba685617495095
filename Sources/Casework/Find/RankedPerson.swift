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

  /// Those that somebody who asked wants to hear of. Who shares a part of the name alone is told where nobody fits
  /// better, and not where half of the office does: a family name is no answer.
  static func shown(_ found: [RankedPerson]) -> [RankedPerson] {
    let fitting = found.filter(\.match.fits)
    guard fitting.isEmpty else { return fitting }
    let partly = found.filter(\.match.isPartly)
    return partly.count > Vault.hitsShown ? [] : partly
  }
}

extension PersonMatch {
  var caseID: CaseID? { if case .case(let id) = subject { id } else { nil } }

  /// Whether the name is there, or a number; where no name was asked for, the year.
  fileprivate var fits: Bool {
    if phone == true || number == true || name?.fits == true { return true }
    return !isNameAsked && (year == 0 || year == 1)
  }

  fileprivate var isPartly: Bool {
    name.map { $0.missing <= ($0.grades.count - 1) / 2 } ?? false
  }
}
