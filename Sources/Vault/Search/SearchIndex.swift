import AuditLog
import Sealing

/// Keeps the search index in step with an act, inside its transaction.
///
/// The segment at hand is opened once and stored when another is wanted, or at the end (`flush`): an import fills one
/// after the other. A segment that does not open is left as it is and holds up no write: nothing is in the index that
/// is not elsewhere, and it can be made anew (`reindex`).
final class SearchIndex {
  let context: ActContext
  /// The segment at hand.
  var current: Current?

  struct Current {
    var number: Int
    var page: SegmentPage
    /// The number of its key in custody; nil for a segment that is not there yet.
    var outer: UInt32?
    var isChanged = false
  }

  var tx: Transaction { context.tx }
  var custody: Custody { context.custody }
  var vault: Identifier { context.vault.id }

  init(_ context: ActContext) { self.context = context }

  // MARK: Keys

  /// The newest version of the index key that the member holds; nil for one who holds none.
  func key() -> SearchSegment.Key? {
    guard let newest = context.directory.version(of: .index) else { return nil }
    for version in (0...newest).reversed().prefix(OperationsScan.versions) {
      if let key = key(version) { return key }
    }
    return nil
  }

  private func key(_ version: UInt32) -> SearchSegment.Key? {
    let handle = try? context.keyring.officeKey(.index, version: version, tx, custody)
    return handle.map {
      SearchSegment.Key(version: version, handle: $0, keyring: context.keyring)
    }
  }

  /// Hashes terms as the index keeps them; nil for who holds no index key.
  func field(
    _ terms: [SearchTerm], of field: FieldID, version: UInt64, record: RecordID
  ) -> IndexedField? {
    key().map { key in
      IndexedField(
        terms, of: field, version: version, record: record, keyVersion: key.version,
        under: key.handle, in: context.keyring.lasting)
    }
  }

  // MARK: People

  /// What fields of a case are found by from now on. A case without any is put in too.
  ///
  /// - Throws: `tooManyRecords` where they are in more records than a segment can tell of.
  func put(_ fields: [IndexedField], ofFile file: Int, _ id: CaseID) throws(VaultError) {
    var isFull = false
    try change(SearchSegment.number(ofFile: file)) { page in
      page.put(fields, of: id)
      isFull = page.records(of: id) > SegmentPage.mostRecords
    }
    guard !isFull else { throw .tooManyRecords }
  }

  /// Takes the tokens of a field out; what is left says that it has to be looked at again where `isDue`.
  func clear(
    _ field: FieldID, isDue: Bool, ofFile file: Int, _ id: CaseID
  ) throws(VaultError) {
    try clear(isDue: isDue, ofFile: file, id) { $0.field == field }
  }

  /// The same of every field of a record.
  func clear(
    _ record: RecordID, isDue: Bool, ofFile file: Int, _ id: CaseID
  ) throws(VaultError) {
    try clear(isDue: isDue, ofFile: file, id) { $0.record == record }
  }

  /// What is being restored has the record no more. Who restores sees no case and holds no key of the index: the segment
  /// goes, with custody's key of it, and its people are put in again by those who read them.
  func clearRestored(ofFile file: Int) throws(VaultError) {
    let number = SearchSegment.number(ofFile: file)
    guard try tx.segment(number) != nil else { return }
    current = nil
    try tx.deleteSegment(number)
    try custody.file.destroy(
      [.all(of: SearchSegment.custodyFile(number))], generation: custody.currentGeneration())
  }

  private func clear(
    isDue: Bool, ofFile file: Int, _ id: CaseID, where isMeant: (IndexedField) -> Bool
  ) throws(VaultError) {
    try change(SearchSegment.number(ofFile: file)) { page in
      let kept = (page[id] ?? []).filter(isMeant)
      page.put(
        kept.map { known in
          var cleared = known
          cleared.groups = []
          if isDue { cleared.version = 0 }
          return cleared
        }, of: id)
    }
  }

  private func change(
    _ number: Int, _ body: (inout SegmentPage) -> Void
  ) throws(VaultError) {
    guard try begin(number), var changed = current else { return }
    // One owner alone, or all of its people would be copied.
    current = nil
    body(&changed.page)
    changed.isChanged = true
    current = changed
  }

  /// Takes cases out for good: each of their segments is sealed under a new custody key, and the old one is destroyed with
  /// the generation that the act makes. Who cannot open one, or finds it damaged, leaves all of it to nobody: its people
  /// are put in again by those who read them.
  func forget(_ files: [Transaction.File], generation: Int) throws(VaultError) {
    let bySegment = Dictionary(grouping: files) { SearchSegment.number(ofFile: $0.key) }
    for (number, files) in bySegment.sorted(by: { $0.key < $1.key }) {
      try renewed(number, generation: generation) { page in
        for file in files { page.remove(file.id) }
      }
    }
  }

  /// Without a key of the index, or where it does not open, the segment goes: whoever may can make it again.
  private func renewed(
    _ number: Int, generation: Int, _ body: (inout SegmentPage) -> Void
  ) throws(VaultError) {
    try flush()
    guard try tx.segment(number) != nil else { return }
    let next = try nextOuter(number)
    if let key = key(), try begin(number), var changed = current {
      current = nil
      body(&changed.page)
      current = changed
      try store(under: key, outer: next)
    } else {
      try tx.deleteSegment(number)
    }
    current = nil
    try tx.insertPending(
      generation: generation, file: SearchSegment.custodyFile(number), below: next)
  }

  /// Seals the segment of a case anew without the tokens of what was erased, under another key of custody, and has the
  /// old one destroyed: what an older copy of it says of the person opens for nobody.
  ///
  /// - Parameter left: of each field of which something was erased the newest version that there is; 0 for none. Who
  ///   writes without a key of the index leaves it behind: then it has tokens of an older version, which was erased.
  func renew(
    leaving left: [RecordID: [FieldID: UInt64]], ofFile file: Int, _ id: CaseID, generation: Int
  ) throws(VaultError) {
    try renewed(SearchSegment.number(ofFile: file), generation: generation) { page in
      var cleared: [IndexedField] = []
      for var known in page[id] ?? [] {
        guard let newest = left[known.record]?[known.field],
          newest == 0 || newest != UInt64(known.version)
        else { continue }
        known.groups = []
        if newest > 0 { known.version = 0 }
        cleared.append(known)
      }
      page.put(cleared, of: id)
    }
  }

  // MARK: One segment

  /// Opens a segment, or begins one that is not there.
  ///
  /// - Returns: false where it does not open.
  func begin(_ number: Int) throws(VaultError) -> Bool {
    if current?.number == number { return true }
    try flush()
    guard let sealed = try tx.segment(number) else {
      current = Current(number: number, page: SegmentPage())
      return true
    }
    guard let (outer, page) = try? open(sealed, number) else { return false }
    current = Current(number: number, page: page, outer: outer)
    return true
  }

  func open(
    _ sealed: [UInt8], _ number: Int
  ) throws(VaultError) -> (outer: UInt32, page: SegmentPage) {
    let (outer, inner) = try inner(sealed, number)
    guard let version = try? SealedField.keyVersion(of: inner.span), let key = key(version),
      let plain = try? SealedField.open(
        inner.span, at: SearchSegment.place(number, vault: vault, keyVersion: version),
        under: key.handle, in: context.keyring.lasting),
      let page = SegmentPage(decoding: plain)
    else { throw .doesNotOpen }
    return (outer, page)
  }

  func inner(
    _ sealed: [UInt8], _ number: Int
  ) throws(VaultError) -> (outer: UInt32, inner: [UInt8]) {
    guard let outer = try? OuterSeal.number(of: sealed.span) else { throw .doesNotOpen }
    let vault = vault
    let inner = try custody.withOuterKey(
      of: SearchSegment.custodyFile(number), number: outer
    ) { key, arena throws(VaultError) in
      try SearchSegment.inner(sealed, number, vault: vault, under: key, in: arena)
    }
    return (outer, inner)
  }

  /// Begins a segment anew that does not open: who stood in it has to be put in again.
  func renew(_ number: Int) throws(VaultError) {
    guard key() != nil, try begin(number) == false else { return }
    current = Current(number: number, page: SegmentPage())
  }

  /// Takes out all that the index has of a case, which is put in again at once.
  func empty(ofFile file: Int, _ id: CaseID) throws(VaultError) {
    try change(SearchSegment.number(ofFile: file)) { $0.remove(id) }
  }

  /// What the index has of a case; nil where it has nothing.
  func fields(ofFile file: Int, _ id: CaseID) throws(VaultError) -> [IndexedField]? {
    guard try begin(SearchSegment.number(ofFile: file)) else { return nil }
    return current?.page[id]
  }

  /// Stores what was changed and is not stored.
  func flush() throws(VaultError) {
    guard let changed = current, changed.isChanged, let key = key() else {
      current = nil
      return
    }
    try store(under: key, outer: changed.outer)
    current = nil
  }

  /// - Parameter outer: the number of the custody key; one that there is not is made.
  private func store(under key: SearchSegment.Key, outer: UInt32?) throws(VaultError) {
    guard let current else { return }
    let (number, page) = (current.number, current.page.encoded)
    let place = SearchSegment.custodyFile(number)
    let isNew = outer == nil || outer != current.outer
    let outerNumber = if let outer { outer } else { try nextOuter(number) }
    if isNew { try makeOuter(number, outerNumber) }
    let vault = vault
    let sealed = try custody.withOuterKey(of: place, number: outerNumber) {
      handle, arena throws(VaultError) in
      try SearchSegment.seal(
        page, number, vault: vault, under: key,
        outer: SearchSegment.Outer(number: outerNumber, handle: handle), in: arena)
    }
    try tx.setSegment(number, sealed)
  }

  func nextOuter(_ number: Int) throws(VaultError) -> UInt32 {
    (try custody.newestNumber(of: SearchSegment.custodyFile(number)) ?? 0) + 1
  }

  func makeOuter(_ number: Int, _ outer: UInt32) throws(VaultError) {
    var arena = try VaultError.sealing { () throws(SealingError) in try KeyArena(capacity: 1) }
    let handle = arena.makeRandom()
    try custody.keepOuter(
      handle, in: arena, file: SearchSegment.custodyFile(number), number: outer)
  }
}
