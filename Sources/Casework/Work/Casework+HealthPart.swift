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
    try stopOtherKind(kind, request, id, session)
    let page = try show(nil, of: code, classes: classes, for: .patientRequest, as: session)
    let kept = try keptFromMaker(page, classes, id, session)
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.statePrint(
        "request", of: id, ref: page.entry, by: .printHealthPart, answering: (kind, request),
        as: session)
    }
    return PersonPage(
      data: page.without(ReleaseScope.onlyByName), heldByOthers: [], offPaper: [],
      keptFromRequester: [], keptFromMaker: kept, isForRepresentative: false, isPart: true,
      accesses: [], cameFrom: nil,
      putBack: [], entry: entry)
  }

  /// The page is for who asks to see or to have their data, and for nobody else (Law 91/2025 Art. 4(1)(c)). Whoever reads
  /// no request knows of one that is open by its limit, and of one that is not by the page that answered it.
  private func stopOtherKind(
    _ kind: UInt16, _ request: RecordID, _ id: CaseID, _ session: borrowing Session
  ) throws(CaseworkError) {
    let look = try look(at: id, book.ids(["case.due"]), as: session)
    let limits = clocks(in: look.operations, of: id, at: moment).filter {
      $0.item.record == request && $0.rule?.start?.firstField == "request.received"
    }
    let isAsked = limits.contains { $0.rule?.condition.isOfPage ?? false }
    // A limit of before the decree says of no kind.
    let isOfAnyKind =
      !limits.isEmpty && limits.allSatisfy { $0.rule?.condition.terms.isEmpty ?? true }
    let isAnswered = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.isAnsweredByPage((kind, request), of: id, as: session)
    }
    guard !isAsked, !isOfAnyKind, !isAnswered else { return }
    var stop = RuleStop(.refusalOfOtherKind, .state, .requests)
    stop.entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.refusePrint("request", of: id, because: stop.obstacle, as: session)
    }
    throw .stopped(stop)
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

extension RuleCondition {
  /// Whether it is for requests of a kind that is answered by a page.
  fileprivate var isOfPage: Bool {
    terms.contains { term in
      guard case .code("request.kind", oneOf: let kinds) = term else { return false }
      return kinds.contains(where: Request.ofPage.contains)
    }
  }
}
