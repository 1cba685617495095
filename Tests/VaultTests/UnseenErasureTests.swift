import AuditLog
import Foundation
import GRDB
import Sealing
import Testing

@testable import Vault

/// An office with one lead: an administrator gives an erasure, and is told the code of the case and nothing else.
@Suite struct UnseenErasureTests {
  private typealias Table = TestTable
  private let desk: Desk
  private static let code = "BBCDEFGHK"

  init() throws {
    desk = try Desk()
    try desk.suspend("deputy")
  }

  private func ask(
    by handle: String = "lead", code: String? = Self.code, of id: CaseID? = nil
  ) throws -> Int {
    try desk.act(handle) { vault, session in
      var writing = CaseWriting(.erase)
      writing.second = .ask(subject: "retention_ended", list: Table.pending)
      (writing.kind, writing.code) = ("retention_ended", code)
      return try vault.write(writing, to: id ?? desk.shared, as: session).entry
    }
  }

  private func give(_ asked: Int, by handle: String = "admin") throws -> Erasure {
    var place = 0
    return try give([asked], by: handle, at: &place)[0]
  }

  private func give(
    _ asked: [Int], by handle: String = "admin", at place: inout Int
  ) throws -> [Erasure] {
    try desk.act(handle) { vault, session in
      let search = ErasureSearch()
      let done = try vault.eraseUnseen(asked, searching: search, at: &place, as: session)
      try vault.finish(search, as: session)
      return done
    }
  }

  private func waiting(_ handle: String) throws -> [WaitingApproval] {
    try desk.act(handle) { vault, session in
      try vault.waitingApprovals(as: session).waiting.filter {
        if case .erasure = $0.kind { true } else { false }
      }
    }
  }

  private func notes() throws -> Int {
    try desk.inspect { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM audit_note") ?? 0
    }
  }

  private func expectDenied(
    _ why: Refusal, _ place: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) {
    #expect(sourceLocation: place) {
      try body()
    } throws: { error in
      if case VaultError.denied(why, _) = error { true } else { false }
    }
    #expect((try? desk.entries().last?.why) == why, sourceLocation: place)
  }

  @Test func theWholeWay() throws {
    let others = try notes()
    let asked = try ask()
    #expect(try desk.entries()[asked].note != nil && notes() == others + 1)
    #expect(
      try waiting("admin").map(\.kind)
        == [.erasure(code: Self.code, reason: "retention_ended")])
    // Nobody else opens it, and a lead sees what waits in the case.
    for handle in ["lead", "auditor", "trustee"] { #expect(try waiting(handle) == []) }
    expectDenied(.role) { _ = try give(asked, by: "auditor") }
    let erasure = try give(asked)
    #expect(erasure.asked == asked && erasure.tally.values > 0)
    let entries = try desk.entries()
    #expect(entries[erasure.entry].role == "admin" && entries[erasure.entry].by == erasure.approval)
    #expect(entries[erasure.approval].ref == asked && entries[erasure.approval].role == "admin")
    #expect(try notes() == others)
    #expect(throws: VaultError.self) {
      try desk.read("lead", [Table.name], of: desk.shared)
    }
    #expect(try desk.verify().findings == [])
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
  }

  /// An administrator cannot hold the rules against the case: they stand as they were when it was asked.
  @Test func notOnceSomebodyWrote() throws {
    let asked = try ask()
    try desk.write("social", Table.story, "Khác.", to: desk.shared)
    expectDenied(.state) { _ = try give(asked) }
    // The same asked again takes its place, and the note of before goes.
    let before = try notes()
    let again = try ask()
    #expect(try notes() == before)
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
    _ = try give(again)
    #expect(try desk.verify().findings == [])
  }

  /// The owner asks, and the only lead is somebody else: no administrator is told of it, and none gives it.
  @Test func notWhereALeadCouldGiveIt() throws {
    let others = try notes()
    let asked = try ask(by: "social")
    #expect(try notes() == others && desk.entries()[asked].note == nil)
    #expect(try waiting("admin") == [])
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
    expectDenied(.role) {
      try desk.act("admin") { vault, session in try vault.checkUnseen(asked, as: session) }
    }
    try desk.erase(desk.shared, asked: asked, by: "lead")
    #expect(try desk.verify().findings == [])
  }

  /// Once another lead is there, what waited for an administrator waits for them; refused, it is told to nobody.
  @Test func anotherLeadComes() throws {
    let others = try notes()
    let asked = try ask()
    #expect(try waiting("admin").count == 1)
    try desk.give(.lead, to: "second")
    #expect(try waiting("admin") == [])
    expectDenied(.role) { _ = try give(asked) }
    try desk.act("second") { vault, session in
      var writing = CaseWriting(.approvalRefuse)
      writing.second = .answer(asked, list: Table.pending)
      _ = try vault.write(writing, to: desk.shared, as: session)
    }
    #expect(try notes() == others)
  }

  /// Asked while there was another lead, of whom no administrator was told: whoever asked is told that nobody is left to
  /// give it, and asks anew.
  @Test func theOtherLeadLeaves() throws {
    try desk.give(.lead, to: "second")
    let asked = try ask()
    func lapse(_ asked: Int) throws -> AskLapse? {
      try desk.act("lead") { vault, _ in try vault.lapse(ofAsk: asked, in: desk.shared) }
    }
    #expect(try lapse(asked) == nil && waiting("admin") == [])
    try desk.act("admin") { vault, session in
      _ = try vault.remove(.lead, from: "second", as: session)
    }
    #expect(try lapse(asked) == .noGiver && waiting("admin") == [])
    let again = try ask()
    #expect(try lapse(again) == nil && waiting("admin").map(\.entry) == [again])
    _ = try give(again)
    #expect(try desk.verify().findings == [])
  }

  /// What somebody asked for who has left is asked for by nobody: not of an administrator, and not of a lead.
  @Test func whoAskedHasLeft() throws {
    let asked = try ask(by: "social")
    try desk.suspend("social")
    expectDenied(.suspended) { try desk.erase(desk.shared, asked: asked, by: "lead") }
    #expect(try desk.read("lead", [Table.name], of: desk.shared).count == 1)
  }

  /// All or none, and which stands in the way.
  @Test func severalTogether() throws {
    let asked = [try ask(), try ask(code: "ABCDEFGHJ", of: desk.fresh)]
    try desk.write("lead", Table.story, "Khác.", to: desk.fresh)
    var place = 0
    expectDenied(.state) { _ = try give(asked, at: &place) }
    #expect(place == 1)
    for id in [desk.shared, desk.fresh] {
      #expect(try desk.read("lead", [Table.name], of: id).count == 1)
    }
    place = 0
    desk.expectNoted(.nothingAsked) { _ = try give([asked[0], asked[0] - 1], at: &place) }
    #expect(place == 1)
    let again = [asked[0], try ask(code: "ABCDEFGHJ", of: desk.fresh)]
    let done = try give(again, at: &place)
    #expect(done.map(\.asked) == again && Set(done.map(\.generation)).count == 1)
    #expect(try notes() == 0 && desk.verify().findings == [])
    // Nobody is left in the part of the index that went.
    #expect(done.map(\.unindexed) == [0, 0])
  }

  /// The other people of the part of the index that went are told of.
  @Test func whomNobodyFinds() throws {
    let erasure = try give(try ask())
    #expect(erasure.unindexed == 1)
    #expect(try desk.act("lead") { vault, session in try vault.status(as: session).unindexed } == 1)
  }

  /// A note that was put in another ask's place, or made up, is no note.
  @Test func aNoteThatNoEntryStatesTellsNothing() throws {
    let asked = try ask()
    try desk.tamper(
      sql: """
        UPDATE audit_note SET sealed=substr(sealed,1,length(sealed)-1) \
        WHERE substr(sealed,1,14)=?
        """,
      [Data(AskNote.head)])
    #expect(try waiting("admin") == [])
    desk.expectNoted(.nothingAsked) { _ = try give(asked) }
    // The code of another case is none of this ask.
    let other = try ask(code: "ABCDEFGHJ")
    desk.expectNoted(.nothingAsked) { _ = try give(other) }
    #expect(try desk.read("lead", [Table.name], of: desk.fresh).count == 1)
  }
}
