public import Vault

extension Casework {
  /// As many at a time as are held in memory.
  private static let together = 100

  /// Puts the cases that the index lacks, or has of an earlier day, into it again: those of the member's own list,
  /// each read with its entry. One whose identity they may not read whole is left to somebody who may.
  public func mendIndex(as session: borrowing Session) throws(CaseworkError) -> MendedIndex {
    let searchable = Set(FindableFields(book).meanings.keys)
    let looked = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.indexFaults(of: searchable, as: session)
    }
    var (entry, cases, left, shut) = (looked.entry, 0, 0, looked.shut)
    var rest = looked.faults[...]
    while !rest.isEmpty {
      var found: [(id: CaseID, fields: [SearchField])] = []
      for state in rest.prefix(Self.together) {
        do throws(CaseworkError) {
          if let terms = try terms(of: state.id, searchable, session) {
            found.append((state.id, terms))
          } else {
            left += 1
          }
        } catch .vault(.altered) {
          // It is written down, and keeps no other case out of the index.
          shut += 1
        }
      }
      rest = rest.dropFirst(Self.together)
      guard !found.isEmpty else { continue }
      entry = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.reindex(found, as: session).entry
      }
      cases += found.count
    }
    // What is of no case goes too: there is nobody to be put in.
    if looked.hasStrays {
      entry = try CaseworkError.ofVault { () throws(VaultError) in
        try vault.reindex([], as: session).entry
      }
    }
    return MendedIndex(cases: cases, left: left, shut: shut, entry: entry)
  }

  /// A person whom nobody could find by a field while they kept it from somebody is found by it again, where who lifts
  /// that may read all of who they are.
  ///
  /// - Returns: false where it waits for `mendIndex`: what was lifted is lifted.
  func findAgain(by field: FieldID, _ id: CaseID, _ session: borrowing Session) -> Bool {
    let searchable = Set(FindableFields(book).meanings.keys)
    guard let terms = try? terms(of: id, searchable, session) else { return false }
    return (try? vault.reindex([(id, terms)], as: session)) != nil
  }

  /// What a case can be found by, from what is recorded; nil where not all of it may be read.
  func terms(
    of id: CaseID, _ searchable: Set<FieldID>, _ session: borrowing Session
  ) throws(CaseworkError) -> [SearchField]? {
    let fields = FindableFields(book)
    return try CaseworkError.ofVault { () throws(VaultError) -> [SearchField]? in
      let readable = try vault.mayRead(searchable, of: id, for: .careManagement, as: session)
      guard readable == searchable else { return nil }
      let shown = try vault.read(searchable, of: id, for: .careManagement, as: session)
      return shown.records.flatMap { record in
        record.fields.compactMap { field, value in
          fields.terms(of: value, in: field).map {
            SearchField(record: record.id, field: field, terms: $0)
          }
        }
      }
    }
  }
}
