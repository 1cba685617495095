import Foundation
import Testing

/// A file is erased by two people at the command line: what is said in both languages, and what is refused.
@Suite struct ErasureCommandTests {
  private let office: Office
  private let code: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith: #"{"full_name":"Lý Thị Ví Dụ","reporter_kind":"self"}"#)
  }

  private func ask(
    _ handle: String, _ reason: String = "authority_decision", _ options: [String] = []
  ) throws -> Program.Run {
    try office.run(
      ["case", "erase", code, "--reason", reason, "--confirm", code] + options
        + office.by(handle))
  }

  private func give(
    _ handle: String, _ entry: String, _ options: [String] = []
  ) throws -> Program.Run {
    try office.give(entry, by: handle, options)
  }

  @Test func theWholeWay() throws {
    let asked = try ask("minh")
    #expect(asked.status == 0)
    let entry = try Office.field("entry", asked.output)
    #expect(asked.errors.contains("asked that the file be erased, log entry \(entry)"))
    #expect(asked.errors.contains("safekeep approval give \(entry)"))
    let waiting = try office.demand(["approval", "list"] + office.by("hoa")).output
    #expect(
      waiting == "\(entry)\tcase.erase\t\(code)\tminh\tsafekeep approval give \(entry)\n")
    // Nobody their own, and a lead only.
    let own = try give("minh", entry)
    #expect(own.status == 77 && own.errors.contains("nobody agrees to their own work"))
    #expect(try give("mai", entry).status == 77)
    let given = try give("hoa", entry)
    #expect(given.status == 0)
    let stated = try Office.field("entry", given.output)
    for said in [
      "case \(code) is erased, log entry \(stated)", "4 files named above were looked through",
      "from before generation", "snapshots of a file system", "paper, printed pages",
    ] { #expect(given.errors.contains(said), "\(said)") }
    #expect(try Office.field("asked", given.output) == entry)
    #expect(Int(try Office.field("values", given.output)) ?? 0 > 10)
    #expect(try Office.field("generation", given.output) == "1")
    try nobodysNow(entry)
  }

  /// The same as of a code that never was one.
  private func nobodysNow(_ entry: String) throws {
    func told(_ code: String) throws -> String {
      let run = try office.run(["case", "show", code] + office.by("minh"))
      #expect(run.status == 66)
      return String(run.errors.prefix { $0 != ";" })
    }
    let sentence = try told(code)
    #expect(sentence == (try told("339-67S-MPT")))
    #expect(try !office.demand(["case", "list"] + office.by("minh")).output.contains(code))
    #expect(try office.run(["case", "accesses", code] + office.by("minh")).status == 66)
    #expect(try give("hoa", entry).status == 66)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  /// An office with one lead: an administrator gives it, who is told the code of the file alone.
  @Test func anAdministratorGivesIt() throws {
    // Not while another lead is there.
    let first = try ask("minh")
    #expect(first.errors.contains("this waits for: lead\n"), "\(first.errors)")
    #expect(try office.demand(["approval", "list"] + office.by("lan")).output == "")
    let early = try give("lan", Office.field("entry", first.output))
    #expect(early.status == 77 && early.errors.contains("your role does not do this"))
    try office.demand(
      ["staff", "suspend", "hoa", "--confirm", "hoa", "--vacant"] + office.by("lan"))
    let asked = try ask("minh")
    #expect(asked.errors.contains("this waits for: lead, administrator"), "\(asked.errors)")
    let entry = try Office.field("entry", asked.output)
    let waiting = try office.demand(["approval", "list"] + office.by("lan")).output
    #expect(
      waiting == "\(entry)\tcase.erase\t\(code)\tminh\tsafekeep approval give \(entry)\n")
    #expect(try office.run(["case", "show", code] + office.by("lan")).status == 77)
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("lan"))
    #expect(refused.status == 77)
    #expect(try give("duc", entry).status == 77)
    let given = try give("lan", entry, ["--lang", "vi"])
    #expect(given.status == 0, "\(given.errors)")
    #expect(try Office.field("case", given.output) == code)
    #expect(try office.run(["case", "show", code] + office.by("minh")).status == 66)
    let again = try give("lan", entry, ["--json"])
    #expect(again.status == 66 && again.errors.contains(#""reason":"nothing_asked""#))
    let done = try Office.field("entry", given.output)
    #expect(again.errors.contains(#""erased":\#(done)"#), "\(again.errors)")
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  /// What the owner asked for who has left, nobody gives.
  @Test func whoAskedHasLeft() throws {
    let entry = try Office.field("entry", ask("mai").output)
    try office.demand(
      ["staff", "suspend", "mai", "--confirm", "mai", "--vacant"] + office.by("lan"))
    try expectOnlyRefused(entry, "was suspended")
    let given = try give("hoa", entry)
    #expect(given.status == 77, "\(given.errors)")
    #expect(given.errors.contains("who asked for it has been suspended"), "\(given.errors)")
    let inVietnamese = try give("hoa", entry, ["--lang", "vi"])
    #expect(inVietnamese.errors.contains("người đề nghị đã bị đình chỉ"))
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("hoa"))
    #expect(refused.status == 0, "\(refused.errors)")
  }

  /// The list names what is possible, and says why nothing else is.
  private func expectOnlyRefused(_ entry: String, _ why: String) throws {
    let list = try office.demand(["approval", "list"] + office.by("hoa"))
    #expect(list.output.contains("safekeep approval refuse \(entry)\n"), "\(list.output)")
    #expect(!list.output.contains("approval give"))
    #expect(list.errors.contains("entry \(entry): who asked \(why)"), "\(list.errors)")
  }

  /// The same where they are still there, in another role.
  @Test func whoAskedHasLostTheRole() throws {
    let entry = try Office.field("entry", ask("mai").output)
    try office.demand(
      ["staff", "role", "remove", "mai", "--role", "social_worker", "--confirm", "mai", "--vacant"]
        + office.by("lan"))
    try expectOnlyRefused(entry, "has lost the role in which they asked")
    let given = try give("hoa", entry)
    #expect(given.status == 77, "\(given.errors)")
    #expect(given.errors.contains("who asked for it has lost the role"), "\(given.errors)")
    let inVietnamese = try give("hoa", entry, ["--lang", "vi", "--json"])
    #expect(inVietnamese.errors.contains(#""why":"expired""#), "\(inVietnamese.errors)")
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("hoa"))
    #expect(refused.status == 0, "\(refused.errors)")
  }

  /// Of a part something is sealed anew, which no administrator can: they are told nothing of it.
  @Test func anAdministratorGivesNoPart() throws {
    let asked = try ask("mai", "authority_decision", ["--class", "identity"])
    #expect(asked.errors.contains("this waits for: lead\n"), "\(asked.errors)")
    let entry = try Office.field("entry", asked.output)
    #expect(try office.demand(["approval", "list"] + office.by("lan")).output == "")
    #expect(try give("lan", entry).status == 77)
  }

  /// The same asked again is told to take the place of what waited, in the log too.
  @Test func askedTwice() throws {
    let first = try Office.field("entry", ask("mai").output)
    let again = try ask("minh")
    #expect(try again.status == 0 && Office.field("replaced", again.output) == first)
    #expect(again.errors.contains("takes the place of what log entry \(first) asked for"))
    let second = try Office.field("entry", again.output)
    let line = try #require(try office.logLines(from: Int(second) ?? 0).first)
    #expect(line.contains(#""ref":\#(first)"#))
    #expect(try give("hoa", first).status == 66)
    let other = try ask("minh", "authority_decision", ["--lang", "vi"])
    #expect(other.errors.contains("thay cho đề nghị ở mục nhật ký số \(second)"))
    #expect(try give("hoa", Office.field("entry", other.output)).status == 0)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  @Test func inVietnamese() throws {
    let asked = try ask("mai", "authority_decision", ["--lang", "vi"])
    #expect(asked.status == 0 && asked.errors.contains("đã đề nghị xóa, hủy hồ sơ, mục nhật ký số"))
    let entry = try Office.field("entry", asked.output)
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["approval", "give", entry, "--vault", office.vault, "--lang", "vi"] + office.by("minh"),
      at: terminal, home: office.home)
    let shown = try #require(terminal.waitFor("Gõ \(entry) để chấp thuận"))
    #expect(
      shown.contains(
        "mai đề nghị: xóa, hủy hồ sơ (Quyết định của cơ quan nhà nước có thẩm quyền)."))
    #expect(shown.contains("Những gì đã xóa, hủy thì không khôi phục được."))
    terminal.type("thôi\n")
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
    let given = try give("minh", entry, ["--lang", "vi"])
    #expect(given.status == 0)
    #expect(given.errors.contains("hồ sơ \(code) đã được xóa, hủy, mục nhật ký số"))
    #expect(given.errors.contains("lần sao lưu mới cả hai tệp cho biết phải hủy các bản cũ hơn"))
  }

  @Test func whatTheFileMustShow() throws {
    func told(_ run: Program.Run, _ sentence: String, _ citation: String) {
      #expect(run.status == 77 && run.errors.contains(sentence), "\(run.errors)")
      #expect(run.errors.contains(citation), "\(run.errors)")
    }
    told(
      try ask("mai", "person_request"), "no request of the person to have their data erased",
      "Law 91/2025 Art. 14(1)(a)")
    told(
      try ask("minh", "retention_ended"), "the file is not closed", "Law 91/2025 Art. 14(1)(c)")
    told(
      try ask("minh", "purpose_done", ["--lang", "vi"]), "hồ sơ chưa kết thúc",
      "khoản 1 Điều 14")
    func request(_ answers: String) throws {
      try office.home.write(
        #"{"case":"\#(code)","kind":"delete","received":"2026-05-24T07:25+07:00","#
          + #""requester":"self"\#(answers)}"#, to: "request.json")
      try office.demand(
        ["request", "record", code, "--from", "request.json"] + office.by("mai"))
    }
    try request("")
    told(
      try ask("mai", "person_request"), "before anything is answered this has to be recorded",
      "How identity was checked")
    try request(#","identity_check":"đối chiếu căn cước","safe_answer":"đưa tận tay""#)
    #expect(try ask("mai", "person_request").status == 0)
  }

  /// What is kept for a time is erased when it is over: the file is closed, and takes nothing else any more.
  @Test func aClosedFile() throws {
    // Of somebody who never came no limit runs.
    let opened = try Program.safekeep.run(
      ["case", "open", "--reported", "--from", "-", "--vault", office.vault] + office.by("mai"),
      input: #"{"reporter_kind":"relative"}"#, home: office.home)
    let code = try Office.field("case", opened.output)
    try office.home.write(
      #"{"case":"\#(code)","closure_reason":"withdrew"}"#, to: "closing.json")
    let closing = try office.demand(
      ["case", "close", code, "--confirm", code, "--from", "closing.json"] + office.by("mai"))
    #expect(try give("minh", Office.field("entry", closing.output)).status == 0)
    let asked = try office.run(
      ["case", "erase", code, "--reason", "retention_ended", "--confirm", code]
        + office.by("minh"))
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(try give("hoa", Office.field("entry", asked.output)).status == 0)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  @Test func whatIsRefused() throws {
    #expect(try ask("duc").status == 77)
    let wrong = try office.run(
      ["case", "erase", code, "--reason", "authority_decision", "--confirm", "339-67S-MPT"]
        + office.by("minh"))
    #expect(wrong.status == 64)
    let unknown = try ask("minh", "because", ["--json"])
    #expect(unknown.status == 64 && unknown.errors.contains(#""reason":"unknown_code""#))
    let nobodys = try office.run(
      [
        "case", "erase", "339-67S-MPT", "--reason", "authority_decision", "--confirm",
        "339-67S-MPT",
      ] + office.by("minh"))
    #expect(nobodys.status == 66)
    // A lead who does not agree.
    let entry = try Office.field("entry", ask("minh").output)
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("hoa"))
    #expect(refused.status == 0 && refused.errors.contains("the case stays as it is"))
    #expect(try give("hoa", entry).status == 66)
    #expect(try office.run(["case", "show", code] + office.by("minh")).status == 0)
  }

  /// A key of the case that lies in custody once more, where nothing takes it away.
  @Test(.enabled(if: Office.hasSQLite)) func aLeftoverIsLoud() throws {
    let entry = try Office.field("entry", ask("minh").output)
    try office.tamper(
      "INSERT INTO kk SELECT 9999,1,key FROM kk WHERE file=1", file: "custody.db")
    let given = try give("hoa", entry, ["--json"])
    #expect(given.status == 74 && given.errors.contains(#""reason":"not_all_erased""#))
    // What is destroyed has its receipt, and it names the file.
    #expect(given.output.contains(#""case":"\#(code)""#), "\(given.output)")
    #expect(given.output.contains(#""left":["custody.db"]"#), "\(given.output)")
    #expect(try office.run(["case", "show", code] + office.by("minh")).status == 66)
  }
}
