public import Vault

extension Casework {
  /// The cases that this member stands in a relation to, newest arrival first, with one entry for all.
  ///
  /// - Parameters:
  ///   - status: only cases of this status; nil for all.
  ///   - unowned: only cases that nobody answers for: the lead's queue.
  /// - Returns: the cases, how many did not open, and the entry.
  public func list(
    status: String? = nil, unowned: Bool = false, as session: borrowing Session
  ) throws(CaseworkError) -> CaseQueue {
    var cases: [CaseSummary] = []
    var closed = 0
    do {
      let receipt = try vault.list(only: summaryFields, as: session) {
        _, values throws(VaultError) in
        guard let values else {
          closed += 1
          return
        }
        var summary = summary(values)
        if summary.owner.map(vault.answers) == false { summary.owner = nil }
        if (status == nil || status == summary.status) && !(unowned && summary.owner != nil) {
          cases.append(summary)
        }
      }
      try name(&cases, session)
      cases.sort { ($0.receivedAt ?? "", $0.code) > ($1.receivedAt ?? "", $1.code) }
      return CaseQueue(cases: cases, unopened: closed, entry: receipt.entry)
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
