import AuditLog
import Sealing

extension Vault {
  /// Opens the whole index once, for many questions: one entry for all of them, durable before. What is then shown is
  /// told like any other search (`tell`).
  public func openSearchBook(
    for purpose: Purpose, use: SearchUse, as session: borrowing Session
  ) throws(VaultError) -> SearchBook {
    let entry = try beginSearch(use, purpose, session)
    let keyring = session.keyring
    let book = try looking { tx throws(VaultError) -> SearchBook in
      let keys = try IndexKeys(self, keyring, tx)
      let unindexed = try tx.countUnindexed()
      guard let keys else {
        let search = Search(
          use: use, purpose: purpose, entry: entry, unread: try tx.segmentNumbers().count,
          unindexed: unindexed, cases: 0)
        return SearchBook(search, nil, expecting: 0)
      }
      return try fill(
        Search(use: use, purpose: purpose, entry: entry, unread: 0, unindexed: unindexed, cases: try tx.fileCount()),
        keys, tx)
    }
    if book.search.unread > 0 { try noteUnread(entry, use, book.search.unread, session) }
    return book
  }

  private func fill(
    _ begun: Search, _ keys: IndexKeys, _ tx: Transaction
  ) throws(VaultError) -> SearchBook {
    let book = SearchBook(begun, keys, expecting: try tx.fileCount() * Self.tokensExpected)
    let unread = try SegmentScan(vault: self, keys: keys).run(tx, Self.taking) {
      (pages: [PageTokens]) throws(VaultError) in
      for page in pages { book.add(page) }
    }
    book.sort()
    book.search.unread = unread
    return book
  }

  /// Of one person, about.
  private static let tokensExpected = 44

  private static let taking: @Sendable (SegmentCursor, inout [PageTokens]) -> Bool = {
    cursor, pages in
    guard let page = PageTokens(cursor) else { return false }
    pages.append(page)
    return true
  }
}
