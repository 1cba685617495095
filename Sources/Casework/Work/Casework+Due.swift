public import Vault

extension Casework {
  /// The clocks that run in the cases of this member, soonest first, with one entry for the look; a clock
  /// that is found overdue for the first time is an entry of its own, once.
  public func due(
    _ scope: DueScope, as session: borrowing Session
  ) throws(CaseworkError) -> DueList {
    try checkOffice(scope.office)
    let emergencies = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.toldEmergencies(as: session)
    }
    let reading = DueReading(
      book, scope, member: session.member, reviewing: emergencies, at: moment)
    var (lines, closed, fresh) = ([DueLine](), 0, Set<CaseID>())
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
        lines += found.lines
      }.entry
    }
    let (noted, spoilt, heard) = try note(fresh, session)
    lines.removeAll { $0.item.isReply && ($0.item.record.map(heard.contains) ?? false) }
    try name(&lines, session)
    let codes = lines.filter { $0.id.map(spoilt.contains) ?? false }.compactMap(\.caseCode)
    return DueList(
      lines: lines.soonestFirst, unopened: closed, entry: entry, noted: noted,
      spoilt: Set(codes).sorted())
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

  // MARK: Overdue, once

  /// How many cases one command puts into the log; the next one goes on.
  private static let mostNoted = 50

  /// What was put into the log, which cases do not fit it, and the referrals that had been answered.
  private typealias Noted = (count: Int, spoilt: Set<CaseID>, heard: Set<RecordID>)

  /// Puts the passing of limits into the log. The file itself is looked at first: what ended the clock may
  /// have been recorded by somebody who cannot write the list. A case that somebody tampered with is passed
  /// over and named: nobody goes without the limits of all others for it.
  private func note(
    _ cases: Set<CaseID>, _ session: borrowing Session
  ) throws(CaseworkError) -> Noted {
    var (noted, spoilt, heard) = (0, Set<CaseID>(), Set<RecordID>())
    for id in cases.sorted().prefix(Self.mostNoted) {
      do throws(CaseworkError) {
        noted += try noteWhereAllowed(id, &heard, session)
      } catch {
        guard error.isOfOneCase else { throw error }
        spoilt.insert(id)
      }
    }
    return (noted, spoilt, heard)
  }

  private func noteWhereAllowed(
    _ id: CaseID, _ heard: inout Set<RecordID>, _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    guard let field = book["case.due"]?.id else { return 0 }
    let may = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.mayWrite([field], to: id, as: session).contains(field)
    }
    guard may else { return 0 }
    return try steadily(session) { session throws(CaseworkError) in
      try note(id, &heard, session)
    }
  }

  private func note(
    _ id: CaseID, _ heard: inout Set<RecordID>, _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let fields = book.clockFields.union(book.ids(Self.always))
    var look = try look(at: id, fields, as: session)
    var known = DueItem.all(in: look.value("case.due"))
    if try hear(known, of: id, session) {
      heard.formUnion(known.filter(\.isReply).compactMap(\.record))
      look = try self.look(at: id, fields, as: session)
      known = DueItem.all(in: look.value("case.due"))
      heard.subtract(known.filter(\.isReply).compactMap(\.record))
    }
    return try note(known, of: look, session)
  }

  private func note(
    _ known: [DueItem], of look: CaseLook, _ session: borrowing Session
  ) throws(CaseworkError) -> Int {
    let (id, now) = (look.id, moment)
    // Whether a referral was answered is known to whoever hears of it.
    let mayHear = known.contains(where: \.isReply) ? try mayHear(id, session) : true
    var items = DueReckoning(book, readable: look.readable)
      .items(look.records, known: known, at: now)
    var passed: [String] = []
    for index in items.indices
    where !items[index].isNoted && (mayHear || !items[index].isReply) {
      let item = items[index]
      guard item.standing(book.clocks[item.clock], at: now) == .overdue else { continue }
      items[index].isNoted = true
      passed.append(item.clock)
    }
    guard items != known, let field = book["case.due"]?.id else { return 0 }
    var writing = CaseWriting(passed.isEmpty ? .record : .overdue, since: look.version)
    writing.operations = [field: DueItem.value(items)]
    // Which limit it was stands in the sealed list alone: some run for foreigners only, or for children, and
    // auditors read the log.
    _ = try CaseworkError.ofVault { () throws(VaultError) in
      try vault.write(writing, to: id, as: session)
    }
    return passed.count
  }
}

extension CaseworkError {
  /// Whether what lies in one case does not fit the log, and says nothing of any other.
  fileprivate var isOfOneCase: Bool {
    switch self {
    case .vault(.altered), .vault(.assignmentAltered), .vault(.doesNotOpen),
      .vault(.caseWithoutKey), .vault(.caseLeftBehind),
      .vault(.caseKeyMissing):
      true
    default: false
    }
  }
}
