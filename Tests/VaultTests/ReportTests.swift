import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// The report of a vault's own log: its entry first, its leaves proven, its people named for whom it is.
@Suite struct ReportTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func report(
    _ scope: ReportScope = ReportScope(), as handle: String = "auditor"
  ) throws -> (ReportedLog, [ReportedAccess]) {
    try desk.act(handle) { vault, session in
      let report = try vault.report(scope, as: session)
      var accesses: [ReportedAccess] = []
      try vault.eachAccess(of: report, as: session) { accesses.append($0) }
      return (report, accesses)
    }
  }

  @Test func everyLookIsThereWithItsRight() throws {
    try desk.read("social", [TestTable.story], of: desk.shared)
    _ = try? desk.read("second", [TestTable.story], of: desk.shared)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let (report, accesses) = try report()
    #expect(accesses.map(\.line.handle) == ["social", "second", "lead"])
    #expect(accesses.map(\.line.outcome) == ["ok", "denied", "ok"])
    guard case .entry(let given)? = accesses.first?.right else {
      Issue.record("the assignment gives the right")
      return
    }
    #expect(try desk.entries()[given].act == Act.assignAdd)
    #expect(accesses.last?.right == .standing)
    #expect(accesses.first?.fields == [TestTable.story])
    let total = try #require(report.totals.first { $0.person.handle == "social" })
    #expect(total.fieldClass == .sensitive && total.reads == 1)
    #expect(report.size == report.entry + 1 && report.checkpoint.hasPrefix("safekeep/"))
    #expect(report.tail.first == 0 && report.tail.since != nil)
  }

  @Test func readingTheLogIsAnEntryFirst() throws {
    let (report, _) = try report()
    let entry = try desk.entries()[report.entry]
    #expect(entry.act == Act.auditExport && entry.kind == "report" && entry.role == "auditor")
    let breach = ReportScope(.breach, since: 0, until: .max, member: "social")
    let (second, _) = try self.report(breach, as: "lead")
    let told = try desk.entries()[second.entry]
    #expect(told.kind == "breach" && told.subj != nil)
  }

  @Test(arguments: ["social", "duty", "figures", "trustee"])
  func whoDoesNotReadTheLogIsRefusedWithAnEntry(handle: String) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.denied(.role, entry: size)) { try report(as: handle) }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditExport && entry.out == .denied && entry.kind == "report")
  }

  @Test func aBreachReportIsOfOneMemberAndOnePeriod() throws {
    try desk.read("social", [TestTable.name], of: desk.shared)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    desk.clock.move(by: 86_400_000)
    let from = desk.clock.now()
    try desk.read("social", [TestTable.phone], of: desk.shared)
    let scope = ReportScope(.breach, since: from, until: from + 3_600_000, member: "social")
    let (report, accesses) = try report(scope)
    #expect(accesses.map(\.fields) == [[TestTable.phone]])
    #expect(report.totals.map(\.person.handle) == ["social"])
    #expect(report.totals.map(\.fields) == [[TestTable.phone]])
  }

  /// Who sets their own clock back before they look is of the period in which they looked, and the setting back
  /// is told in it.
  @Test(arguments: [true, false])
  func settingTheClockBackIsNoWayOutOfAPeriod(_ goesOn: Bool) throws {
    desk.clock.move(by: 86_400_000)
    let from = desk.clock.now()
    try desk.read("social", [TestTable.name], of: desk.shared)
    desk.clock.move(by: -300 * 86_400_000)
    try desk.read("social", [TestTable.phone], of: desk.shared)
    desk.clock.move(by: 300 * 86_400_000)
    // Without it the look that was dated back is the newest of all.
    if goesOn { try desk.read("lead", [TestTable.name], of: desk.shared) }
    let scope = ReportScope(.breach, since: from, until: from + 3_600_000)
    let (report, accesses) = try report(scope, as: goesOn ? "auditor" : "lead")
    #expect(accesses.map(\.fields).contains([TestTable.phone]))
    #expect(report.totals.flatMap(\.fields).contains(TestTable.phone))
    #expect(report.findings.contains { $0.kind == "clock_step" })
  }

  /// Ahead of the period before they look, and back when it is over: the look may have been in it.
  @Test func settingTheClockAheadIsNoWayOutOfAPeriod() throws {
    desk.clock.move(by: 86_400_000)
    let from = desk.clock.now()
    try desk.read("social", [TestTable.name], of: desk.shared)
    desk.clock.move(by: 86_400_000)
    try desk.read("social", [TestTable.phone], of: desk.shared)
    desk.clock.move(by: -80_000_000)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let scope = ReportScope(.breach, since: from, until: from + 3_600_000)
    let (report, accesses) = try report(scope)
    #expect(accesses.map(\.fields) == [[TestTable.name], [TestTable.phone]])
    #expect(report.untimely > 0 && report.untimely < report.entries)
  }

  /// Ahead just before the first entry of the period, a look in it, and back: it stands in the report, and its time
  /// is marked. What took everything or showed many is told beside it.
  @Test func settingTheClockAheadBeforeAPeriodIsNoWayOutOfItEither() throws {
    desk.clock.move(by: 86_400_000)
    let from = desk.clock.now()
    desk.clock.move(by: 200 * 86_400_000)
    try desk.read("social", [TestTable.phone], of: desk.shared)
    desk.clock.move(by: -200 * 86_400_000 + 1_000)
    try desk.read("lead", [TestTable.name], of: desk.shared)
    let scope = ReportScope(.breach, since: from, until: from + 3_600_000)
    let (report, accesses) = try report(scope)
    #expect(accesses.map(\.fields) == [[TestTable.phone], [TestTable.name]])
    #expect(accesses.map(\.isDoubtful) == [true, false])
    #expect(report.totals.flatMap(\.fields).contains(TestTable.phone))
  }

  @Test func whatTakesOrShowsManyIsCounted() throws {
    let (before, _) = try report()
    _ = try desk.backUp([.records])
    let (report, _) = try report()
    #expect(!before.takings.contains { $0.act == Act.vaultBackup })
    let copy = try #require(report.takings.first { $0.act == Act.vaultBackup })
    #expect(copy.times == 1 && copy.refusals == 0)
  }

  /// The times of what came from outside are the witness's and the authority's, not those at which an entry
  /// took it in; where the row is gone there is none.
  @Test func outsideTimesAreThoseOfTheTokenAndTheLine() throws {
    let signed = try desk.witness(desk.cosignRequest().bytes)
    let time = desk.clock.now() / 1_000 * 1_000
    desk.clock.move(by: 7_200_000)
    let head = try desk.add(cosignature: signed.note, signed.vkey)
    // OpenSSL's authority goes by the machine's clock, which is years from the desk's.
    let stamped = try desk.stamp(StampOffice())
    let (report, _) = try report()
    #expect(report.uncheckedReceipts == [] && report.tail.first == stamped.size)
    let first = try #require(report.intervals.first)
    let last = try #require(report.intervals.last)
    let claimed = try desk.entries().map(\.t)
    #expect(claimed[head.entry] - time >= 7_200_000 - 1_000)
    #expect(min(time, stamped.time) == first.before?.time)
    #expect(max(time, stamped.time) == last.after?.time)
    #expect(abs(stamped.time - claimed[stamped.entry]) > 3_600_000)
    try desk.tamperLog { db in try db.execute(sql: "DELETE FROM audit_anchor") }
    let (second, _) = try self.report()
    #expect(second.uncheckedReceipts == [stamped.entry] && second.tail.first == head.size)
    #expect(second.intervals.first?.before?.time == time)
    #expect(!second.intervals.contains { $0.after?.isTimeStamp ?? false })
  }

  /// An export's own report holds pseudonyms, and handles only where they were asked for.
  @Test func anExportsReportNamesNobodyUnlessItIsAskedTo() throws {
    try desk.read("social", [TestTable.story], of: desk.shared)
    try desk.act("auditor") { vault, session in
      let verdict = try vault.logStatus(as: session)
      for withHandles in [false, true] {
        let report = try vault.report(
          of: Receipt(entry: verdict.entry), withHandles: withHandles, as: session)
        #expect(report.size == verdict.entry + 1)
        #expect(report.totals.contains { $0.person.handle == "social" } == withHandles)
      }
    }
  }

  /// Nothing is told of a log that does not fit its head: what lies before the pin was not read again.
  @Test func anAlteredEntryStopsTheReport() throws {
    try desk.read("social", [TestTable.story], of: desk.shared)
    try desk.act("auditor") { vault, session in _ = try vault.logStatus(as: session) }
    let seq = try #require(try desk.entries().last { $0.act == Act.fieldRead }?.seq)
    try desk.tamperLog { db in
      let leaf = try #require(
        try Data.fetchOne(db, sql: "SELECT leaf FROM audit_leaf WHERE idx=?", arguments: [seq]))
      let other = try #require(replaced("\"t\":17", with: "\"t\":16", in: [UInt8](leaf)))
      try db.execute(
        sql: "UPDATE audit_leaf SET leaf=? WHERE idx=?", arguments: [Data(other), seq])
    }
    let found = #expect(throws: VaultError.self) { try report() }
    guard case .logBroken = found else {
      Issue.record("the log is what is broken")
      return
    }
  }

  private func replaced(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8]? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains(old) else { return nil }
    return Array(text.replacingOccurrences(of: old, with: new).utf8)
  }

  // MARK: For other systems

  private func lines(_ form: String, withHandles: Bool = false) throws -> (Int, [String]) {
    try desk.act("auditor") { vault, session in
      var text = ""
      let receipt = try vault.exportEvents(
        form, from: 0, withHandles: withHandles, as: session
      ) { bytes in text += String(decoding: bytes, as: UTF8.self) }
      let entry = try #require(receipt?.entry)
      return (entry, text.split(whereSeparator: \.isNewline).map(String.init))
    }
  }

  @Test(arguments: Vault.eventForms) func everyEntryIsALineAndTheLastIsTheExport(
    form: String
  ) throws {
    let (entry, lines) = try lines(form)
    #expect(lines.count == entry + (form == "csv" ? 2 : 1))
    let last = try desk.entries()[entry]
    #expect(last.act == Act.auditExport && last.kind == form)
    #expect(!lines.contains { $0.contains("social\"") && $0.contains("handle") })
  }

  /// More than one look takes: nothing is lost or told twice where one chunk ends.
  @Test func aLongLogIsHandedOverWhole() throws {
    let count = 9_000
    try desk.act("lead") { vault, session in
      try vault.act(as: session) { context throws(VaultError) -> Ruling<Void> in
        for _ in 0..<count { try context.append(Act.list) { ($0.kind, $0.n) = ("case", 1) } }
        return .allowed(())
      }
    }
    let (entry, lines) = try lines("csv")
    #expect(entry > count)
    let numbers = lines.dropFirst().compactMap {
      $0.split(separator: ",").first.flatMap { Int($0) }
    }
    #expect(numbers == Array(0...entry))
    #expect(try report().0.entries == entry + 2)
  }

  @Test func namesAreWrittenOnlyWhenTheLogSaysSo() throws {
    let (entry, lines) = try lines("ndjson", withHandles: true)
    #expect(try desk.entries()[entry].kind == "ndjson.handles")
    #expect(lines.contains { $0.contains(#""handle":"social""#) })
  }

  /// A job that goes on from where it ended must not go on without a word where the log was put back.
  @Test func anEntryThatThereIsNotIsRefused() throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.noSuchEntry(recorded: size)) {
      try desk.act("auditor") { vault, session in
        _ = try vault.exportEvents(
          "ndjson", from: size + 9, withHandles: false, as: session
        ) { _ in Issue.record("nothing is written") }
      }
    }
    let entry = try #require(try desk.entries().last)
    #expect(entry.act == Act.auditExport && entry.kind == "ndjson")
    #expect(entry.out == .denied && entry.why == .state)
    _ = try desk.act("auditor") { vault, session in
      try vault.exportEvents("ndjson", from: size + 1, withHandles: false, as: session) { _ in }
    }
  }

  @Test func anUnknownFormLeavesNothing() throws {
    let size = try desk.entries().count
    try desk.act("auditor") { vault, session in
      let receipt = try vault.exportEvents(
        "xml", from: 0, withHandles: false, as: session
      ) { _ in Issue.record("nothing is written") }
      #expect(receipt == nil)
    }
    #expect(try desk.entries().count == size)
  }
}
