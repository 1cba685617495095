import AuditLog
import Foundation
import GRDB
import Testing

@testable import Vault

/// After the glass was broken: who is told, who reviews it, which keys are renewed, what the log reports; and
/// what rows made up by hand come to.
@Suite struct EmergencyReviewTests {
  private typealias Table = TestTable
  private let desk: Desk

  init() throws { desk = try Desk() }

  // MARK: Told

  private func told(_ handle: String) throws -> [Emergency] {
    try desk.act(handle) { vault, session in
      try vault.emergencies(of: desk.shared, as: session)
    }
  }

  @Test func ownerAndLeadsSeeEachForEver() throws {
    let opened = try desk.breakGlass(.vital)
    for handle in ["social", "lead", "deputy", "duty"] {
      #expect(try told(handle).map(\.entry) == [opened.entry], "\(handle)")
    }
    for handle in ["health", "night", "second", "intake"] {
      #expect(try told(handle) == [], "\(handle)")
    }
    try desk.closeGlass(opened.entry)
    try desk.reviewGlass(opened.entry)
    #expect(try told("social").map(\.state) == [.reviewed])
    let again = try desk.breakGlass(.vital)
    #expect(try told("lead").map(\.entry) == [opened.entry, again.entry])
  }

  @Test func theStatusTellsLeadsAndDutyOfficers() throws {
    let opened = try desk.breakGlass(.vital)
    func status(_ handle: String) throws -> [VaultStatus.OpenEmergency] {
      try desk.act(handle) { vault, session in try vault.status(as: session).emergencies }
    }
    for handle in ["lead", "deputy", "night"] {
      #expect(try status(handle).map(\.emergency.entry) == [opened.entry])
      #expect(try status(handle).map(\.handle) == ["duty"])
    }
    #expect(try status("social").map(\.emergency.entry) == [opened.entry])
    for handle in ["health", "second", "auditor"] { #expect(try status(handle) == []) }
    try desk.closeGlass(opened.entry)
    #expect(try status("lead").map(\.emergency.state) == [.closed])
    try desk.reviewGlass(opened.entry)
    #expect(try status("lead") == [])
  }

  @Test func theWordsGoWithTheCase() throws {
    try desk.breakGlass(.vital)
    let opened = try desk.breakGlass(.vital, by: "night")
    try desk.closeGlass(opened.entry)
    let texts = try desk.inspect { db in try Data.fetchAll(db, sql: "SELECT sealed FROM audit_note")
    }
    #expect(texts.count == 2)
    _ = try desk.erase(desk.shared)
    for bytes in try desk.everyByte() {
      #expect(texts.allSatisfy { bytes.range(of: $0) == nil })
    }
    #expect(try desk.verify().findings == [])
  }

  /// Whoever leaves takes no look with them, and leaves theirs to be reviewed.
  @Test func whoLeavesLeavesItToBeReviewed() throws {
    let opened = try desk.breakGlass(.vital)
    try desk.suspend("duty", by: "admin")
    #expect(try told("lead").map(\.entry) == [opened.entry])
    #expect(try desk.verify().findings == [])
    try desk.closeGlass(opened.entry, by: "night")
    try desk.reviewGlass(opened.entry)
    #expect(try told("lead").map(\.state) == [.reviewed])
    #expect(try desk.verify().findings == [])
  }

  /// The words are for leads; the log has their hash alone, and nobody else opens them.
  @Test func theWordsAreForLeads() throws {
    let opened = try desk.breakGlass(.vital).entry
    func words(_ handle: String) throws -> String? {
      try desk.act(handle) { vault, session in
        let look = try vault.emergency(opened, as: session)
        #expect(look.operations[Table.status] == .text("received"))
        return look.text
      }
    }
    #expect(try words("lead") == "Bất tỉnh tại nơi tạm trú")
    #expect(try words("deputy") == "Bất tỉnh tại nơi tạm trú")
    #expect(try words("duty") == nil)
    let look = try #require(try desk.entries().last)
    #expect(look.act == Act.list && look.kind == "emergency" && look.ref == opened)
    try desk.expectRefused(.role, Act.list) { _ = try words("social") }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.records))
    #expect(bytes.range(of: Data("Bất tỉnh tại nơi tạm trú".utf8)) == nil)
  }

  // MARK: Review

  @Test func aLeadWhoNeitherAskedNorGaveReviewsIt() throws {
    let opened = try desk.breakGlass(.vital).entry
    try desk.expectRefused(.state, Act.emergencyReview) { try desk.reviewGlass(opened) }
    try desk.closeGlass(opened)
    for handle in ["duty", "night", "social", "admin"] {
      try desk.expectRefused(.role, Act.emergencyReview) {
        try desk.reviewGlass(opened, by: handle)
      }
    }
    let done = try desk.reviewGlass(opened)
    #expect(try desk.entries()[done.entry].ref == opened)
    desk.expectNoted(.nothingAsked) { try desk.reviewGlass(opened) }
    #expect(try desk.verify().findings == [])
  }

  /// Nobody closed it: the review does, so that nothing is left open.
  @Test func whatRanOutIsClosedWithItsReview() throws {
    let opened = try desk.breakGlass(.vital).entry
    desk.clock.move(by: Emergency.duration)
    let size = try desk.entries().count
    try desk.reviewGlass(opened)
    #expect(
      try desk.entries()[size...].map(\.act) == [Act.emergencyClose, Act.emergencyReview])
    #expect(try desk.verify().findings == [])
  }

  @Test func whoIsNothingToItClosesNothing() throws {
    let opened = try desk.breakGlass(.vital).entry
    for handle in ["social", "health", "auditor"] {
      try desk.expectRefused(.role, Act.emergencyClose) {
        try desk.closeGlass(opened, by: handle)
      }
    }
    try desk.closeGlass(opened, by: "lead")
  }

  // MARK: Keys

  private func due() throws -> [String] {
    let file = try desk.key(of: desk.shared)
    return try desk.inspect { db in
      try String.fetchAll(
        db, sql: "SELECT class||'.'||version FROM class_key WHERE file=? AND due=1 ORDER BY class",
        arguments: [file])
    }
  }

  @Test func theKeyOfTheClassIsRenewedAtTheNextWrite() throws {
    // The hand-over made all of the first versions due.
    try desk.write("health", Table.allergies, "penicillin", to: desk.shared)
    let before = try due()
    let opened = try desk.breakGlass(.vital).entry
    #expect(try due() == before)
    try desk.closeGlass(opened)
    #expect(try Set(due()) == Set(before + ["7.2"]))
    try desk.write("health", Table.allergies, "penicillin, aspirin", to: desk.shared)
    let file = try desk.key(of: desk.shared)
    let newest = try desk.inspect { db in
      try Int.fetchOne(
        db, sql: "SELECT max(version) FROM class_key WHERE file=? AND class=7", arguments: [file])
    }
    #expect(newest == 3)
    #expect(try desk.verify().findings == [])
  }

  /// Nothing was opened: nothing is to be renewed.
  @Test func anAskThatNobodyGaveRenewsNothing() throws {
    let before = try due()
    let asked = try desk.breakGlass(.clinical).entry
    try desk.closeGlass(asked)
    #expect(try due() == before)
    #expect(try desk.verify().findings == [])
  }

  // MARK: Rows by hand

  private static let columns = "file,member,role,relation,since,ended"

  private func plant(_ since: Int, of id: CaseID, for handle: String = "duty") throws {
    try desk.tamper(
      sql: "INSERT INTO assignment(\(Self.columns)) VALUES(?,?,16,6,?,NULL)",
      [try desk.key(of: id), try desk.memberKey(handle), since])
  }

  private func expectAltered(
    _ handle: String = "duty", of id: CaseID, _ place: SourceLocation = #_sourceLocation
  ) throws {
    let size = try desk.entries().count
    #expect(throws: VaultError.altered(entry: size), sourceLocation: place) {
      try desk.read(handle, [Table.allergies], of: id)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.care"], sourceLocation: place)
  }

  @Test func aRowMadeUpOpensNothing() throws {
    try plant(3, of: desk.shared)
    try expectAltered(of: desk.shared)
  }

  @Test func aRowOfAnotherCaseOpensNothing() throws {
    let opened = try desk.breakGlass(.vital)
    try plant(opened.entry, of: desk.fresh)
    try expectAltered(of: desk.fresh)
  }

  @Test func aRowGivenToAColleagueOpensNothing() throws {
    let opened = try desk.breakGlass(.vital)
    try desk.closeGlass(opened.entry)
    try plant(opened.entry, of: desk.shared, for: "night")
    try expectAltered("night", of: desk.shared)
  }

  /// An ask that was refused or not answered, moved by hand to an entry that gives something else.
  @Test func anAskGivesNothingByItself() throws {
    let asked = try desk.breakGlass(.clinical).entry
    let other = try desk.breakGlass(.vital).entry
    try desk.tamper(
      sql: "UPDATE assignment SET since=? WHERE since=? AND relation=6",
      [
        try desk.entries().count - 3, asked,
      ])
    #expect(other > asked)
    #expect(throws: VaultError.self) {
      try desk.read("duty", [Table.injuries], of: desk.shared)
    }
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  /// A closed one, put back as it was before: its row says what its first entry said.
  @Test func aRowPutBackIsReported() throws {
    let opened = try desk.breakGlass(.vital).entry
    let closed = try desk.closeGlass(opened).entry
    try desk.tamper(sql: "DELETE FROM assignment WHERE since=?", [closed])
    try desk.tamper(sql: "UPDATE assignment SET ended=NULL WHERE since=?", [opened])
    #expect(try desk.verify().findings.map(\.code) == ["case.care"])
  }

  // MARK: The report

  @Test func theReportNamesTheRightAndWhatIsNotReviewed() throws {
    let asked = try desk.breakGlass(.clinical).entry
    try desk.giveGlass(asked)
    try desk.read("duty", [Table.injuries], of: desk.shared)
    func kinds(_ report: ReportedLog) -> Set<String> {
      Set(report.findings.map(\.kind).filter { $0.hasPrefix("emergency") || $0 == "without_right" })
    }
    func report() throws -> (ReportedLog, [ReportedAccess]) {
      try desk.act("auditor") { vault, session in
        let report = try vault.report(ReportScope(), as: session)
        var accesses: [ReportedAccess] = []
        try vault.eachAccess(of: report, as: session) { accesses.append($0) }
        return (report, accesses)
      }
    }
    let (first, accesses) = try report()
    #expect(accesses.last?.right == .entry(asked))
    #expect(kinds(first) == ["emergency_open", "emergency_unreviewed"])
    try desk.closeGlass(asked)
    try desk.reviewGlass(asked)
    #expect(try kinds(report().0) == [])
  }
}
