public import Vault

extension Casework {
  /// The cases that this member stands in a relation to, newest arrival first, with one entry for all.
  ///
  /// - Returns: the cases, how many did not open, and the entry.
  public func list(
    _ scope: CaseScope = CaseScope(), as session: borrowing Session
  ) throws(CaseworkError) -> CaseQueue {
    try checkOffice(scope.office)
    var cases: [CaseSummary] = []
    var closed = 0
    let clock = scope.clock.map { ClockChoice($0, book, at: moment) }
    var codes: Set<String> = []
    do {
      let told = Set(try vault.toldEmergencies(as: session).map(\.caseID))
      let fields = summaryFields.union(clock?.fields ?? [])
      let receipt = try vault.list(only: fields, as: session) {
        id, values throws(VaultError) in
        guard let values else {
          closed += 1
          return
        }
        var summary = summary(values)
        if summary.owner.map(vault.answers) == false { summary.owner = nil }
        if told.contains(id) { codes.insert(summary.code) }
        if scope.holds(summary), clock?.holds(values) ?? true { cases.append(summary) }
      }
      try name(&cases, session)
      // By the handle that is shown: nobody is looked up by a name that somebody typed.
      if let owner = scope.owner { cases.removeAll { $0.ownerHandle != owner } }
      cases.sort { $0.arrival > $1.arrival }
      return CaseQueue(
        cases: cases, unopened: closed, emergencies: codes.sorted(),
        entry: receipt.entry)
    } catch { throw .vault(error) }
  }

  /// What a summary is made of.
  var summaryFields: Set<FieldID> { SummaryReading(book).fields }

  func summary(_ values: [FieldID: FieldValue]) -> CaseSummary { SummaryReading(book)(values) }

  /// Each colleague is looked up once, after the list: the store is busy while it lists.
  private func name(
    _ cases: inout [CaseSummary], _ session: borrowing Session
  ) throws(VaultError) {
    var handles: [MemberID: String] = [:]
    for member in Set(cases.compactMap(\.owner)) {
      handles[member] = try vault.handle(of: member, as: session)
    }
    for index in cases.indices {
      cases[index].ownerHandle = cases[index].owner.flatMap { handles[$0] }
    }
  }
}

extension CaseSummary {
  /// By instants: whoever wrote one kept their own offset. Whose arrival is not known comes last.
  fileprivate var arrival: (Int64, String) {
    (receivedAt.flatMap { try? Moment($0) }.map(\.seconds) ?? .min, code)
  }
}

extension CaseScope {
  /// What the summary tells; the clock is told by the row, the owner by their handle.
  fileprivate func holds(_ summary: CaseSummary) -> Bool {
    (status == nil || status == summary.status)
      && (stage?.statuses.contains(summary.status) ?? true)
      && (office == nil || office == summary.receivingUnit)
      && !(isUnowned && summary.owner != nil)
  }
}
