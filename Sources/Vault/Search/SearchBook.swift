import AuditLog
import Sealing

/// The whole index turned about, in memory: who has a token. Many questions are asked of it, such as one for each row
/// of a register, and the rows that came before can be put in too. It holds hashes and names of cases, no text, and
/// goes with the act.
public final class SearchBook {
  public internal(set) var search: Search
  let keys: IndexKeys?
  /// Entries by the last bits of their token, ascending: token 40 ‖ place of the field 24.
  private var shelves: [[UInt64]]
  private var places: [Place] = []
  private var subjects: [SearchSubject] = []
  /// The first place of each subject.
  private var starts: [UInt32] = []
  /// For one question at a time: how well each subject fits so far.
  private var scores: [Float] = []

  /// A field of somebody.
  private struct Place {
    var subject: UInt32
    var field: FieldID
    var counts: SIMD16<UInt8>
  }

  /// Tokens of a question that more fields than this have in all lead to nobody by themselves: half of all people
  /// are called by the same few family names.
  private static let followed = 8_192
  /// How many people were put in under an earlier index key: nobody else of a later one is like them.
  public private(set) var aged = 0

  /// As many places as 24 bits can name.
  private static let most = 1 << 24
  private static let shelfBits = 12

  /// - Parameter expected: how many tokens there may be.
  init(_ search: Search, _ keys: IndexKeys?, expecting expected: Int) {
    (self.search, self.keys) = (search, keys)
    let shelf = expected >> Self.shelfBits
    shelves = (0..<1 << Self.shelfBits).map { _ in
      var entries: [UInt64] = []
      entries.reserveCapacity(shelf + shelf / 8)
      return entries
    }
  }

  // MARK: Filling

  /// Everybody of one segment; `sort` has to follow.
  func add(_ page: PageTokens) {
    let newest = keys.map { UInt16(clamping: $0.versions[0].version) }
    for person in page.people {
      add(person.subject, person.fields)
      if person.fields.contains(where: { $0.keyVersion != newest }) { aged += 1 }
    }
  }

  /// A row of the register at hand, for those that come after it.
  public func add(row: Int, _ fields: [FieldID: [SearchTerm]]) {
    guard let keys else { return }
    let indexed = fields.sorted { $0.key < $1.key }.map { field, terms in
      keys.field(terms, of: field, version: 1, record: RecordID(.zero))
    }
    let tokens = indexed.map { field in
      PageTokens.Field(
        field: field.field, keyVersion: field.keyVersion,
        tokens: field.groups.flatMap(\.tokens), counts: field.counts)
    }
    add(.row(row), tokens, isSorted: true)
  }

  private func add(
    _ subject: SearchSubject, _ fields: [PageTokens.Field], isSorted: Bool = false
  ) {
    guard places.count + fields.count <= Self.most else { return }
    let number = UInt32(subjects.count)
    subjects.append(subject)
    starts.append(UInt32(places.count))
    scores.append(0)
    for field in fields {
      let place = UInt64(places.count)
      places.append(Place(subject: number, field: field.field, counts: field.counts))
      for token in field.tokens { insert(token << 24 | place, isSorted: isSorted) }
    }
  }

  private func insert(_ entry: UInt64, isSorted: Bool) {
    let shelf = Self.shelf(of: entry >> 24)
    if isSorted {
      shelves[shelf].insert(entry, at: shelves[shelf].firstPlace(notBelow: entry))
    } else {
      shelves[shelf].append(entry)
    }
  }

  /// The places of the subjects among all.
  var numbers: [SearchSubject: Int] {
    Dictionary(subjects.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  func sort() {
    for shelf in shelves.indices { shelves[shelf].sort() }
  }

  private static func shelf(of token: UInt64) -> Int { Int(token) & (1 << shelfBits - 1) }

  // MARK: Asking

  /// How many people are in it.
  public var count: Int { subjects.count }

  /// Those who fit a question best, and in how many fields of anybody each of its terms stands.
  public func ask(
    _ question: [SearchTerm], most: Int = 16
  ) -> (found: [SearchMatch], counts: [Int]) {
    guard let keys else { return ([], Array(repeating: 0, count: question.count)) }
    let asked = keys.hash(question)
    return (find(asked, most: most), counts(of: asked))
  }

  /// In how many fields of anybody each term of a person stands.
  public func counts(of person: SearchPerson) -> [Int] { counts(of: person.question) }

  private func counts(of asked: HashedQuestion) -> [Int] {
    var counts = [Int](repeating: 0, count: asked.count)
    for (_, token, terms) in asked.tokens {
      let fields = range(of: token).count
      if fields > 0 { terms.forEach { counts[$0] += fields } }
    }
    return counts
  }

  /// Those who fit a question best, with all that was found of each.
  ///
  /// Who is looked at closely is found by the tokens that few have.
  public func find(_ question: [SearchTerm], most: Int = 16) -> [SearchMatch] {
    guard let keys else { return [] }
    return find(keys.hash(question), most: most)
  }

  /// - Parameter first: of the subjects that are meant; those before it were compared already.
  func find(_ asked: HashedQuestion, most: Int, from first: Int = 0) -> [SearchMatch] {
    let tokens = asked.tokens
    return likely(tokens.map(\.token), most: most).filter { $0 >= first }.map { number in
      SearchMatch(subject: subjects[Int(number)], fields: fields(of: Int(number), tokens))
    }
  }

  /// The subjects that share most of what is rare, the best first.
  private func likely(_ tokens: [UInt64], most: Int) -> [UInt32] {
    var ranges = Set(tokens).map { token in (token: token, range: range(of: token)) }
    ranges.sort { $0.range.count < $1.range.count }
    var touched: [UInt32] = []
    var left = Self.followed
    for (token, range) in ranges where !range.isEmpty {
      left -= range.count
      guard left >= 0 else { break }
      let weight = Float(subjects.count) / Float(range.count)
      for entry in shelves[Self.shelf(of: token)][range] {
        let subject = places[Int(entry & (1 << 24 - 1))].subject
        if scores[Int(subject)] == 0 { touched.append(subject) }
        scores[Int(subject)] += weight.logarithm
      }
    }
    let best = touched.sorted {
      (scores[Int($0)], $1) > (scores[Int($1)], $0)
    }.prefix(most)
    for subject in touched { scores[Int(subject)] = 0 }
    return Array(best)
  }

  private func range(of token: UInt64) -> Range<Int> {
    let shelf = shelves[Self.shelf(of: token)]
    return shelf.firstPlace(notBelow: token << 24)..<shelf.firstPlace(notBelow: (token + 1) << 24)
  }

  /// All fields of a subject, with what of the question each has.
  private func fields(
    of subject: Int, _ tokens: [(version: UInt16, token: UInt64, terms: SearchTermSet)]
  ) -> [SearchMatch.Field] {
    let first = Int(starts[subject])
    let end = subject + 1 < starts.count ? Int(starts[subject + 1]) : places.count
    var found = places[first..<end].map { place in
      SearchMatch.Field(record: RecordID(.zero), field: place.field, counts: place.counts)
    }
    for (_, token, terms) in tokens {
      let shelf = shelves[Self.shelf(of: token)]
      var place = shelf.firstPlace(notBelow: token << 24 | UInt64(first))
      while place < shelf.count, shelf[place] < token << 24 | UInt64(end) {
        found[Int(shelf[place] & (1 << 24 - 1)) - first].matched.formUnion(terms)
        place += 1
      }
    }
    return found
  }
}

extension [UInt64] {
  /// Where the first entry stands that is not below a number; of a sorted array.
  fileprivate func firstPlace(notBelow number: UInt64) -> Int {
    var (low, high) = (0, count)
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
