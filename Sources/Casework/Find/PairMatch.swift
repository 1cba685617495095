import Vault

/// Two people of the index held against each other. Nothing is known of either but hashes, of which field and of
/// which kind: what matched can be counted and not read.
struct PairMatch {
  private let person: SearchPerson
  private let fields: [FieldID: PersonField]
  private let match: SearchMatch
  /// In how many fields of anybody each term of the person stands.
  private let counts: [Int]
  private let population: Int

  init(
    _ person: SearchPerson, _ match: SearchMatch, counts: [Int], population: Int,
    _ fields: [FieldID: PersonField]
  ) {
    (self.person, self.match, self.fields) = (person, match, fields)
    (self.counts, self.population) = (counts, population)
  }

  // MARK: What matched

  /// The terms of the person in one field and kind, and those of them that the other has there.
  private func terms(
    _ field: PersonField, _ kind: SearchKind
  ) -> (own: Int, shared: [Int], other: Int) {
    let own = person.terms.indices.filter { index in
      fields[person.terms[index].field] == field && person.terms[index].kind == kind.rawValue
    }
    let others = match.fields.filter { fields[$0.field] == field }
    let shared = own.filter { index in others.contains { $0.matched.contains(index) } }
    let other = others.reduce(0) { $0 + Int($1.counts[Int(kind.rawValue)]) }
    return (own.count, shared, other)
  }

  /// Nil where one of the two has nothing of it.
  private func isSame(_ field: PersonField, _ kind: SearchKind) -> Bool? {
    let found = terms(field, kind)
    return found.own == 0 || found.other == 0 ? nil : !found.shared.isEmpty
  }

  private var wholeName: MatchReason? {
    if isSame(.name, .wholeExact) == true { return .nameSame }
    if isSame(.name, .wholeFold) == true { return .nameAccents }
    return isSame(.name, .wholeSound) == true ? .nameSound : nil
  }

  /// How many syllables one of the two has that the other has not.
  private var strangeSyllables: Int {
    let found = terms(.name, .fold)
    return max(found.own, found.other) - found.shared.count
  }

  /// The name first, then what else fits, then what does not.
  var reasons: [MatchReason] {
    var reasons: [MatchReason] = []
    if let wholeName {
      reasons.append(wholeName)
    } else if !terms(.name, .fold).shared.isEmpty {
      reasons.append(inPart)
    }
    if isSame(.alias, .wholeFold) == true { reasons.append(.otherName) }
    if let year = isSame(.birth, .birthYear) { reasons.append(year ? .yearFits : .yearDiffers) }
    if let phone = isSame(.phone, .phone) { reasons.append(phone ? .phoneSame : .phoneDiffers) }
    if let number { reasons.append(number ? .numberSame : .numberDiffers) }
    return reasons
  }

  /// What the syllables say where the whole says nothing.
  private var inPart: MatchReason {
    guard strangeSyllables == 0 else { return .namePart }
    let exact = terms(.name, .exact)
    return exact.shared.count == min(exact.own, exact.other) && exact.own != exact.other
      ? .nameShort : .nameOrder
  }

  private var number: Bool? {
    let found = [isSame(.number, .number), isSame(.otherNumber, .number)].compactMap(\.self)
    return found.isEmpty ? nil : found.contains(true)
  }

  // MARK: Chance

  /// How many others would be as like; below the bound of ``PersonRanking`` it is likely to be one person.
  var chance: Double {
    var chance = Double(population) * nameShare
    if isSame(.alias, .wholeFold) == true { chance *= 0.01 }
    chance *= birthShare
    if let phone = isSame(.phone, .phone) { chance *= phone ? 1e-4 : 20 }
    if let number { chance *= number ? 1e-7 : 100 }
    return chance
  }

  private var birthShare: Double {
    let years = terms(.birth, .birthYear)
    guard years.own > 0, years.other > 0 else {
      return (years.own == years.other ? BirthFit.neither : .oneSided).factor
    }
    let fit = BirthFit(month: isSame(.birth, .birthMonth), day: isSame(.birth, .birthDay))
    return (years.shared.first.map { share(of: $0, 0.03) } ?? 100) * fit.factor
  }

  private var nameShare: Double {
    let folds = terms(.name, .fold).shared
    let shared = folds.isEmpty ? terms(.name, .sound).shared : folds
    guard !shared.isEmpty else { return 1 }
    var shares = shared.map { share(of: $0, 0.01) }.sorted()
    // Given names come in pairs.
    if shares.count > 1 { shares[1] = max(shares[1], 0.2) }
    return shares.reduce(1, *) * doubt
  }

  private var doubt: Double {
    switch wholeName {
    case .nameSame, .nameAccents: 1
    case nil: strangeSyllables == 0 ? 10 : strangeSyllables == 1 ? 50 : 1000
    default: 4
    }
  }

  private func share(of term: Int, _ guess: Double) -> Double {
    (Double(max(0, counts[term] - 2)) + 50 * guess) / (Double(population) + 50)
  }

  var isLikely: Bool {
    let fits = wholeName != nil || (strangeSyllables <= 1 && !terms(.name, .fold).shared.isEmpty)
    let isSameNumber = number == true || isSame(.phone, .phone) == true
    return (fits || isSameNumber) && chance < PersonRanking.likely
  }
}
