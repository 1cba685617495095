import Sealing

/// What the leaves tell of how a vault was used, and of nothing else: who read which fields of which
/// case, when, why and by what right, and what in it a person should look at.
///
/// Leaves come one by one, from the first; none is kept. Memory grows with the number of people and
/// cases, not with the log. Whoever hands over the leaves has verified them: a report of an unverified
/// log is a report of what somebody wrote into a file.
public struct LogReport: Sendable {
  public let rules: ReportRules
  /// Times of what is reported, UTC milliseconds. What lies before is followed all the same: rights are
  /// given before they are used.
  public let period: Range<Int>
  /// The entries that are of the period by where they stand (``PeriodPlaces``); none where nobody looked. Who sets
  /// their own clock does not step out of the period.
  public let places: PeriodEntries
  /// The people, as the leaves so far state them.
  public private(set) var roster: Roster
  /// How many entries of the period, how many of them state a time outside of it, and the times of the first
  /// and the last that do not.
  public private(set) var entries = 0
  public private(set) var untimely = 0
  public private(set) var from: Int?
  public private(set) var to: Int?
  /// What was found: the first of each kind, as far as the rules keep them.
  public private(set) var findings: [ReportFinding] = []
  /// How many there are of each kind.
  public private(set) var counts: [ReportFinding.Kind: Int] = [:]

  private let classes: [UInt32: Int]
  private var sums: [ReportTotal.Key: ReportTotal] = [:]
  private var taken: [ReportTaking.Key: ReportTaking] = [:]
  private var receipts: [OutsideBounds.Stated] = []
  private var rights: AccessRights
  /// The key by which each member signed first: who changes keys is one person all the same.
  private var people: [Identifier: ActorID] = [:]
  private var denials: SeriesWatch<ActorID>
  private var failures: SeriesWatch<Digest>
  private var searches: SearchWatch
  private var bulk: BulkWatch
  private var days: DayWatch
  private var emergencies: EmergencyWatch
  private var own: OwnRecordWatch
  private var clock: ClockWatch
  /// The largest time that an entry stated so far, and whether the entry at hand is of the period.
  private var latest = 0
  private var isOfPeriod = false
  private var canaries = CanaryWatch()
  private let putBacks = PutBackWatch()
  private var limits = LimitWatch()

  /// - Parameters:
  ///   - classes: the class number of each field, by the field table that the log binds.
  ///   - period: all of time where it is left out.
  public init(
    origin: String, classes: [UInt32: Int], period: Range<Int> = 0..<Int.max,
    places: PeriodEntries = PeriodEntries(), rules: ReportRules = ReportRules()
  ) {
    (self.rules, self.period, self.places, self.classes) = (rules, period, places, classes)
    roster = Roster(origin: origin)
    rights = AccessRights(emergency: rules.emergency)
    denials = SeriesWatch(.denials, gap: rules.gap, least: rules.denials)
    failures = SeriesWatch(.failedUnlocks, gap: rules.gap, least: rules.denials)
    searches = SearchWatch(gap: rules.gap, least: rules.searches)
    bulk = BulkWatch(least: rules.bulk)
    days = DayWatch(rules)
    emergencies = EmergencyWatch(review: rules.review, minutes: rules.emergency)
    own = OwnRecordWatch(least: rules.alone)
    clock = ClockWatch(rules)
  }

  /// Takes in the next leaf.
  ///
  /// - Returns: the access that it records, where it is one and of the period.
  /// - Throws: what ``Roster/apply(_:)`` does.
  @discardableResult
  public mutating func take(_ leaf: Leaf) throws(AuditLogError) -> ReportAccess? {
    try roster.apply(leaf)
    let entry = leaf.entry
    let isTimely = period.contains(entry.t)
    let access =
      entry.isAccess
      ? ReportAccess(entry: entry, right: right(of: entry), isTimely: isTimely) : nil
    note(receipt: entry)
    latest = max(latest, entry.t)
    isOfPeriod = isTimely || places.contains(entry.seq) || period.contains(latest)
    let person = byPerson(entry)
    watch(entry, person, access)
    rights.follow(entry, roster)
    guard isOfPeriod else { return nil }
    entries += 1
    if isTimely { (from, to) = (from ?? entry.t, entry.t) } else { untimely += 1 }
    // Who opens a case, or imports it, holds what they wrote: no look, and yet of a breach's extent.
    if access != nil || entry.act == Act.recordCreate { sum(person) }
    if let key = ReportTaking.Key(person) {
      taken[key, default: ReportTaking(key, entry)].count(entry)
    }
    return access
  }

  /// Ends the report: whatever is still open when the log ends is found now.
  public mutating func finish() {
    isOfPeriod = false
    let open =
      denials.finish() + failures.finish() + searches.finish() + bulk.finish() + days.finish()
      + emergencies.finish() + own.finish() + clock.finish(roster)
    open.sorted { ($0.first, $0.kind.rawValue) < ($1.first, $1.kind.rawValue) }.forEach { add($0) }
  }

  // MARK: People

  /// The entry as of the person and not of the key.
  private mutating func byPerson(_ entry: Entry) -> Entry {
    guard let member = roster.member(entry.actor)?.id else { return entry }
    var own = entry
    own.actor = people[member] ?? entry.actor
    people[member] = own.actor
    return own
  }

  // MARK: Rights

  private func right(of entry: Entry) -> ReportAccess.Right {
    guard let member = roster.member(entry.actor) else { return .none }
    let standing = [MemberRole.lead, .statistician].first { $0.rawValue == entry.role }
    if let standing, member.holds(standing) { return .standing }
    guard let rec = entry.rec else { return .none }
    if let right = rights.right(of: member.id, to: rec, at: entry.t) { return .entry(right.seq) }
    let carriedOut =
      rights.answer(carriedOutBy: entry, of: member.id)
      ?? rights.restore(carriedOutBy: entry, of: member.id)
    if let carriedOut { return .entry(carriedOut) }
    let isDuty = entry.role == MemberRole.duty.rawValue && member.holds(.duty)
    return (isDuty ? rights.handing(rec) : nil).map(ReportAccess.Right.entry) ?? .none
  }

  // MARK: Watching

  private mutating func watch(_ entry: Entry, _ person: Entry, _ access: ReportAccess?) {
    add(clock.take(entry, roster))
    add(canaries.take(entry))
    add(putBacks.take(entry, roster))
    add(limits.take(person))
    if person.isTakenBack { add(ReportFinding(.referralTakenBack, person)) }
    add(GraveActWatch.take(person))
    add(emergencies.take(entry))
    add(own.take(entry, rights, roster))
    if entry.out == .denied { add(ended: denials.take(person.actor, person)) }
    searches.take(person).forEach { add(ended: $0) }
    if entry.act == Act.authFail, let who = entry.who { add(ended: failures.take(who, entry)) }
    // What a restore destroyed again nobody looked at, at whatever hour.
    guard let access, !isByRestore(access) else { return }
    add(ended: days.take(person))
    guard entry.out == .ok else { return }
    add(ended: bulk.take(person))
    if access.right == .none { add(ReportFinding(.withoutRight, person)) }
  }

  private func isByRestore(_ access: ReportAccess) -> Bool {
    access.entry.isOfRestore && access.right != .none
  }

  /// What ended before the entry at hand may be of another period than that.
  private mutating func add(ended finding: ReportFinding?) {
    let isOfPeriod = isOfPeriod
    self.isOfPeriod = false
    add(finding)
    self.isOfPeriod = isOfPeriod
  }

  private mutating func add(_ finding: ReportFinding?) {
    guard var finding,
      isOfPeriod || finding.kind.isOfEveryReport || isOf(period: finding)
    else { return }
    // Nobody's act was only noted down by who signed it.
    if finding.kind == .failedUnlocks { finding.actor = nil }
    counts[finding.kind, default: 0] += 1
    if counts[finding.kind, default: 0] <= rules.kept { findings.append(finding) }
  }

  private func isOf(period finding: ReportFinding) -> Bool {
    finding.to >= period.lowerBound && finding.from < period.upperBound
      || finding.first < places.between.upperBound && finding.last >= places.between.lowerBound
      || places.contains(finding.first) || places.contains(finding.last)
  }

  // MARK: Counting

  private mutating func sum(_ entry: Entry) {
    let numbers = entry.fieldNumbers
    let grouped = Dictionary(grouping: numbers) { classes[$0] }
    for (fieldClass, fields) in grouped.isEmpty ? [nil: []] : grouped {
      let key = ReportTotal.Key(actor: entry.actor, rec: entry.rec, fieldClass: fieldClass)
      sums[key, default: ReportTotal(key, entry)].count(entry, fields)
    }
  }

  /// Accesses by person, case and class of fields, in the order of the first of each.
  public var totals: [ReportTotal] {
    sums.values.sorted {
      ($0.first, $0.key.fieldClass ?? .max) < ($1.first, $1.key.fieldClass ?? .max)
    }
  }

  /// What was taken or shown of many cases at once, by person and act, in the order of the first of each.
  public var takings: [ReportTaking] { taken.values.sorted { $0.first < $1.first } }

  // MARK: Witnesses

  private mutating func note(receipt entry: Entry) {
    guard entry.out == .ok, let ref = entry.ref, ref < entry.seq,
      entry.act == Act.anchorReceipt || entry.act == Act.cosignReceipt
    else { return }
    receipts.append(.init(isTimeStamp: entry.act == Act.anchorReceipt, seq: entry.seq, ref: ref))
  }

  /// Between which outside times the entries lie.
  ///
  /// - Parameter times: of each receipt's entry the time that its token or line states, UTC milliseconds,
  ///   where it was checked. The leaves do not hold it.
  public func bounds(_ times: [Int: Int]) -> OutsideBounds {
    OutsideBounds(receipts, size: roster.size, times: times)
  }
}
