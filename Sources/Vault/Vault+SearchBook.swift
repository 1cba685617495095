import AuditLog
import Sealing

extension Vault {
  /// Opens the whole index once, for many questions: one entry for all of them, durable before. What is then shown is
  /// told like any other search (`tell`).
  ///
  /// - Parameters:
  ///   - questions: how many are to be asked, as far as that is a number; the entry has it.
  ///   - telling: kinds of terms (``SearchTerm``) that together, in one field, tell one person from all others.
  public func openSearchBook(
    for purpose: Purpose, use: SearchUse, questions: Int? = nil, telling: [[UInt8]] = [],
    as session: borrowing Session
  ) throws(VaultError) -> SearchBook {
    let entry = try beginSearch(use, purpose, questions: questions, session)
    let keyring = session.keyring
    let book = try looking { tx throws(VaultError) -> SearchBook in
      let keys = try IndexKeys(self, keyring, tx)
      guard let keys else {
        let search = Search(
          use: use, purpose: purpose, entry: entry, unread: try tx.segmentNumbers().count,
          unindexed: try tx.countUnindexed(), cases: 0)
        return SearchBook(search, nil, expecting: 0, telling: telling)
      }
      return try fill(
        Search(
          use: use, purpose: purpose, entry: entry, unread: 0, unindexed: 0,
          cases: try tx.fileCount()), keys, telling, tx)
    }
    if book.search.unread > 0 { try noteUnread(entry, use, book.search.unread, session) }
    return book
  }

  private func fill(
    _ begun: Search, _ keys: IndexKeys, _ telling: [[UInt8]], _ tx: Transaction
  ) throws(VaultError) -> SearchBook {
    let expected = try tx.fileCount() * Self.tokensExpected
    let book = SearchBook(begun, keys, expecting: expected, telling: telling)
    let left = try SegmentScan(vault: self, keys: keys).run(tx, Self.taking) {
      (pages: [PageTokens]) throws(VaultError) in
      for page in pages { book.add(page) }
    }
    book.sort()
    (book.search.unread, book.search.unindexed) = (left.unread, left.unindexed)
    return book
  }

  /// Holds everybody whom the index has against all who come after them, so that each two are handed over once. It was
  /// written down when the book was opened; who is then shown is told like any other hit (`tell`).
  ///
  /// What somebody is found by is the question: nobody knows its words, but the field and the kind of each term. Two of
  /// whom one was put in under an earlier index key (`SearchBook.aged`) are not seen to be alike before they are put in
  /// again.
  ///
  /// - Parameter body: a person, and those who are like them, the best first.
  public func compareAll(
    _ book: SearchBook, as session: borrowing Session,
    _ body: (SearchPerson, [SearchMatch]) throws(VaultError) -> Void
  ) throws(VaultError) {
    guard book.search.use.act == .comparePeople, let keys = book.keys else { return }
    let numbers = book.numbers
    try looking { tx throws(VaultError) in
      _ = try SegmentScan(vault: self, keys: keys).run(tx, Self.taking) {
        (pages: [PageTokens]) throws(VaultError) in
        for page in pages {
          for person in page.people {
            // Who came since the book was opened is not in it.
            guard let number = numbers[person.subject], let asked = SearchPerson(person)
            else { continue }
            let like = book.find(asked.question, most: Self.likePeople, from: number + 1)
            if !like.isEmpty { try body(asked, like) }
          }
        }
      }
    }
  }

  /// Of one person, so many at most are held against them closely, and as many who share a number.
  private static let likePeople = 16

  /// Of one person, about.
  private static let tokensExpected = 36

  private static let taking: @Sendable (SegmentCursor, inout [PageTokens]) -> Bool = {
    cursor, pages in
    guard let page = PageTokens(cursor) else { return false }
    pages.append(page)
    return true
  }
}
