import Foundation
import Testing

/// Several files are erased in one command each of who asks and who gives: all of them or none.
@Suite struct ManyErasuresCommandTests {
  private let office: Office
  private let code: String
  private let other: String

  init() throws {
    (office, code) = try Office.ofTwoLeads(
      caseWith: #"{"full_name":"Lý Thị Ví Dụ","reporter_kind":"self"}"#)
    let opened = try Program.safekeep.run(
      ["case", "open", "--from", "-", "--new", "--vault", office.vault] + office.by("mai"),
      input: #"{"full_name":"Vàng Thị Ví Dụ","reporter_kind":"self"}"#, home: office.home)
    other = try Office.field("case", opened.output)
  }

  private func ask(
    _ codes: [String], by handle: String = "minh", because reason: String = "authority_decision",
    _ options: [String] = []
  ) throws -> Program.Run {
    try office.run(
      ["case", "erase"] + codes + ["--reason", reason] + codes.flatMap { ["--confirm", $0] }
        + options + office.by(handle))
  }

  private func give(
    _ entries: [String], by handle: String = "hoa", confirming: [String]? = nil,
    _ options: [String] = []
  ) throws -> Program.Run {
    try office.run(
      ["approval", "give"] + entries + (confirming ?? entries).flatMap { ["--confirm", $0] }
        + options + office.by(handle))
  }

  private func entries(_ run: Program.Run) -> [String] {
    run.output.split(separator: "\n").filter { $0.hasPrefix("entry\t") }.map {
      String($0.dropFirst("entry\t".count))
    }
  }

  private func expectBothThere(_ place: SourceLocation = #_sourceLocation) throws {
    for code in [code, other] {
      #expect(
        try office.run(["case", "show", code] + office.by("minh")).status == 0,
        sourceLocation: place)
    }
  }

  @Test func bothAreErased() throws {
    let asked = try ask([code, other])
    #expect(asked.status == 0, "\(asked.errors)")
    let entries = entries(asked)
    #expect(entries.count == 2)
    // Each is confirmed by its own number, and none is done before all are.
    let unsure = try give(entries, confirming: [entries[0]])
    #expect(unsure.status == 64 && unsure.output.isEmpty, "\(unsure.errors)")
    try expectBothThere()
    let given = try give(entries, ["--json"])
    #expect(given.status == 0, "\(given.errors)")
    let lines = given.output.split(separator: "\n")
    #expect(lines.count == 2, "\(given.output)")
    for (line, code) in zip(lines, [code, other]) {
      #expect(line.hasPrefix(#"{"case":"\#(code)","#), "\(line)")
      #expect(line.contains(#""generation":1,"#), "\(line)")
    }
    let again = try give(entries)
    #expect(again.status == 66 && again.output.isEmpty)
    #expect(try office.demand(["case", "list"] + office.by("minh")).output.isEmpty)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  /// What is refused of the second is refused of both, and it is said which.
  @Test func oneStandsInTheWay() throws {
    let first = try #require(entries(ask([code])).first)
    let second = try #require(entries(ask([other], by: "hoa")).first)
    let own = try give([first, second])
    #expect(own.status == 77 && own.errors.contains("nobody agrees to their own work"))
    #expect(own.errors.contains("what entry \(second) asks for stands in the way"))
    let inVietnamese = try give([first, second], ["--lang", "vi"])
    #expect(inVietnamese.errors.contains("vướng ở đề nghị tại mục số \(second)"))
    let unknown = try give([first, "2"], ["--json"])
    #expect(unknown.status == 66 && unknown.errors.contains(#""asked":2"#), "\(unknown.errors)")
    #expect(own.output.isEmpty && unknown.output.isEmpty)
    try expectBothThere()
    #expect(try give([first]).status == 0)
    #expect(try give([first, second], by: "minh").status == 66)
  }

  /// One that waits for something else ends the act before it.
  @Test func twoOfOneFile() throws {
    let part = try #require(entries(ask([code], ["--class", "identity"])).first)
    let whole = try #require(entries(ask([code])).first)
    let given = try give([part, whole])
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.output.split(separator: "\n").count { $0.hasPrefix("generation") } == 2)
    #expect(try office.run(["case", "show", code] + office.by("minh")).status == 66)
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }

  @Test func whatIsNotAskedFor() throws {
    // The ground is shown by neither: the first is named.
    let rule = try ask([code, other], because: "retention_ended", ["--json"])
    #expect(rule.status == 77 && rule.errors.contains(#""place":1"#), "\(rule.errors)")
    let nobodys = try ask([code, "339-67S-MPT"])
    #expect(nobodys.status == 66, "\(nobodys.errors)")
    #expect(nobodys.errors.contains("case number 2 of the line stands in the way"))
    let inVietnamese = try ask([code, "339-67S-MPT"], ["--lang", "vi"])
    #expect(inVietnamese.errors.contains("vướng ở hồ sơ thứ 2 trên dòng lệnh"))
    // Of one alone it needs no saying which.
    #expect(try !ask(["339-67S-MPT"]).errors.contains("stands in the way"))
    let unsure = try office.run(
      ["case", "erase", code, other, "--reason", "authority_decision", "--confirm", code]
        + office.by("minh"))
    #expect(unsure.status == 64)
    #expect(try office.demand(["approval", "list"] + office.by("hoa")).output.isEmpty)
    // Who is nothing to one of them asks for neither.
    #expect(try ask([code, other], by: "duc").status == 77)
    // A code twice is one ask.
    let twice = try ask([code, code])
    #expect(twice.status == 0 && entries(twice).count == 1)
  }

  /// An office with one lead: an administrator, who is told the codes alone.
  @Test func anAdministratorGivesThem() throws {
    try office.demand(
      ["staff", "suspend", "hoa", "--confirm", "hoa", "--vacant"] + office.by("lan"))
    let asked = entries(try ask([code, other]))
    // Somebody wrote into the second since.
    try office.home.write(#"{"case":"\#(other)","phone":"+84911111111"}"#, to: "form.json")
    try office.demand(["person", "record", other, "--from", "form.json"] + office.by("mai"))
    let stopped = try give(asked, by: "lan")
    #expect(stopped.status == 77, "\(stopped.errors)")
    #expect(stopped.errors.contains("what entry \(asked[1]) asks for stands in the way"))
    try expectBothThere()
    let again = [asked[0], try #require(entries(ask([other])).first)]
    let given = try give(again, by: "lan")
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.output.contains(code) && given.output.contains(other))
    #expect(try office.run(["log", "verify"] + office.by("minh")).status == 0)
  }
}
