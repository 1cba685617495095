import AuditLog
import Sealing
import Testing

/// A log of an office's days, for reports: whoever acts is a person of the tests, a case is a number.
struct ReportLog {
  var vault: SampleVault
  let second: Person
  let intake: Person
  /// 2026-11-23, a Monday, 09:00 in Viet Nam.
  static let monday = 1_795_399_200_000
  static let hour = 3_600_000

  init() throws {
    vault = try SampleVault()
    second = try vault.log.join(
      "second", as: "social_worker", admin: vault.admin, lead: vault.lead)
    intake = try vault.log.join("intake", as: "intake", admin: vault.admin, lead: vault.lead)
    vault.log.time = Self.monday
  }

  var worker: Person { vault.worker }
  var lead: Person { vault.lead }

  static func rec(_ number: UInt8) -> Identifier {
    Identifier([UInt8](repeating: number, count: 16)) ?? .zero
  }

  mutating func wait(hours: Int) { vault.log.time += hours * Self.hour }
  mutating func wait(minutes: Int) { vault.log.time += minutes * 60_000 }

  @discardableResult
  mutating func act(
    _ act: String, _ number: UInt8?, by person: Person, as role: String = "social_worker",
    out: Outcome = .ok, _ more: (inout Entry) -> Void = { _ in }
  ) throws -> Int {
    try vault.log.append(act, by: person, out: out) { entry in
      entry.rec = number.map(Self.rec)
      entry.role = role
      more(&entry)
    }
  }

  @discardableResult
  mutating func open(_ number: UInt8, by person: Person, owner: Person? = nil) throws -> Int {
    try act(
      Act.recordCreate, number, by: person, as: person === intake ? "intake" : "social_worker"
    ) {
      $0.subj = owner?.actor
    }
  }

  @discardableResult
  mutating func read(
    _ number: UInt8, by person: Person, as role: String = "social_worker", out: Outcome = .ok
  ) throws -> Int {
    try act(Act.fieldRead, number, by: person, as: role, out: out) {
      $0.fields = out == .ok ? ["f07:1", "f12:2"] : ["f07"]
      $0.purp = "CAREMGT"
    }
  }

  @discardableResult
  mutating func assign(
    _ number: UInt8, to person: Person, by giver: Person, owner: Bool = false, gen: Int? = nil
  ) throws -> Int {
    try act(Act.assignAdd, number, by: giver, as: "lead") {
      ($0.subj, $0.grole, $0.gen) = (person.actor, "social_worker", gen)
      $0.kind = owner ? "owner" : nil
    }
  }

  /// The report of all leaves, ended, and every access in their order.
  func report(
    period: Range<Int> = 0..<Int.max, places: PeriodEntries = PeriodEntries(),
    rules: ReportRules = ReportRules()
  ) throws -> (LogReport, [ReportAccess]) {
    var report = LogReport(
      origin: vault.log.origin, classes: [7: 2, 12: 3], period: period, places: places,
      rules: rules)
    var accesses: [ReportAccess] = []
    for bytes in vault.log.leaves {
      if let access = try report.take(Leaf(parsing: bytes)) { accesses.append(access) }
    }
    report.finish()
    return (report, accesses)
  }

  func found(
    _ kind: ReportFinding.Kind, rules: ReportRules = ReportRules()
  ) throws -> [ReportFinding] {
    try report(rules: rules).0.findings.filter { $0.kind == kind }
  }
}
