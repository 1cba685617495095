import Vault

/// Somebody who was found, with how likely it is that they are meant.
struct RankedPerson: Sendable {
  let match: PersonMatch
  /// How many others would fit as well.
  let chance: Double
  let isLikely: Bool

  /// The likeliest first; of two who are as likely, whose name is nearer as it is written.
  static func sorted(_ matches: [PersonMatch], _ ranking: PersonRanking) -> [RankedPerson] {
    matches.map { RankedPerson($0, ranking) }.sorted { $0.isBefore($1) }
  }

  /// The first of those in that order who are likely to be the same person.
  static func likeliest(_ matches: [PersonMatch], _ ranking: PersonRanking) -> RankedPerson? {
    matches.lazy.map { RankedPerson($0, ranking) }.filter(\.isLikely).min { $0.isBefore($1) }
  }

  private init(_ match: PersonMatch, _ ranking: PersonRanking) {
    self.match = match
    chance = ranking.chance(match)
    isLikely = PersonRanking.isLikely(match, chance)
  }

  private func isBefore(_ other: RankedPerson) -> Bool {
    (chance, nearness) < (other.chance, other.nearness)
  }

  /// Of whom to hear before another file is opened: those who are likely to be the same person; and whoever has the whole
  /// name, where they are few and nothing speaks against it, how many others might be called so.
  static func likelySame(_ found: [RankedPerson]) -> [RankedPerson] {
    let namesakes = found.filter { !$0.isLikely && $0.match.isNamesake }
    let told = namesakes.count > Self.fewNamesakes ? [] : namesakes
    return (found.filter(\.isLikely) + told).sorted { $0.isBefore($1) }
  }

  /// As many as anybody reads through while somebody waits.
  private static let fewNamesakes = 3

  private var nearness: NameGrade { match.name?.grade ?? .none }

  /// Those that somebody who asked wants to hear of. Who has all that was asked for is ranked and never dropped, were
  /// it the given name of hundreds. Who lacks a part of the name is told where nobody fits better, and not where half
  /// of the office does: a family name is no answer.
  static func shown(_ found: [RankedPerson]) -> [RankedPerson] {
    let fitting = found.filter { $0.match.fits || $0.match.hasAllAsked }
    guard fitting.isEmpty else { return fitting }
    let partly = found.filter(\.match.isPartly)
    return partly.count > Vault.hitsShown ? [] : partly
  }
}

extension SearchSubject {
  var caseID: CaseID? { if case .case(let id) = self { id } else { nil } }
}

extension PersonMatch {
  var caseID: CaseID? { subject.caseID }

  /// Whether the name is there, or a number; where no name was asked for, the year.
  fileprivate var fits: Bool {
    if phone == true || number == true || name?.fits == true { return true }
    return !isNameAsked && (year == 0 || year == 1)
  }

  /// The whole name, accents or not, and nothing else that differs.
  fileprivate var isNamesake: Bool {
    guard let name, name.whole <= .fold, !isOtherName else { return false }
    return (year ?? 0) <= 1 && phone != false && number != false
      && ![.otherDay, .otherMonth].contains(birth)
  }

  /// Every syllable that was asked for, whatever else the name has. A letter wrong counts where one or two were asked
  /// for, and in one of them: of more, every longer name would be like.
  fileprivate var hasAllAsked: Bool {
    guard let name, name.missing == 0 else { return false }
    guard name.asked <= 2 else { return name.grade < .letter }
    return name.grades.count { $0 >= .letter } < 2 && !name.grades.contains(.vague)
  }

  fileprivate var isPartly: Bool {
    name.map { $0.missing <= ($0.grades.count - 1) / 2 } ?? false
  }
}
