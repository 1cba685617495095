import AuditLog
import Sealing
import Testing

/// Who looked at what, and by what right: each right with its beginning and its end.
@Suite struct LogReportTests {
  @Test func anAccessNamesTheEntryThatGivesTheRight() throws {
    var log = try ReportLog()
    let opened = try log.open(1, by: log.worker)
    let read = try log.read(1, by: log.worker)
    let given = try log.assign(1, to: log.second, by: log.lead)
    try log.read(1, by: log.second)
    try log.read(1, by: log.lead, as: "lead")
    let (report, accesses) = try log.report()
    #expect(accesses.map(\.right) == [.entry(opened), .entry(given), .standing])
    #expect(accesses.map(\.entry.seq) == [read, read + 2, read + 3])
    #expect(report.counts[.withoutRight] == nil)
  }

  @Test func whoHasNoRightIsFound() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    let stray = try log.read(1, by: log.second)
    // A lead's role claimed by somebody who does not hold it stands for nothing.
    let false1 = try log.read(1, by: log.second, as: "lead")
    let found = try log.found(.withoutRight)
    #expect(found.map(\.first) == [stray, false1])
    #expect(found.allSatisfy { $0.actor == log.second.actor && $0.rec == ReportLog.rec(1) })
  }

  @Test func aRightEnds() throws {
    var log = try ReportLog()
    let second = log.second
    try log.open(1, by: log.intake)
    try log.read(1, by: log.intake, as: "intake")
    try log.assign(1, to: log.worker, by: log.lead, owner: true, gen: 1)
    let afterHandOver = try log.read(1, by: log.intake, as: "intake")
    try log.assign(1, to: log.second, by: log.lead, owner: true, gen: 2)
    let afterNewOwner = try log.read(1, by: log.worker)
    try log.act(Act.assignRemove, 1, by: log.lead, as: "lead") { $0.subj = second.actor }
    let afterEnd = try log.read(1, by: log.second)
    #expect(
      try log.found(.withoutRight).map(\.first) == [afterHandOver, afterNewOwner, afterEnd])
  }

  @Test func anExcerptIsARightUntilItEnds() throws {
    var log = try ReportLog()
    let second = log.second
    try log.open(1, by: log.worker)
    try log.act(Act.excerptGive, 1, by: log.worker) {
      ($0.subj, $0.class, $0.fields) = (second.actor, 0x8001, ["f07"])
    }
    try log.read(1, by: log.second)
    try log.act(Act.excerptEnd, 1, by: log.worker) {
      ($0.subj, $0.class) = (second.actor, 0x8001)
    }
    let late = try log.read(1, by: log.second)
    #expect(try log.found(.withoutRight).map(\.first) == [late])
  }

  /// A lead hands a case over, and a duty officer its clinical part; before that and after the end, and to
  /// anybody else, it gives nothing.
  @Test func aHandOverIsADutyOfficersRight() throws {
    var log = try ReportLog()
    let duty = try log.vault.log.join(
      "duty", as: "duty", admin: log.vault.admin, lead: log.vault.lead)
    try log.open(1, by: log.worker)
    let early = try log.read(1, by: duty, as: "duty")
    let handed = try log.act(Act.caseTransfer, 1, by: log.lead, as: "lead")
    try log.read(1, by: duty, as: "duty")
    try log.act(Act.caseTransfer, 1, by: duty, as: "duty")
    let stranger = try log.read(1, by: log.second, as: "duty")
    try log.act(Act.keyDestroy, 1, by: log.lead, as: "lead")
    let late = try log.read(1, by: duty, as: "duty")
    #expect(try log.found(.withoutRight).map(\.first) == [early, stranger, late])
    let (_, accesses) = try log.report()
    #expect(accesses.count { $0.right == .entry(handed) } == 2)
  }

  @Test func anEmergencyIsARightForAnHour() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    let open = try log.act(Act.emergencyOpen, 1, by: log.second) { $0.class = 7 }
    try log.read(1, by: log.second)
    log.wait(minutes: 61)
    let late = try log.read(1, by: log.second)
    #expect(try log.found(.withoutRight).map(\.first) == [late])
    let (_, accesses) = try log.report()
    #expect(accesses.first?.right == .entry(open))
  }

  @Test func accessesAreCountedByPersonCaseAndClass() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    for _ in 0..<3 { try log.read(1, by: log.worker) }
    try log.act(Act.fieldWrite, 1, by: log.worker) { $0.fields = ["f12:3"] }
    try log.read(1, by: log.second, out: .denied)
    let totals = try log.report().0.totals
    #expect(totals.count == 4)
    let opened = try #require(totals.first { $0.key.fieldClass == nil })
    #expect(opened.openings == 1 && opened.writes == 0 && opened.reads == 0)
    let identity = try #require(totals.first { $0.key.fieldClass == 2 && $0.reads > 0 })
    #expect(identity.reads == 3 && identity.fields == [7] && identity.writes == 0)
    let sensitive = try #require(totals.first { $0.key.fieldClass == 3 })
    #expect(sensitive.reads == 3 && sensitive.writes == 1)
    let refused = try #require(totals.first { $0.key.actor == log.second.actor })
    #expect(refused.denials == 1 && refused.reads == 0 && refused.fields.isEmpty)
  }

  /// Held against a log that was counted by hand: what an act writes is written, whatever it is called.
  @Test func whatIsWrittenIsNotCountedAsRead() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    let written = [
      Act.fieldWrite, Act.caseStep, "case.link", "consent.record", "request.record",
      "referral.send",
      Act.restrictionSet, Act.approvalGive,
    ]
    for act in written { try log.act(act, 1, by: log.worker) { $0.man = SampleLog.grant } }
    for act in [Act.fieldRead, Act.print] { try log.act(act, 1, by: log.worker) }
    // An answer to something else than a case writes nothing in one.
    try log.act(Act.approvalGive, 1, by: log.worker)
    let (report, accesses) = try log.report()
    #expect(report.totals.map(\.writes) == [written.count])
    #expect(report.totals.map(\.openings) == [1])
    #expect(report.totals.map(\.reads) == [2])
    #expect(accesses.map(\.entry.act) == written + [Act.fieldRead, Act.print])
  }

  /// Somebody who changes keys is one person, in sums, in series and by day.
  @Test func aPersonWithTwoKeysIsOnePerson() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.read(1, by: log.worker)
    for _ in 0..<2 { try log.read(1, by: log.worker, out: .denied) }
    let next = try Person("next")
    let key = try NoteKey(
      name: "\(log.vault.log.origin)/a/\(next.actor)", key: next.key.publicKey
    ).text
    let offered = try log.vault.log.append(Act.keyRotate, by: log.worker) {
      ($0.kind, $0.vkey, $0.box) = ("member", key, base64(next.box.bytes))
    }
    try log.vault.log.append(Act.keyRotate, by: log.vault.admin) {
      ($0.kind, $0.ref) = ("member", offered)
    }
    try log.read(1, by: next)
    try log.read(1, by: next, out: .denied)
    let totals = try log.report().0.totals
    #expect(Set(totals.map(\.key.actor)) == [log.worker.actor])
    #expect(totals.first { $0.key.fieldClass == 3 }?.reads == 2)
    #expect(try log.found(.denials).map(\.count) == [3])
  }

  @Test func aPeriodLeavesOutWhatLiesOutsideAndKeepsTheRights() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.read(1, by: log.worker)
    log.wait(hours: 24)
    let start = log.vault.log.time
    let read = try log.read(1, by: log.worker)
    log.wait(hours: 24)
    let end = log.vault.log.time
    try log.read(1, by: log.second)
    let (report, accesses) = try log.report(period: start..<end)
    #expect(accesses.map(\.entry.seq) == [read])
    #expect(accesses.first?.right != ReportAccess.Right.none)
    #expect(report.entries == 1 && report.from == start && report.to == start)
    #expect(report.counts[.withoutRight] == nil)
  }

  /// What ended before the period is of an earlier report, though an entry of the period showed that it had ended.
  @Test func whatEndedBeforeThePeriodIsNotToldAgain() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    log.wait(hours: 14)
    let before = log.vault.log.time
    try log.read(1, by: log.worker)
    for _ in 0..<3 { try log.read(2, by: log.worker, out: .denied) }
    log.wait(hours: 24)
    let start = log.vault.log.time
    let own = try log.read(1, by: log.worker)
    let denied = try log.read(2, by: log.worker, out: .denied)
    for _ in 0..<2 { try log.read(2, by: log.worker, out: .denied) }
    let told = try log.report(period: start..<Int.max).0.findings
    #expect(told.filter { $0.kind == .offHours }.map(\.first) == [own])
    #expect(told.filter { $0.kind == .denials }.map(\.first) == [denied])
    let earlier = try log.report(period: before..<start).0.findings.map(\.kind)
    #expect(earlier.contains(.offHours) && earlier.contains(.denials))
  }

  @Test func onlySoManyFindingsOfAKindAreKept() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    for _ in 0..<7 { try log.read(1, by: log.second) }
    var rules = ReportRules()
    rules.kept = 2
    let (report, _) = try log.report(rules: rules)
    #expect(report.findings.filter { $0.kind == .withoutRight }.count == 2)
    #expect(report.counts[.withoutRight] == 7)
  }

  /// Who answers an erasure may have no right to the case: what follows from the answer has its right from it.
  @Test func whoCarriesOutWhatTheyAnswered() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    let admin = log.vault.admin
    let given = try log.act(Act.approvalGive, 1, by: admin, as: "admin")
    try log.act(Act.caseErase, 1, by: admin, as: "admin") { ($0.by, $0.gen) = (given, 2) }
    #expect(try log.report().1.last?.right == .entry(given))
    // Another's answer gives them none.
    let other = try log.act(Act.approvalGive, 1, by: log.lead, as: "lead")
    try log.act(Act.caseErase, 1, by: admin, as: "admin") { ($0.by, $0.gen) = (other, 3) }
    #expect(try log.report().1.last?.right == ReportAccess.Right.none)
  }

  /// Who was assigned before they answered for a case has it by the later entry alone, and not any more after the next.
  @Test func anOwnerHasNoEarlierRight() throws {
    var log = try ReportLog()
    try log.open(1, by: log.worker)
    try log.assign(1, to: log.second, by: log.lead)
    let owner = try log.assign(1, to: log.second, by: log.lead, owner: true, gen: 1)
    try log.read(1, by: log.second)
    #expect(try log.report().1.last?.right == .entry(owner))
    try log.assign(1, to: log.worker, by: log.lead, owner: true, gen: 2)
    try log.read(1, by: log.second)
    #expect(try log.report().1.last?.right == ReportAccess.Right.none)
  }
}
