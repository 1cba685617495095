import Testing
import Vault

@testable import Casework

/// No file changes rules on its way to another office, which by then has a newer book.
@Suite struct TransferredRulesTests {
  private let pair: TransferPair

  init() throws { pair = try TransferPair() }

  /// The other office adopts a book whose rows begin tomorrow.
  private func adopt() throws -> CalendarDay {
    let (turn, entry) = try pair.there.act("lead") { casework, session in
      let turn = casework.moment.dayInVietnam.adding(days: 1)
      let draft = try casework.draft(try KeptRulesTests.files(from: turn))
      return (turn, try casework.propose(draft, as: session).entry)
    }
    try pair.there.act("admin") { casework, session in
      _ = try casework.give(entry, casework.review(entry, as: session), as: session)
    }
    return turn
  }

  private func record(
    _ form: String, _ texts: [String: String], _ code: CaseCode, by handle: String = "lead"
  ) throws {
    try pair.there.act(handle) { casework, session in
      _ = try casework.record(form, FormInput(texts: texts), of: code, as: session)
    }
  }

  @Test func theFileKeepsTheRulesOfTheDayOnWhichItWasOpened() throws {
    let sent = try pair.opened()
    let consent = try pair.consent(sent)
    let kept = try #require(try pair.page(pair.here, sent).rules?.day)
    let turn = try adopt()
    #expect(kept < turn)
    pair.here.wait(days: 3)
    pair.there.wait(days: 3)
    let taken = try pair.receive(try pair.send(.file, sent, on: .consent(consent)), by: "lead")
    let code = try CaseCode(taken.code)
    let page = try pair.page(pair.there, code)
    #expect(page.rules?.day == kept)
    let names = try pair.card(pair.here, "Sở Y tế Yên Bái").names
    #expect(page["case.came_from"] == .text(names.joined(separator: ", ")))
    // What is opened there goes by the new rows.
    let own = try pair.there.received(born: "1999")
    #expect(try #require(try pair.page(pair.there, own).rules?.day) > turn)

    let today = try pair.there.act("lead") { casework, _ in casework.moment.dayInVietnam.text }
    try pair.there.act("lead") { casework, session in
      _ = try casework.assign("social", to: code, owner: true, as: session)
    }
    try record("case", ["person_category": "in_process_vn_domestic"], code)
    try record(
      "reception",
      [
        "health_agency_notified_at": today + "T00:01+07:00",
        "limits_explained_at": today + "T00:01+07:00",
      ], code, by: "social")
    let running = Set(try pair.page(pair.there, code).clocks.map(\.item.clock))
    #expect(running.contains("initial_check") && !running.contains("initial_check_2"))
    try record(
      "support", ["regime": "g", "item": "tư vấn", "delivered_at": today + "T00:01+07:00"], code,
      by: "social")
    let moved = try pair.there.act("lead") { casework, session in
      try casework.step(code, to: "in_process", as: session).step.id
    }
    #expect(moved == "begin_process")
    #expect(try pair.areSound())
  }

  /// The same of a list that was made over there, before the file was handed over.
  @Test func aListOfBeforeNamesTheOtherOffice() throws {
    let consent = Array(repeating: "01", count: 16).joined()
    func release(_ to: String, _ at: String) -> [String: String] {
      ["release.consent_ref": consent, "release.released_to": to, "release.released_at": at]
    }
    func told(_ releases: [[String: String]]) throws -> FieldValue {
      let file = LawOffice.file(
        [
          [
            "case.came_from": "Sở Y tế A", "case.opened_at": "2026-10-01T08:00+07:00",
            "consent.to_tell": "tuan",
          ]
        ] + releases)
      let id = try #require(RecordID(bytes: Array(repeating: 1, count: 16)))
      let field = PageField(
        definition: try Book.field("consent.to_tell"), value: .list(["tuan", "Bệnh viện B"]),
        handle: nil)
      return NamesToTell(file).naming(field, of: id).value
    }
    let before = release("tuan", "2026-09-20T08:00+07:00")
    #expect(try told([before]) == .list(["Sở Y tế A (tuan)", "Bệnh viện B"]))
    #expect(try told([]) == .list(["tuan", "Bệnh viện B"]))
    // Somebody here has the same handle and was given something too: nobody could tell.
    let after = release("tuan", "2026-10-02T08:00+07:00")
    #expect(try told([before, after]) == .list(["tuan", "Bệnh viện B"]))
  }

  /// A handle of the office that it came from is nobody here, or somebody else.
  @Test func whoIsToBeToldOfBeforeIsTheOtherOffice() throws {
    func told(_ to: String, _ at: String, _ office: String = "Sở Y tế A, x") -> String? {
      let file = LawOffice.file([
        ["case.came_from": office, "case.opened_at": "2026-10-01T08:00+07:00"],
        ["release.released_to": to, "release.released_at": at],
      ])
      return file.records(of: "release").first.flatMap { ReleasedTo($0, file).name }
    }
    #expect(told("tuan", "2026-09-20T08:00+07:00") == "Sở Y tế A, x (tuan)")
    #expect(told("tuan", "2026-10-02T08:00+07:00") == "tuan")
    #expect(told("Bệnh viện B", "2026-09-20T08:00+07:00") == "Bệnh viện B")
  }
}
