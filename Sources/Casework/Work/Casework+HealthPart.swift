import Vault

/// What of a person's data health staff alone hold, on a page of theirs (Law 91/2025 Art. 4(1)(c); Decree 356/2025 Art. 5).
extension Casework {
  private static let held: Set<FieldClass> = [.clinical, .vital]

  /// The page of whoever reads no request and holds what is not on the page of those who do. It ends no request: who
  /// answers for the file identified the person, and says which request it is.
  func partOfHealth(
    _ request: RecordID, of code: CaseCode, _ session: borrowing Session
  ) throws(CaseworkError) -> PersonPage? {
    let id = try id(of: code)
    let fields = Set(book.fields.filter { Self.held.contains($0.fieldClass) }.map(\.id))
    let readable = try CaseworkError.ofVault { () throws(VaultError) -> Set<FieldID> in
      let asked = book.ids(["request.kind", "request.received", "request.done"])
      guard try vault.mayRead(asked, of: id, for: .patientRequest, as: session).isEmpty
      else { return [] }
      return try vault.mayRead(fields, of: id, for: .patientRequest, as: session)
    }
    let classes = Set(readable.compactMap { book[$0]?.fieldClass })
    guard !classes.isEmpty, let kind = book.entity(named: "request")?.number else { return nil }
    let page = try show(nil, of: code, classes: classes, for: .patientRequest, as: session)
    let kept = try keptFromMaker(page, classes, id, session)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.statePrint(
        "request", of: id, ref: page.entry, by: .printHealthPart, answering: (kind, request),
        as: session)
    }
    return PersonPage(
      data: page.without(ReleaseScope.onlyByName), heldByOthers: [], offPaper: [],
      keptFromMaker: kept, isPart: true, accesses: [], putBack: [], entry: entry)
  }

  /// What the person keeps from whoever makes a page, of the classes on it.
  func keptFromMaker(
    _ page: CasePage, _ classes: Set<FieldClass>, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) -> [FieldDefinition] {
    let kept = page.unseen.filter { classes.contains($0.fieldClass) }
    let readable = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.mayRead(Set(kept.map(\.id)), of: id, for: .patientRequest, as: session)
    }
    return kept.filter { !readable.contains($0.id) }
  }
}
