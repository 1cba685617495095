import Foundation
import Testing

/// What somebody asks in a case, as the second person meets it: listed, given, refused, and never given by who asked.
@Suite struct CaseApprovalTests {
  let office: Office
  /// The case, and the entry that asks to close it.
  let code: String
  let asked: String

  init() throws {
    office = try Office()
    try office.open()
    try office.join("truc", as: "duty")
    try office.demand(["vault", "status"] + office.by("truc"))
    try office.join("mai", as: "social_worker")
    try office.home.write(#"{"reporter_kind":"self","entry_path":"rescued"}"#, to: "case.json")
    code = try Office.field(
      "case", office.demand(["case", "open", "--from", "case.json"] + office.by("mai")).output)
    try office.home.write(
      #"{"case":"\#(code)","closure_reason":"withdrew"}"#, to: "closing.json")
    let closing = try office.demand(
      ["case", "close", code, "--confirm", code, "--from", "closing.json"] + office.by("mai"))
    asked = try Office.field("entry", closing.output)
  }

  private func list(_ handle: String) throws -> String {
    try office.demand(["approval", "list"] + office.by(handle)).output
  }

  private func answer(_ verb: String, _ handle: String) throws -> Program.Run {
    try office.run(["approval", verb, asked, "--confirm", asked] + office.by(handle))
  }

  @Test func aLeadAgreesAndItIsCarriedOut() throws {
    #expect(
      try list("minh") == "\(asked)\tcase.step\t\(code)\tmai\tsafekeep approval give \(asked)\n")
    // Who asked sees that it waits, and how they take it back.
    #expect(
      try list("mai") == "\(asked)\tcase.step\t\(code)\tmai\tsafekeep approval refuse \(asked)\n")
    let own = try answer("give", "mai")
    #expect(own.status == 77)
    let given = try answer("give", "minh")
    #expect(given.status == 0)
    #expect(try Office.field("case", given.output) == code)
    #expect(given.errors.contains("given and carried out"))
    let shown = try office.demand(["case", "show", code] + office.by("minh")).output
    #expect(shown.contains("closed"))
    #expect(try list("minh").isEmpty)
    #expect(try answer("give", "minh").status == 66)
  }

  /// A corrected date: what stands, what is to stand and why, for the second person in each form of the list.
  @Test func aCorrectedDateIsListedWithWhatStandsAndWhy() throws {
    func day(_ days: Double) -> String {
      let date = Date.now.addingTimeInterval(days * 86_400)
      return String(date.ISO8601Format().prefix(10)) + "T08:00:00+07:00"
    }
    let (stands, later) = (day(-9), day(-2))
    try office.home.write(
      #"{"entry_path":"self_report","received_at":"\#(stands)"}"#, to: "arrival.json")
    let arrival = try Office.field(
      "case",
      office.demand(["case", "open", "--new", "--from", "arrival.json"] + office.by("mai")).output)
    try office.home.write(
      #"{"case":"\#(arrival)","received_at":"\#(later)","received_at_reason":"ghi nhầm ngày"}"#,
      to: "later.json")
    let ask = try Office.field(
      "entry",
      office.demand(["case", "record", arrival, "--from", "later.json"] + office.by("mai")).output)
    let row = [ask, "case.received_at", stands, later, "ghi nhầm ngày"]
    #expect(try list("minh").contains(row.joined(separator: "\t") + "\n"))
    let json = try office.demand(["approval", "list", "--json"] + office.by("minh")).output
    #expect(json.contains(#""before":"\#(stands)""#) && json.contains(#""reason":"ghi nhầm ngày""#))
    let status = try office.demand(["vault", "status"] + office.by("minh"))
    #expect(status.output.contains(ask + "\tclock.moved\tmai\t\n"))
    #expect(status.errors.contains("waiting in cases for a second person"))
  }

  @Test func whoAskedTakesItBack() throws {
    let back = try answer("refuse", "mai")
    #expect(back.status == 0 && back.errors.contains("what you asked for is taken back"))
    #expect(try list("minh").isEmpty)
    #expect(try answer("give", "minh").status == 66)
    let shown = try office.demand(["case", "show", code] + office.by("minh")).output
    #expect(!shown.contains("closed"))
  }

  @Test func aLeadDoesNotAgree() throws {
    let refused = try office.run(
      ["approval", "refuse", asked, "--confirm", asked, "--lang", "vi"] + office.by("minh"))
    #expect(refused.status == 0)
    #expect(refused.errors.contains("đã từ chối") && refused.errors.contains("hồ sơ giữ nguyên"))
    #expect(try list("minh").isEmpty)
  }

  /// Who reads no case sees nothing of one, and is told no more by trying.
  @Test func anAdministratorSeesNoCase() throws {
    #expect(try list("lan").isEmpty)
    #expect(try answer("give", "lan").status == 77)
  }

  /// What leads nowhere from here: the rule and its citation, and what leads on, each with its article.
  @Test func aStepThatLeadsNowhereCitesTheRule() throws {
    let step = ["case", "step", code, "not_identified"] + office.by("minh")
    let english = try office.run(step)
    #expect(english.status == 77)
    for said in [
      "in the process of identification (Law 53/2024 Art. 27(2))", "closed (project choice)",
      "rule: Not identified as a victim, Law 53/2024 Art. 27(3), 27(4)", "--dry-run",
    ] {
      #expect(english.errors.contains(said), "\(english.errors)")
    }
    let vietnamese = try office.run(step + ["--lang", "vi"])
    #expect(vietnamese.status == 77)
    for said in [
      "đang trong quá trình xác định (khoản 2 Điều 27 Luật số 53/2024/QH15)",
      "căn cứ: Không xác định được là nạn nhân, khoản 3 Điều 27, khoản 4 Điều 27 Luật số 53/2024/QH15",
    ] {
      #expect(vietnamese.errors.contains(said), "\(vietnamese.errors)")
    }
    let json = try office.run(step + ["--json"])
    #expect(json.errors.contains(#""citation":"Law 53/2024 Art. 27(3), 27(4)","verified":true"#))
  }

  @Test func itIsSaidWhatIsAskedFor() throws {
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["approval", "give", asked, "--vault", office.vault, "--lang", "vi"] + office.by("minh"),
      at: terminal, home: office.home)
    let shown = try #require(terminal.waitFor("Gõ \(asked) để chấp thuận"))
    #expect(shown.contains("Hồ sơ \(code), mai đề nghị: bước sang: đã kết thúc."))
    terminal.type("không\n")
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }
}
