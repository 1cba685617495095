import AuditLog
import Sealing

extension Vault {
  /// Reads the whole log and tells how the vault was used. The entry comes first.
  public func report(
    _ scope: ReportScope = ReportScope(), as session: borrowing Session
  ) throws(VaultError) -> ReportedLog {
    let (entry, subjects) = try stateReport(scope, session)
    return try report(scope, entry, subjects, withHandles: true, session.keyring)
  }

  /// The same for what an export holds of itself: of the entries up to the one that states the export.
  ///
  /// - Parameter export: of the `audit.export`, which is the newest entry.
  public func report(
    of export: Receipt, withHandles: Bool, as session: borrowing Session
  ) throws(VaultError) -> ReportedLog {
    try report(ReportScope(), export.entry, nil, withHandles: withHandles, session.keyring)
  }

  /// Every access of a report in order, for a list of any length. The log is read once more.
  public func eachAccess(
    of report: ReportedLog, as session: borrowing Session,
    _ show: (ReportedAccess) throws(VaultError) -> Void
  ) throws(VaultError) {
    let people = PersonBook(self, session.keyring, withHandles: report.withHandles)
    let subjects = report.scope.member.map(members)
    var reader = try reportReader(report.scope, below: report.size)
    try eachLeaf(below: report.size) { leaf throws(VaultError) in
      guard let access = try reader.next(leaf),
        isOf(access.entry.actor, subjects)
      else { return }
      try show(told(access, people))
    }
  }

  /// Whose role reads no log is refused for that, whether or not there is the member they name.
  private func stateReport(
    _ scope: ReportScope, _ session: borrowing Session
  ) throws(VaultError) -> (entry: Int, subjects: Set<MemberID>?) {
    let kind = scope.kind.rawValue
    guard let handle = scope.member else { return (try stateGivingOut(kind, session), nil) }
    let found = try notingStaff(Act.auditExport, kind: kind, for: .readLog, session) {
      _ throws(VaultError) in MemberID(try leaver(handle).id)
    }
    return (try stateGivingOut(kind, about: found, session), members(named: handle))
  }

  /// Everybody who ever had a handle: it is given again after somebody left, and a report is of both.
  private func members(named handle: String) -> Set<MemberID> {
    let who = custody.who(handle)
    return Set(ledger.roster.members.filter { $0.who == who }.map { MemberID($0.id) })
  }

  /// The entry of whatever is made of the log and given out; nothing is read before it is durable.
  func stateGivingOut(
    _ kind: String, about subject: MemberID? = nil, _ session: borrowing Session
  ) throws(VaultError) -> Int {
    try act(as: session) { context throws(VaultError) -> Ruling<Int> in
      guard let role = context.role(for: .readLog) else {
        return try context.refuse(Act.auditExport, .role) { $0.kind = kind }
      }
      let actor = subject.flatMap(context.directory.actor)
      return .allowed(
        try context.append(Act.auditExport) { entry in
          (entry.kind, entry.role, entry.subj) = (kind, role.rawValue, actor)
        })
    }
  }

  // MARK: Reading

  func reportReader(
    _ scope: ReportScope, below size: Int
  ) throws(VaultError) -> LogReport {
    let classes = Dictionary(
      uniqueKeysWithValues: fields.rules.map { ($0.id.rawValue, Int($0.fieldClass.rawValue)) })
    return LogReport(
      origin: origin, classes: classes, period: scope.period,
      places: try places(of: scope, below: size))
  }

  /// Where the entries of the period stand. It takes a reading of its own, for the last is not known before the
  /// end.
  private func places(
    of scope: ReportScope, below size: Int
  ) throws(VaultError) -> PeriodEntries {
    guard scope.since != nil || scope.until != nil else { return PeriodEntries() }
    var places = PeriodPlaces(scope.period)
    try eachLeaf(below: size) { leaf throws(VaultError) in
      places.take(at: leaf.entry.t, by: leaf.entry.actor)
    }
    return places.entries()
  }

  private func isOf(_ actor: ActorID, _ subjects: Set<MemberID>?) -> Bool {
    guard let subjects else { return true }
    return ledger.directory.member(actor).map(subjects.contains) ?? false
  }

  private func report(
    _ scope: ReportScope, _ entry: Int, _ subjects: Set<MemberID>?,
    withHandles: Bool, _ keyring: Keyring
  ) throws(VaultError) -> ReportedLog {
    // What was appended by this very look is no part of it, but for an export's own entry.
    let size = entry + 1
    var report = try reportReader(scope, below: size)
    try eachLeaf(below: size) { leaf throws(VaultError) in _ = try report.next(leaf) }
    report.finish()
    let people = PersonBook(self, keyring, withHandles: withHandles)
    var findings: [ReportedFinding] = []
    for found in report.findings
    where subjects == nil || found.kind.isOfEveryReport
      || found.actor.map({ isOf($0, subjects) }) ?? false
    {
      findings.append(try told(found, people))
    }
    var totals: [ReportedTotal] = []
    for total in report.totals where isOf(total.key.actor, subjects) {
      totals.append(try told(total, people))
    }
    var takings: [ReportedTaking] = []
    for taking in report.takings where isOf(taking.key.actor, subjects) {
      takings.append(ReportedTaking(taking, by: try people.person(taking.key.actor)))
    }
    let note = String(decoding: ledger.note, as: UTF8.self)
    let outside = try outsideHeads()
    let bounds = report.bounds(outside.times)
    let tail = try tail(behind: bounds.tail, size: size)
    return ReportedLog(
      scope: scope, entry: entry, size: size,
      checkpoint: note.split(separator: "\n").prefix(3).joined(separator: "\n"),
      entries: report.entries, untimely: report.untimely, from: report.from, to: report.to,
      findings: findings,
      counts: Dictionary(
        uniqueKeysWithValues: report.counts.map { ($0.key.rawValue, $0.value) }),
      totals: totals, takings: takings, intervals: bounds.intervals.map(ReportedInterval.init),
      tail: tail,
      uncheckedReceipts: bounds.unchecked,
      contradicted: outside.contradicted.filter { $0.receipt < size },
      rules: ReportedRules(report.rules),
      withHandles: withHandles)
  }

  // MARK: In this room's words

  private func told(
    _ found: ReportFinding, _ people: PersonBook
  ) throws(VaultError) -> ReportedFinding {
    var person: ReportedPerson?
    if let actor = found.actor { person = try people.person(actor) }
    if let who = found.who, found.actor == nil { person = try people.person(who: who) }
    return ReportedFinding(
      kind: found.kind.rawValue, person: person, file: found.rec?.hex, count: found.count,
      first: found.first, last: found.last, from: found.from, to: found.to)
  }

  private func told(
    _ total: ReportTotal, _ people: PersonBook
  ) throws(VaultError) -> ReportedTotal {
    ReportedTotal(
      person: try people.person(total.key.actor), file: total.key.rec?.hex,
      fieldClass: total.key.fieldClass.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init),
      fields: total.fields.sorted().map(FieldID.init(rawValue:)), reads: total.reads,
      writes: total.writes, openings: total.openings, denials: total.denials, first: total.first,
      last: total.last,
      from: total.from, to: total.to)
  }

  func told(
    _ access: ReportAccess, _ people: PersonBook, answered: String? = nil,
    in emergency: ReportedEmergency? = nil
  ) throws(VaultError) -> ReportedAccess {
    let entry = access.entry
    let right: ReportedAccess.Right =
      switch access.right {
      case .standing: .standing
      case .entry(let seq): .entry(seq)
      case .none: .none
      }
    let subject = try entry.subj.map { actor throws(VaultError) in try people.person(actor) }
    return ReportedAccess(
      line: LogLine(entry, handle: try people.person(entry.actor).handle, tried: nil),
      isDoubtful: access.isTimely == false,
      right: right, fields: entry.fieldNumbers.map(FieldID.init(rawValue:)),
      fieldClass: entry.class.flatMap(UInt16.init(exactly:)).flatMap(FieldClass.init),
      subject: subject,
      answered: answered, isAsk: entry.isAsk, isDestruction: entry.destroys,
      isOfRestore: entry.isOfRestore, isTakenBack: entry.isTakenBack, emergency: emergency)
  }
}

extension LogReport {
  /// The next leaf of a log that was verified: one that does not fit is the log's fault.
  fileprivate mutating func next(_ leaf: Leaf) throws(VaultError) -> ReportAccess? {
    do { return try take(leaf) } catch { throw .logBroken(at: leaf.entry.seq) }
  }
}

extension ReportedInterval {
  fileprivate init(_ interval: ReportInterval) {
    (first, last) = (interval.first, interval.last)
    (after, before) = (interval.after.map(Receipt.init), interval.before.map(Receipt.init))
    isContradictory = interval.isContradictory
  }
}

extension ReportedInterval.Receipt {
  fileprivate init(_ receipt: ReportInterval.Receipt) {
    (isTimeStamp, entry, time) = (receipt.isTimeStamp, receipt.seq, receipt.time)
  }
}
