import AuditLog
import Sealing

/// The whole index turned about, in memory: who has a token. Many questions are asked of it, such as one for each row
/// of a register, and the rows that came before can be put in too. It holds hashes and names of cases, no text, and
/// goes with the act.
public final class SearchBook {
  public internal(set) var search: Search
  let keys: IndexKeys?
  private var shelves: SearchShelves
  /// How many people were put in under an earlier index key: nobody else of a later one is like them.
  public private(set) var aged = 0

  /// - Parameters:
  ///   - expected: how many tokens there may be.
  ///   - telling: kinds of terms that together, in one field, tell a person.
  init(_ search: Search, _ keys: IndexKeys?, expecting expected: Int, telling: [[UInt8]]) {
    (self.search, self.keys) = (search, keys)
    shelves = SearchShelves(expecting: expected, telling: telling)
  }

  /// Nil for who holds no key of the index: for them it is empty.
  public var hasher: TermHasher? { keys.map { TermHasher(keys: $0) } }

  /// How many people are in it.
  public var count: Int { shelves.count }

  // MARK: Filling

  /// Everybody of one segment; `sort` has to follow.
  func add(_ page: PageTokens) {
    let newest = keys.map { UInt16(clamping: $0.versions[0].version) }
    for person in page.people {
      shelves.add(person.subject, person.fields, isSorted: false)
      if person.fields.contains(where: { $0.keyVersion != newest }) { aged += 1 }
    }
  }

  /// A row of the register at hand, for those that come after it.
  public func add(row: Int, _ hashed: HashedRow) {
    shelves.add(.row(row), hashed.fields, isSorted: true)
  }

  /// The places of the subjects among all.
  var numbers: [SearchSubject: Int] { shelves.numbers }

  func sort() { shelves.sort() }

  // MARK: Asking

  /// For asking on any thread. While it is kept, whoever is put in makes a copy of all of it.
  public var reader: SearchReader { SearchReader(shelves) }

  /// In how many fields of anybody each term of a person stands.
  public func counts(of person: SearchPerson) -> [Int] { shelves.counts(of: person.question) }

  /// Those who fit a question best, with all that was found of each.
  public func find(_ question: [SearchTerm], most: Int = 16) -> [SearchMatch] {
    guard let keys else { return [] }
    return shelves.find(keys.hash(question), most: most).found
  }

  /// - Parameter first: of the subjects that are meant; those before it were compared already.
  func find(_ asked: HashedQuestion, most: Int, from first: Int) -> [SearchMatch] {
    shelves.find(asked, most: most, from: first).found
  }
}
