public import Vault

extension Casework {
  /// The clocks that run in the cases of this member, soonest first, with one entry for the look; a clock
  /// that is found overdue for the first time is an entry of its own, once.
  public func due(
    _ scope: DueScope, as session: borrowing Session
  ) throws(CaseworkError) -> DueList {
    try due(scope, counting: Self.mostCounted, as: session)
  }

  /// - Parameter most: how many cases that others wrote into are counted anew; the next look goes on.
  func due(
    _ scope: DueScope, counting most: Int, as session: borrowing Session
  ) throws(CaseworkError) -> DueList {
    try checkOffice(scope.office)
    let emergencies = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.toldEmergencies(as: session)
    }
    let reading = DueReading(
      book, scope, member: session.member, reviewing: emergencies, at: moment)
    var (lines, closed, fresh) = ([DueLine](), 0, Set<CaseID>())
    var doubts: [CaseID: DueCount.Doubt] = [:]
    let entry = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.list(
        .clocks, as: session,
        reading: { id, row throws(VaultError) in try reading(id, row) }
      ) { id, found throws(VaultError) in
        guard let found else {
          closed += 1
          return
        }
        if found.isNewlyOverdue { fresh.insert(id) }
        doubts[id] = found.doubt
        lines += found.lines
      }.entry
    }
    let passed = try note(fresh, doubts, lines, counting: most, session)
    let (noted, spoilt, told) = (passed.count, passed.spoilt, passed.told)
    lines.removeAll { $0.id.map { told[$0] != nil } ?? false }
    for (id, row) in told { lines += reading.lines(in: row, of: id) }
    for index in lines.indices {
      lines[index].isUncounted = lines[index].id.map(passed.left.contains) ?? false
    }
    try name(&lines, session)
    let codes = lines.filter { $0.id.map(spoilt.contains) ?? false }.compactMap(\.caseCode)
    return DueList(
      lines: lines.soonestFirst, unopened: closed, entry: entry, noted: noted,
      uncounted: passed.left.count, spoilt: Set(codes).sorted())
  }

  /// Of an office that there is not nothing is ever due, and whoever mistyped its code would believe it.
  func checkOffice(_ code: String?) throws(CaseworkError) {
    guard let code else { return }
    switch book.places.standing(of: code) {
    case .known, .notChecked: return
    case .unknown: throw .value(.unknownPlace)
    case .wrongForm: throw .value(.notAPlace)
    }
  }

  /// The clocks that the operations row of a case holds and that have begun.
  func clocks(
    in values: [FieldID: FieldValue], of id: CaseID? = nil, at now: Moment
  ) -> [DueLine] {
    DueReading(book, at: now).clocks(in: values, of: id)
  }

  func name(
    _ lines: inout [DueLine], _ session: borrowing Session
  ) throws(CaseworkError) {
    var handles: [MemberID: String?] = [:]
    var last: (member: MemberID, handle: String?)?
    // The store is busy while it lists, so each colleague is looked up once, after the list.
    for index in lines.indices {
      guard let member = lines[index].owner else { continue }
      if last?.member != member {
        if handles[member] == nil {
          handles[member] = try CaseworkError.ofVault { () throws(VaultError) in
            try vault.handle(of: member, as: session)
          }
        }
        last = (member, handles[member] ?? nil)
      }
      lines[index].ownerHandle = last?.handle
    }
  }
}

extension CaseworkError {
  /// Whether what lies in one case does not fit the log, and says nothing of any other.
  var isOfOneCase: Bool {
    switch self {
    case .vault(.altered), .vault(.assignmentAltered), .vault(.doesNotOpen),
      .vault(.caseWithoutKey), .vault(.caseLeftBehind),
      .vault(.caseKeyMissing):
      true
    default: false
    }
  }
}
