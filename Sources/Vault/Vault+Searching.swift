import AuditLog
import Sealing

extension Vault {
  /// Cases that somebody is told of at most; who wants more asks more closely.
  public static let hitsShown = 20

  /// Cases in a part of the index: so many at most are not looked through where one does not open.
  public static let casesInSegment = SearchSegment.people

  /// Asks the index for people. The entry that says so is durable before any of it is opened; what is asked for is
  /// in no entry.
  ///
  /// Nothing of what is found may be shown before it is told (`tell`): ranking is all that it is handed over for.
  ///
  /// - Parameters:
  ///   - questions: of how many people it could be, where that is more than one: the entry has it.
  ///   - rank: what is made of each person of whom anything was found, on the thread that opened the segment; nil for
  ///     who is not meant.
  /// - Throws: `denied` for who does not hold the index key.
  public func search<Line: Sendable>(
    _ question: [SearchTerm], for purpose: Purpose, use: SearchUse = .person,
    questions: Int = 1, as session: borrowing Session,
    _ rank: @escaping @Sendable (SearchMatch) -> Line?
  ) throws(VaultError) -> (search: Search, found: [Line]) {
    let entry = try beginSearch(use, purpose, questions: questions > 1 ? questions : nil, session)
    let keyring = session.keyring
    var found: [Line] = []
    let (unread, unindexed, cases) = try looking { tx throws(VaultError) -> (Int, Int, Int) in
      let cases = try tx.fileCount()
      guard let keys = try IndexKeys(self, keyring, tx) else {
        return (try tx.segmentNumbers().count, try tx.countUnindexed(), cases)
      }
      let asked = keys.hash(question)
      let left = try SegmentScan(vault: self, keys: keys).run(tx, Self.matching(asked, rank)) {
        found += $0
      }
      return (left.unread, left.unindexed, cases)
    }
    if unread > 0 { try noteUnread(entry, use, unread, session) }
    let search = Search(
      use: use, purpose: purpose, entry: entry, unread: unread, unindexed: unindexed, cases: cases)
    return (search, found)
  }

  /// Writes down that somebody looks for people, or is refused.
  ///
  /// - Parameter questions: how many are to be asked at once; nil for one.
  func beginSearch(
    _ use: SearchUse, _ purpose: Purpose, questions: Int? = nil, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: use.act) else {
        return try context.refuse(Act.search, .role) { entry in
          (entry.kind, entry.purp) = (use.rawValue, purpose.rawValue)
        }
      }
      return .allowed(
        try context.append(Act.search) { entry in
          (entry.kind, entry.purp) = (use.rawValue, purpose.rawValue)
          (entry.role, entry.n) = (role.rawValue, questions.map(Entry.bucket))
        })
    }
  }

  /// A part of the index that does not open is an entry of its own, as a field would be.
  func noteUnread(
    _ ref: Int, _ use: SearchUse, _ count: Int, _ session: borrowing Session
  ) throws(VaultError) {
    try act(as: session) { context throws(VaultError) -> Ruling<Void> in
      try context.append(Act.search, .failed) { entry in
        (entry.kind, entry.why, entry.ref) = (use.rawValue, .tampered, ref)
        entry.n = Entry.bucket(count)
      }
      return .allowed(())
    }
  }

  private static func matching<Line>(
    _ asked: HashedQuestion, _ rank: @escaping @Sendable (SearchMatch) -> Line?
  ) -> @Sendable (SegmentCursor, inout [Line]) -> Bool {
    { cursor, lines in
      var cursor = cursor
      guard cursor.begin() else { return false }
      while let id = cursor.nextPerson() {
        guard let match = cursor.match(of: id, asked), let line = rank(match) else { continue }
        lines.append(line)
      }
      return true
    }
  }

  /// Tells what was found, once it is written down: how many there were, and of each that is shown which case it is
  /// of. Whoever may read a case is told its code; the others learn that there is a file, and whom to ask.
  ///
  /// - Parameters:
  ///   - cases: the best first; more than ``hitsShown`` are not told.
  ///   - count: how many there were.
  ///   - fields: of the operations row, for who may read the case.
  public func tell(
    _ search: Search, cases: [CaseID], of count: Int, showing fields: Set<FieldID>,
    as session: borrowing Session
  ) throws(VaultError) -> SearchAnswer {
    let keyring = session.keyring
    let shown = Array(cases.prefix(Self.hitsShown))
    let (entry, told) = try act(as: session) {
      context throws(VaultError) -> Ruling<(Int, [SearchTeller.Told])> in
      try SearchTeller(context: context, search: search).tell(shown, of: count)
    }
    return try looking { tx throws(VaultError) in
      var hits: [SearchHit] = []
      for item in told { hits.append(try hit(item, fields, keyring, tx)) }
      return SearchAnswer(entry: entry, hits: hits, gone: shown.count - told.count)
    }
  }

  private func hit(
    _ told: SearchTeller.Told, _ fields: Set<FieldID>, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> SearchHit {
    var owner: String?
    if let member = told.owner { owner = try handle(of: member, keyring, tx) }
    var (operations, isAltered): ([FieldID: FieldValue]?, Bool) = (nil, told.isAltered)
    if told.isReader {
      keyring.beginCase()
      do {
        operations = try self.operations(of: told.file, keyring, tx).values.filter {
          fields.contains($0.key)
        }
      } catch {
        guard error.isAlteration else { throw error }
        isAltered = true
      }
    }
    return SearchHit(
      id: told.file.id, operations: operations, owner: owner, isAltered: isAltered,
      entry: told.entry)
  }
}

extension SegmentCursor {
  /// What the index has of the person at hand; nil where nothing of it was asked for.
  mutating func match(of id: CaseID, _ asked: HashedQuestion) -> SearchMatch? {
    looked.removeAll(keepingCapacity: true)
    var isFound = false
    while let field = nextField() {
      guard !field.tokens.isEmpty else { continue }
      let matched = self.matched(asked, in: field)
      isFound = isFound || !matched.isEmpty
      looked.append((field, matched))
    }
    guard isFound else { return nil }
    return SearchMatch(
      subject: .case(id),
      fields: looked.map { field, matched in
        SearchMatch.Field(
          record: field.record, field: field.field, matched: matched, counts: counts(of: field))
      })
  }
}
