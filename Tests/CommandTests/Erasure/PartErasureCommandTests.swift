import Foundation
import Testing

/// A part of a file is erased at the command line: what is said in both languages, and what is refused.
@Suite struct PartErasureCommandTests {
  private let office: Office
  private let code: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith: #"{"full_name":"Lý Thị Ví Dụ","phone":"+84911111111","reporter_kind":"self"}"#)
  }

  private func ask(_ handle: String, _ options: [String]) throws -> Program.Run {
    try office.run(
      ["case", "erase", code, "--reason", "authority_decision", "--confirm", code] + options
        + office.by(handle))
  }

  private func person() throws -> String {
    try office.demand(["person", "show", code] + office.by("minh")).output
  }

  private func record(_ form: String, _ answers: String, by handle: String) throws {
    try office.home.write(#"{"case":"\#(code)",\#(answers)}"#, to: "form.json")
    try office.demand([form, "record", code, "--from", "form.json"] + office.by(handle))
  }

  @Test func aClass() throws {
    #expect(try person().contains("Lý Thị Ví Dụ"))
    let asked = try ask("mai", ["--class", "identity"])
    #expect(asked.status == 0 && asked.output.contains("part\tclass.identity"))
    #expect(asked.errors.contains("asked that the class "))
    let entry = try Office.field("entry", asked.output)
    // To who may not give it no command is named that would.
    for (handle, isNamed) in [("minh", true), ("duc", false)] {
      let listed = try office.demand(["approval", "list"] + office.by(handle)).output
      #expect(listed.contains("approval give \(entry)") == isNamed, "\(listed)")
    }
    let own = try office.give(entry, by: "mai")
    #expect(own.status == 77)
    #expect(try office.give(entry, by: "duc").status == 77)
    let given = try office.give(entry, by: "minh")
    #expect(given.status == 0)
    #expect(try Office.field("part", given.output) == "class.identity")
    for said in [
      "case \(code): the class ", "is erased, log entry", "4 files named above were looked through",
      "from before generation",
    ] { #expect(given.errors.contains(said), "\(said)") }
    #expect(try !person().contains("Lý Thị Ví Dụ"))
    #expect(try office.run(["case", "show", code] + office.by("mai")).status == 0)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
    #expect(try office.give(entry, by: "hoa").status == 66)
  }

  @Test func aHistoryInVietnamese() throws {
    try record("person", #""phone":"+84922222222""#, by: "mai")
    let asked = try ask("minh", ["--history", "person.phone", "--lang", "vi"])
    #expect(asked.status == 0, "\(asked.errors)")
    #expect(asked.errors.contains("đã đề nghị xóa, hủy các giá trị trước đây của person.phone"))
    let entry = try Office.field("entry", asked.output)
    let terminal = try PseudoTerminal()
    let process = try Program.safekeep.start(
      ["approval", "give", entry, "--vault", office.vault, "--lang", "vi"] + office.by("hoa"),
      at: terminal, home: office.home)
    let shown = try #require(terminal.waitFor("Gõ \(entry) để chấp thuận"))
    #expect(shown.contains("xóa, hủy các giá trị trước đây của"))
    #expect(shown.contains("Những gì đã xóa, hủy thì không khôi phục được."))
    terminal.type("thôi\n")
    process.waitUntilExit()
    let given = try office.give(entry, by: "hoa", ["--lang", "vi"])
    #expect(
      given.status == 0
        && given.errors.contains("phần còn lại của nhóm được niêm phong bằng khóa mới"))
    #expect(try Office.field("values", given.output) == "1")
    #expect(try person().contains("+84922222222"))
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  /// What health staff wrote is left sealed by a duty officer.
  @Test func theHistoryOfAHealthField() throws {
    try office.join("sen", as: "health_staff")
    try office.demand(["case", "assign", code, "sen"] + office.by("duc"))
    for injuries in ["Bầm tím", "Đã lành"] {
      try record("health", #""injuries":"\#(injuries)""#, by: "sen")
    }
    let asked = try ask("minh", ["--history", "health.injuries"])
    #expect(
      asked.status == 0 && asked.errors.contains("this waits for: duty officer"), "\(asked.errors)")
    let entry = try Office.field("entry", asked.output)
    #expect(try office.give(entry, by: "hoa").status == 77)
    let given = try office.give(entry, by: "duc")
    #expect(given.status == 0, "\(given.errors)")
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  @Test func whatIsRefused() throws {
    func reason(_ options: [String]) throws -> String {
      let run = try ask("minh", options + ["--json"])
      #expect(run.status == 64)
      return run.errors
    }
    #expect(try reason(["--class", "operations"]).contains(#""reason":"unknown_class""#))
    #expect(try reason(["--class", "all"]).contains(#""reason":"unknown_class""#))
    for field in ["person.none", "case.status", "restriction.lifted_at"] {
      #expect(try reason(["--history", field]).contains(#""reason":"unknown_field""#), "\(field)")
    }
    #expect(
      try reason(["--class", "identity", "--history", "person.phone"]).contains(
        #""reason":"one_part""#))
    #expect(try ask("duc", ["--class", "identity"]).status == 77)
    // There is nothing of it.
    let entry = try Office.field("entry", ask("minh", ["--history", "person.phone"]).output)
    let given = try office.give(entry, by: "hoa", ["--lang", "vi"])
    #expect(given.status == 1 && given.errors.contains("chưa có gì thay đổi"))
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("hoa"))
    #expect(refused.status == 0)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }
}
