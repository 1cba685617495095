/// Says how likely it is that a file is of the person who is looked for.
///
/// The measure is how many others in the vault would fit as well by chance: *Nguyễn Thị* says little of
/// anybody, a rare name much, a telephone number nearly all (Fellegi and Sunter 1969, with the frequencies
/// of the names of this vault). The factors were set on registers of made-up people and held against others.
struct PersonRanking: Sendable {
  let shares: TermShares
  /// Whether everything was asked that is known, as of a form: what is missing says something then.
  let isWhole: Bool

  /// Worth a look before another file is opened: fewer than one other would fit as well.
  static func isLikely(_ match: PersonMatch, _ chance: Double) -> Bool {
    guard match.name?.fits == true || match.phone == true || match.number == true else {
      return false
    }
    return chance < likely
  }

  static let likely = 1.0

  /// How many others would fit as well.
  func chance(_ match: PersonMatch) -> Double {
    var chance = Double(shares.population)
    if let name = match.name { chance *= share(of: name) }
    if match.isOtherName { chance *= 100 } else if match.hasOtherName { chance *= 0.01 }
    switch match.year {
    case 0: chance *= shares.share(ofYear: 0) * match.birth.factor
    case 1: chance *= 40 * shares.share(ofYear: 1) * match.birth.factor
    case nil where isWhole: chance *= match.birth.factor
    case nil: break
    // A year is mistyped more often than a whole date.
    default: chance *= 100 * match.birth.factor
    }
    // Numbers change; that one is the same is no accident, except in a family.
    switch match.phone {
    case true: chance *= 1e-4
    case false: chance *= 20
    case nil: break
    }
    switch match.number {
    case true: chance *= 1e-7
    case false: chance *= 100
    case nil: break
    }
    return chance
  }

  private func share(of name: NameMatch) -> Double {
    guard name.missing < name.grades.count else { return 0.001 }
    var found = name.grades.indices.filter { name.grades[$0] != .none }
      .map { min(1, shares.share(of: name, $0)) }.sorted()
    // Given names come in pairs: who is called Cát is likely to be called Cát Tường.
    if found.count > 1 { found[1] = max(found[1], 0.2) }
    return found.reduce(1, *) * Self.doubt(name) * (shares.isMixed(name) ? 20 : 1)
  }

  /// How much rarer it is to write one's own name so than for others to have it.
  private static func doubt(_ name: NameMatch) -> Double {
    var doubt: Double = name.isWhole ? 1 : name.isPart ? 20 : 1000
    for grade in name.grades {
      switch grade {
      case .sound: doubt *= 4
      case .letter: doubt *= 2
      case .vague where name.isMistypedTwin: break
      case .other, .vague: doubt *= 25
      default: break
      }
    }
    if name.grades.count(where: { (.letter...NameGrade.vague).contains($0) }) > 1 { doubt *= 100 }
    let isMoved = name.whole == .none && (name.isInOtherOrder || name.isDoubled)
    return isMoved && !name.isTurned ? doubt * 10 : doubt
  }
}
