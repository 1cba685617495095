import Vault

/// A case as somebody looked at it for the rules: what is recorded, as far as they may read it.
struct CaseLook {
  let id: CaseID
  let records: CaseRecords
  /// The version of the case that was looked at; an act rests on this one and no other.
  let version: UInt64
  /// The entry of the look.
  let entry: Int
  /// The fields that this member may read. A rule about any other cannot be held by them.
  let readable: Set<FieldID>
  /// How often the case was written without its operations row.
  var beside: UInt64 = 0
  /// Kinds of record of which the case has none: what nobody recorded is kept from nobody.
  var unrecorded: Set<UInt16> = []
  /// The fields that the facts of the case are made without, for the person keeps them from who holds those.
  var withheld: Set<FieldID> = []

  var book: RuleBook { records.book }

  /// What was seen of the operations row.
  var operations: [FieldID: FieldValue] {
    records.records.first { $0.entity == EntityDefinition.caseNumber }?.values ?? [:]
  }

  func value(_ name: String) -> FieldValue? {
    records.values(name, in: nil).first
  }

  func code(_ name: String) -> String? {
    value(name).flatMap { CaseRecords.codes(of: $0).first }
  }

  /// Whether all of these fields may be read, so that a rule about them can be held.
  func sees(_ names: some Sequence<String>) -> Bool {
    names.allSatisfy { name in book[name].map { readable.contains($0.id) } ?? false }
  }
}

extension CaseLook {
  /// A case of which nothing may be read: no look was taken, and no entry written.
  init(unseen id: CaseID, _ book: RuleBook) {
    self.init(
      id: id, records: CaseRecords([], book: book), version: 0, entry: 0, readable: [])
  }
}

extension Casework {
  /// Looks at named fields of a case, as many of them as this member may read: one entry.
  ///
  /// Sensitive and safety fields are among what rules ask for; whoever moves a case on does so to support
  /// the person, which is the purpose that is stated.
  func look(
    at id: CaseID, _ fields: Set<FieldID>, as session: borrowing Session
  ) throws(CaseworkError) -> CaseLook {
    try CaseworkError.ofVault { () throws(VaultError) in
      let readable = try vault.mayRead(fields, of: id, for: .careManagement, as: session)
      // Where nothing may be seen the Vault is asked all the same, so that the refusal is recorded.
      let asked = readable.isEmpty ? fields : readable
      let shown = try vault.read(asked, of: id, for: .careManagement, as: session)
      var look = CaseLook(
        id: id, records: records(in: shown), version: shown.version, entry: shown.entry,
        readable: readable)
      look.beside = shown.beside
      // Nobody else makes the facts anew.
      guard fields.isSuperset(of: book.factFields) else { return look }
      look.withheld = book.withheld(by: try vault.restrictions(of: id, as: session))
      return look
    }
  }

  /// The same of several cases, all entries durable at once.
  ///
  /// - Parameter place: where it throws, which of them was at hand.
  func looks(
    at ids: [CaseID], _ fields: Set<FieldID>, at place: inout Int, as session: borrowing Session
  ) throws(CaseworkError) -> [CaseLook] {
    let looks = try CaseworkError.ofVault { () throws(VaultError) in
      var readable: [Set<FieldID>] = []
      for (number, id) in ids.enumerated() {
        place = number
        readable.append(try vault.mayRead(fields, of: id, for: .careManagement, as: session))
      }
      let wanted = zip(ids, readable).map { (id: $0, fields: $1.isEmpty ? fields : $1) }
      let shown = try vault.read(wanted, for: .careManagement, at: &place, as: session)
      return zip(zip(ids, readable), shown).map { ($0.0, $0.1, $1) }
    }
    return looks.map { id, readable, shown in
      CaseLook(
        id: id, records: records(in: shown), version: shown.version, entry: shown.entry,
        readable: readable, beside: shown.beside)
    }
  }

  /// What was disclosed, as rules look at it.
  func records(in shown: Disclosure) -> CaseRecords {
    var found = [
      CaseRecords.Record(id: nil, entity: EntityDefinition.caseNumber, values: shown.operations)
    ]
    for record in shown.records {
      let isMany = book.entity(record.entity)?.isMany ?? false
      found.append(
        CaseRecords.Record(
          id: isMany ? record.id : nil, entity: record.entity, values: record.fields,
          writers: record.writers))
    }
    return CaseRecords(found, book: book)
  }

  /// Does an act that rests on a look again where somebody wrote in between.
  func steadily<Result>(
    _ session: borrowing Session,
    _ body: (borrowing Session) throws(CaseworkError) -> Result
  ) throws(CaseworkError) -> Result {
    for _ in 0..<Self.tries {
      do { return try body(session) } catch .vault(.changedMeanwhile) { continue }
    }
    throw .vault(.lockedByAnotherProcess)
  }

  private static let tries = 5
}
