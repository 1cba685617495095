import Vault

/// What a person has had, what runs, and what is theirs and was never offered.
public struct SupportOverview: Hashable, Sendable {
  /// One regime of Art. 37.
  public struct Line: Hashable, Sendable {
    public let regime: Code
    /// The right, where the person's category has it now; nil for what was given before the category was
    /// set, or under another.
    public let right: Entitlement?
    public let citation: Citation
    /// Recorded at all: planned, applied for or delivered.
    public let recorded: Int
    public let delivered: Int
    public let last: CalendarDay?
  }

  public let category: String?
  /// Whether a lead has to record the category: there is none, or one that does not fit where the file
  /// stands.
  public let isCategoryDue: Bool
  public let lines: [Line]
  /// Clocks of support that still run.
  public let clocks: [Running]
  /// School years that were supported.
  public let schoolYears: [String]
  public let insuranceFrom: PartialDate?
  /// What the rules have to say of it.
  public internal(set) var notes: [RuleNote]

  public struct Running: Hashable, Sendable {
    public let clock: CaseClock
    public let standing: CaseClock.Standing
    /// Day N of so many, where the limit is one of days.
    public let day: Int?
    public let days: Int?
  }

  /// The last day on which the person could apply, where it is over.
  public let windowEnd: CalendarDay?

  /// Nobody has offered these yet.
  public var open: [Line] { lines.filter { $0.recorded == 0 && !isOver($0) } }

  /// Nobody has offered these, and the time to apply for them has ended.
  public var ended: [Line] { lines.filter { $0.recorded == 0 && isOver($0) } }

  private func isOver(_ line: Line) -> Bool {
    windowEnd != nil && SupportWindow.regimes.contains(line.regime.code)
  }

  /// What was recorded.
  public var given: [Line] { lines.filter { $0.recorded > 0 } }

  init(_ file: CaseRecords, at now: Moment) {
    category = file.code("case.person_category")
    isCategoryDue =
      file.standing != "not_identified"
      // Nobody records one there (`CategoryRule`).
      && file.code("case.file_kind") != "protected_relative"
      && (category == nil || file.isCategoryDue(standing: file.standing)
        || Self.isOutgrown(category, file, on: now.dayInVietnam))
    let items = file.records(holding: "support_item.regime")
    notes =
      CategoryDoubt.notes(file) + LawNote.notes(file) + StayLimit.notes(file, on: now.dayInVietnam)
      + SupportYears.notes(file) + Self.notesOfAge(category, file, on: now.dayInVietnam)
    lines = Self.lines(file, items, on: now.dayInVietnam)
    clocks = Self.running(file, at: now)
    windowEnd = SupportWindow(file).lastDay.flatMap { $0 < now.dayInVietnam ? $0 : nil }
    let school = items.filter { file.code("support_item.regime", in: $0) == "h" }
    schoolYears = Set(school.compactMap { file.code("support_item.schooling_year", in: $0) })
      .sorted()
    insuranceFrom = items.compactMap { file.date("support_item.insurance_from", in: $0) }
      .min { $0.earliest < $1.earliest }
  }

  // MARK: Regimes

  private static func lines(
    _ file: CaseRecords, _ items: [CaseRecords.Record], on day: CalendarDay
  ) -> [Line] {
    let rights = rights(file, on: day)
    let codes = file.book.codeLists["regime"]?.codes ?? []
    let early = file.book["support_item.before_category"]?.citation
    return codes.compactMap { code in
      let own = items.filter { file.code("support_item.regime", in: $0) == code.code }
      let right = rights.rows.first { $0.regime == code.code }
      guard right != nil || !own.isEmpty || rights.early.contains(code.code) else { return nil }
      let days = own.compactMap { file.date("support_item.delivered_at", in: $0)?.exactDay }
      return Line(
        regime: code, right: right, citation: right?.citation ?? early ?? code.citation,
        recorded: own.count, delivered: days.count, last: days.max())
    }
  }

  /// What is open to the person today. A file that takes no new support has nothing open.
  private static func rights(
    _ file: CaseRecords, on day: CalendarDay
  ) -> (rows: [Entitlement], early: Set<String>) {
    let ended: Set<String> = ["closed", "transferred", "not_identified"]
    guard file.code("case.file_kind") != "protected_relative",
      !ended.contains(file.code("case.status") ?? "")
    else { return ([], []) }
    guard let category = file.code("case.person_category"), !file.contradicts(category, on: day)
    else {
      return ([], EntitlementTable.beforeCategory)
    }
    // "Người dưới 18 tuổi đi cùng" (Art. 37): to who is of age the row offers nothing any more.
    guard !isOutgrown(category, file, on: day) else { return ([], []) }
    let law = file.code("case.legal_regime") ?? "L53_2024"
    let isMinor = file.isMinor(on: day)
    let rows = file.book.entitlements.rows(law, category, on: file.ruleDay(of: day)).filter {
      isMinor || $0.condition != SupportCondition.ofMinors
    }
    return (rows, [])
  }

  /// A row of minors, and the person is of age.
  private static func isOutgrown(
    _ category: String?, _ file: CaseRecords, on day: CalendarDay
  ) -> Bool {
    category?.hasPrefix("minor_") == true && !file.isMinor(on: day)
  }

  private static func notesOfAge(
    _ category: String?, _ file: CaseRecords, on day: CalendarDay
  ) -> [RuleNote] {
    guard let category, isOutgrown(category, file, on: day) else { return [] }
    let citation = file.book.entitlements.rows.first { $0.category == category }?.citation
    return [
      RuleNote(
        .cameOfAge, label: file.book.label(ofCategory: category), citation,
        names: file.book.named(["case.person_category"]))
    ]
  }

  // MARK: Clocks

  /// Those that look at the form of support, and the windows in which the person may ask.
  private static func running(_ file: CaseRecords, at now: Moment) -> [Running] {
    let form = Set(file.book.fields(ofForm: "support").map(\.id))
    return file.book.clocks.clocks(of: file, at: now).compactMap { clock in
      let isOurs =
        clock.rule.kind == .window
        || !file.book.fields(ofClock: clock.rule).isDisjoint(with: form)
      let standing = clock.standing(at: now)
      guard isOurs, standing.isOpen else { return nil }
      let day = clock.day(at: now) ?? decidedDay(clock, at: now)
      return Running(clock: clock, standing: standing, day: day?.number, days: day?.of)
    }
  }

  /// Of a limit of days that was lengthened to a day: how many there are up to that one.
  private static func decidedDay(
    _ clock: CaseClock, at now: Moment
  ) -> (number: Int, of: Int)? {
    guard let last = clock.deadline?.lastDay, clock.extended.last?.limit.unit == .day
    else { return nil }
    let start = clock.start.dayInVietnam.number
    return (now.dayInVietnam.number - start, last.number - start)
  }
}
