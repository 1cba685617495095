import AuditLog
import Sealing

extension Vault {
  /// Reads named fields of a case: decide, write down, then open.
  ///
  /// - Parameters:
  ///   - purpose: needed where a field's class is restricted.
  ///   - record: one that is out of sight and is looked at all the same, for who is to bring it back: what runs and
  ///     what people are found by is reckoned with it. Nobody is shown it.
  /// - Throws: `denied` with the entry of the refusal; `altered` with the entry of the failure where
  ///   something does not open although the log is sound; `caseNotFound` with the entry that says so.
  public func read(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?,
    retracted record: RecordID? = nil, as session: borrowing Session
  ) throws(VaultError) -> Disclosure {
    var entry: Int?
    let keyring = session.keyring
    let shown = try noting(
      Act.fieldRead, id, session, ref: { entry },
      fill: { entry in
        entry.purp = purpose?.rawValue
        entry.fields = Entry.fieldCodes(fields)
      }
    ) { session throws(VaultError) in
      let admission = try admit(fields, of: id, for: purpose, as: session) {
        drawer, context throws(VaultError) in
        try record.map { id throws(VaultError) in try context.adding(id, of: fields, to: drawer) }
          ?? drawer
      }
      entry = admission.entry
      return try open(admission, keyring: keyring)
    }
    try passOn(id, session)
    return shown
  }

  /// Reads named fields of several cases: an entry for each look, all of them durable before the first is opened.
  ///
  /// - Parameter place: where it throws, which of them was at hand.
  /// - Throws: what ``read(_:of:for:as:)`` throws. Nothing is shown then.
  public func read(
    _ wanted: [(id: CaseID, fields: Set<FieldID>)], for purpose: Purpose?, at place: inout Int,
    as session: borrowing Session
  ) throws(VaultError) -> [Disclosure] {
    var entry: Int?
    let (keyring, ids) = (session.keyring, wanted.map(\.id))
    let shown = try noting(
      Act.fieldRead, ids, at: &place, session, ref: { entry },
      fill: { number, entry in
        entry.purp = purpose?.rawValue
        entry.fields = Entry.fieldCodes(wanted[number].fields)
      }
    ) { place, session throws(VaultError) in
      var shown: [Disclosure] = []
      try admitEach(wanted, for: purpose, at: &place, as: session) {
        admission throws(VaultError) in
        entry = admission.entry
        shown.append(try open(admission, keyring: keyring))
      }
      return shown
    }
    for id in ids { try passOn(id, session) }
    return shown
  }

  /// Which of these fields of a case the policy would let this member read: from the table and the
  /// relation alone, nothing is opened and nothing shown.
  ///
  /// No entry is needed for the answer: it tells of the asker's own roles and assignments, which they
  /// know, and is the same for a case that there is not. What is then done is logged when it is done.
  public func mayRead(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> Set<FieldID> {
    let sight = try sight(of: fields, of: id, for: purpose, as: session)
    return sight.allowed.subtracting(sight.ungiven)
  }

  /// Those of these fields that the policy would let this member read, and of which nobody has given them the key: a page
  /// says so, for what is not on it may be a threat.
  public func ungiven(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> Set<FieldID> {
    try sight(of: fields, of: id, for: purpose, as: session).ungiven
  }

  /// Those of these fields that emergencies in force open to this member, but not as they are now: another key came since
  /// it was given. By the entry of the emergency; whoever needs them ends it and asks anew.
  public func outgrown(
    _ fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> [Int: Set<FieldID>] {
    try sight(of: fields, of: id, for: purpose, as: session).outgrown
  }

  private func sight(
    of fields: Set<FieldID>, of id: CaseID, for purpose: Purpose?, as session: borrowing Session
  ) throws(VaultError) -> ActContext.Sight {
    let (member, keyring) = ((session.member, session.memberKey), session.keyring)
    let sid = session.sid
    return try lookNoting(Act.fieldRead, id, session) { tx throws(VaultError) in
      let context = ActContext(
        vault: self, tx: tx, asker: asker(member.0, member.1), keyring: keyring, sid: sid)
      return try context.sight(of: fields, of: id, for: purpose)
    }
  }

  /// The second half: custody takes off the outer seal, the reader's own key opens the inner one.
  func open(
    _ admission: consuming Admission, keyring: Keyring
  ) throws(VaultError) -> Disclosure {
    let entry = admission.entry
    let drawer = admission.opened()
    return try opening(drawer, keyring) { keys, tx throws(VaultError) in
      var records: [DisclosedRecord] = []
      for row in drawer.rows {
        records.merge(try open(row, drawer, keys, keyring, tx))
      }
      let operations = try openOperations(drawer, keyring, tx)
      return Disclosure(
        entry: entry, version: drawer.file.version, beside: drawer.file.beside,
        operations: operations, records: records)
    }
  }

  /// Lends the keys of a case, once what is stored of it was held against its entry.
  func opening<Result>(
    _ drawer: Drawer, _ keyring: Keyring,
    _ body: (CaseKeys, Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    keyring.beginCase()
    return try looking { tx throws(VaultError) in
      try CaseCheck(vault: self, keyring: keyring, tx: tx).check(drawer.file, drawer.whole)
      let keys = try CaseKeys(
        drawer.file, for: drawer.principals, keyring: keyring, custody: custody, tx)
      return try body(keys, tx)
    }
  }

  /// One look at both files, at the records first, as everyone takes them.
  func looking<Result>(
    _ body: (Transaction) throws(VaultError) -> Result
  ) throws(VaultError) -> Result {
    try store.look { tx throws(VaultError) in
      try custody.looking { () throws(VaultError) in try body(tx) }
    }
  }

  private func open(
    _ row: Drawer.Row, _ drawer: Drawer, _ keys: CaseKeys, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> DisclosedRecord {
    let opener = FieldOpener(
      vault: id, file: drawer.file, record: row.row.id, keys: keys, keyring: keyring, tx: tx)
    if let until = row.until {
      guard let source = Excerpt.source(of: row, among: drawer.whole) else { throw .doesNotOpen }
      return try openCopies(row, of: source.row, until, opener)
    }
    var values: [FieldID: FieldValue] = [:]
    var writers: [FieldID: MemberID] = [:]
    for field in row.fields {
      guard let rule = fields[field.id] else { throw .doesNotOpen }
      // Sealed to its writer: what opens was written by them.
      values[field.id] = try opener.open(
        field, rule, keyClass: drawer.restrictions.keyClass(of: rule))
      writers[field.id] = try tx.memberID(field.writer)
    }
    return DisclosedRecord(
      id: row.row.id, entity: row.row.entity, version: row.row.version, fields: values,
      writers: writers, versions: row.versions)
  }

  /// Copies open only while the sealed day says so: a day moved in the table is an altered record.
  private func openCopies(
    _ row: Drawer.Row, of source: Transaction.RecordRow, _ until: Int, _ opener: FieldOpener
  ) throws(VaultError) -> DisclosedRecord {
    var values: [FieldID: FieldValue] = [:]
    for field in row.fields { values[field.id] = try opener.openCopy(field, row.row.entity) }
    guard values.removeValue(forKey: Excerpt.endField) == .integer(Int64(until))
    else { throw .doesNotOpen }
    return DisclosedRecord(
      id: source.id, entity: source.entity, version: row.row.version, fields: values,
      versions: row.versions)
  }

  private func openOperations(
    _ drawer: Drawer, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [FieldID: FieldValue] {
    guard !drawer.operations.isEmpty else { return [:] }
    let row = try operations(of: drawer.file, keyring, tx)
    return row.values.filter { drawer.operations.contains($0.key) }
  }

  /// The operations row of a case, both seals off.
  func operations(
    of file: Transaction.File, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> OperationsRow {
    guard let row = OperationsRow(decoding: try openedOperations(of: file, keyring, tx))
    else { throw .doesNotOpen }
    return row
  }

  func openedOperations(
    of file: Transaction.File, _ keyring: Keyring, _ tx: Transaction
  ) throws(VaultError) -> [UInt8] {
    let outer = try custody.outerKey(
      of: file.key, number: CaseOperations.number(file), into: &keyring.atHand)
    let inner = try CaseOperations.inner(file, under: outer, in: keyring.atHand, vault: id)
    let version = try CaseOperations.keyVersion(inner)
    let key = try keyring.officeKey(.operations, version: version, tx, custody)
    return try CaseOperations.opened(
      inner, file, writer: tx.memberID(file.writer), keyVersion: version, under: key,
      in: keyring.lasting, vault: id)
  }
}
