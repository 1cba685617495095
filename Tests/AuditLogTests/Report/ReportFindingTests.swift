import AuditLog
import Sealing
import Testing

/// What a report says a person should look at: each kind found, and its neighbour left alone.
@Suite struct ReportFindingTests {
  @Test func refusalsInSeriesAreOneFinding() throws {
    var log = try ReportLog()
    let first = try log.read(1, by: log.second, out: .denied)
    try log.read(2, by: log.second, out: .denied)
    #expect(try log.found(.denials) == [])
    let last = try log.read(3, by: log.second, out: .denied)
    log.wait(minutes: 16)
    try log.read(3, by: log.second, out: .denied)
    let found = try log.found(.denials)
    #expect(found.map(\.count) == [3] && found.map(\.first) == [first])
    #expect(found.map(\.last) == [last] && found.first?.rec == nil)
  }

  @Test func failedUnlocksAreNobodysAndCountByName() throws {
    var log = try ReportLog()
    let who = SampleLog.handle("worker")
    for _ in 0..<3 {
      try log.act(Act.authFail, nil, by: log.lead, out: .unattributed) {
        ($0.why, $0.who, $0.role) = (.passphrase, who, nil)
      }
    }
    let found = try log.found(.failedUnlocks)
    #expect(found.map(\.count) == [3] && found.first?.actor == nil && found.first?.who == who)
  }

  /// A list of guesses is as many questions as it has lines, unless they became files.
  @Test func aRegisterOfGuessesCountsByItsLines() throws {
    var log = try ReportLog()
    func search(_ lines: Int?) throws -> Int {
      try log.act(Act.search, nil, by: log.intake, as: "intake") {
        ($0.kind, $0.n, $0.purp) = (lines == nil ? "person" : "register", lines, "CAREMGT")
      }
    }
    let first = try search(1_000)
    let last = try search(nil)
    #expect(try log.found(.searches).map(\.count) == [1_001])
    #expect(try log.found(.searches).map(\.first) == [first])
    #expect(try log.found(.searches).map(\.last) == [last])
    log.wait(minutes: 16)
    let taken = try search(500)
    try log.act(Act.intakeImport, nil, by: log.intake, as: "intake") {
      ($0.n, $0.ref) = (500, taken)
    }
    #expect(try log.found(.searches).map(\.count) == [1_001])
    log.wait(minutes: 16)
    _ = try search(5)
    _ = try search(5)
    #expect(try log.found(.searches).map(\.count) == [1_001, 10])
    // Nine questions are no series.
    log.wait(minutes: 16)
    _ = try search(5)
    #expect(try log.found(.searches).count == 2)
  }

  /// An import that waits for an answer is no cover for a list that is tried meanwhile.
  @Test func anImportCountsForItsOwnRegisterAlone() throws {
    var log = try ReportLog()
    func search(_ lines: Int) throws -> Int {
      try log.act(Act.search, nil, by: log.intake, as: "intake") {
        ($0.kind, $0.n, $0.purp) = ("register", lines, "CAREMGT")
      }
    }
    let taken = try search(1)
    _ = try search(50)
    try log.act(Act.intakeImport, nil, by: log.intake, as: "intake") { ($0.n, $0.ref) = (1, taken) }
    #expect(try log.found(.searches).map(\.count) == [51])
  }

  /// What was done after the copy is in no report: that there was one is.
  @Test func aLogThatWasPutBackIsTold() throws {
    var log = try ReportLog()
    let asked = try log.act(Act.vaultAccept, nil, by: log.vault.admin, as: "admin") {
      $0.sum = Digest.of([1])
    }
    #expect(try log.found(.putBack).map(\.first) == [asked])
    // What is lost may be of any day: it is told in the report of each.
    let (other, _) = try log.report(period: 0..<1)
    #expect(other.findings.map(\.kind) == [.putBack])
    try log.act(Act.vaultAccept, nil, by: log.worker, out: .denied) { $0.why = .role }
    #expect(try log.found(.putBack).count == 1)
    let auditor = try log.vault.log.join(
      "auditor", as: "auditor", admin: log.vault.admin, lead: log.vault.lead)
    let refused = try log.act(Act.approvalRefuse, nil, by: auditor, as: "auditor") {
      $0.ref = asked
    }
    #expect(try log.found(.putBackRefused).map(\.first) == [refused])
    let (later, _) = try log.report(period: 0..<1)
    #expect(later.findings.map(\.kind) == [.putBack, .putBackRefused])
    // Where the records were taken as they are nothing is gone.
    let whole = try log.act(Act.vaultAccept, nil, by: log.vault.admin, as: "admin") {
      ($0.sum, $0.n) = (Digest.of([1]), 0)
    }
    #expect(try log.found(.putBack).map(\.first) == [asked])
    #expect(try log.found(.putBackWhole).map(\.first) == [whole])
  }

  /// A correction of a date by which a limit ends later: for a reason, or asked and agreed to, each with who did it.
  @Test func aLimitThatWasMovedIsTold() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    func move(_ fields: [String]) throws -> Int {
      try log.act(Act.clockMoved, 1, by: log.worker) {
        ($0.fields, $0.man) = (fields, Digest.of([1]))
      }
    }
    let moved = try move(["f1002:2", "f1008:1"])
    #expect(try log.found(.limitMoved).map(\.first) == [moved])
    let asked = try move(["f1008:2", "f17:4"])
    let other = try move(["f1008:3", "f17:5"])
    #expect(try log.found(.limitAsked).map(\.first) == [asked, other])
    for (act, ref) in [(Act.approvalGive, asked), (Act.approvalRefuse, other)] {
      try log.act(act, 1, by: log.lead, as: "lead") {
        ($0.ref, $0.fields, $0.man) = (ref, ["f17:6"], Digest.of([2]))
      }
    }
    let agreed = try log.found(.limitAgreed)
    #expect(agreed.map(\.first) == [asked] && agreed.map(\.actor) == [log.lead.actor])
    #expect(try log.found(.limitMoved).count == 1)
  }

  /// The word of another office is told; what an office takes back itself is its own.
  @Test func whatAnotherOfficeTookBackIsTold() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    func revoke(_ out: Outcome, _ sum: Digest?) throws -> Int {
      try log.act("referral.revoke", 1, by: log.lead, as: "lead", out: out) {
        ($0.fields, $0.man, $0.sum) = (["f2708:2"], Digest.of([1]), sum)
      }
    }
    _ = try revoke(.ok, nil)
    let told = try revoke(.ok, Digest.of([2]))
    #expect(try log.found(.referralTakenBack).map(\.first) == [told])
  }

  /// A list of numbers in one question is as many guesses, whatever comes after it.
  @Test func aQuestionOfManyNumbersCountsByThem() throws {
    var log = try ReportLog()
    func search(_ numbers: Int?) throws {
      try log.act(Act.search, nil, by: log.intake, as: "intake") {
        ($0.kind, $0.n, $0.purp) = ("person", numbers, "CAREMGT")
      }
    }
    try search(5)
    #expect(try log.found(.searches) == [])
    try search(nil)
    try search(5)
    try log.act(Act.intakeImport, nil, by: log.intake, as: "intake") { $0.n = 500 }
    #expect(try log.found(.searches).map(\.count) == [11])
  }

  @Test func nightsAndWeekendsAreToldByPersonAndDay() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.read(1, by: log.worker)
    log.wait(hours: 9)
    for _ in 0..<2 { try log.read(1, by: log.worker) }
    // Saturday at noon.
    log.vault.log.time = ReportLog.monday + (5 * 24 + 3) * ReportLog.hour
    try log.read(1, by: log.worker)
    #expect(try log.found(.offHours).map(\.count) == [2, 1])
    var rules = ReportRules()
    rules.hours = 0..<24
    #expect(try log.found(.offHours, rules: rules).map(\.count) == [1])
  }

  @Test(arguments: [
    (6, 59, true), (7, 0, false), (17, 59, false), (18, 0, true), (0, 0, true), (23, 59, true),
  ])
  func theOfficesClockIsVietNams(hour: Int, minute: Int, isOff: Bool) {
    let midnight = ReportLog.monday - 9 * ReportLog.hour
    let t = midnight + hour * ReportLog.hour + minute * 60_000
    #expect(ReportRules().isOffHours(t) == isOff)
    // The Sunday before: all day.
    #expect(ReportRules().isOffHours(t - 24 * ReportLog.hour))
  }

  @Test func manyCasesWithinAnHourAreABulkRead() throws {
    var log = try ReportLog()
    var rules = ReportRules()
    rules.bulk = 5
    for number in 1...4 { try log.read(UInt8(number), by: log.lead, as: "lead") }
    for _ in 0..<9 { try log.read(4, by: log.lead, as: "lead") }
    #expect(try log.found(.bulk, rules: rules) == [])
    for number in 5...6 { try log.read(UInt8(number), by: log.lead, as: "lead") }
    #expect(try log.found(.bulk, rules: rules).map(\.count) == [6])
    log.wait(hours: 2)
    try log.read(7, by: log.lead, as: "lead")
    #expect(try log.found(.bulk, rules: rules).map(\.count) == [6])
  }

  @Test func emergenciesAreFollowedToTheirReview() throws {
    var log = try ReportLog()
    let open = try log.act(Act.emergencyOpen, 1, by: log.second)
    #expect(try log.found(.emergencyOpen).map(\.first) == [open])
    #expect(try log.found(.emergencyUnreviewed).map(\.first) == [open])
    try log.act(Act.emergencyClose, 1, by: log.second) { $0.ref = open }
    #expect(try log.found(.emergencyOpen) == [])
    log.wait(hours: 4 * 24)
    try log.act(Act.emergencyReview, 1, by: log.lead, as: "lead") { $0.ref = open }
    #expect(try log.found(.emergencyUnreviewed) == [])
    #expect(try log.found(.emergencyLate).map(\.count) == [4])
  }

  /// What was asked for and never given opened nothing: nobody is to close or review it.
  @Test func anEmergencyThatNobodyGaveIsNotHeldAgainstAnybody() throws {
    var log = try ReportLog()
    let lapsed = try log.act(Act.emergencyOpen, 1, by: log.second) { $0.class = 4 }
    #expect(try log.found(.emergencyUnreviewed).map(\.first) == [lapsed])
    log.wait(hours: 1)
    let vital = try log.act(Act.emergencyOpen, 1, by: log.second) { $0.class = 7 }
    #expect(try log.found(.emergencyUnreviewed).map(\.first) == [vital])
    #expect(try log.found(.emergencyOpen).map(\.first) == [vital])
    let given = try log.act(Act.emergencyOpen, 1, by: log.second) { $0.class = 4 }
    try log.act(Act.approvalGive, 1, by: log.lead, as: "lead") { $0.ref = given }
    log.wait(hours: 2)
    try log.act(Act.emergencyClose, 1, by: log.second) { $0.ref = vital }
    #expect(try log.found(.emergencyUnreviewed).map(\.first).sorted() == [vital, given])
    #expect(try log.found(.emergencyOpen).map(\.first) == [given])
  }

  @Test func ownRecordLoopsAreFound() throws {
    var log = try ReportLog()
    let (worker, second) = (log.worker, log.second)
    try log.open(1, by: log.worker)
    let own = try log.act(Act.excerptGive, 1, by: log.worker) { $0.subj = worker.actor }
    #expect(try log.found(.selfGiven).map(\.first) == [own])
    try log.act(Act.excerptGive, 1, by: log.worker) { $0.subj = second.actor }
    #expect(try log.found(.mutual) == [])
    let back = try log.act(Act.excerptGive, 1, by: log.second) { $0.subj = worker.actor }
    #expect(try log.found(.mutual).map(\.first) == [back])
  }

  @Test func aCaseThatOnePersonAloneLooksAtIsFound() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.open(2, by: log.worker)
    for _ in 0..<10 { try log.read(1, by: log.worker) }
    for _ in 0..<10 { try log.read(2, by: log.worker) }
    try log.read(2, by: log.lead, as: "lead")
    // Whoever restores a backup says of a case that it came without its key, and has seen nothing of it.
    try log.act(Act.vaultRestore, 1, by: log.vault.admin, as: "admin") { $0.kind = "gap" }
    let found = try log.found(.alone)
    #expect(found.map(\.rec) == [ReportLog.rec(1)] && found.map(\.count) == [10])
  }

  /// Whoever it was, and whether or not they were let in; that a limit passed is nobody's look.
  @Test func whoTouchesACanaryIsFound() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.act(Act.recordCreate, 2, by: log.lead, as: "lead", out: .denied) { $0.kind = "canary" }
    try log.read(2, by: log.worker)
    try log.act(Act.recordCreate, 3, by: log.lead, as: "lead") { $0.kind = "canary" }
    try log.act(Act.clockOverdue, 3, by: log.second)
    try log.act(Act.vaultRestore, 3, by: log.vault.admin, as: "admin") { $0.kind = "gap" }
    let refused = try log.read(3, by: log.second, out: .denied)
    let look = try log.read(3, by: log.lead, as: "lead")
    let change = try log.act(Act.fieldWrite, 3, by: log.worker)
    try log.read(1, by: log.worker)
    let found = try log.found(.canary)
    #expect(found.map(\.first) == [refused, look, change])
    #expect(Set(found.map(\.rec)) == [ReportLog.rec(3)])
  }

  @Test func whoSignsNothingForAMonthHasGoneSilent() throws {
    var log = try ReportLog()
    log.wait(hours: 31 * 24)
    try log.read(1, by: log.worker)
    try log.read(1, by: log.second)
    try log.read(1, by: log.lead, as: "lead")
    let silent = Set(try log.found(.silent).compactMap(\.actor))
    #expect(silent == [log.intake.actor, log.vault.admin.actor])
    #expect(try log.found(.clockJump).count == 1)
  }

  @Test func aClockThatIsSetBackIsFound() throws {
    var log = try ReportLog()
    try log.read(1, by: log.worker)
    log.vault.log.time -= 10_000
    let step = try log.act(Act.clockStep, nil, by: log.worker) { $0.role = nil }
    let found = try log.found(.clockStep)
    #expect(found.map(\.first) == [step] && found.map(\.count) == [9])
  }
}
