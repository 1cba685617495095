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
    try expectTold()
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
    #expect(try office.run(["vault", "doctor"] + office.by("lan")).status == 0)
  }

  /// Whoever names an entry twice is told once, and refused nothing.
  @Test func oneNumberTwiceIsOneAnswer() throws {
    let entry = try Office.field("entry", ask("mai").output)
    let given = try office.run(
      ["approval", "give", entry, entry, "--confirm", entry] + office.by("hoa"))
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.output.components(separatedBy: "records\t1").count == 2, "\(given.output)")
    let log = try office.demand(["log", "show", "--from", "-8"] + office.by("minh")).output
    #expect(!log.contains("denied"), "\(log)")
  }

  private func page(_ language: String) throws -> String {
    let name = "page.\(language)"
    try office.demand(
      ["case", "accesses", code, "--to", name, "--lang", language] + office.by("minh"))
    return try String(contentsOfFile: "\(office.home.path)/\(name)", encoding: .utf8)
  }

  /// The person is told that an entry was destroyed, which, why, and by whose decision.
  private func expectTold() throws {
    let page = try page("en")
    let done = /carried out the decision in entry (\d+): an entry .* was destroyed \(entry (\d+)\)/
    let found = try #require(page.firstMatch(of: done), "\(page)")
    let decision = try #require(Int(found.output.1))
    #expect(Int(found.output.2) == decision + 1)
    let told = page[found.range.upperBound...].split(separator: "\n").prefix(2)
    #expect(told[0] == "  What: Rescue." && told[1].hasPrefix("  Why: "), "\(told)")
    #expect(page.contains("second person, to an entry that did not belong in it being destroyed"))
    // The list of asks, which an ask writes, is no part of what was taken back.
    let asked = page.components(separatedBy: "took back an entry that did not belong in it")
    let beneath = asked.dropFirst().compactMap { $0.split(separator: "\n").dropFirst().first }
    #expect(beneath.count == 2 && beneath.allSatisfy { $0.hasPrefix("  Why: ") }, "\(page)")
    let vietnamese = try self.page("vi")
    #expect(vietnamese.contains("đã được xóa, hủy theo quyết định ở mục số \(decision)"))
    #expect(vietnamese.contains("  Lý do: "))
  }

  /// The page names it without what it says, and by that name it is asked for anew, in the place of the first ask.
  @Test func itIsNamedAndAskedForAnew() throws {
    let record = try Office.field("record", ask("mai").output)
    let page = try office.demand(["case", "show", code] + office.by("minh"))
    #expect(page.output.contains(record) && !page.output.contains("Đồn Ví Dụ"))
    #expect(page.errors.contains("that does not mean that there is nothing: Rescue"))
    let history = try office.demand(["case", "history", code] + office.by("minh"))
    #expect(history.output.contains(record) && !history.output.contains("Đồn Ví Dụ"))
    #expect(history.errors.contains("that does not mean that there is nothing: Rescue"))
    let anew = try office.run(
      ["case", "retract", code, "--record", record, "--reason", "not_so", "--confirm", code]
        + office.by("minh"))
    #expect(anew.status == 0, "\(anew.errors)")
    let waiting = try office.demand(["approval", "list"] + office.by("hoa")).output
    let entry = try Office.field("entry", anew.output)
    #expect(
      waiting == "\(entry)\tcase.retract\t\(code)\tminh\tsafekeep approval give \(entry)\n")
    #expect(try office.give(entry, by: "hoa").status == 0)
    let after = try office.demand(["case", "show", code] + office.by("minh"))
    #expect(!after.output.contains(record))
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
