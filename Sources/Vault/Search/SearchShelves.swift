import AuditLog
import Sealing

/// Who has a token: entries by the last bits of their token, ascending, so that those of one token stand side by side.
///
/// It holds hashes and names of cases, no text.
struct SearchShelves: Sendable {
  /// A token of a question where it stands here.
  private struct Standing: Sendable {
    var token: UInt64
    var shelf: Int
    var range: Range<Int>
    var terms: SearchTermSet
  }

  /// token 40 ‖ place of the field 24.
  private var shelves: [[UInt64]]
  /// Of each field of anybody, whose it is and what it is.
  private var owners: [UInt32] = []
  private var places: [(field: FieldID, counts: SIMD16<UInt8>)] = []
  private var subjects: [SearchSubject] = []
  /// The first place of each subject.
  private var starts: [Int] = [0]
  /// For one question at a time: how well each subject fits so far.
  private var scores: [Float] = []

  /// Tokens of a question that more fields than this have in all lead to nobody by themselves: half of all people
  /// are called by the same few family names.
  private static let followed = 8_192
  /// As many places as 24 bits can name.
  private static let most = 1 << 24
  private static let shelfBits = 12

  /// Kinds of terms that together, in one field, tell a person. A name has dozens of tokens, a number one and a date
  /// two: whoever has those is looked at, were there ever so many who have half of the name.
  private let telling: [[UInt8]]

  /// - Parameter expected: how many tokens there may be.
  init(expecting expected: Int, telling: [[UInt8]]) {
    self.telling = telling
    let shelf = expected >> Self.shelfBits
    shelves = (0..<1 << Self.shelfBits).map { _ in
      var entries: [UInt64] = []
      entries.reserveCapacity(shelf + shelf / 8)
      return entries
    }
  }

  /// How many people are in it.
  var count: Int { subjects.count }

  /// The places of the subjects among all.
  var numbers: [SearchSubject: Int] {
    Dictionary(subjects.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  // MARK: Filling

  /// - Parameter isSorted: whether all that is here is in order, and is to stay so; else ``sort()`` has to follow.
  mutating func add(_ subject: SearchSubject, _ fields: [PageTokens.Field], isSorted: Bool) {
    guard places.count + fields.count <= Self.most else { return }
    let number = UInt32(subjects.count)
    subjects.append(subject)
    scores.append(0)
    for field in fields {
      let place = UInt64(places.count)
      owners.append(number)
      places.append((field.field, field.counts))
      for token in field.tokens { insert(token << 24 | place, isSorted: isSorted) }
    }
    starts.append(places.count)
  }

  private mutating func insert(_ entry: UInt64, isSorted: Bool) {
    let shelf = Self.shelf(of: entry >> 24)
    if isSorted {
      let place = shelves[shelf].firstPlace(notBelow: entry, in: shelves[shelf].indices)
      shelves[shelf].insert(entry, at: place)
    } else {
      shelves[shelf].append(entry)
    }
  }

  mutating func sort() {
    for shelf in shelves.indices { shelves[shelf].sort() }
  }

  private static func shelf(of token: UInt64) -> Int { Int(token) & (1 << shelfBits - 1) }

  // MARK: Asking

  /// Those who fit a question best, with all that was found of each, and in how many fields of anybody each of its
  /// terms stands.
  ///
  /// Who is looked at closely is found by the tokens that few have.
  ///
  /// - Parameters:
  ///   - first: of the subjects that are meant; those before it were compared already.
  ///   - end: of the subjects that are looked at; those from there on are not here yet for who asks.
  mutating func find(
    _ asked: HashedQuestion, most: Int, from first: Int = 0, before end: Int = .max
  ) -> (found: [SearchMatch], counts: [Int]) {
    let standing = standing(asked, before: starts[min(end, subjects.count)])
    let told = tellingSets(asked).flatMap { subjects(with: $0, standing) }
    let found = likely(standing, told: Set(told), most: most).filter { $0 >= first }.map { number in
      SearchMatch(subject: subjects[Int(number)], fields: fields(of: Int(number), standing))
    }
    return (found, Self.counts(standing, of: asked.count))
  }

  func counts(of asked: HashedQuestion) -> [Int] {
    Self.counts(standing(asked, before: places.count), of: asked.count)
  }

  private static func counts(_ standing: [Standing], of count: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: count)
    for token in standing { token.terms.forEach { counts[$0] += token.range.count } }
    return counts
  }

  /// The tokens that anybody has, the rarest first. The same one under two versions of the key is one.
  ///
  /// - Parameter last: of the fields that are looked at, the place behind.
  private func standing(_ asked: HashedQuestion, before last: Int) -> [Standing] {
    var found: [Standing] = []
    asked.forEachToken { token, terms in
      let shelf = Self.shelf(of: token)
      let entries = shelves[shelf]
      let start = entries.firstPlace(notBelow: token << 24, in: entries.indices)
      let end = entries.firstPlace(
        notBelow: token << 24 + UInt64(last), in: start..<entries.count)
      guard start < end else { return }
      found.append(Standing(token: token, shelf: shelf, range: start..<end, terms: terms))
    }
    // By the token where as many have it: the same question is answered the same way each time.
    found.sort { ($0.range.count, $0.token) < ($1.range.count, $1.token) }
    return found
  }

  /// Of each group of kinds that tells a person, the terms of the question; none of a group that is not asked for whole.
  private func tellingSets(_ asked: HashedQuestion) -> [[SearchTermSet]] {
    telling.map { group in group.map { asked.places(of: [$0]) } }
      .filter { group in !group.contains(where: \.isEmpty) }
  }

  /// Those who have one of each of some sets of terms, all in one field.
  private func subjects(with group: [SearchTermSet], _ standing: [Standing]) -> [UInt32] {
    var places: Set<UInt64>?
    for terms in group {
      let own = standing.filter { $0.terms.intersects(terms) }.flatMap { token in
        token.range.map { shelves[token.shelf][$0] & (1 << 24 - 1) }
      }
      places = places?.intersection(own) ?? Set(own)
    }
    return (places ?? []).map { owners[Int($0)] }
  }

  /// The subjects that share most of what is rare, the best first, and as many of those who are told by other terms.
  private mutating func likely(
    _ standing: [Standing], told: Set<UInt32>, most: Int
  ) -> [UInt32] {
    var touched: [UInt32] = []
    var left = Self.followed
    var last: UInt64?
    for token in standing where token.token != last {
      left -= token.range.count
      guard left >= 0 else { break }
      last = token.token
      // More than nothing: who has no score yet was not touched yet.
      let weight = max((Float(subjects.count) / Float(token.range.count)).logarithm, 0.001)
      let entries = shelves[token.shelf]
      for index in token.range {
        let subject = owners[Int(entries[index] & (1 << 24 - 1))]
        let score = scores[Int(subject)]
        if score == 0 { touched.append(subject) }
        scores[Int(subject)] = score + weight
      }
    }
    var (best, others) = (BestFew(most), BestFew(most))
    for subject in touched { best.take(subject, scores[Int(subject)]) }
    let first = best.numbers
    for subject in told.subtracting(first) { others.take(subject, scores[Int(subject)]) }
    for subject in touched { scores[Int(subject)] = 0 }
    return first + others.numbers
  }

  /// All fields of a subject, with what of the question each has.
  private func fields(of subject: Int, _ standing: [Standing]) -> [SearchMatch.Field] {
    let (first, end) = (starts[subject], starts[subject + 1])
    var found = places[first..<end].map { place in
      SearchMatch.Field(record: RecordID(.zero), field: place.field, counts: place.counts)
    }
    for token in standing {
      let entries = shelves[token.shelf]
      var place = entries.firstPlace(notBelow: token.token << 24 | UInt64(first), in: token.range)
      while place < token.range.upperBound, entries[place] < token.token << 24 | UInt64(end) {
        found[Int(entries[place] & (1 << 24 - 1)) - first].matched.formUnion(token.terms)
        place += 1
      }
    }
    return found
  }
}

extension [UInt64] {
  /// Where the first entry of a part stands that is not below a number, or its end; of a sorted array.
  fileprivate func firstPlace(notBelow number: UInt64, in part: Range<Int>) -> Int {
    var (low, high) = (part.lowerBound, part.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Float {
  /// The number of doublings, near enough for weighing.
  fileprivate var logarithm: Float { Float(exponent) + significand }
}
