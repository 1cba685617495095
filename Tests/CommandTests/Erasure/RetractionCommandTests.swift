import Foundation
import Testing

/// An entry is taken back at the command line: what is said in both languages, what is seen in between, and what is
/// refused.
@Suite struct RetractionCommandTests {
  private let office: Office
  private let code: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith: #"{"full_name":"Lý Thị Ví Dụ","reporter_kind":"self"}"#)
    try office.home.write(
      #"{"case":"\#(code)","rescue_unit":"Đồn Ví Dụ"}"#, to: "form.json")
    try office.demand(["rescue", "record", code, "--from", "form.json"] + office.by("mai"))
  }

  private func ask(_ handle: String, _ options: [String] = []) throws -> Program.Run {
    try office.run(
      ["case", "retract", code, "--record", "rescue", "--reason", "wrong_file", "--confirm", code]
        + options + office.by(handle))
  }

  private func isSeen() throws -> Bool {
    try office.demand(["rescue", "show", code] + office.by("minh")).output.contains("Đồn Ví Dụ")
  }

  @Test func theWholeWay() throws {
    #expect(try isSeen())
    let asked = try ask("mai")
    #expect(asked.status == 0 && asked.output.contains("kind\trescue"), "\(asked.errors)")
    #expect(asked.errors.contains("is out of sight for everybody"))
    #expect(try !isSeen())
    #expect(try ask("mai").status == 66)
    let entry = try Office.field("entry", asked.output)
    let waiting = try office.demand(["approval", "list"] + office.by("hoa")).output
    #expect(
      waiting == "\(entry)\tcase.retract\t\(code)\tmai\tsafekeep approval give \(entry)\n")
    let page = try office.demand(["case", "show", code] + office.by("minh")).output
    #expect(page.contains("rescue"))
    let refused = try office.run(
      ["approval", "refuse", entry, "--confirm", entry] + office.by("hoa"))
    #expect(refused.status == 0 && refused.errors.contains("is in sight again"))
    #expect(try isSeen())
    let again = try Office.field("entry", ask("minh", ["--lang", "vi"]).output)
    #expect(try office.give(again, by: "minh").status == 77)
    let given = try office.give(again, by: "hoa", ["--lang", "vi"])
    #expect(given.status == 0 && given.errors.contains("mục đã thu hồi (Giải cứu)"))
    #expect(try Office.field("records", given.output) == "1")
    #expect(try !isSeen())
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
    #expect(try office.run(["vault", "doctor"] + office.by("lan")).status == 0)
  }

  @Test func whatIsRefused() throws {
    let unknown = try office.run(
      ["case", "retract", code, "--record", "rescue", "--reason", "none", "--confirm", code]
        + office.by("mai"))
    #expect(unknown.status == 64)
    // Who has nothing to do with the file.
    #expect(try ask("duc").status == 77)
    #expect(try isSeen())
  }
}
