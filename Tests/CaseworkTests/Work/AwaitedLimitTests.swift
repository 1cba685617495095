import Testing
import Vault

@testable import Casework

/// A limit that is back once a second person agrees to a correction: until then it is in the lists as one that waits.
@Suite(.serialized) struct AwaitedLimitTests {
  private static let made = CaseOffice.withTwoLeads()
  private let office: CaseOffice

  init() throws { office = try Self.made.get() }

  private func due(_ code: CaseCode, by handle: String = "lead") throws -> DueLine? {
    try office.due(code, "police_verify", by: handle).first
  }

  /// The police answered late by what is recorded, and somebody says by now that they did not.
  private func asked() throws -> (code: CaseCode, entry: Int) {
    let code = try office.askedOfPolice(30)
    let before = try #require(try due(code))
    #expect(before.standing == .overdue && before.asked == nil)
    try office.record(
      "verification", ["police_reply_at": try office.morning(-2), "police_reply": "victim"], code)
    #expect(try due(code) == nil)
    let ask = try office.act("lead") { casework, session in
      let input = FormInput([
        "police_reply_at": .state("unknown"), "police_reply": .state("unknown"),
        "correction_reason": .text("ghi nhầm hồ sơ"),
      ])
      return try casework.record("verification", input, of: code, as: session)
    }
    #expect(ask.notes.map(\.reason) == [.moveAsked])
    return (code, ask.entry)
  }

  @Test func itIsInTheListsWhileItWaits() throws {
    let (code, entry) = try asked()
    for handle in ["lead", "social"] {
      let line = try #require(try due(code, by: handle))
      #expect(line.asked == entry && line.standing == .overdue)
    }
    let page = try office.act("social") { casework, session in
      try casework.show(nil, of: code, for: nil, as: session)
    }
    #expect(page.clocks.contains { $0.item.clock == "police_verify" && $0.asked == entry })
    // It is put into the log as overdue by nobody: by the older date it was met.
    let noted = try office.act("lead") { casework, session in
      try casework.due(DueScope(), as: session).noted
    }
    #expect(noted == 0)
    // What is recorded meanwhile takes it from no list.
    try office.record("reception", ["paper_ref": "sổ 1, trang 2"], code, by: "social")
    #expect(try due(code)?.asked == entry)
    try office.act("second") { casework, session in
      _ = try casework.approve(entry, as: session)
    }
    let line = try #require(try due(code))
    #expect(line.asked == nil && line.standing == .overdue)
  }

  @Test func itGoesWithTheAsk() throws {
    let (code, entry) = try asked()
    try office.act("second") { casework, session in
      _ = try casework.refuseApproval(entry, as: session)
    }
    #expect(try due(code) == nil)
    try office.record("reception", ["paper_ref": "sổ 1, trang 3"], code, by: "social")
    let kept = try office.act("lead") { casework, session in
      let id = try casework.id(of: code)
      return DueItem.all(
        in: try casework.look(at: id, casework.book.ids(["case.due"]), as: session)
          .value("case.due"))
    }
    #expect(!kept.contains { $0.isAwaited })
  }

  @Test func anItemIsReadAsItWasWritten() throws {
    let text = "police_verify 1790000000 20718 1790182800 - - ?1004:-"
    let item = try #require(DueItem(text))
    #expect(item.text == text && item.isAwaited && !item.given.isAwaited)
    #expect(DueItem("police_verify 1790000000 20718 1790182800 - - ?") == nil)
  }
}
